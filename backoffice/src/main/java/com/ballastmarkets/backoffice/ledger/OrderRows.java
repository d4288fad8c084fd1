package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.sql.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Orders, fills and refused orders. An order that is placed and changed in one batch is written
 * once, as it stands at the end of the batch.
 */
final class OrderRows implements ProjectedRows {
  private final CopyRows placed =
      new CopyRows(
          "trading.orders",
          "order_id, account_id, market_id, side, type, time_in_force, post_only, reduce_only,"
              + " display_lots, min_lots, expires_at, session_id, created_at, created_sequence,"
              + " cl_ord_id, price_micros, stop_price_micros, lots, leaves_lots, filled_lots,"
              + " filled_value_micros, fee_micros, status, triggered, cancel_reason, updated_at,"
              + " updated_sequence");
  private final StagedRows changed =
      new StagedRows(
          "order_change",
          "order_id BIGINT, cl_ord_id TEXT, price_micros BIGINT, stop_price_micros BIGINT,"
              + " lots BIGINT, leaves_lots BIGINT, filled_lots BIGINT, filled_value_micros BIGINT,"
              + " fee_micros BIGINT, status TEXT, triggered BOOLEAN, cancel_reason TEXT,"
              + " updated_at TIMESTAMPTZ, updated_sequence BIGINT",
          """
          UPDATE trading.orders o
             SET cl_ord_id           = coalesce(c.cl_ord_id, o.cl_ord_id),
                 price_micros        = coalesce(c.price_micros, o.price_micros),
                 stop_price_micros   = coalesce(c.stop_price_micros, o.stop_price_micros),
                 lots                = coalesce(c.lots, o.lots),
                 leaves_lots         = coalesce(c.leaves_lots, o.leaves_lots),
                 filled_lots         = coalesce(c.filled_lots, o.filled_lots),
                 filled_value_micros = coalesce(c.filled_value_micros, o.filled_value_micros),
                 fee_micros          = o.fee_micros + c.fee_micros,
                 status              = coalesce(c.status, o.status),
                 triggered           = o.triggered OR c.triggered,
                 cancel_reason       = coalesce(c.cancel_reason, o.cancel_reason),
                 updated_at          = c.updated_at,
                 updated_sequence    = c.updated_sequence
            FROM order_change c
           WHERE o.order_id = c.order_id\
          """);
  private final CopyRows fills =
      new CopyRows(
          "trading.fill",
          "trade_id, liquidity, sequence, order_id, account_id, market_id, side, price_micros,"
              + " lots, fee_micros, auction, traded_at");
  private final CopyRows rejected =
      new CopyRows(
          "trading.rejected_order",
          "sequence, account_id, market_id, cl_ord_id, side, type, price_micros, lots, reason,"
              + " required_micros, available_micros, rejected_at");

  private final Map<Long, Change> changes = new LinkedHashMap<>();

  /** What a batch does to one order; null is no change. All figures are absolute but the fee. */
  private static final class Change {
    final long orderId;
    @Nullable JournalEntry placedBy;
    @Nullable OrderTicket ticket;
    @Nullable String clOrdId;
    @Nullable Long priceMicros;
    @Nullable Long stopPriceMicros;
    @Nullable Long lots;
    @Nullable Long leavesLots;
    @Nullable Long filledLots;
    @Nullable Long filledValueMicros;
    long addedFeeMicros;
    @Nullable String status;
    boolean triggered;
    @Nullable String cancelReason;
    long timeNanos;
    long sequence;

    Change(long orderId) {
      this.orderId = orderId;
    }
  }

  private Change change(long orderId, JournalEntry entry) {
    Change change = changes.computeIfAbsent(orderId, Change::new);
    change.timeNanos = entry.timeNanos();
    change.sequence = entry.sequence();
    return change;
  }

  void accepted(JournalEntry entry, Event.OrderAccepted event) {
    Change change = change(event.orderId(), entry);
    OrderTicket ticket = event.ticket();
    change.placedBy = entry;
    change.ticket = ticket;
    change.clOrdId = ticket.clOrdId();
    change.priceMicros = isPriced(ticket.type()) ? ticket.priceMicros() : 0L;
    change.stopPriceMicros = isTriggered(ticket.type()) ? ticket.stopPriceMicros() : 0L;
    change.lots = ticket.lots();
    change.leavesLots = ticket.lots();
    change.filledLots = 0L;
    change.filledValueMicros = 0L;
    change.status = "OPEN";
  }

