import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import quickfix.*;

/** Buys one lot with QuickFIX/J. Arguments: host port SenderCompID key secret market price. */
public class SampleClient extends ApplicationAdapter {
  private final String[] args;
  private final CountDownLatch answered = new CountDownLatch(1);

  SampleClient(String[] args) {
    this.args = args;
  }

  public static void main(String[] args) throws Exception {
    SessionID session = new SessionID("FIX.4.4", args[2], "BALLAST-OE");
    SessionSettings settings = new SessionSettings();
    settings.setString("ConnectionType", "initiator");
    settings.setString("SocketConnectHost", args[0]);
    settings.setString("SocketConnectPort", args[1]);
    settings.setString("HeartBtInt", "30");
    settings.setString("NonStopSession", "Y");
    settings.setString("UseDataDictionary", "N"); // or DataDictionary=BALLAST-FIX44.xml
    settings.setString(session, "BeginString", "FIX.4.4");
    SampleClient client = new SampleClient(args);
    Initiator initiator = new SocketInitiator(client, new MemoryStoreFactory(), settings, null, new DefaultMessageFactory());
    initiator.start();
    client.answered.await(30, TimeUnit.SECONDS);
    initiator.stop();
  }

  @Override // signs the logon: HMAC-SHA256 over SendingTime, A, MsgSeqNum, SenderCompID, TargetCompID
  public void toAdmin(Message message, SessionID session) {
    try {
      Message.Header header = message.getHeader();
      if (!header.getString(35).equals("A")) return;
      message.setBoolean(141, true); // this sample keeps no messages: begin at 1
      String signed = String.join("\u0001", header.getString(52), "A", header.getString(34), args[2], "BALLAST-OE");
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(args[4].getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      message.setString(553, args[3]);
      message.setInt(95, 64);
      message.setString(96, HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    } catch (FieldNotFound | java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void onLogon(SessionID session) {
    Message order = new Message();
    order.getHeader().setString(35, "D");
    order.setString(11, "sample-" + System.currentTimeMillis());
    order.setString(55, args[5]); // the market
    order.setString(54, "1"); // buy
    order.setString(38, "1"); // one lot
    order.setString(40, "2"); // limit
    order.setString(44, args[6]);
    order.setString(59, "1"); // good till cancelled
    order.setUtcTimeStamp(60, LocalDateTime.now(ZoneOffset.UTC), true);
    Session.lookupSession(session).send(order);
  }

  @Override
  public void fromApp(Message message, SessionID session) throws FieldNotFound {
    System.out.println(message.toString().replace('\u0001', '|'));
    answered.countDown();
  }
}
