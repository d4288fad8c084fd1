package com.ballastmarkets.bench.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WorkloadTest {
  private static final long MAGIC = 0x4D4542575F303031L;

  @TempDir private Path folder;

  /** A sell of 5 rests, a buy of 8 takes it and 3 rest, which are cancelled twice. */
  private static ByteBuffer shortDay() {
    final ByteBuffer file = header(MAGIC, 1, 4);
    record(file, 0, 1, 5, 0, 71, 100);
    record(file, 0, 0, 8, 1, 72, 101);
    record(file, 1, 0, 0, 2, 72, 0);
    record(file, 1, 0, 0, 3, 72, 0);
    return file.flip();
  }

  @Test
  void bothBooksReportAShortDayAsTheBenchmarkWants() throws Exception {
    final String reports =
        """
        0,0,1,71,100,5
        0,1,0,72,101,8
        1,1,100,5,71,72
        2,2,0,72,101
        4,3,72\
        """;
    final String expected =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(reports.getBytes(StandardCharsets.UTF_8)));

    final Path plain = write("plain.bin", shortDay());
    final Path packed = folder.resolve("packed.bin.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readAllBytes(plain));
    }
    for (final Path file : new Path[] {plain, packed}) {
      assertThat(hash(Workload.read(file), VenueBook::new)).isEqualTo(expected);
      assertThat(hash(Workload.read(file), TextbookBook::new)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void bothBooksReportTheSameOnEveryShape(Shape shape) {
    final Workload workload = shape.workload(11, 60_000);

    assertThat(hash(workload, VenueBook::new)).isEqualTo(hash(workload, TextbookBook::new));
  }

  @Test
  void whatIsNoWorkloadIsRefusedWithTheReason() throws IOException {
    assertRefused(ByteBuffer.allocate(7), "7 bytes");
    assertRefused(header(1, 1, 0).flip(), "MEBW_001");
    assertRefused(header(MAGIC, 2, 0).flip(), "version 2");
    assertRefused(
        ByteBuffer.wrap(header(MAGIC, 1, 3).array(), 0, 16), "which take 136 bytes, but it has 16");
    final ByteBuffer wrongType = header(MAGIC, 1, 1);
    record(wrongType, 9, 0, 1, 0, 1, 1);
    assertRefused(wrongType.flip(), "type 9");
  }

  private void assertRefused(ByteBuffer file, String why) throws IOException {
    final Path path = write("wrong.bin", file);
    assertThatThrownBy(() -> Workload.read(path))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
  }

  private Path write(String name, ByteBuffer bytes) throws IOException {
    final byte[] content = new byte[bytes.remaining()];
    bytes.get(content);
    return Files.write(folder.resolve(name), content);
  }

  private static ByteBuffer header(long magic, int version, int count) {
    return ByteBuffer.allocate(16 + 40 * count)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(magic)
        .putInt(version)
        .putInt(count);
  }

  private static void record(
      ByteBuffer file, int type, int side, int lots, long sequence, long id, long price) {
    file.put((byte) type).put((byte) side).put((byte) 0).put((byte) 0).putInt(lots);
    file.putLong(sequence).putLong(id).putLong(price).putLong(0);
  }

  private static String hash(Workload workload, BookPlayer.Maker maker) {
    final ReportHash hash = new ReportHash();
    final ReportTape tape = new ReportTape(hash);
    maker.on(tape).play(workload);
    tape.flush();
    return hash.hex();
  }
}
