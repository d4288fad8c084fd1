package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.book.BookSide;
import com.ballastmarkets.engine.book.PriceLevel;
import com.ballastmarkets.engine.book.RestingOrder;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Live orders in a snapshot: market by market, side by side, in the order of their queues. */
final class OrderState {
  private OrderState() {}

  static void write(StateOutput output, MarketRegistry markets, long nextTradeId) {
    output.section("orders", 1);
    output.putLong(nextTradeId);
    for (Market market : markets.all()) {
      for (Side side : Side.values()) {
        write(output, market.book().side(side));
        write(output, market.stops().side(side));
      }
    }
  }

  private static void write(StateOutput output, BookSide side) {
    int orders = 0;
    for (int depth = 0; depth < side.levels(); depth++) {
      orders += side.level(depth).orders();
    }
    output.putInt(orders);
    for (int depth = 0; depth < side.levels(); depth++) {
      final PriceLevel level = side.level(depth);
      for (RestingOrder o = level.first(); o != null; o = o.next()) {
        write(output, (Order) o);
      }
    }
  }

  private static void write(StateOutput output, Order order) {
    output.putLong(order.accountId());
    output.putString(order.clOrdId());
    output.putEnum(order.side());
    output.putEnum(order.type());
    output.putEnum(order.timeInForce());
    output.putLong(order.limitPrice());
    output.putLong(order.stopPrice());
    output.putLong(order.lots());
    output.putEnum(order.postOnly());
    output.putBoolean(order.isReduceOnly());
    output.putLong(order.displayLots());
    output.putLong(order.minLots());
    output.putLong(order.selfMatchId());
    output.putEnum(order.selfMatchPrevention());
    output.putBoolean(order.isCancelOnHalt());
    output.putLong(order.sessionId());

    output.putLong(order.orderId());
    output.putLong(order.expireTimeNanos());
    output.putBoolean(order.isWaiting());
    output.putLong(order.openLots());
    output.putLong(order.cumLots());
    output.putLong(order.cumValue());
    output.putLong(order.feeMeter().creditParts());
    output.putLong(order.visibleLots());
  }

  /** Returns the next trade id. */
  static long read(
      StateInput input, MarketRegistry markets, ClearingHouse clearing, OrderRegistry registry) {
    input.section("orders");
    final long nextTradeId = input.getLong();
    final List<Order> all = new ArrayList<>();
    for (Market market : markets.all()) {
      for (int side = 0; side < Side.values().length; side++) {
        final int resting = input.getInt();
        for (int i = 0; i < resting; i++) {
          final Order order = readOrder(input, market, clearing, all);
          market.book().restore(order, input.getLong());
        }
        final int waiting = input.getInt();
        for (int i = 0; i < waiting; i++) {
          final Order order = readOrder(input, market, clearing, all);
          market.stops().restore(order, input.getLong());
        }
      }
      market.book().discardDepthChanges();
    }
    // Each account's orders and those that end at one moment stand in the order of their ids.
    all.sort(Comparator.comparingLong(Order::orderId));
    all.forEach(registry::add);
    return nextTradeId;
  }

  /** Reads an order but what is visible of it. */
  private static Order readOrder(
      StateInput input, Market market, ClearingHouse clearing, List<Order> all) {
    final OrderTicket ticket = readTicket(input, market);
    final long orderId = input.getLong();
    final long expireTime = input.getLong();
    final int account = clearing.account(ticket.accountId());
    final Order order =
        new Order(
            orderId,
            ticket,
            market,
            account,
            clearing.participantOf(account),
            ticket.priceMicros(),
            expireTime);
    final boolean waiting = input.getBoolean();
    final long open = input.getLong();
    final long cumLots = input.getLong();
    final long cumValue = input.getLong();
    order.restored(waiting, open, cumLots, cumValue, input.getLong());
    all.add(order);
    return order;
  }

  private static OrderTicket readTicket(StateInput input, Market market) {
    final long accountId = input.getLong();
    final String clOrdId = input.getString();
    final Side side = input.getEnum(Side.values());
    final OrderType type = input.getEnum(OrderType.values());
    final TimeInForce timeInForce = input.getEnum(TimeInForce.values());
    final long price = input.getLong();
    final long stopPrice = input.getLong();
    final long lots = input.getLong();
    final PostOnly postOnly = input.getEnum(PostOnly.values());
    final boolean reduceOnly = input.getBoolean();
    final long displayLots = input.getLong();
    final long minLots = input.getLong();
    final long selfMatchId = input.getLong();
    final SelfMatchPrevention prevention = input.getEnum(SelfMatchPrevention.values());
    final boolean cancelOnHalt = input.getBoolean();
    final long sessionId = input.getLong();
    return new OrderTicket(
        accountId,
        clOrdId,
        market.id(),
        side,
        type,
        timeInForce,
        price,
        stopPrice,
        lots,
        0,
        postOnly,
        reduceOnly,
        displayLots,
        minLots,
        selfMatchId,
        prevention,
        cancelOnHalt,
        sessionId);
  }
}
