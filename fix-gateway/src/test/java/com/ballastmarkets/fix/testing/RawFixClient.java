package com.ballastmarkets.fix.testing;

import com.ballastmarkets.fix.logon.LogonSignature;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * A FIX client that is a socket and nothing more: it sends what it is told, says nothing by itself,
 * and shows every message as it came. Fields are written {@code "11=a1|54=1"}.
 */
public final class RawFixClient implements AutoCloseable {
  private static final char SOH = '\u0001';
  private static final int READ_TIMEOUT_MILLIS = 10_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private final String beginString;
  private final String senderCompId;
  private final String targetCompId;
  private final String apiKey;
  private final String apiSecret;
  private final Socket socket;
  private final InputStream in;
  private final List<FixText> seen = new ArrayList<>();
  private int nextSeqNum = 1;

  public RawFixClient(
      SocketFactory sockets,
      int port,
      String beginString,
      String senderCompId,
      String targetCompId,
      String apiKey,
      String apiSecret)
      throws IOException {
    this.beginString = beginString;
    this.senderCompId = senderCompId;
    this.targetCompId = targetCompId;
    this.apiKey = apiKey;
    this.apiSecret = apiSecret;
    this.socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(READ_TIMEOUT_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** The time as FIX writes it, so many seconds from now. */
  public static String time(long plusSeconds) {
    return TIME.format(Instant.now().plusSeconds(plusSeconds));
  }

  /** The number of the next message that is sent. */
  public RawFixClient nextSeqNum(int next) {
    nextSeqNum = next;
    return this;
  }

  public int nextSeqNum() {
    return nextSeqNum;
  }

  /** Sends a signed Logon with 108=30 and more fields, without waiting. */
  public void sendLogon(String more) throws IOException {
    sendLogon(time(0), more);
  }

  /** Sends a Logon signed for that SendingTime. */
  public void sendLogon(String sendingTime, String more) throws IOException {
    final String signature =
        LogonSignature.sign(
            apiSecret, sendingTime, Integer.toString(nextSeqNum), senderCompId, targetCompId);
    send(
        "A",
        sendingTime,
        "98=0|108=30|95=64|96="
            + signature
            + "|553="
            + apiKey
            + (beginString.startsWith("FIXT") ? "|1137=9" : "")
            + (more.isEmpty() ? "" : "|" + more));
  }

  /** Logs on and returns the answer, which must be a Logon. */
  public FixText logon(String more) throws IOException {
    sendLogon(more);
    return expect("A");
  }

  /** Sends a message with the next number, and SendingTime now. */
  public void send(String msgType, String fields) throws IOException {
    send(msgType, time(0), fields);
  }

  private void send(String msgType, String sendingTime, String fields) throws IOException {
    sendRaw(message(msgType, nextSeqNum++, sendingTime, fields));
  }

  /** A whole message, framed. */
  public String message(String msgType, int seqNum, String sendingTime, String fields) {
    final String header =
        "35="
            + msgType
            + "|34="
            + seqNum
            + "|49="
            + senderCompId
            + "|52="
            + sendingTime
            + "|56="
            + targetCompId
            + "|";
    return FixText.frame(
        beginString, (header + (fields.isEmpty() ? "" : fields + "|")).replace('|', SOH));
  }

  /** Sends these characters as they are. */
  public void sendRaw(String characters) throws IOException {
    socket.getOutputStream().write(characters.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The next message that is no heartbeat or test request. */
  public FixText next() throws IOException {
    while (true) {
      final FixText message = FixText.parse(readRaw());
      seen.add(message);
      if (!message.type().equals("0") && !message.type().equals("1")) {
        return message;
      }
    }
  }

  /** The next message, whatever it is. */
  public FixText nextOfAny() throws IOException {
    final FixText message = FixText.parse(readRaw());
    seen.add(message);
    return message;
  }

  /** The next message, which must be of that type. */
  public FixText expect(String msgType) throws IOException {
    final FixText message = next();
    if (!message.type().equals(msgType)) {
      throw new AssertionError("expected 35=" + msgType + " but read " + message);
    }
    return message;
  }

  /** Whether the other side has closed the connection; what comes before is read and forgotten. */
  public boolean isCut() {
    try {
      while (true) {
        readRaw();
      }
    } catch (EOFException | SocketException e) {
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything read so far. */
  public List<FixText> seen() {
    return List.copyOf(seen);
  }

  private String readRaw() throws IOException {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int fieldStart = 0;
    while (true) {
      final int octet = in.read();
      if (octet < 0) {
        throw new EOFException("closed after " + bytes.size() + " bytes of a message");
      }
      bytes.write(octet);
      if (octet == SOH) {
        final String text = bytes.toString(StandardCharsets.ISO_8859_1);
        if (text.startsWith("10=", fieldStart)) {
          return text;
        }
        fieldStart = bytes.size();
      }
    }
  }

  /** Drops the connection without a word. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
