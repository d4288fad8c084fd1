package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.sql.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The market directory: listings, how each market stands, and the steps of its life. */
final class MarketRows implements ProjectedRows {
  private final CopyRows listed =
      new CopyRows(
          "market.instrument",
          "market_id, symbol, name, type, place, lo_micros, hi_micros, window_start, expiry,"
              + " terms, ticks, fee_basis, maker_rate, taker_rate, listing_price_micros,"
              + " max_order_lots, position_limit_lots, rules_hash, listed_at, listed_sequence");
  private final CopyRows firstStatus =
      new CopyRows(
          "market.status",
          "market_id, state, reference_price_micros, mark_micros, updated_at, updated_sequence");
  private final StagedRows changed =
      new StagedRows(
          "market_change",
          "market_id INTEGER, state TEXT, state_reason TEXT, reference_price_micros BIGINT,"
              + " mark_micros BIGINT, last_price_micros BIGINT, provisional_micros BIGINT,"
              + " settlement_micros BIGINT, evidence_hash TEXT, leaf_index BIGINT,"
              + " dispute_until TIMESTAMPTZ, updated_at TIMESTAMPTZ, updated_sequence BIGINT",
          """
          UPDATE market.status s
             SET state                  = coalesce(c.state, s.state),
                 state_reason           = coalesce(c.state_reason, s.state_reason),
                 reference_price_micros = coalesce(c.reference_price_micros,
                                                   s.reference_price_micros),
                 mark_micros            = coalesce(c.mark_micros, s.mark_micros),
                 last_price_micros      = coalesce(c.last_price_micros, s.last_price_micros),
                 provisional_micros     = coalesce(c.provisional_micros, s.provisional_micros),
                 settlement_micros      = coalesce(c.settlement_micros, s.settlement_micros),
                 evidence_hash          = coalesce(c.evidence_hash, s.evidence_hash),
                 leaf_index             = coalesce(c.leaf_index, s.leaf_index),
                 dispute_until          = coalesce(c.dispute_until, s.dispute_until),
                 updated_at             = c.updated_at,
                 updated_sequence       = c.updated_sequence
            FROM market_change c
           WHERE s.market_id = c.market_id\
          """);
  private final CopyRows history =
      new CopyRows(
          "market.history",
          "sequence, market_id, happened_at, step, state, reason, value_micros, evidence_hash,"
              + " leaf_index, dispute_id, account_id");

  private final Map<Integer, Change> changes = new LinkedHashMap<>();

  private static final class Change {
    final int marketId;
    Event.@Nullable MarketStateChanged state;
    @Nullable Long markMicros;
    @Nullable Long lastPriceMicros;
    Event.@Nullable ProvisionalPublished provisional;
    @Nullable Long settlementMicros;
    long timeNanos;
    long sequence;

    Change(int marketId) {
      this.marketId = marketId;
    }
  }

  private Change change(int marketId, JournalEntry entry) {
    Change change = changes.computeIfAbsent(marketId, Change::new);
    change.timeNanos = entry.timeNanos();
    change.sequence = entry.sequence();
    return change;
  }

  void listed(JournalEntry entry, Event.MarketListed event) {
    Instrument instrument = event.instrument();
    listed
        .number(instrument.marketId())
        .text(instrument.symbol())
        .text(instrument.name())
        .text(instrument.contract().typeName())
        .text(instrument.place())
        .number(instrument.contract().loMicros())
        .number(instrument.contract().hiMicros())
        .time(instrument.windowStartNanos())
        .time(instrument.expiryNanos())
        .text(TermsJson.of(instrument.contract()))
        .text(TermsJson.of(instrument.ticks()))
        .text(instrument.fees().basis().name())
        .number(instrument.fees().makerRate())
        .number(instrument.fees().takerRate())
        .number(instrument.referencePriceMicros())
        .number(instrument.maxOrderLots())
        .number(instrument.positionLimitLots())
        .text(instrument.rulesHash())
        .time(entry.timeNanos())
        .number(entry.sequence())
        .end();
    firstStatus
        .number(instrument.marketId())
        .text(MarketState.PRE_OPEN.name())
        .number(instrument.referencePriceMicros())
        .number(instrument.referencePriceMicros())
        .time(entry.timeNanos())
        .number(entry.sequence())
        .end();
  }

