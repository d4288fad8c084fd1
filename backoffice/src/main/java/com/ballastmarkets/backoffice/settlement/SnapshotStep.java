package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.sql.generated.settlement.Tables.MARKET;
import static com.ballastmarkets.sql.generated.settlement.Tables.REVIEW;
import static com.ballastmarkets.sql.generated.settlement.Tables.SNAPSHOT;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.backoffice.proof.LeafKind;
import com.ballastmarkets.backoffice.proof.ProofLog;
import com.ballastmarkets.backoffice.telemetry.TelemetryStore;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.settlement.SettlementTimes;
import com.ballastmarkets.oracle.bundle.Snapshot;
import com.ballastmarkets.oracle.formula.IncompleteTelemetryException;
import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.rules.FlaggedDays;
import com.ballastmarkets.oracle.telemetry.Observation;
import com.ballastmarkets.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From E + 24 h on: takes the snapshot of an expired market once, logs and signs it, and publishes
 * the provisional value. What cannot be computed yet, or waits for a review, is tried again.
 */
final class SnapshotStep implements CalendarStep {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotStep.class);
  private static final Duration AFTER = Duration.ofNanos(SettlementTimes.SNAPSHOT_AFTER_NANOS);

  private final Database database;
  private final ContractBook book;
  private final TelemetryStore telemetry;
  private final ProofLog log;
  private final VenueCommands venue;
  private final String codeVersion;
  private final @Nullable CalendarStep feed;
  private final Map<String, String> waiting = new ConcurrentHashMap<>();

  /**
   * @param feed hands in telemetry that is due, and runs before any snapshot; null if telemetry
   *     comes by itself
   */
  SnapshotStep(
      Database database,
      ContractBook book,
      TelemetryStore telemetry,
      ProofLog log,
      VenueCommands venue,
      String codeVersion,
      @Nullable CalendarStep feed) {
    this.database = database;
    this.book = book;
    this.telemetry = telemetry;
    this.log = log;
    this.venue = venue;
    this.codeVersion = codeVersion;
    this.feed = feed;
  }

  @Override
  public String name() {
    return "snapshot";
  }

  /** Markets that are due and have no value yet, with the reason. */
  Map<String, String> waiting() {
    return Map.copyOf(waiting);
  }

  @Override
  public boolean run(Instant venueNow) throws Exception {
    boolean published = false;
    List<Integer> due =
        database
            .sql()
            .select(MARKET.MARKET_ID)
            .from(MARKET)
            .where(MARKET.STATE.eq(MarketState.EXPIRED.name()))
            .and(MARKET.EXPIRY.le(VenueTime.utc(venueNow.minus(AFTER))))
            .orderBy(MARKET.EXPIRY, MARKET.MARKET_ID)
            .fetch(MARKET.MARKET_ID);
    if (feed != null && !due.isEmpty()) {
      feed.run(venueNow);
    }
    Troubles troubles = new Troubles();
    for (int marketId : due) {
      Optional<DraftedContract> found = book.find(marketId);
      if (found.isPresent()) {
        DraftedContract contract = found.get();
        published |= troubles.unless(contract.rules().market(), () -> settle(contract, venueNow));
      }
    }
    troubles.raise();
    return published;
  }

  private boolean settle(DraftedContract contract, Instant venueNow) {
    String symbol = contract.rules().market();
    if (!isTaken(contract.marketId())) {
      try {
        String reason = take(contract, venueNow);
        if (reason != null) {
          wait(symbol, reason);
          return false;
        }
      } catch (IncompleteTelemetryException e) {
        wait(symbol, String.valueOf(e.getMessage()));
        return false;
      }
    }
    waiting.remove(symbol);
    log.checkpoint(venueNow);
    var taken =
        database
            .sql()
            .selectFrom(SNAPSHOT)
            .where(SNAPSHOT.MARKET_ID.eq(contract.marketId()))
            .fetchSingle();
    Optional<RejectReason> refused =
        venue.give(
            new Command.PublishProvisional(
                contract.marketId(),
                taken.getValueMicros(),
                taken.getSha256(),
                taken.getLeafIndex()));
    // The state that was read may be behind the journal: then it is not EXPIRED any more.
    if (refused.isPresent() && refused.get() != RejectReason.INVALID_STATE) {
      throw new IllegalStateException(
          "the venue refused the provisional value of " + symbol + ": " + refused.get());
    }
    return refused.isEmpty();
  }

  /** Returns what it has to wait for, or null when the snapshot is in the log. */
  private @Nullable String take(DraftedContract contract, Instant venueNow) {
    ContractRules rules = contract.rules();
    Instant takenAt = VenueTime.stored(venueNow);
    List<Observation> observations = telemetry.observations(rules);
    String review =
        database
            .sql()
            .selectFrom(REVIEW)
            .where(REVIEW.MARKET_ID.eq(contract.marketId()))
            .fetchOptional(row -> row.getReviewer() + ": " + row.getFinding())
            .orElse(null);
    Snapshot snapshot =
        Snapshot.take(
            rules,
            takenAt,
            codeVersion,
            review,
            observations,
            telemetry.interruptions(rules.place(), takenAt),
            telemetry.files(observations));
    if (review == null) {
      if (snapshot.computation().hasFallback()) {
        return "days without any value wait for a review";
      }
      if (snapshot.computation().needsReview() && rules.flagged() == FlaggedDays.REVIEW) {
        return "days that two source classes do not verify wait for a review";
      }
    }
    database
        .sql()
        .transaction(tx -> {
          byte[] document = snapshot.bytes();
          long index = log.append(tx.dsl(), LeafKind.SNAPSHOT, rules.market(), document, takenAt);
          tx.dsl()
              .insertInto(SNAPSHOT)
              .set(SNAPSHOT.MARKET_ID, contract.marketId())
              .set(SNAPSHOT.SYMBOL, rules.market())
              .set(SNAPSHOT.DOCUMENT, document)
              .set(SNAPSHOT.SHA256, snapshot.hash().hex())
              .set(SNAPSHOT.LEAF_INDEX, index)
              .set(SNAPSHOT.VALUE_MICROS, snapshot.computation().valueMicros())
              .set(SNAPSHOT.SYNTHETIC, snapshot.isSynthetic())
              .set(SNAPSHOT.TAKEN_AT, VenueTime.utc(takenAt))
              .execute();
        });
    return null;
  }

  private boolean isTaken(int marketId) {
    return database.sql().fetchExists(SNAPSHOT, SNAPSHOT.MARKET_ID.eq(marketId));
  }

  private void wait(String symbol, String reason) {
    if (!reason.equals(waiting.put(symbol, reason))) {
      LOG.warn("{} has no provisional value yet: {}", symbol, reason);
    }
  }
}
