package com.ballastmarkets.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.node.fake.FakeEngines;
import com.ballastmarkets.protocol.port.VenuePort;
import io.aeron.Aeron;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.client.RecordingDescriptorConsumer;
import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.protocol.DataHeaderFlyweight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A copy of a running node's files is what a kill leaves behind; to it is added what a write that
 * was cut short would have left.
 */
@Timeout(180)
class TornEndTest {
  private static final int JOURNAL_STREAM = 4201;
  private static final int LOG_STREAM = 100;
  private static final int DEPOSITS = 300;

  @TempDir private Path folder;

  /** Where the next write to a recording would have gone. */
  private record End(long recordingId, long position) {}

  @Test
  void halfAFragmentAtTheEndOfLogAndJournalIsCutOff() throws Exception {
    final Path killed = folder.resolve("killed");
    final List<End> ends = copyOfARunningNode(killed);
    assertThat(ends).hasSize(2);
    for (final End end : ends) {
      // The header says two pages, and the second never came.
      append(killed, end, 8_192, (byte) FrameDescriptor.UNFRAGMENTED, 1_000);
    }
    assertEverythingIsThere(killed);
  }

  @Test
  void theBeginningOfAFrameWithoutItsRestIsCutOff() throws Exception {
    final Path killed = folder.resolve("killed");
    final List<End> ends = copyOfARunningNode(killed);
    for (final End end : ends) {
      append(killed, end, 512, FrameDescriptor.BEGIN_FRAG_FLAG, 512);
    }
    assertEverythingIsThere(killed);
  }

  private List<End> copyOfARunningNode(Path copy) throws Exception {
    final NodeConfig config = config(folder.resolve("running"));
    final List<End> ends = new ArrayList<>();
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      deposit(port, "a", DEPOSITS);
      try (Aeron aeron =
              Aeron.connect(new Aeron.Context().aeronDirectoryName(config.aeronDir().toString()));
          AeronArchive archive =
              AeronArchive.connect(
                  AeronVenuePort.archiveClient().aeron(aeron).ownsAeronClient(false))) {
        final List<Long> recordings = new ArrayList<>();
        archive.listRecordingsForUri(0, 100, "aeron:ipc", JOURNAL_STREAM, ids(recordings));
        archive.listRecordingsForUri(0, 100, "aeron:ipc", LOG_STREAM, ids(recordings));
        for (final long id : recordings) {
          ends.add(new End(id, archive.getRecordingPosition(id)));
        }
      }
      copyTree(config.dataDir(), copy);
    }
    return ends;
  }

  private static RecordingDescriptorConsumer ids(List<Long> recordings) {
    return (c, r, id, t0, t1, p0, p1, term, segment, length, mtu, session, stream, s, o, i) ->
        recordings.add(id);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(file -> {
        try {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }

  /** Writes a data frame of the given length in the first term, and only some of its bytes. */
  private void append(Path dataDir, End end, int frameLength, byte flags, int written)
      throws IOException {
    final Path segment = dataDir.resolve("archive").resolve(end.recordingId() + "-0.rec");
    try (FileChannel channel =
        FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      final ByteBuffer frame = ByteBuffer.allocate(written).order(ByteOrder.LITTLE_ENDIAN);
      frame.limit(DataHeaderFlyweight.HEADER_LENGTH);
      channel.read(frame, 0);
      frame.clear();
      frame.putInt(0, frameLength);
      frame.put(5, flags);
      frame.putInt(8, (int) end.position());
      for (int i = DataHeaderFlyweight.HEADER_LENGTH; i < written; i++) {
        frame.put(i, (byte) 7);
      }
      channel.write(frame, end.position());
    }
  }

  private void assertEverythingIsThere(Path dataDir) throws Exception {
    try (VenueNode node = VenueNode.start(config(dataDir));
        VenuePort port = node.connect()) {
      final var answer = port.call(new Command.Deposit(1000, 1, "after")).get(60, TimeUnit.SECONDS);
      assertThat(((Event.CashMoved) answer.getFirst().event()).cashAfterMicros())
          .isEqualTo(DEPOSITS + 1);
      final List<Long> read = new CopyOnWriteArrayList<>();
      port.read(0, "all", entry -> read.add(entry.sequence()));
      await().atMost(Duration.ofSeconds(60)).until(() -> read.size() >= 2 * DEPOSITS + 2);
      assertThat(read)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 2 * DEPOSITS + 2).boxed().toList());
    }
  }

  private static NodeConfig config(Path dataDir) {
    return NodeConfig.in(dataDir).withEngines(new FakeEngines()).withTermLength(1 << 18);
  }

  private static void deposit(VenuePort port, String reference, int count) throws Exception {
    final List<CompletableFuture<?>> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(port.call(new Command.Deposit(1000, 1, reference + "-" + i)));
    }
    CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
  }
}
