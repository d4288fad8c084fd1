package com.ballastmarkets.engine.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
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

  private record Line(long sequence, int type, String text) {}

  private static final class Lines implements PublicWorkload.Reports {
    private final List<Line> lines = new ArrayList<>();

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
      lines.add(new Line(sequence, type, type + "," + sequence + "," + rest));
    }

    String hash() throws NoSuchAlgorithmException {
      lines.sort(Comparator.comparingLong(Line::sequence).thenComparingInt(Line::type));
      final MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < lines.size(); i++) {
        if (i > 0) {
          digest.update((byte) '\n');
        }
        digest.update(lines.get(i).text().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
