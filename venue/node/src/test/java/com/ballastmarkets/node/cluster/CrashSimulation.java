package com.ballastmarkets.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.node.host.EngineFactory;
import com.ballastmarkets.node.host.EventRecorder;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenuePort;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a node under load at random moments, starts it again, and compares what its client was told
 * with what is there. {@code -Dballast.crash.rounds=300} for a long night, {@code -Dballast.seed=…}
 * to see a failure again.
 */
@Timeout(value = 12, unit = TimeUnit.HOURS)
class CrashSimulation {
  private static final int ROUNDS = Integer.getInteger("ballast.crash.rounds", 5);
  private static final long SEED = Long.getLong("ballast.seed", System.nanoTime());
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir private Path folder;
  private final List<Ack> acks = Collections.synchronizedList(new ArrayList<>());

  private record Ack(int round, long first, long last, int hash) {}

  @Test
  void whatWasAcknowledgedIsThereOnceAfterEveryKill() throws Exception {
    final Random random = new Random(SEED);
    long entries = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      killOnce(round, random);
      entries = reconcile("round %d, seed %d".formatted(round, SEED), entries);
    }
    System.out.printf(
        "seed %d: %d rounds, %d acknowledged commands, %d journal entries%n",
        SEED, ROUNDS, acks.size(), entries);
    assertThat(acks).as("seed %d", SEED).isNotEmpty();
  }

  private void killOnce(int round, Random random) throws Exception {
    final Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                folder.toString(),
                Integer.toString(round),
                Long.toString(SEED))
            .redirectError(new File(folder.toFile(), "child-" + round + ".log"))
            .start();
    final AtomicBoolean ready = new AtomicBoolean();
    final Thread listener = Thread.ofPlatform().start(() -> listen(child, round, ready));
    try {
      // One in four is killed at any moment of its start, the others under load.
      if (random.nextInt(4) == 0 && round > 1) {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
      } else {
        await().atMost(PATIENCE).until(() -> ready.get() || !child.isAlive());
        assertThat(child.isAlive()).as("child %d, see child-%d.log", round, round).isTrue();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
      }
    } finally {
      child.destroyForcibly().waitFor();
      listener.join();
    }
  }

  private void listen(Process child, int round, AtomicBoolean ready) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("READY")) {
          ready.set(true);
        } else if (line.startsWith("ACK ")) {
          final String[] words = line.split(" ", -1);
          if (words.length == 4) {
            acks.add(
                new Ack(
                    round,
                    Long.parseLong(words[1]),
                    Long.parseLong(words[2]),
                    Integer.parseInt(words[3])));
          }
        }
      }
    } catch (IOException e) {
      // The child is dead: that is the point.
    }
  }

  /** Starts the node here and compares; returns how long the journal is. */
  private long reconcile(String what, long before) throws Exception {
    try (VenueNode node = VenueNode.start(CrashChild.config(folder));
        VenuePort port = node.connect()) {
      final List<JournalEntry> journal = journal(port);
      assertThat((long) journal.size()).as(what).isGreaterThanOrEqualTo(before);
      assertNothingTwice(what, journal);
      for (final Ack ack : List.copyOf(acks)) {
        assertThat(ack.last()).as("%s: %s", what, ack).isLessThanOrEqualTo(journal.size());
        assertThat(journal.subList((int) ack.first() - 1, (int) ack.last()).toString().hashCode())
            .as("%s: %s", what, ack)
            .isEqualTo(ack.hash());
      }
      assertReplayAgrees(what, node, journal);
      return journal.size();
    }
  }

  /** The whole journal: its end is the answer to a last command. */
  private static List<JournalEntry> journal(VenuePort port) throws Exception {
    final long last = port.call(new Command.Tick()).get(60, TimeUnit.SECONDS).getLast().sequence();
    final List<JournalEntry> journal = Collections.synchronizedList(new ArrayList<>());
    try (var feed = port.read(0, "reconcile", journal::add)) {
      await().atMost(PATIENCE).until(() -> feed.position() >= last || feed.isFailed());
      assertThat(feed.isFailed()).isFalse();
    }
    for (int i = 0; i < journal.size(); i++) {
      assertThat(journal.get(i).sequence()).isEqualTo(i + 1L);
    }
    return List.copyOf(journal);
  }

  private static void assertNothingTwice(String what, List<JournalEntry> journal) {
    final Set<String> orders = new HashSet<>();
    final Set<String> deposits = new HashSet<>();
    final Set<Long> trades = new HashSet<>();
    for (final JournalEntry entry : journal) {
      final boolean fresh =
          switch (entry.event()) {
            case Event.OrderAccepted accepted -> orders.add(accepted.ticket().clOrdId());
            case Event.CashMoved moved when moved.reason() == CashReason.DEPOSIT ->
                deposits.add(moved.reference());
            case Event.Trade trade -> trades.add(trade.tradeId());
            default -> true;
          };
      assertThat(fresh).as("%s: twice: %s", what, entry).isTrue();
    }
  }

  private void assertReplayAgrees(String what, VenueNode node, List<JournalEntry> journal) {
    final String stateHash = node.snapshot();
    final Comparison comparison = new Comparison(journal);
    final CommandLogReplay.Result result =
        CommandLogReplay.replay(
            CrashChild.config(folder).aeronDir(), EngineFactory.EXCHANGE, comparison);
    assertThat(comparison.differing).as(what).isEmpty();
    assertThat(result.stateHash()).as("%s: %s", what, result).isEqualTo(stateHash);
    assertThat(result.lastSequence()).as(what).isGreaterThanOrEqualTo(journal.size());
  }

  /** Finds the first events of a replay that the journal does not have in their place. */
  private static final class Comparison implements EventRecorder {
    private final List<JournalEntry> journal;
    private final List<String> differing = new ArrayList<>();
    private long sequence;
    private long sourceId;
    private long correlationId;

    Comparison(List<JournalEntry> journal) {
      this.journal = journal;
    }

    @Override
    public void begin(long firstSequence, long sourceId, long correlationId) {
      this.sequence = firstSequence;
      this.sourceId = sourceId;
      this.correlationId = correlationId;
    }

    @Override
    public void event(long timeNanos, Event event) {
      final long at = sequence++;
      if (at > journal.size() || differing.size() > 5) {
        return;
      }
      final JournalEntry recorded = journal.get((int) at - 1);
      final JournalEntry replayed =
          new JournalEntry(at, timeNanos, sourceId, correlationId, recorded.last(), event);
      if (!replayed.equals(recorded)) {
        differing.add("recorded " + recorded + ", replayed " + replayed);
      }
    }

    @Override
    public void end() {}
  }
}
