package com.ballastmarkets.backoffice.ledger;

import static com.ballastmarkets.sql.generated.trading.Tables.FILL;
import static com.ballastmarkets.sql.generated.trading.Tables.POSITION;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.backoffice.reconciliation.Custodian;
import com.ballastmarkets.backoffice.reconciliation.Reconciliation;
import com.ballastmarkets.node.inprocess.InProcessVenue;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.awaitility.Awaitility;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** The books of a real week of trading, read straight through and through many crashes. */
class LedgerCrashSimulation {
  private static final long SEED = Long.getLong("ballast.seed", 20_250_310L);

  @Test
  void crashesOfEitherSideLeaveTheSameBooks() {
    try (InProcessVenue venue = InProcessVenue.start();
        VenuePort port = venue.connect();
        TestDatabase straight = TestDatabase.create();
        TestDatabase crashing = TestDatabase.create()) {
      new RandomTrading(port, SEED).open().trade(4, 250).settle();
      long last = lastSequence(port);

      readThrough(port, straight.database(), last);
      readThroughCrashes(port, crashing, last);

      assertThat(LedgerDigest.of(crashing.database()))
          .isEqualTo(LedgerDigest.of(straight.database()));
      checkBooks(straight.database());
    }
  }

  @Test
  void aRebuildFromTheFirstEventGivesTheSameRows() {
    try (InProcessVenue venue = InProcessVenue.start();
        VenuePort port = venue.connect();
        TestDatabase inUse = TestDatabase.create();
        TestDatabase empty = TestDatabase.create();
        TestDatabase tampered = TestDatabase.create()) {
      new RandomTrading(port, SEED + 1).open().trade(2, 100);
      readThrough(port, inUse.database(), lastSequence(port));
      assertThat(LedgerRebuild.compare(port, inUse.database(), empty.database())).isEmpty();

      inUse.database().sql().execute("UPDATE trading.position SET paid_micros = paid_micros + 1");
      assertThat(LedgerRebuild.compare(port, inUse.database(), tampered.database()))
          .singleElement()
          .asString()
          .startsWith("trading.position: in use ");
    }
  }

  private static void readThrough(VenuePort port, Database database, long last) {
    try (LedgerProjector projector = LedgerProjector.start(port, database)) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> projector.failure().isPresent() || projector.position() == last);
      assertThat(projector.failure()).isEmpty();
    }
  }

  /** A start that meets a connection in the moment it is cut fails, and is tried again. */
  private static LedgerProjector started(VenuePort port, TestDatabase database, int batch) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(5))
        .ignoreExceptionsInstanceOf(DataAccessException.class)
        .until(() -> LedgerProjector.start(port, database.database(), batch), projector -> true);
  }

  /** Starts projectors with batches of any size, and takes them or their database away. */
  private static void readThroughCrashes(VenuePort port, TestDatabase database, long last) {
    Random random = new Random(SEED);
    long reached = 0;
    while (reached < last) {
      long next = Math.min(last, reached + 1 + random.nextInt(400));
      int batch = 1 + random.nextInt(50);
      try (LedgerProjector projector = started(port, database, batch)) {
        boolean cut = random.nextBoolean();
        if (cut) {
          database.cutConnections();
        }
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofMillis(5))
            .until(() -> projector.failure().isPresent() || projector.position() >= next);
        if (random.nextInt(3) == 0) {
          database.cutConnections();
        }
        assertThat(projector.failure()).isEmpty();
        reached = projector.position();
      }
    }
  }

  private static void checkBooks(Database database) {
    Books books = new Books(database);
    assertThat(books.drifted()).isEmpty();
    assertThat(
            books.trialBalance().stream()
                .map(Books.TrialBalanceLine::balanceMicros)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(BigDecimal.ZERO);
    var result = new Reconciliation(database, Custodian.sandbox()).run(Instant.EPOCH);
    // Withdrawals without papers: neither the sandbox's custodian nor the treasury knows of them.
    assertThat(result.breaks())
        .extracting(Reconciliation.Break::kind)
        .containsOnly(Reconciliation.Kind.LEDGER_CUSTODY, Reconciliation.Kind.IN_FLIGHT);
    assertThat(database.sql().fetchCount(FILL)).isGreaterThan(100);
    assertThat(database.sql().fetchCount(POSITION, POSITION.LOTS.ne(0L))).isZero();

    LocalDate first = LocalDate.of(2025, 3, 10);
    for (long account = RandomTrading.FIRST_ACCOUNT;
        account < RandomTrading.FIRST_ACCOUNT + 6;
        account++) {
      var whole = books.statement(account, first, first.plusDays(30));
      var two = books.statement(account, first, first.plusDays(1));
      var rest = books.statement(account, first.plusDays(2), first.plusDays(30));
      assertThat(whole.openingMicros()).isZero();
      assertThat(whole.closingMicros()).isEqualTo(books.cashMicros(account));
      assertThat(rest.openingMicros()).isEqualTo(two.closingMicros());
      assertThat(rest.closingMicros()).isEqualTo(whole.closingMicros());
      assertThat(two.movements().size() + rest.movements().size())
          .isEqualTo(whole.movements().size());
    }
  }

  private static long lastSequence(VenuePort port) {
    return port.call(new com.ballastmarkets.domain.command.Command.Tick())
        .join()
        .getLast()
        .sequence();
  }
}
