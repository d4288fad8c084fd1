package com.ballastmarkets.app.client;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.FileStoreFactory;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionNotFound;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.Password;
import quickfix.field.RawData;
import quickfix.field.RawDataLength;
import quickfix.field.ResetSeqNumFlag;
import quickfix.field.SendingTime;
import quickfix.field.Username;

/**
 * An order-entry session as an institution would run it, on a stock QuickFIX/J initiator. It starts
 * with fresh sequence numbers, or goes on where its message store ends.
 */
public final class FixClient implements AutoCloseable {
  private static final char SOH = '\u0001';

  private final SessionID session;
  private final SocketInitiator initiator;
  private final Inbox inbox;
  private int orders;

  private FixClient(SessionID session, SocketInitiator initiator, Inbox inbox) {
    this.session = session;
    this.initiator = initiator;
    this.inbox = inbox;
  }

  /**
   * Logs on.
   *
   * @param beginString {@code FIX.4.4} or {@code FIXT.1.1}
   * @throws IllegalStateException if the venue does not let it in within ten seconds
   */
  public static FixClient logOn(
      String host, int port, String beginString, String senderCompId, String key, String secret) {
    return logOn(host, port, beginString, senderCompId, key, secret, null);
  }

  /**
   * Logs on and goes on where the last session with this store ended: what was missed comes by
   * resend, both ways.
   *
   * @param store the folder of its messages and sequence numbers; null for a fresh session
   * @throws IllegalStateException if the venue does not let it in within ten seconds
   */
  public static FixClient logOn(
      String host,
      int port,
      String beginString,
      String senderCompId,
      String key,
      String secret,
      @Nullable Path store) {
    return logOn(host, port, beginString, senderCompId, "BALLAST-OE", key, secret, store);
  }

  /** As {@link #logOn(String, int, String, String, String, String, Path)}, to another session. */
  public static FixClient logOn(
      String host,
      int port,
      String beginString,
      String senderCompId,
      String targetCompId,
      String key,
      String secret,
      @Nullable Path store) {
    final SessionID session = new SessionID(beginString, senderCompId, targetCompId);
    final SessionSettings settings = new SessionSettings();
    settings.setString("ConnectionType", "initiator");
    settings.setString("SocketConnectHost", host);
    settings.setString("SocketConnectPort", Integer.toString(port));
    settings.setString("HeartBtInt", "30");
    settings.setString("ReconnectInterval", "1");
    settings.setString("NonStopSession", "Y");
    settings.setString("UseDataDictionary", "N");
    settings.setString("DefaultApplVerID", "9");
    settings.setString("TimeStampPrecision", "MICROS");
    settings.setString(session, "BeginString", beginString);
    settings.setString(session, "SenderCompID", senderCompId);
    settings.setString(session, "TargetCompID", targetCompId);
    final Inbox inbox = new Inbox(key, secret, store == null);
    try {
      if (store != null) {
        settings.setString("FileStorePath", store.toString());
      }
      final SocketInitiator initiator =
          new SocketInitiator(
              inbox,
              store == null ? new MemoryStoreFactory() : new FileStoreFactory(settings),
              settings,
              null,
              new DefaultMessageFactory());
      initiator.start();
      final FixClient client = new FixClient(session, initiator, inbox);
      if (!inbox.awaitLogon(Duration.ofSeconds(10))) {
        client.close();
        throw new IllegalStateException("the venue refused the FIX logon of " + senderCompId);
      }
      return client;
    } catch (ConfigError e) {
      throw new IllegalStateException("the FIX client cannot start", e);
    }
  }

  /**
   * Sends a limit order that is good till cancelled.
   *
   * @return its ClOrdID
   */
  public String order(String market, boolean buy, long lots, String price) {
    return order(nextClOrdId(), market, buy, lots, price);
  }

  /**
   * Sends a limit order for the day.
   *
   * @return its ClOrdID
   */
  public String dayOrder(String market, boolean buy, long lots, String price) {
    return order(nextClOrdId(), market, buy, lots, price, "0");
  }

  /**
   * Sends a limit order, good till cancelled, with a ClOrdID of the caller's. Without a connection,
   * the session sends it when it is back.
   *
   * @return the ClOrdID
   */
  public String order(String clOrdId, String market, boolean buy, long lots, String price) {
    return order(clOrdId, market, buy, lots, price, "1");
  }

  private String order(
      String clOrdId, String market, boolean buy, long lots, String price, String timeInForce) {
    final Message message = new Message();
    message.getHeader().setString(MsgType.FIELD, "D");
    message.setString(11, clOrdId);
    message.setString(55, market);
    message.setString(54, buy ? "1" : "2");
    message.setString(38, Long.toString(lots));
    message.setString(40, "2");
    message.setString(44, price);
    message.setString(59, timeInForce);
    message.setUtcTimeStamp(60, LocalDateTime.now(ZoneOffset.UTC), true);
    send(message);
    return clOrdId;
  }

