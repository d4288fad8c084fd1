package com.ballastmarkets.app.certify;

import com.ballastmarkets.fix.logon.LogonSignature;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One FIX connection that does what it is told, right or wrong, and nothing by itself but answering
 * test requests. Fields are written {@code "11=a1|54=1"}.
 */
final class WireClient implements AutoCloseable {
  private static final int READ_TIMEOUT_MILLIS = 10_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private final Target.Account account;
  private final String beginString;
  private final String targetCompId;
  private final Socket socket = new Socket();
  private final InputStream in;
  private final Consumer<String> transcript;
  private int nextSeqNum = 1;

  /**
   * Connects, and does not log on.
   *
   * @param transcript is given each message, with its direction
   */
  WireClient(
      Target target,
      Target.Account account,
      String beginString,
      String targetCompId,
      Consumer<String> transcript)
      throws IOException {
    this.account = account;
    this.beginString = beginString;
    this.targetCompId = targetCompId;
    this.transcript = transcript;
    socket.connect(new InetSocketAddress(target.host(), target.port()), READ_TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(READ_TIMEOUT_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static String time(long plusSeconds) {
    return TIME.format(Instant.now().plusSeconds(plusSeconds));
  }

  WireClient nextSeqNum(int next) {
    nextSeqNum = next;
    return this;
  }

  int nextSeqNum() {
    return nextSeqNum;
  }

  String beginString() {
    return beginString;
  }

  Target.Account account() {
    return account;
  }

  /** Sends a signed Logon without waiting. */
  void sendLogon(String more) throws IOException {
    sendLogon(time(0), account.secret(), more);
  }

  void sendLogon(String sendingTime, String secret, String more) throws IOException {
    final String signature =
        LogonSignature.sign(
            secret,
            sendingTime,
            Integer.toString(nextSeqNum),
            account.senderCompId(),
            targetCompId);
    final String fields =
        "98=0|108=30|95=64|96="
            + signature
            + "|553="
            + account.key()
            + (beginString.startsWith("FIXT") ? "|1137=9" : "")
            + (more.isEmpty() ? "" : "|" + more);
    sendRaw(message("A", nextSeqNum++, sendingTime, fields));
  }

  /** Logs on; the answer must be a Logon. */
  WireMessage logon(String more) throws IOException {
    sendLogon(more);
    return expect("A");
  }

  /** Sends a message with the next number. */
  void send(String msgType, String fields) throws IOException {
    sendRaw(message(msgType, nextSeqNum++, time(0), fields));
  }

  /** A whole message, framed. */
  String message(String msgType, int seqNum, String sendingTime, String fields) {
    return message(beginString, targetCompId, msgType, seqNum, sendingTime, fields);
  }

  String message(
      String version,
      String target,
      String msgType,
      int seqNum,
      String sendingTime,
      String fields) {
    return WireMessage.frame(
        version,
        "35="
            + msgType
            + "|34="
            + seqNum
            + "|49="
            + account.senderCompId()
            + "|52="
            + sendingTime
            + "|56="
            + target
            + "|"
            + fields);
  }

  /** Sends these characters as they are. */
  void sendRaw(String characters) throws IOException {
    transcript.accept("> " + WireMessage.SOH + characters);
    socket.getOutputStream().write(characters.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The next message that is no heartbeat; test requests are answered. */
  WireMessage next() throws IOException {
    while (true) {
      final WireMessage message = read();
      if (message.type().equals("1")) {
        send("0", "112=" + message.get(112));
      } else if (!message.type().equals("0")) {
        return message;
      }
    }
  }

  /** The next message, which must be of that type. */
  WireMessage expect(String msgType) throws IOException {
    final WireMessage message = next();
    if (!message.type().equals(msgType)) {
      throw new Unexpected("35=" + msgType, message.toString());
    }
    return message;
  }

  /** The next message that fits; others are passed over. */
  WireMessage await(String words, Predicate<WireMessage> wanted) throws IOException {
    try {
      while (true) {
        final WireMessage message = next();
        if (wanted.test(message)) {
          return message;
        }
      }
    } catch (SocketTimeoutException e) {
      throw new Unexpected(words, "nothing within 10 s");
    }
  }

  /** The next report on an order. */
  WireMessage report(String clOrdId) throws IOException {
    return await(
        "35=8 or 9 with 11=" + clOrdId,
        m -> (m.type().equals("8") || m.type().equals("9")) && m.get(11).equals(clOrdId));
  }

  /** Whether the other side closes the connection; what comes before is read and passed over. */
  boolean isCut() throws IOException {
    try {
      while (true) {
        read();
      }
    } catch (EOFException | SocketException e) {
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /** Whether nothing comes for a while. */
  boolean isSilent(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      next();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      socket.setSoTimeout(READ_TIMEOUT_MILLIS);
    }
  }

  private WireMessage read() throws IOException {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int fieldStart = 0;
    while (true) {
      final int octet = in.read();
      if (octet < 0) {
        throw new EOFException("the connection was closed");
      }
      bytes.write(octet);
      if (octet == WireMessage.SOH) {
        final String text = bytes.toString(StandardCharsets.ISO_8859_1);
        if (text.startsWith("10=", fieldStart)) {
          transcript.accept("< " + WireMessage.SOH + text);
          return WireMessage.parse(text);
        }
        fieldStart = bytes.size();
      }
    }
  }

  /** Logs out, and waits until the venue has answered and closed the connection. */
  void logout() throws IOException {
    send("5", "");
    await("35=5", m -> m.type().equals("5"));
    if (!isCut()) {
      throw new Unexpected("the venue closes the connection after a logout", "it is open");
    }
    close();
  }

  /** Drops the connection without a word. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
