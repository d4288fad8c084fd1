package com.ballastmarkets.reports.desk;

import static com.ballastmarkets.sql.generated.market.Tables.HISTORY;
import static com.ballastmarkets.sql.generated.market.Tables.INSTRUMENT;
import static com.ballastmarkets.sql.generated.market.Tables.STATUS;
import static com.ballastmarkets.sql.generated.proof.Tables.CHECKPOINT;
import static com.ballastmarkets.sql.generated.settlement.Tables.CONTRACT;
import static com.ballastmarkets.sql.generated.settlement.Tables.PAPER;
import static com.ballastmarkets.sql.generated.settlement.Tables.SNAPSHOT;

import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.reports.UntiedReportException;
import com.ballastmarkets.reports.settlement.ContractTerms;
import com.ballastmarkets.reports.settlement.DisputeEntry;
import com.ballastmarkets.reports.settlement.Outcome;
import com.ballastmarkets.reports.settlement.Proof;
import com.ballastmarkets.reports.settlement.SettlementReport;
import com.ballastmarkets.sql.generated.market.tables.records.InstrumentRecord;
import com.ballastmarkets.sql.generated.market.tables.records.StatusRecord;
import com.ballastmarkets.sql.generated.settlement.tables.records.ContractRecord;
import com.ballastmarkets.sql.generated.settlement.tables.records.SnapshotRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The queries of a settlement report. */
final class SettlementQuery {
  private final DSLContext sql;
  private final String venue;
  private final Instant now;

  SettlementQuery(DSLContext sql, String venue, Instant now) {
    this.sql = sql;
    this.venue = venue;
    this.now = now;
  }

  SettlementReport of(String symbol) {
    final InstrumentRecord instrument =
        sql.selectFrom(INSTRUMENT).where(INSTRUMENT.SYMBOL.eq(symbol)).fetchOne();
    if (instrument == null) {
      throw new NoReportException("there is no market " + symbol);
    }
    final int marketId = instrument.getMarketId();
    final StatusRecord status =
        sql.selectFrom(STATUS).where(STATUS.MARKET_ID.eq(marketId)).fetchSingle();
    final Outcome outcome = outcome(symbol, status);
    final ContractRecord contract =
        sql.selectFrom(CONTRACT).where(CONTRACT.MARKET_ID.eq(marketId)).fetchOne();
    final SnapshotRecord snapshot =
        sql.selectFrom(SNAPSHOT).where(SNAPSHOT.MARKET_ID.eq(marketId)).fetchOne();
    final boolean paid =
        switch (outcome) {
          case Outcome.Final _, Outcome.Voided _ -> true;
          case Outcome.Provisional _, Outcome.Disputed _ -> false;
        };
    final SnapshotDocument document =
        snapshot == null ? null : SnapshotDocument.parse(snapshot.getDocument());
    final Instant windowStart = instrument.getWindowStart().toInstant();
    return new SettlementReport(
        venue,
        now,
        new ContractTerms(
            symbol,
            instrument.getName(),
            instrument.getType(),
            instrument.getPlace(),
            windowStart,
            instrument.getExpiry().toInstant(),
            instrument.getRulesHash(),
            ContractWords.of(instrument, contract == null ? null : contract.getRules())),
        (contract != null && contract.getSynthetic())
            || (snapshot != null && snapshot.getSynthetic()),
        outcome,
        document == null ? "no computation" : document.formula(),
        document == null ? List.of() : document.steps(),
        document == null ? List.of() : document.observations(windowStart),
        document == null ? List.of() : document.exclusions(),
        snapshot == null ? null : proof(snapshot, status),
        disputes(marketId),
        paid ? new PayoutQuery(sql).of(marketId) : List.of());
  }

