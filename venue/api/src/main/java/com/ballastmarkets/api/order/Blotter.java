package com.ballastmarkets.api.order;

import com.ballastmarkets.api.order.OrderHistory.FillQuery;
import com.ballastmarkets.api.order.OrderHistory.OrderQuery;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.OrderType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One account's orders and fills in memory: all open orders, and the last ones that ended. Written
 * by the journal's thread, read by any.
 */
public final class Blotter {
  private static final int ENDED_KEPT = 1_000;
  private static final int FILLS_KEPT = 1_000;

  private final TreeMap<Long, OrderRecord> orders = new TreeMap<>();
  private final TreeSet<Long> open = new TreeSet<>();
  private final ArrayDeque<Long> ended = new ArrayDeque<>();
  private final ArrayDeque<FillRecord> fills = new ArrayDeque<>();
  private boolean ordersForgotten;
  private boolean fillsForgotten;

  /** A page and whether older records may exist beyond memory. */
  public record Page<T>(List<T> records, boolean beyond) {}

  public synchronized void onAccepted(
      long orderId, OrderTicket ticket, String symbol, long timeNanos) {
    final boolean limited =
        ticket.type() == OrderType.LIMIT || ticket.type() == OrderType.STOP_LIMIT;
    final boolean stopped =
        ticket.type() == OrderType.STOP || ticket.type() == OrderType.STOP_LIMIT;
    orders.put(
        orderId,
        new OrderRecord(
            orderId,
            ticket.accountId(),
            ticket.clOrdId(),
            symbol,
            ticket.side(),
            ticket.type(),
            ticket.timeInForce(),
            limited ? ticket.priceMicros() : 0,
            stopped ? ticket.stopPriceMicros() : 0,
            ticket.lots(),
            0,
            ticket.lots(),
            0,
            0,
            OrderStatus.OPEN,
            null,
            timeNanos,
            timeNanos));
    open.add(orderId);
  }

  public synchronized void onReplaced(Event.OrderReplaced replaced, long timeNanos) {
    change(
        replaced.orderId(),
        order ->
            new OrderRecord(
                order.orderId(),
                order.accountId(),
                replaced.clOrdId().isEmpty() ? order.clientOrderId() : replaced.clOrdId(),
                order.marketSymbol(),
                order.side(),
                order.type(),
                order.timeInForce(),
                order.priceMicros() == 0 && order.type() != OrderType.LIMIT
                    ? 0
                    : replaced.priceMicros(),
                replaced.stopPriceMicros(),
                replaced.lots(),
                order.filledLots(),
                replaced.leavesLots(),
                order.filledValueMicros(),
                order.feesMicros(),
                OrderStatus.OPEN,
                null,
                order.createdAtNanos(),
                timeNanos));
  }

  public synchronized void onFill(
      Event.Trade trade, Event.Fill fill, boolean maker, String symbol, long time) {
    fills.addFirst(
        new FillRecord(
            trade.tradeId(),
            fill.orderId(),
            fill.accountId(),
            symbol,
            fill.side(),
            trade.priceMicros(),
            trade.lots(),
            fill.feeMicros(),
            maker,
            time));
    if (fills.size() > FILLS_KEPT) {
      fills.removeLast();
      fillsForgotten = true;
    }
    change(
        fill.orderId(),
        order ->
            standing(
                order,
                fill.cumLots(),
                fill.leavesLots(),
                fill.cumValueMicros(),
                Math.addExact(order.feesMicros(), fill.feeMicros()),
                fill.leavesLots() == 0 ? OrderStatus.FILLED : OrderStatus.OPEN,
                null,
                time));
  }

  public synchronized void onCanceled(Event.OrderCanceled canceled, long timeNanos) {
    final boolean overtime =
        canceled.reason() == CancelReason.EXPIRED
            || canceled.reason() == CancelReason.MARKET_EXPIRED;
    change(
        canceled.orderId(),
        order ->
            standing(
                order,
                order.filledLots(),
                0,
                order.filledValueMicros(),
                order.feesMicros(),
                overtime ? OrderStatus.EXPIRED : OrderStatus.CANCELLED,
                canceled.reason(),
                timeNanos));
  }

  /** The order, if it is in memory. */
  public synchronized @Nullable OrderRecord order(long orderId) {
    return orders.get(orderId);
  }

  public synchronized List<OrderRecord> open() {
    final List<OrderRecord> records = new ArrayList<>(open.size());
    for (long orderId : open.descendingSet()) {
      records.add(java.util.Objects.requireNonNull(orders.get(orderId)));
    }
    return records;
  }

  /** What memory has of a page; open orders are always in memory. */
  public synchronized Page<OrderRecord> orders(OrderQuery query) {
    final List<OrderRecord> page = new ArrayList<>();
    for (OrderRecord order :
        orders.headMap(query.beforeOrderId(), false).descendingMap().values()) {
      if (page.size() == query.limit()) {
        break;
      }
      if (fits(order, query)) {
        page.add(order);
      }
    }
    return new Page<>(page, ordersForgotten && query.status() != OrderStatus.OPEN);
  }

  public synchronized Page<FillRecord> fills(FillQuery query) {
    final List<FillRecord> page = new ArrayList<>();
    for (FillRecord fill : fills) {
      if (page.size() == query.limit()) {
        break;
      }
      if (fits(fill, query)) {
        page.add(fill);
      }
    }
    return new Page<>(page, fillsForgotten);
  }

  private static boolean fits(OrderRecord order, OrderQuery query) {
    return (query.marketSymbol() == null || query.marketSymbol().equals(order.marketSymbol()))
        && (query.status() == null || query.status() == order.status())
        && (query.clientOrderId() == null || query.clientOrderId().equals(order.clientOrderId()))
        && order.createdAtNanos() >= query.fromNanos()
        && order.createdAtNanos() < query.toNanos();
  }

  private static boolean fits(FillRecord fill, FillQuery query) {
    return (query.marketSymbol() == null || query.marketSymbol().equals(fill.marketSymbol()))
        && (query.orderId() == 0 || query.orderId() == fill.orderId())
        && fill.tradeId() < query.beforeTradeId()
        && fill.timeNanos() >= query.fromNanos()
        && fill.timeNanos() < query.toNanos();
  }

  private void change(long orderId, UnaryOperator<OrderRecord> change) {
    final OrderRecord before = orders.get(orderId);
    if (before == null) {
      return;
    }
    final OrderRecord after = change.apply(before);
    orders.put(orderId, after);
    if (after.status() != OrderStatus.OPEN && open.remove(orderId)) {
      ended.addLast(orderId);
      if (ended.size() > ENDED_KEPT) {
        orders.remove(ended.removeFirst());
        ordersForgotten = true;
      }
    }
  }

  private static OrderRecord standing(
      OrderRecord order,
      long filled,
      long remaining,
      long value,
      long fees,
      OrderStatus status,
      @Nullable CancelReason reason,
      long timeNanos) {
    return new OrderRecord(
        order.orderId(),
        order.accountId(),
        order.clientOrderId(),
        order.marketSymbol(),
        order.side(),
        order.type(),
        order.timeInForce(),
        order.priceMicros(),
        order.stopPriceMicros(),
        order.lots(),
        filled,
        remaining,
        value,
        fees,
        status,
        reason,
        order.createdAtNanos(),
        timeNanos);
  }
}