  void triggered(JournalEntry entry, Event.OrderTriggered event) {
    change(event.orderId(), entry).triggered = true;
  }

  void replaced(JournalEntry entry, Event.OrderReplaced event) {
    Change change = change(event.orderId(), entry);
    change.clOrdId = event.clOrdId();
    change.priceMicros = event.priceMicros();
    change.stopPriceMicros = event.stopPriceMicros();
    change.lots = event.lots();
    change.leavesLots = event.leavesLots();
  }

  void canceled(JournalEntry entry, Event.OrderCanceled event) {
    Change change = change(event.orderId(), entry);
    change.leavesLots = 0L;
    change.status = isExpiry(event.reason()) ? "EXPIRED" : "CANCELLED";
    change.cancelReason = event.reason().name();
  }

  void traded(JournalEntry entry, Event.Trade trade) {
    filled(entry, trade, trade.maker(), "MAKER");
    filled(entry, trade, trade.taker(), "TAKER");
  }

  private void filled(JournalEntry entry, Event.Trade trade, Event.Fill fill, String liquidity) {
    Change change = change(fill.orderId(), entry);
    change.leavesLots = fill.leavesLots();
    change.filledLots = fill.cumLots();
    change.filledValueMicros = fill.cumValueMicros();
    change.addedFeeMicros = Math.addExact(change.addedFeeMicros, fill.feeMicros());
    if (fill.leavesLots() == 0) {
      change.status = "FILLED";
    }
    fills
        .number(trade.tradeId())
        .text(liquidity)
        .number(entry.sequence())
        .number(fill.orderId())
        .number(fill.accountId())
        .number(trade.marketId())
        .text(fill.side().name())
        .number(trade.priceMicros())
        .number(trade.lots())
        .number(fill.feeMicros())
        .flag(trade.auction())
        .time(entry.timeNanos())
        .end();
  }

  void rejected(JournalEntry entry, Event.OrderRejected event) {
    OrderTicket ticket = event.ticket();
    rejected
        .number(entry.sequence())
        .number(ticket.accountId())
        .number(ticket.marketId())
        .text(ticket.clOrdId())
        .text(ticket.side().name())
        .text(ticket.type().name())
        .number(ticket.priceMicros())
        .number(ticket.lots())
        .text(event.reason().name())
        .number(event.requiredMicros())
        .number(event.availableMicros())
        .time(entry.timeNanos())
        .end();
  }

  private static boolean isPriced(OrderType type) {
    return type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
  }

  private static boolean isTriggered(OrderType type) {
    return type == OrderType.STOP || type == OrderType.STOP_LIMIT;
  }

  private static boolean isExpiry(CancelReason reason) {
    return reason == CancelReason.EXPIRED || reason == CancelReason.MARKET_EXPIRED;
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    changed.prepare(connection);
  }

  @Override
  public void write(Connection connection) throws SQLException {
    placed.clear();
    changed.rows().clear();
    for (Change change : changes.values()) {
      CopyRows row = changed.rows();
      if (change.ticket != null && change.placedBy != null) {
        row = placed;
        terms(row, change.orderId, change.ticket, change.placedBy);
      } else {
        row.number(change.orderId);
      }
      row.text(change.clOrdId)
          .number(change.priceMicros)
          .number(change.stopPriceMicros)
          .number(change.lots)
          .number(change.leavesLots)
          .number(change.filledLots)
          .number(change.filledValueMicros)
          .number(change.addedFeeMicros)
          .text(change.status)
          .flag(change.triggered)
          .text(change.cancelReason)
          .time(change.timeNanos)
          .number(change.sequence)
          .end();
    }
    placed.send(connection);
    changed.write(connection);
    fills.send(connection);
    rejected.send(connection);
  }

  private static void terms(CopyRows row, long orderId, OrderTicket ticket, JournalEntry entry) {
    row.number(orderId)
        .number(ticket.accountId())
        .number(ticket.marketId())
        .text(ticket.side().name())
        .text(ticket.type().name())
        .text(ticket.timeInForce().name())
        .text(ticket.postOnly().name())
        .flag(ticket.reduceOnly())
        .number(ticket.displayLots())
        .number(ticket.minLots())
        .time(
            ticket.timeInForce() == TimeInForce.GTD ? Long.valueOf(ticket.expireTimeNanos()) : null)
        .number(ticket.sessionId())
        .time(entry.timeNanos())
        .number(entry.sequence());
  }

  @Override
  public void clear() {
    changes.clear();
    fills.clear();
    rejected.clear();
  }
}
