package com.ballastmarkets.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerProjectorTest {
  private final TestDatabase database = TestDatabase.create();
  private final Books books = new Books(database.database());
  private final ScriptedJournal journal =
      new ScriptedJournal().command(1, new Event.AccountOpened(1000, 1000, AccountKind.CLIENT, 1));

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void goesOnWhereItStopped() {
    journal.command(2, deposit(5, "tx-1"));
    project();
    journal.command(3, deposit(7, "tx-2"));
    assertThat(project()).isEqualTo(3);
    assertThat(books.cashMicros(1000)).isEqualTo(12);
  }

  @Test
  void anEntryThatIsToldAgainIsBookedOnce() {
    journal.add(2, 2, true, deposit(5, "tx-1"));
    journal.add(2, 2, true, deposit(5, "tx-1"));
    journal.add(3, 3, true, deposit(7, "tx-2"));
    assertThat(project()).isEqualTo(3);
    assertThat(books.cashMicros(1000)).isEqualTo(12);
  }

  @Test
  void aGapStopsItLoudly() {
    journal.add(2, 2, true, deposit(5, "tx-1"));
    journal.add(4, 3, true, deposit(7, "tx-3"));
    try (LedgerProjector projector = LedgerProjector.start(journal, database.database(), 1)) {
      assertThat(projector.failure()).contains("the journal has a gap: event 4 came after 2");
      assertThat(projector.position()).isEqualTo(2);
    }
    assertThat(books.cashMicros(1000)).isEqualTo(5);
  }

  @Test
  void halfACommandIsNotBooked() {
    journal.command(2, deposit(5, "tx-1"));
    journal.add(3, 3, false, deposit(7, "tx-2"));
    assertThat(project()).isEqualTo(2);
    assertThat(books.cashMicros(1000)).isEqualTo(5);
  }

  @Test
  void aRowThatTheDatabaseRefusesStopsItAndLeavesNothingBehind() {
    journal.command(2, deposit(5, "tx-1"));
    journal.command(3, new Event.LeverageChanged(4711, 3));
    try (LedgerProjector projector = LedgerProjector.start(journal, database.database())) {
      assertThat(projector.failure()).isPresent();
      assertThat(projector.position()).isZero();
    }
    assertThat(books.cashMicros(1000)).isZero();
  }

  @Test
  void twoReadersAtOnceBookOnce() {
    journal.command(2, deposit(5, "tx-1"));
    ScriptedJournal same =
        new ScriptedJournal()
            .command(1, new Event.AccountOpened(1000, 1000, AccountKind.CLIENT, 1))
            .command(2, deposit(5, "tx-1"))
            .whenRead(this::project);
    try (LedgerProjector late = LedgerProjector.start(same, database.database())) {
      assertThat(late.failure()).isEmpty();
      assertThat(late.position()).isEqualTo(2);
    }
    assertThat(books.cashMicros(1000)).isEqualTo(5);
  }

  @Test
  void aReaderThatSomebodyElseMovedStops() {
    journal.command(2, deposit(5, "tx-1"));
    journal.whenRead(
        () -> database.database().sql().execute("UPDATE feed.reader_position SET sequence = 1"));
    try (LedgerProjector late = LedgerProjector.start(journal, database.database())) {
      assertThat(late.failure()).contains("another reader moved 'ledger' from event 0 to 1");
    }
    assertThat(books.cashMicros(1000)).isZero();
  }

  @Test
  void waitsWhileTheDatabaseIsAwayAndCatchesUp() {
    journal.command(2, deposit(5, "tx-1"));
    var starting =
        CompletableFuture.supplyAsync(
            () -> LedgerProjector.start(journal.whenRead(database::goAway), database.database()));
    Awaitility.await().until(() -> !database.database().isReachable());
    assertThat(starting).isNotDone();
    database.comeBack();
    try (LedgerProjector projector = starting.join()) {
      assertThat(projector.failure()).isEmpty();
      assertThat(projector.position()).isEqualTo(2);
    }
    assertThat(books.cashMicros(1000)).isEqualTo(5);
  }

  /** Reads all that is there; the position that it got to. */
  private long project() {
    try (LedgerProjector projector = LedgerProjector.start(journal, database.database())) {
      return projector.position();
    }
  }

  private static Event deposit(long amount, String reference) {
    return new Event.CashMoved(1000, CashReason.DEPOSIT, amount, 0, 0, 0, reference, amount);
  }
}
