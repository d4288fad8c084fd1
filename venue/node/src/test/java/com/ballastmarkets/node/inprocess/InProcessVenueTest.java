package com.ballastmarkets.node.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.node.fake.FakeEngine;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InProcessVenueTest {
  private final AtomicLong nowSeconds = new AtomicLong(1_000);
  private final InstantSource clock = () -> Instant.ofEpochSecond(nowSeconds.get());

  @Test
  void answersWithAllEventsOfTheCommand() throws Exception {
    try (var venue = InProcessVenue.start(new FakeEngine(), clock);
        var port = venue.connect()) {
      final long time = TimeUnit.SECONDS.toNanos(1_000);
      assertThat(answer(port, new Command.Deposit(1000, 5, "a")))
          .containsExactly(
              new JournalEntry(
                  1,
                  time,
                  port.sourceId(),
                  1,
                  false,
                  new Event.CashMoved(1000, CashReason.DEPOSIT, 5, 0, 0, 0, "a", 5)),
              new JournalEntry(
                  2,
                  time,
                  port.sourceId(),
                  1,
                  true,
                  new Event.AccountUpdated(1000, 5, 5, 0, 5, 0)));
      assertThat(answer(port, new Command.Deposit(1000, 5, "a")))
          .containsExactly(
              new JournalEntry(3, time, port.sourceId(), 2, true, new Event.NothingToDo()));
    }
  }

  @Test
  void readersGetEveryEntryInOrderFromWhereTheyAsk() throws Exception {
    try (var venue = InProcessVenue.start(new FakeEngine(), clock);
        var port = venue.connect();
        var other = venue.connect()) {
      final List<Long> early = new CopyOnWriteArrayList<>();
      final JournalFeed feed = port.read(0, "early", entry -> early.add(entry.sequence()));
      final List<CompletableFuture<?>> calls = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        calls.add(port.call(new Command.Deposit(1000, 1, "p" + i)));
        calls.add(other.call(new Command.Deposit(1001, 1, "o" + i)));
      }
      CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
      final List<Long> late = new CopyOnWriteArrayList<>();
      port.read(3_000, "late", entry -> late.add(entry.sequence()));
      await().until(() -> early.size() == 4_000 && late.size() == 1_000);
      assertThat(early)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 4_000).boxed().toList());
      assertThat(late)
          .containsExactlyElementsOf(LongStream.rangeClosed(3_001, 4_000).boxed().toList());
      await().until(() -> feed.position() == 4_000);
    }
  }

  @Test
  void aTimerHappensByItselfAndIsNobodysAnswer() throws Exception {
    try (var venue = InProcessVenue.start(new FakeEngine(), clock);
        var port = venue.connect()) {
      final List<JournalEntry> seen = new CopyOnWriteArrayList<>();
      port.read(0, "all", seen::add);
      answer(port, new Command.SettleDaily(TimeUnit.HOURS.toNanos(1)));
      nowSeconds.addAndGet(3_601);
      await().until(() -> seen.size() == 2);
      final long due = TimeUnit.SECONDS.toNanos(4_600);
      assertThat(seen.get(1))
          .isEqualTo(new JournalEntry(2, due, 0, 0, true, new Event.DailySettled(due)));
    }
  }

  @Test
  void theVenuesTimeFollowsAnAdvancedClock() throws Exception {
    try (var venue = InProcessVenue.start(new FakeEngine(), clock);
        var port = venue.connect()) {
      answer(port, new Command.AdvanceClock(TimeUnit.SECONDS.toNanos(9_000)));
      assertThat(port.venueTimeNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(9_000));
      nowSeconds.addAndGet(1);
      assertThat(port.venueTimeNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(9_001));
    }
  }

  @Test
  void aReaderThatThrowsIsFailedAndStopsNobody() throws Exception {
    try (var venue = InProcessVenue.start(new FakeEngine(), clock);
        var port = venue.connect()) {
      final JournalFeed feed =
          port.read(
              0,
              "broken",
              entry -> {
                throw new IllegalArgumentException("on purpose");
              });
      answer(port, new Command.Deposit(1000, 5, "a"));
      await().until(feed::isFailed);
      assertThat(feed.position()).isZero();
      assertThat(answer(port, new Command.Deposit(1000, 5, "b"))).hasSize(2);
    }
  }

  @Test
  void aBugStopsTheVenueAndSaysSo() {
    try (var venue = InProcessVenue.start(new FakeEngine(), clock);
        var port = venue.connect()) {
      final var answer = port.call(new Command.SetLeverage(1000, -1));
      assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              VenueUnavailableException.class, e -> assertThat(e.isOutcomeUnknown()).isTrue());
      assertThatThrownBy(() -> port.submit(port.nextCorrelationId(), new Command.Tick()))
          .isInstanceOfSatisfying(
              VenueUnavailableException.class, e -> assertThat(e.isOutcomeUnknown()).isFalse());
    }
  }

  private static List<JournalEntry> answer(VenuePort port, Command command) throws Exception {
    return port.call(command).get(10, TimeUnit.SECONDS);
  }
}
