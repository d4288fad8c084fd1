package com.ballastmarkets.engine.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The book against a million messages of the public benchmark, report for report. */
final class PublicWorkloadTest {
  @ParameterizedTest
  @CsvSource({
    "normal, e9b2e3926854410b01a035aeb25dd05f1e597c233be8263de9eb49b6713d367e",
    "flash-crash, cff8d3f94b709fc64a8b2058a6ca4fb6920364904796e46906895e362d2bb16b"
  })
  void theReportsAreThoseThatTheBenchmarkExpects(String scenario, String hash)
      throws IOException, NoSuchAlgorithmException {
    final Path file =
        Path.of(
            System.getProperty("ballast.shared", "/nowhere"),
            "data/matching/orders_" + scenario + "_s23_n1000000.bin.gz");
    assumeTrue(Files.exists(file), "the benchmark's file is not here: " + file);

    final Lines lines = new Lines();
    new PublicWorkload(lines).play(PublicWorkload.read(file));

    assertThat(lines.hash()).isEqualTo(hash);
  }

  /** The reports' text end to end, and for each a key that sorts as the benchmark wants. */
  private static final class Lines implements PublicWorkload.Reports {
    private static final int INDEX_BITS = 23;

    private byte[] text = new byte[1 << 20];
    private int[] ends = new int[1 << 16];
    private long[] keys = new long[1 << 16];
    private int used;
    private int count;

    @Override
    public void accepted(long sequence, int side, long id, long price, long lots) {
      add(sequence, 0, side + "," + id + "," + price + "," + lots);
    }

    @Override
    public void traded(long sequence, long price, long lots, long maker, long taker) {
      add(sequence, 1, price + "," + lots + "," + maker + "," + taker);
    }

    @Override
    public void canceled(long sequence, int side, long id, long price) {
      add(sequence, 2, side + "," + id + "," + price);
    }

    @Override
    public void modified(long sequence, int side, long id, long price, long lots) {
      add(sequence, 3, side + "," + id + "," + price + "," + lots);
    }

    @Override
    public void cancelRefused(long sequence, long id) {
      add(sequence, 4, Long.toString(id));
    }

    @Override
    public void modifyRefused(long sequence, long id) {
      add(sequence, 5, Long.toString(id));
    }

    private void add(long sequence, int type, String rest) {
      final byte[] line = (type + "," + sequence + "," + rest).getBytes(StandardCharsets.US_ASCII);
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      while (used + line.length > text.length) {
        text = Arrays.copyOf(text, text.length * 2);
      }
      System.arraycopy(line, 0, text, used, line.length);
      used += line.length;
      ends[count] = used;
      keys[count] = ((sequence << 3 | type) << INDEX_BITS) | count;
      count++;
    }

    String hash() throws NoSuchAlgorithmException {
      Arrays.sort(keys, 0, count);
      final MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < count; i++) {
        if (i > 0) {
          digest.update((byte) '\n');
        }
        final int line = (int) keys[i] & ((1 << INDEX_BITS) - 1);
        final int start = line == 0 ? 0 : ends[line - 1];
        digest.update(text, start, ends[line] - start);
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