  void stateChanged(JournalEntry entry, Event.MarketStateChanged event) {
    change(event.marketId(), entry).state = event;
    step(entry, event.marketId(), "STATE")
        .text(event.to().name())
        .text(event.reason().name())
        .none()
        .none()
        .none()
        .none()
        .none()
        .end();
  }

  void marked(JournalEntry entry, Event.MarkChanged event) {
    change(event.marketId(), entry).markMicros = event.markMicros();
  }

  void traded(JournalEntry entry, Event.Trade event) {
    change(event.marketId(), entry).lastPriceMicros = event.priceMicros();
  }

  void traded(JournalEntry entry, Event.ComboTrade event) {
    change(event.marketId(), entry).lastPriceMicros = event.priceMicros();
  }

  void provisional(JournalEntry entry, Event.ProvisionalPublished event) {
    change(event.marketId(), entry).provisional = event;
    step(entry, event.marketId(), "PROVISIONAL")
        .none()
        .none()
        .number(event.valueMicros())
        .text(event.evidenceHash())
        .number(event.leafIndex())
        .none()
        .none()
        .end();
  }

  void disputed(JournalEntry entry, Event.DisputeOpened event) {
    change(event.marketId(), entry);
    step(entry, event.marketId(), "DISPUTE")
        .none()
        .none()
        .none()
        .text(event.evidenceHash())
        .none()
        .number(event.disputeId())
        .number(event.accountId())
        .end();
  }

  void ruled(JournalEntry entry, Event.DisputeRuled event) {
    change(event.marketId(), entry);
    step(entry, event.marketId(), "RULING")
        .none()
        .text(event.ruling().name())
        .number(event.valueMicros())
        .text(event.evidenceHash())
        .none()
        .number(event.disputeId())
        .none()
        .end();
  }

  void settled(JournalEntry entry, Event.MarketSettled event) {
    change(event.marketId(), entry).settlementMicros = event.valueMicros();
    step(entry, event.marketId(), "SETTLED")
        .none()
        .none()
        .number(event.valueMicros())
        .none()
        .none()
        .none()
        .none()
        .end();
  }

  void voided(JournalEntry entry, Event.MarketVoided event) {
    change(event.marketId(), entry);
    step(entry, event.marketId(), "VOIDED").none().none().none().none().none().none().none().end();
  }

  private CopyRows step(JournalEntry entry, int marketId, String step) {
    return history.number(entry.sequence()).number(marketId).time(entry.timeNanos()).text(step);
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    changed.prepare(connection);
  }

  @Override
  public void write(Connection connection) throws SQLException {
    changed.rows().clear();
    for (Change change : changes.values()) {
      Event.MarketStateChanged state = change.state;
      Event.ProvisionalPublished provisional = change.provisional;
      changed
          .rows()
          .number(change.marketId)
          .text(state == null ? null : state.to().name())
          .text(state == null ? null : state.reason().name())
          .number(state == null ? null : Long.valueOf(state.referencePriceMicros()))
          .number(change.markMicros)
          .number(change.lastPriceMicros)
          .number(provisional == null ? null : Long.valueOf(provisional.valueMicros()))
          .number(change.settlementMicros)
          .text(provisional == null ? null : provisional.evidenceHash())
          .number(provisional == null ? null : Long.valueOf(provisional.leafIndex()))
          .time(provisional == null ? null : Long.valueOf(provisional.disputeUntilNanos()))
          .time(change.timeNanos)
          .number(change.sequence)
          .end();
    }
    listed.send(connection);
    firstStatus.send(connection);
    changed.write(connection);
    history.send(connection);
  }

  @Override
  public void clear() {
    changes.clear();
    listed.clear();
    firstStatus.clear();
    history.clear();
  }
}
