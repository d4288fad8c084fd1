package com.ballastmarkets.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.node.fake.FakeEngines;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class VenueNodeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private NodeConfig config = NodeConfig.in(Path.of("."));

  @BeforeEach
  void configure() {
    config = NodeConfig.in(folder).withEngines(new FakeEngines()).withTermLength(1 << 18);
  }

  @Test
  void answersWithTheEventsOfTheCommand() throws Exception {
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      final List<JournalEntry> answer = answer(port, new Command.Deposit(1000, 5, "a"));
      assertThat(answer)
          .extracting(JournalEntry::event)
          .containsExactly(
              new Event.CashMoved(1000, CashReason.DEPOSIT, 5, 0, 0, 0, "a", 5),
              new Event.AccountUpdated(1000, 5, 5, 0, 5, 0));
      assertThat(answer).extracting(JournalEntry::sequence).containsExactly(1L, 2L);
      assertThat(answer).extracting(JournalEntry::last).containsExactly(false, true);
      assertThat(answer)
          .allSatisfy(entry -> {
            assertThat(entry.sourceId()).isEqualTo(port.sourceId());
            assertThat(entry.correlationId()).isEqualTo(1);
          });
    }
  }

  @Test
  void aRestartReplaysTheLogAndRecordsNothingTwice() throws Exception {
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      deposit(port, "first", 3_000);
    }
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      assertThat(answer(port, new Command.Deposit(1000, 1, "first-7")))
          .extracting(JournalEntry::sequence, JournalEntry::event)
          .containsExactly(tuple(6_001L, new Event.NothingToDo()));
      final var after = answer(port, new Command.Deposit(1000, 1, "more"));
      assertThat(after.getFirst().event())
          .isEqualTo(new Event.CashMoved(1000, CashReason.DEPOSIT, 1, 0, 0, 0, "more", 3_001));
      assertGapFree(port, 6_003);
    }
  }

  @Test
  void aSnapshotTakesThePlaceOfTheLogBeforeItAndTheJournalKeepsAll() throws Exception {
    final String hash;
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      deposit(port, "before", 500);
      hash = node.snapshot();
      deposit(port, "after", 100);
    }
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      final var answer = answer(port, new Command.Deposit(1000, 1, "last"));
      assertThat(answer.getFirst().sequence()).isEqualTo(1_201);
      assertThat(((Event.CashMoved) answer.getFirst().event()).cashAfterMicros()).isEqualTo(601);
      assertGapFree(port, 1_202);
      assertThat(node.snapshot()).isNotEqualTo(hash);
    }
  }

  @Test
  void theJournalOutlivesTheLogThatSnapshotsMadeDispensable() throws Exception {
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      assertThat(node.trimLog()).isZero();
      deposit(port, "a", 18_000);
      node.snapshot();
      deposit(port, "b", 10);
      node.snapshot();
      deposit(port, "c", 10);
      assertThat(node.trimLog()).isPositive();
      deposit(port, "d", 10);
    }
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      final var answer = answer(port, new Command.Deposit(1000, 1, "last"));
      assertThat(((Event.CashMoved) answer.getFirst().event()).cashAfterMicros()).isEqualTo(18_031);
      assertGapFree(port, 36_062);
    }
  }

  @Test
  void readersBeginWhereTheyAskOverManyTerms() throws Exception {
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      deposit(port, "p", 6_000);
      for (final long after : new long[] {0, 1, 777, 5_999, 11_990, 12_000}) {
        final List<Long> read = new CopyOnWriteArrayList<>();
        try (var feed = port.read(after, "r" + after, entry -> read.add(entry.sequence()))) {
          await().atMost(PATIENCE).until(() -> feed.position() == 12_000);
        }
        assertThat(read)
            .as("after %d", after)
            .containsExactlyElementsOf(LongStream.rangeClosed(after + 1, 12_000).boxed().toList());
      }
    }
  }

  @Test
  void aTimerHappensByItselfAndIsNobodysAnswer() throws Exception {
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      final List<JournalEntry> seen = new CopyOnWriteArrayList<>();
      port.read(0, "all", seen::add);
      final var set = answer(port, new Command.SettleDaily(TimeUnit.MILLISECONDS.toNanos(300)));
      await().atMost(PATIENCE).until(() -> seen.size() == 2);
      final long due = set.getFirst().timeNanos() + TimeUnit.MILLISECONDS.toNanos(300);
      assertThat(seen.get(1))
          .isEqualTo(new JournalEntry(2, due, 0, 0, true, new Event.DailySettled(due)));
    }
  }

  @Test
  void aPortComesBackWithItsFeedsWhenTheNodeDoes() throws Exception {
    VenueNode node = VenueNode.start(config);
    try (VenuePort port = node.connect()) {
      final List<Long> read = new CopyOnWriteArrayList<>();
      port.read(0, "steady", entry -> read.add(entry.sequence()));
      deposit(port, "a", 100);
      node.close();
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThatThrownBy(() -> port.submit(port.nextCorrelationId(), new Command.Tick()))
                  .isInstanceOfSatisfying(
                      VenueUnavailableException.class,
                      e -> assertThat(e.isOutcomeUnknown()).isFalse()));
      node = VenueNode.start(config);
      await().atMost(PATIENCE).until(((AeronVenuePort) port)::isAccepting);
      deposit(port, "b", 100);
      await().atMost(PATIENCE).until(() -> read.size() == 400);
      assertThat(read).containsExactlyElementsOf(LongStream.rangeClosed(1, 400).boxed().toList());
    } finally {
      node.close();
    }
  }

  @Test
  void theVenuesTimeFollowsAnAdvancedClockThroughARestart() throws Exception {
    final long century = TimeUnit.DAYS.toNanos(36_500);
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      assertThat(port.venueTimeNanos()).isLessThan(century);
      answer(port, new Command.AdvanceClock(century));
      assertThat(port.venueTimeNanos()).isGreaterThanOrEqualTo(century);
    }
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      assertThat(port.venueTimeNanos()).isGreaterThanOrEqualTo(century);
    }
  }

  @Test
  void aSecondNodeInTheSameFolderIsRefused() throws Exception {
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      assertThatThrownBy(() -> VenueNode.start(config))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another node runs in the data folder");
      assertThat(answer(port, new Command.Deposit(1000, 5, "a"))).hasSize(2);
    }
  }

  @Test
  void commandsAreRefusedWhileStorageIsLow() throws Exception {
    try (VenueNode node = VenueNode.start(config.withMinFreeBytes(Long.MAX_VALUE));
        VenuePort port = node.connect()) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThatThrownBy(() -> port.submit(port.nextCorrelationId(), new Command.Tick()))
                  .hasMessage("the venue is low on storage"));
    }
  }

  @Test
  void aBugStopsTheNodeAndSaysSo() throws Exception {
    try (VenueNode node = VenueNode.start(config);
        VenuePort port = node.connect()) {
      port.submit(port.nextCorrelationId(), new Command.SetLeverage(1000, -1));
      await().atMost(PATIENCE).until(() -> node.failure() != null);
      assertThatThrownBy(() -> answer(port, new Command.Tick()))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .hasMessage("the venue is down");
    }
  }

  private static void deposit(VenuePort port, String reference, int count) throws Exception {
    final List<CompletableFuture<?>> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(port.call(new Command.Deposit(1000, 1, reference + "-" + i)));
    }
    CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
  }

  private static void assertGapFree(VenuePort port, long last) {
    final List<Long> read = new CopyOnWriteArrayList<>();
    try (var feed = port.read(0, "all", entry -> read.add(entry.sequence()))) {
      await().atMost(PATIENCE).until(() -> feed.position() >= last);
    }
    assertThat(read).containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
  }

  private static List<JournalEntry> answer(VenuePort port, Command command) throws Exception {
    return port.call(command).get(60, TimeUnit.SECONDS);
  }
}