  private Outcome outcome(String symbol, StatusRecord status) {
    return switch (MarketState.valueOf(status.getState())) {
      case PRE_OPEN, AUCTION, CONTINUOUS, HALTED, EXPIRED ->
          throw new NoReportException(
              "market %s has no settlement value yet: it is %s"
                  .formatted(symbol, status.getState()));
      case PROVISIONAL -> new Outcome.Provisional(value(status), instant(status.getDisputeUntil()));
      case DISPUTED -> new Outcome.Disputed(value(status));
      case FINAL ->
          new Outcome.Final(
              Objects.requireNonNull(status.getSettlementMicros(), "a final market has a value"),
              when(status.getMarketId(), "SETTLED"));
      case VOID -> new Outcome.Voided(when(status.getMarketId(), "VOIDED"));
    };
  }

  private static long value(StatusRecord status) {
    return Objects.requireNonNull(
        status.getProvisionalMicros(), "a provisional market has a provisional value");
  }

  private static Instant instant(@Nullable OffsetDateTime time) {
    return Objects.requireNonNull(time, "a provisional value can be disputed until then")
        .toInstant();
  }

  private Instant when(int marketId, String step) {
    return sql.select(HISTORY.HAPPENED_AT)
        .from(HISTORY)
        .where(HISTORY.MARKET_ID.eq(marketId))
        .and(HISTORY.STEP.eq(step))
        .orderBy(HISTORY.SEQUENCE.desc())
        .limit(1)
        .fetchSingle(HISTORY.HAPPENED_AT)
        .toInstant();
  }

  /** Under the first checkpoint that covers the snapshot; null while none does. */
  private @Nullable Proof proof(SnapshotRecord snapshot, StatusRecord status) {
    if (status.getEvidenceHash() != null
        && !status.getEvidenceHash().equals(snapshot.getSha256())) {
      throw new UntiedReportException(
          "the venue was given evidence %s and the snapshot is %s"
              .formatted(status.getEvidenceHash(), snapshot.getSha256()));
    }
    final String note =
        sql.select(CHECKPOINT.NOTE)
            .from(CHECKPOINT)
            .where(CHECKPOINT.SIZE.gt(snapshot.getLeafIndex()))
            .orderBy(CHECKPOINT.SIZE)
            .limit(1)
            .fetchOne(CHECKPOINT.NOTE);
    if (note == null) {
      return null;
    }
    final CheckpointNote checkpoint = CheckpointNote.parse(note);
    return new Proof(
        snapshot.getSha256(),
        snapshot.getLeafIndex(),
        checkpoint.origin(),
        checkpoint.size(),
        checkpoint.rootHash(),
        checkpoint.attestors());
  }

  private List<DisputeEntry> disputes(int marketId) {
    final Map<Long, Long> disputers = new HashMap<>();
    final List<DisputeEntry> entries = new ArrayList<>();
    for (final Record row :
        sql.select()
            .from(HISTORY)
            .leftJoin(PAPER)
            .on(PAPER.SHA256.eq(HISTORY.EVIDENCE_HASH))
            .where(HISTORY.MARKET_ID.eq(marketId))
            .and(HISTORY.STEP.in("DISPUTE", "RULING"))
            .orderBy(HISTORY.SEQUENCE)
            .fetch()) {
      final long dispute = row.get(HISTORY.DISPUTE_ID);
      final boolean opened = row.get(HISTORY.STEP).equals("DISPUTE");
      if (opened) {
        disputers.put(dispute, row.get(HISTORY.ACCOUNT_ID));
      }
      final String what = opened ? "OPENED" : row.get(HISTORY.REASON);
      entries.add(
          new DisputeEntry(
              row.get(HISTORY.HAPPENED_AT).toInstant(),
              dispute,
              what,
              disputers.getOrDefault(dispute, 0L),
              what.equals("AMEND") ? row.get(HISTORY.VALUE_MICROS) : null,
              Objects.requireNonNullElse(row.get(PAPER.REASON), ""),
              Objects.requireNonNullElse(row.get(HISTORY.EVIDENCE_HASH), "")));
    }
    return entries;
  }
}