  /**
   * Sends {@code F} for an order.
   *
   * @return the ClOrdID of the request, which the report carries
   */
  public String cancel(String origClOrdId, String market, boolean buy) {
    return cancel(nextClOrdId(), origClOrdId, market, buy);
  }

  /** As {@link #cancel(String, String, boolean)}, with a ClOrdID of the caller's. */
  public String cancel(String clOrdId, String origClOrdId, String market, boolean buy) {
    final Message message = new Message();
    message.getHeader().setString(MsgType.FIELD, "F");
    message.setString(11, clOrdId);
    message.setString(41, origClOrdId);
    message.setString(55, market);
    message.setString(54, buy ? "1" : "2");
    message.setUtcTimeStamp(60, LocalDateTime.now(ZoneOffset.UTC), true);
    send(message);
    return clOrdId;
  }

  private String nextClOrdId() {
    return session.getSenderCompID() + "-" + ++orders;
  }

  private void send(Message message) {
    try {
      Session.sendToTarget(message, session);
    } catch (SessionNotFound e) {
      throw new IllegalStateException("the FIX session is gone", e);
    }
  }

  /** Waits for a report on an order with this OrdStatus (39), and takes it. */
  public Message awaitReport(String clOrdId, char ordStatus) {
    return inbox.await(
        message ->
            clOrdId.equals(text(message, 11))
                && String.valueOf(ordStatus).equals(text(message, 39)),
        "a report on " + clOrdId + " with 39=" + ordStatus);
  }

  /**
   * Takes the oldest message that has come and not been taken.
   *
   * @return null if none comes within the time
   */
  public @Nullable Message next(Duration limit) {
    return inbox.next(limit);
  }

  /** The message's type (35). */
  public static String type(Message message) {
    try {
      return message.getHeader().getString(MsgType.FIELD);
    } catch (FieldNotFound e) {
      throw new IllegalStateException("a message has its type", e);
    }
  }

  /** A field's text, empty if the message lacks it. */
  public static String text(Message message, int tag) {
    try {
      return message.isSetField(tag) ? message.getString(tag) : "";
    } catch (FieldNotFound e) {
      throw new IllegalStateException("it is set", e);
    }
  }

  @Override
  public void close() {
    initiator.stop(false);
  }

  /** Signs the logon, and keeps what comes in until it is taken. */
  private static final class Inbox implements Application {
    private final String key;
    private final byte[] secret;
    private final boolean reset;
    private final List<Message> messages = new ArrayList<>();
    private boolean loggedOn;

    Inbox(String key, String secret, boolean reset) {
      this.reset = reset;
      this.key = key;
      this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    synchronized boolean awaitLogon(Duration limit) {
      final long deadline = System.nanoTime() + limit.toNanos();
      while (!loggedOn && waitUntil(deadline)) {}
      return loggedOn;
    }

    synchronized Message await(Predicate<Message> wanted, String words) {
      final long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      do {
        for (int i = 0; i < messages.size(); i++) {
          if (wanted.test(messages.get(i))) {
            return messages.remove(i);
          }
        }
      } while (waitUntil(deadline));
      throw new IllegalStateException("no answer from the venue: waited for " + words);
    }

    synchronized @Nullable Message next(Duration limit) {
      final long deadline = System.nanoTime() + limit.toNanos();
      while (messages.isEmpty() && waitUntil(deadline)) {}
      return messages.isEmpty() ? null : messages.removeFirst();
    }

    /** Waits for news; false when the time is over. */
    private synchronized boolean waitUntil(long deadline) {
      final long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      try {
        wait(left);
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void toAdmin(Message message, SessionID id) {
      try {
        if (!MsgType.LOGON.equals(message.getHeader().getString(MsgType.FIELD))) {
          return;
        }
        if (reset) {
          message.setBoolean(ResetSeqNumFlag.FIELD, true);
        }
        final String text =
            message.getHeader().getString(SendingTime.FIELD)
                + SOH
                + MsgType.LOGON
                + SOH
                + message.getHeader().getString(MsgSeqNum.FIELD)
                + SOH
                + id.getSenderCompID()
                + SOH
                + id.getTargetCompID();
        final Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        final String signature =
            HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.ISO_8859_1)));
        message.setString(Username.FIELD, key);
        message.setInt(RawDataLength.FIELD, signature.length());
        message.setString(RawData.FIELD, signature);
        // The password field has no part in this logon; a stock client may leave it out.
        message.removeField(Password.FIELD);
      } catch (FieldNotFound | GeneralSecurityException e) {
        throw new IllegalStateException("a logon has its header, and every Java has HmacSHA256", e);
      }
    }

    @Override
    public synchronized void fromApp(Message message, SessionID id) {
      messages.add(message);
      notifyAll();
    }

    @Override
    public synchronized void onLogon(SessionID id) {
      loggedOn = true;
      notifyAll();
    }

    @Override
    public synchronized void onLogout(SessionID id) {
      loggedOn = false;
    }

    @Override
    public void fromAdmin(Message message, SessionID id) {}

    @Override
    public void toApp(Message message, SessionID id) {}

    @Override
    public void onCreate(SessionID id) {}
  }
}
