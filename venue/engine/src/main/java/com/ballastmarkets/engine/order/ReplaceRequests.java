package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.output.EventOutlet;
import com.ballastmarkets.engine.output.VenueClock;
import org.jspecify.annotations.Nullable;

/**
 * Replaces price and size of live orders. A smaller size, or the same, at the same price keeps the
 * order's place; anything else sends it to the back of its queue, and it may match on its way.
 */
public final class ReplaceRequests {
  private final ClearingHouse clearing;
  private final ClientOrderIds clientIds;
  private final OrderLookup lookup;
  private final ReduceOnly reduceOnly;
  private final Execution execution;
  private final MarketData marketData;
  private final VenueClock clock;
  private final EventOutlet outlet;

  ReplaceRequests(
      ClearingHouse clearing,
      ClientOrderIds clientIds,
      OrderLookup lookup,
      ReduceOnly reduceOnly,
      Execution execution,
      MarketData marketData,
      VenueClock clock,
      EventOutlet outlet) {
    this.clearing = clearing;
    this.clientIds = clientIds;
    this.lookup = lookup;
    this.reduceOnly = reduceOnly;
    this.execution = execution;
    this.marketData = marketData;
    this.clock = clock;
    this.outlet = outlet;
  }

  /** Replaces an order. */
  public void replace(Command.ReplaceOrder request) {
    final int account = lookup.account(request.accountId(), request.orderId());
    if (account < 0) {
      reject(request, 0, RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    final long content = request.clOrdId().isEmpty() ? 0 : Digest.of(request);
    boolean duplicate = false;
    if (!request.clOrdId().isEmpty()) {
      final ClientOrderIds.Found found = clientIds.find(account, request.clOrdId(), content);
      if (found == ClientOrderIds.Found.SAME_CONTENT) {
        outlet.nothingToDo();
        return;
      }
      duplicate = found == ClientOrderIds.Found.OTHER_CONTENT;
    }
    final long orderId = lookup.idOf(account, request.orderId(), request.origClOrdId());
    final Order order = lookup.live(account, orderId);
    if (order == null) {
      reject(request, orderId, OrderLookup.whyNot(orderId));
      return;
    }
    final RejectReason reason = check(request, order, duplicate);
    if (reason != null) {
      if (reason == RejectReason.DISPLAY_TOO_SMALL) {
        final long least = OrderChecks.leastDisplay(request.lots());
        reject(request, orderId, reason, least, order.displayLots());
      } else {
        reject(request, orderId, reason, 0, 0);
      }
      return;
    }
    apply(request, order, content);
  }

  private static @Nullable RejectReason check(
      Command.ReplaceOrder request, Order order, boolean duplicate) {
    final Market market = order.market();
    if (!market.state().acceptsOrders()) {
      return RejectReason.MARKET_CLOSED;
    }
    if (duplicate) {
      return RejectReason.DUPLICATE_CLIENT_ORDER_ID;
    }
    final RejectReason size = OrderChecks.size(market.instrument(), request.lots());
    if (size != null) {
      return size;
    }
    if (order.type() != OrderType.STOP) {
      final RejectReason price = OrderChecks.price(market.instrument(), request.priceMicros());
      if (price != null) {
        return price;
      }
    }
    if (order.isWaiting() && !market.instrument().isTradable(request.stopPriceMicros())) {
      return RejectReason.INVALID_STOP_PRICE;
    }
    if (request.lots() <= order.cumLots()) {
      return RejectReason.SIZE_BELOW_FILLED;
    }
    return order.displayLots() > 0 && order.displayLots() < OrderChecks.leastDisplay(request.lots())
        ? RejectReason.DISPLAY_TOO_SMALL
        : null;
  }

  private void apply(Command.ReplaceOrder request, Order order, long content) {
    final long open = request.lots() - order.cumLots();
    final long stopPrice = order.isWaiting() ? request.stopPriceMicros() : order.stopPrice();
    if (order.isReduceOnly()
        && reduceOnly.reducible(order.account(), order.market().handle(), order.side()) < open) {
      reject(request, order.orderId(), RejectReason.REDUCE_ONLY_WOULD_INCREASE);
      return;
    }
    final long asked = order.type() == OrderType.STOP ? order.limitPrice() : request.priceMicros();
    final boolean samePrice = asked == order.limitPrice() && stopPrice == order.stopPrice();
    final long limit =
        samePrice ? asked : execution.limit(order.market(), order.side(), order.postOnly(), asked);
    if (limit == PostOnlyRule.REFUSED) {
      reject(request, order.orderId(), RejectReason.POST_ONLY_WOULD_TAKE);
      return;
    }
    if (!order.isWaiting()) {
      final RejectReason reason = reserve(order, limit, open);
      if (reason != null) {
        reject(request, order.orderId(), reason);
        return;
      }
    }
    if (samePrice && open <= order.openLots()) {
      replaceInPlace(request, order, content, open);
    } else {
      moveToBack(request, order, content, limit, stopPrice, open);
    }
  }

  private @Nullable RejectReason reserve(Order order, long limit, long open) {
    if (order.isReservedInLegs()) {
      return reserveInLegs(order, limit, open);
    }
    return clearing.replace(
        order.position(clearing), order.side(), order.limitPrice(), order.openLots(), limit, open);
  }

  private @Nullable RejectReason reserveInLegs(Order order, long limit, long open) {
    final LegReservation before = order.reservation();
    final LegReservation after =
        limit == order.limitPrice() ? before : before.moved(order.market(), order.side(), limit);
    final RejectReason reason =
        clearing
            .legOrders()
            .replace(order.account(), before.legs(), order.openLots(), after.legs(), open);
    if (reason == null) {
      order.reserved(after);
    }
    return reason;
  }

  private void replaceInPlace(Command.ReplaceOrder request, Order order, long content, long open) {
    final Market market = order.market();
    if (open < order.openLots()) {
      if (order.isWaiting()) {
        market.stops().reduce(order, order.openLots() - open);
      } else {
        market.book().reduce(order, order.openLots() - open);
        marketData.touch(market);
      }
    }
    tell(request, order, content, order.limitPrice(), order.stopPrice(), true);
  }

  private void moveToBack(
      Command.ReplaceOrder request,
      Order order,
      long content,
      long limit,
      long stopPrice,
      long open) {
    final Market market = order.market();
    if (order.isWaiting()) {
      market.stops().remove(order);
      order.amend(stopPrice, open);
    } else {
      market.book().remove(order);
      marketData.touch(market);
      order.amend(limit, open);
    }
    tell(request, order, content, limit, stopPrice, false);
    execution.start(order);
  }

  private void tell(
      Command.ReplaceOrder request,
      Order order,
      long content,
      long limit,
      long stopPrice,
      boolean keptPriority) {
    final String origClOrdId = order.clOrdId();
    String clOrdId = origClOrdId;
    if (!request.clOrdId().isEmpty()) {
      clOrdId = request.clOrdId();
      clientIds.remember(order.account(), clOrdId, content, order.orderId(), clock.nowNanos());
    }
    order.replaced(clOrdId, limit, stopPrice, request.lots());
    outlet.tell(
        new Event.OrderReplaced(
            order.orderId(),
            order.accountId(),
            order.market().id(),
            clOrdId,
            origClOrdId,
            limit,
            stopPrice,
            order.lots(),
            order.openLots(),
            keptPriority));
  }

  private void reject(Command.ReplaceOrder request, long orderId, RejectReason reason) {
    final boolean figures =
        reason == RejectReason.POSITION_LIMIT_EXCEEDED
            || reason == RejectReason.INSUFFICIENT_BALANCE
            || reason == RejectReason.MARGIN_USAGE_TOO_HIGH;
    reject(
        request,
        orderId,
        reason,
        figures ? clearing.requiredMicros() : 0,
        figures ? clearing.availableMicros() : 0);
  }

  private void reject(
      Command.ReplaceOrder request,
      long orderId,
      RejectReason reason,
      long required,
      long available) {
    outlet.tell(
        new Event.ReplaceRejected(
            request.accountId(),
            orderId,
            request.clOrdId(),
            request.origClOrdId(),
            reason,
            required,
            available));
  }
}
