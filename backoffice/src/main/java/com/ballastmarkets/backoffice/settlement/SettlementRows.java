package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.sql.generated.settlement.Tables.HOLDING;
import static com.ballastmarkets.sql.generated.settlement.Tables.MARKET;
import static com.ballastmarkets.sql.generated.settlement.Tables.PAPER;

import com.ballastmarkets.backoffice.proof.KeyFolder;
import com.ballastmarkets.backoffice.proof.LeafKind;
import com.ballastmarkets.backoffice.proof.ProofLog;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.domain.settlement.SettlementTimes;
import com.ballastmarkets.oracle.bundle.Decision;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Writes what commands did to markets and holdings, within one transaction. */
final class SettlementRows {
  private final DSLContext sql;
  private final ContractBook book;
  private final ProofLog log;
  private final KeyFolder keys;

  /** The last word on each holding, written together: positions move with every fill. */
  private final Map<Holding, Event.PositionUpdated> moved = new LinkedHashMap<>();

  private record Holding(int marketId, long accountId) {}

  SettlementRows(DSLContext sql, ContractBook book, ProofLog log, KeyFolder keys) {
    this.sql = sql;
    this.book = book;
    this.log = log;
    this.keys = keys;
  }

  /**
   * Takes all that one command did.
   *
   * @return whether the calendar should look
   */
  boolean take(List<JournalEntry> command) {
    boolean closes =
        command.stream()
            .anyMatch(entry ->
                entry.event() instanceof Event.MarketSettled
                    || entry.event() instanceof Event.MarketVoided);
    if (closes) {
      flush();
    }
    boolean wakes = false;
    boolean ruledVoid =
        command.stream()
            .anyMatch(entry ->
                entry.event() instanceof Event.DisputeRuled ruled
                    && ruled.ruling() == Ruling.VOID
                    && !ruled.evidenceHash().isEmpty());
    for (JournalEntry entry : command) {
      wakes |= take(entry, command, ruledVoid);
    }
    return wakes;
  }

  /** Writes what is still gathered. */
  void flush() {
    moved.forEach((holding, event) ->
        sql.insertInto(HOLDING)
            .set(HOLDING.MARKET_ID, holding.marketId())
            .set(HOLDING.ACCOUNT_ID, holding.accountId())
            .set(HOLDING.LOTS, event.lots())
            .set(HOLDING.OPEN_VALUE_MICROS, event.openValueMicros())
            .set(HOLDING.PAID_MICROS, event.paidMicros())
            .onConflict(HOLDING.MARKET_ID, HOLDING.ACCOUNT_ID)
            .doUpdate()
            .set(HOLDING.LOTS, event.lots())
            .set(HOLDING.OPEN_VALUE_MICROS, event.openValueMicros())
            .set(HOLDING.PAID_MICROS, event.paidMicros())
            .execute());
    moved.clear();
  }

  private boolean take(JournalEntry entry, List<JournalEntry> command, boolean ruledVoid) {
    Instant at = VenueTime.instant(entry.timeNanos());
    return switch (entry.event()) {
      case Event.MarketListed listed -> list(listed.instrument(), entry, at);
      case Event.MarketStateChanged changed -> changeState(changed, entry, at);
      case Event.PositionUpdated updated -> {
        if (closedHere(command, updated.marketId())) {
          settleHolding(updated);
        } else {
          moved.put(new Holding(updated.marketId(), updated.accountId()), updated);
        }
        yield false;
      }
      case Event.ProvisionalPublished published -> {
        sql.update(MARKET)
            .set(MARKET.VALUE_MICROS, published.valueMicros())
            .set(
                MARKET.DISPUTE_UNTIL,
                VenueTime.utc(VenueTime.instant(published.disputeUntilNanos())))
            .where(MARKET.MARKET_ID.eq(published.marketId()))
            .execute();
        yield true;
      }
      case Event.DisputeOpened opened -> logDispute(opened, at);
      case Event.DisputeRuled ruled -> logRuling(ruled, at);
      case Event.MarketSettled settled -> {
        sql.update(MARKET)
            .set(MARKET.VALUE_MICROS, settled.valueMicros())
            .where(MARKET.MARKET_ID.eq(settled.marketId()))
            .execute();
        yield true;
      }
      case Event.MarketVoided voided -> {
        if (!ruledVoid) {
          logOperatorVoid(voided.marketId(), at);
        }
        sql.update(MARKET)
            .setNull(MARKET.VALUE_MICROS)
            .where(MARKET.MARKET_ID.eq(voided.marketId()))
            .execute();
        yield true;
      }
      case Event.ClockAdvanced advanced -> true;
      default -> false; // events that do not touch a settlement
    };
  }

