package com.ballastmarkets.bench.fix;

import com.ballastmarkets.fix.logon.LogonSignature;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A client that costs little beside what it measures: it writes orders as bytes and counts the
 * execution reports that come back. Every order rests, so each has one report.
 */
final class FixLoad implements AutoCloseable {
  private static final byte SOH = 1;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  /** The number of a measured order stands in its ClOrdID after this. */
  private static final byte[] CL_ORD_ID = "\u000111=b".getBytes(StandardCharsets.ISO_8859_1);

  private final String targetCompId;
  private final Socket socket = new Socket();
  private final OutputStream out;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private int seqNum = 1;
  private long orders;
  private long reports;

  FixLoad(InetSocketAddress address, String targetCompId) throws IOException {
    this.targetCompId = targetCompId;
    socket.setTcpNoDelay(true);
    socket.connect(address);
    out = socket.getOutputStream();
    in = socket.getInputStream();
    final String time = time();
    final String signature = LogonSignature.sign(FixVenue.SECRET, time, "1", "BENCH", targetCompId);
    out.write(frame("A", time, "98=0|108=600|141=Y|95=64|96=" + signature + "|553=bench-key|"));
    awaitMessage("\u000135=A\u0001");
  }

  private static String time() {
    return TIME.format(Instant.now());
  }

  private byte[] frame(String msgType, String time, String fields) {
    final String body =
        ("35="
                + msgType
                + "|34="
                + seqNum++
                + "|49=BENCH|52="
                + time
                + "|56="
                + targetCompId
                + "|"
                + fields)
            .replace('|', (char) SOH);
    final String head = "8=FIX.4.4\u00019=" + body.length() + '\u0001';
    int sum = 0;
    final byte[] bytes = (head + body).getBytes(StandardCharsets.ISO_8859_1);
    for (final byte octet : bytes) {
      sum += octet & 0xFF;
    }
    return (head + body + "10=%03d\u0001".formatted(sum % 256))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] order(String time) {
    orders++;
    return frame(
        "D",
        time,
        "11=b"
            + orders
            + "|55=suez-bench|54=1|38=1|40=2|44="
            + (orders % 2 == 0 ? "0.02" : "0.03")
            + "|59=1|60="
            + time
            + '|');
  }

  /** Orders a second, with so many of them on their way at once. */
  double perSecond(int window, long count) throws IOException {
    final long begin = System.nanoTime();
    final long firstReport = reports;
    final long lastReport = firstReport + count;
    long sent = 0;
    final ByteArrayOutputStream batch = new ByteArrayOutputStream();
    while (reports < lastReport) {
      batch.reset();
      final String time = time();
      while (sent < count && sent - (reports - firstReport) < window) {
        batch.write(order(time));
        sent++;
      }
      if (batch.size() > 0) {
        batch.writeTo(out);
      }
      read(null, 0, null);
    }
    return count * 1e9 / (System.nanoTime() - begin);
  }

  /**
   * Sends at a fixed rate, whatever comes back, and takes each order's time from the moment it was
   * due: a stall counts for all orders that it held up.
   */
  Histogram openLoop(int perSecond, int seconds) throws IOException, InterruptedException {
    final int count = perSecond * seconds;
    final long[] due = new long[count];
    final long firstOrder = orders + 1;
    final long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
    for (int i = 0; i < count; i++) {
      due[i] = begin + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
    }
    final Thread sending =
        Thread.ofPlatform()
            .name("bench-sender")
            .start(() -> {
              try {
                for (int i = 0; i < count; i++) {
                  for (long left = due[i] - System.nanoTime();
                      left > 0;
                      left = due[i] - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                  }
                  out.write(order(time()));
                }
              } catch (IOException e) {
                // The reader finds the connection closed, too.
              }
            });
    final Histogram histogram = new Histogram(TimeUnit.MINUTES.toNanos(5), 3);
    final long last = reports + count;
    while (reports < last) {
      read(due, firstOrder, histogram);
    }
    sending.join();
    return histogram;
  }

  /** The median of single orders, one after the other, in nanoseconds. */
  long medianNanos(int count) throws IOException {
    final Histogram histogram = new Histogram(3);
    for (int i = -count / 4; i < count; i++) {
      final long begin = System.nanoTime();
      perSecond(1, 1);
      if (i >= 0) {
        histogram.recordValue(System.nanoTime() - begin);
      }
    }
    return histogram.getValueAtPercentile(50);
  }

  /** Cancels everything, so that the next round finds an empty book. */
  void cancelAll() throws IOException {
    final String time = time();
    out.write(frame("q", time, "11=q" + seqNum + "|530=7|60=" + time + '|'));
    awaitMessage("\u000135=r\u0001");
  }

  private void awaitMessage(String mark) throws IOException {
    final StringBuilder text = new StringBuilder();
    while (text.indexOf(mark) < 0) {
      final int count = in.read(buffer, 0, buffer.length);
      if (count < 0) {
        throw new EOFException("the connection was closed");
      }
      text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
      if (text.length() > 1 << 20) {
        text.delete(0, text.length() - 1_000);
      }
    }
    filled = 0;
  }

  /** Reads what is there, at least something, and counts its execution reports. */
  private void read(long @Nullable [] due, long firstOrder, @Nullable Histogram histogram)
      throws IOException {
    final int count = in.read(buffer, filled, buffer.length - filled);
    if (count < 0) {
      throw new EOFException("the connection was closed");
    }
    final long now = System.nanoTime();
    final int end = filled + count;
    int begin = 0;
    for (int i = 0; i + 7 < end; i++) {
      // ␁10=ccc␁ ends a message
      if (buffer[i] == SOH
          && buffer[i + 1] == '1'
          && buffer[i + 2] == '0'
          && buffer[i + 3] == '='
          && buffer[i + 7] == SOH) {
        final long order = order(begin, i);
        if (order > 0) {
          reports++;
          if (due != null && histogram != null && order >= firstOrder) {
            histogram.recordValue(Math.max(1, now - due[(int) (order - firstOrder)]));
          }
        }
        begin = i + 8;
        i = begin - 1;
      }
    }
    System.arraycopy(buffer, begin, buffer, 0, end - begin);
    filled = end - begin;
  }

  /** The number in a report's ClOrdID; 0 if it is no report of an order. */
  private long order(int from, int to) {
    for (int i = from; i + CL_ORD_ID.length < to; i++) {
      int matched = 0;
      while (matched < CL_ORD_ID.length && buffer[i + matched] == CL_ORD_ID[matched]) {
        matched++;
      }
      if (matched == CL_ORD_ID.length) {
        long number = 0;
        for (int j = i + matched; buffer[j] >= '0' && buffer[j] <= '9'; j++) {
          number = number * 10 + buffer[j] - '0';
        }
        return number;
      }
    }
    return 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
