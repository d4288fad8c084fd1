package com.ballastmarkets.fix.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.dictionary.Dictionaries;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.logon.LogonSignature;
import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixVenue;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.io.TempDir;
import quickfix.ApplicationAdapter;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;

/** A client made of QuickFIX/J, which checks what it reads by the published dictionaries. */
class QuickFixClientTest {
  @TempDir private Path directory;

  /** Signs its logons and keeps what it reads. */
  private static final class Client extends ApplicationAdapter {
    private final FixLogin login;
    private final Queue<Message> reports = new ConcurrentLinkedQueue<>();
    private final Queue<Message> rejected = new ConcurrentLinkedQueue<>();

    private Client(FixLogin login) {
      this.login = login;
    }

    @Override
    public void toAdmin(Message message, SessionID sessionId) {
      try {
        final Message.Header header = message.getHeader();
        if (header.getString(Tag.MSG_TYPE).equals("A")) {
          message.setString(Tag.USERNAME, login.apiKey());
          message.setInt(95, 64);
          message.setString(
              Tag.RAW_DATA,
              LogonSignature.sign(
                  login.apiSecret(),
                  header.getString(Tag.SENDING_TIME),
                  header.getString(Tag.MSG_SEQ_NUM),
                  sessionId.getSenderCompID(),
                  sessionId.getTargetCompID()));
        } else if (header.getString(Tag.MSG_TYPE).equals("3")) {
          rejected.add(message);
        }
      } catch (FieldNotFound e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void fromApp(Message message, SessionID sessionId) {
      reports.add(message);
    }
  }

  @BothProfiles
  void tradesAndFindsNothingToReject(String beginString) throws Exception {
    try (FixVenue venue = FixVenue.open(directory.resolve("venue"))) {
      final Dictionaries dictionaries = Dictionaries.write(directory.resolve("published"));
      final SessionID sessionId = new SessionID(beginString, "ALICE", "BALLAST-OE");
      final Client client = new Client(venue.loginOf("ALICE"));
      final SocketInitiator initiator =
          new SocketInitiator(
              client,
              new MemoryStoreFactory(),
              settings(venue, dictionaries, sessionId),
              MessageLog.factory(),
              new DefaultMessageFactory());
      initiator.start();
      try {
        final Session session = Session.lookupSession(sessionId);
        await().until(session::isLoggedOn);
        session.send(order("a1", '1', "0.5"));
        session.send(order("a2", '2', "0.495"));
        session.send(order("a3", '1', "0.501"));
        await().until(() -> client.reports.size() >= 3);
        final Message cancel = new Message();
        cancel.getHeader().setString(Tag.MSG_TYPE, "F");
        cancel.setString(Tag.CL_ORD_ID, "c1");
        cancel.setString(Tag.ORIG_CL_ORD_ID, "never");
        cancel.setString(Tag.SYMBOL, "suez-test");
        cancel.setChar(Tag.SIDE, '1');
        cancel.setString(Tag.ORDER_QTY, "1");
        cancel.setString(Tag.TRANSACT_TIME, RawFixClient.time(0).substring(0, 21));
        session.send(cancel);
        final Message all = new Message();
        all.getHeader().setString(Tag.MSG_TYPE, "q");
        all.setString(Tag.CL_ORD_ID, "m1");
        all.setChar(Tag.MASS_CANCEL_REQUEST_TYPE, '7');
        all.setString(Tag.TRANSACT_TIME, RawFixClient.time(0).substring(0, 21));
        session.send(all);
        await().until(() -> client.reports.stream().anyMatch(m -> type(m).equals("r")));
        assertThat(client.reports).extracting(QuickFixClientTest::type).contains("8", "9", "r");
        assertThat(client.rejected).isEmpty();
      } finally {
        initiator.stop();
      }
    }
  }

  private static String type(Message message) {
    return message.getHeader().getOptionalString(Tag.MSG_TYPE).orElse("");
  }

  private static Message order(String clOrdId, char side, String price) {
    final Message message = new Message();
    message.getHeader().setString(Tag.MSG_TYPE, "D");
    message.setString(Tag.CL_ORD_ID, clOrdId);
    message.setString(Tag.SYMBOL, "suez-test");
    message.setChar(Tag.SIDE, side);
    message.setString(Tag.ORDER_QTY, "10");
    message.setChar(Tag.ORD_TYPE, '2');
    message.setString(Tag.PRICE, price);
    message.setChar(Tag.TIME_IN_FORCE, '1');
    message.setString(Tag.TRANSACT_TIME, RawFixClient.time(0).substring(0, 21));
    return message;
  }

  private static SessionSettings settings(
      FixVenue venue, Dictionaries dictionaries, SessionID sessionId) {
    final SessionSettings settings = new SessionSettings();
    settings.setString(sessionId, "ConnectionType", "initiator");
    settings.setString(sessionId, "SocketConnectHost", "127.0.0.1");
    settings.setString(sessionId, "SocketConnectPort", Integer.toString(venue.gateway().port()));
    settings.setString(sessionId, "ReconnectInterval", "1");
    settings.setString(sessionId, "HeartBtInt", "30");
    settings.setString(sessionId, "NonStopSession", "Y");
    settings.setString(sessionId, "ValidateUserDefinedFields", "Y");
    if (sessionId.isFIXT()) {
      settings.setString(sessionId, "DefaultApplVerID", "FIX.5.0SP2");
      settings.setString(sessionId, "TransportDataDictionary", dictionaries.fixt11().toString());
      settings.setString(sessionId, "AppDataDictionary", dictionaries.fix50sp2().toString());
    } else {
      settings.setString(sessionId, "DataDictionary", dictionaries.fix44().toString());
    }
    return settings;
  }
}