  private boolean list(Instrument instrument, JournalEntry entry, Instant at) {
    if (instrument.contract() instanceof Contract.Combo) {
      return false; // a combo is never held: there is nothing to settle
    }
    Optional<DraftedContract> contract = book.withRules(instrument.rulesHash());
    sql.insertInto(MARKET)
        .set(MARKET.MARKET_ID, instrument.marketId())
        .set(MARKET.SYMBOL, instrument.symbol())
        .set(MARKET.EXPIRY, VenueTime.utc(VenueTime.instant(instrument.expiryNanos())))
        .set(MARKET.STATE, MarketState.PRE_OPEN.name())
        .set(MARKET.UPDATED_SEQUENCE, entry.sequence())
        .execute();
    if (contract.isPresent()) {
      byte[] rules = contract.get().rules().bytes();
      log.append(sql, LeafKind.RULES, instrument.symbol(), rules, at);
    }
    return true;
  }

  private boolean changeState(Event.MarketStateChanged changed, JournalEntry entry, Instant at) {
    sql.update(MARKET)
        .set(MARKET.STATE, changed.to().name())
        .set(MARKET.CLOSED_AT, changed.to().isClosed() ? VenueTime.utc(at) : null)
        .set(MARKET.UPDATED_SEQUENCE, entry.sequence())
        .where(MARKET.MARKET_ID.eq(changed.marketId()))
        .execute();
    return switch (changed.to()) {
      case EXPIRED, PROVISIONAL, DISPUTED, FINAL, VOID -> true;
      case PRE_OPEN, AUCTION, CONTINUOUS, HALTED -> false;
    };
  }

  /** The command closes the market: what it paid is the last payment, and the rest stays. */
  private void settleHolding(Event.PositionUpdated updated) {
    sql.update(HOLDING)
        .set(HOLDING.FINAL_MICROS, HOLDING.PAID_MICROS.neg().plus(updated.paidMicros()))
        .where(HOLDING.MARKET_ID.eq(updated.marketId()))
        .and(HOLDING.ACCOUNT_ID.eq(updated.accountId()))
        .execute();
  }

  private boolean logDispute(Event.DisputeOpened opened, Instant at) {
    String symbol = symbol(opened.marketId());
    byte[] document =
        paper(opened.evidenceHash())
            .orElseGet(() ->
                new Decision.Dispute(
                        symbol,
                        opened.disputeId(),
                        keys.pseudonym(symbol, opened.accountId()),
                        "the papers of this dispute are not kept here",
                        Hash.ofHex(opened.evidenceHash()),
                        SettlementTimes.DISPUTE_BOND_MICROS,
                        at)
                    .bytes());
    log.append(sql, LeafKind.DISPUTE, symbol, document, at);
    return true;
  }

  private boolean logRuling(Event.DisputeRuled ruled, Instant at) {
    if (ruled.evidenceHash().isEmpty()) {
      return true; // moot, because the market became void: nobody ruled on it
    }
    String symbol = symbol(ruled.marketId());
    byte[] document =
        paper(ruled.evidenceHash())
            .orElseGet(() ->
                new Decision.ArbitratorRuling(
                        symbol,
                        ruled.disputeId(),
                        ruled.ruling(),
                        ruled.ruling() == Ruling.AMEND ? ruled.valueMicros() : null,
                        "unknown",
                        true,
                        "the papers of this ruling are not kept here",
                        at)
                    .bytes());
    log.append(sql, LeafKind.RULING, symbol, document, at);
    if (ruled.ruling() == Ruling.AMEND) {
      sql.update(MARKET)
          .set(MARKET.VALUE_MICROS, ruled.valueMicros())
          .where(MARKET.MARKET_ID.eq(ruled.marketId()))
          .execute();
    }
    return true;
  }

  private void logOperatorVoid(int marketId, Instant at) {
    String symbol = symbol(marketId);
    Decision.OperatorVoid action =
        new Decision.OperatorVoid(
            symbol, "market operations", "see the record of staff actions", at);
    log.append(sql, LeafKind.OPERATOR_ACTION, symbol, action.bytes(), at);
  }

  private static boolean closedHere(List<JournalEntry> command, int marketId) {
    return command.stream()
        .anyMatch(entry ->
            (entry.event() instanceof Event.MarketSettled settled && settled.marketId() == marketId)
                || (entry.event() instanceof Event.MarketVoided voided
                    && voided.marketId() == marketId));
  }

  private Optional<byte[]> paper(String sha256) {
    return sql.select(PAPER.DOCUMENT)
        .from(PAPER)
        .where(PAPER.SHA256.eq(sha256))
        .fetchOptional(PAPER.DOCUMENT);
  }

  private String symbol(int marketId) {
    return sql.select(MARKET.SYMBOL)
        .from(MARKET)
        .where(MARKET.MARKET_ID.eq(marketId))
        .fetchSingle()
        .value1();
  }
}
