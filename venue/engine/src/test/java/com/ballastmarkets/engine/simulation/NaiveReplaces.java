package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.LegOrders;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.OrderType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replacements of price and size. */
final class NaiveReplaces {
  private final NaiveExchange exchange;
  private final ClearingHouse clearing;

  NaiveReplaces(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
  }

  void replace(Command.ReplaceOrder request) {
    final int account = clearing.account(request.accountId());
    if (account < 0) {
      rejectReplace(request, 0, RejectReason.UNKNOWN_ACCOUNT, 0, 0);
      return;
    }
    final Command.ReplaceOrder content =
        new Command.ReplaceOrder(
            0,
            request.orderId(),
            request.origClOrdId(),
            "",
            request.priceMicros(),
            request.stopPriceMicros(),
            request.lots());
    final NaiveOrders.IdUse use = exchange.orders.use(account, request.clOrdId());
    if (use != null && use.content().equals(content)) {
      exchange.tell(new Event.NothingToDo());
      return;
    }
    final long orderId = exchange.orders.meant(account, request.orderId(), request.origClOrdId());
    final NaiveOrder order = exchange.orders.liveOf(orderId);
    RejectReason reason =
        order != null
            ? wrongReplace(request, order, use != null)
            : orderId == 0 ? RejectReason.ORDER_NOT_FOUND : RejectReason.ORDER_CLOSED;
    if (order == null || reason != null) {
      if (order != null && reason == RejectReason.DISPLAY_TOO_SMALL) {
        final long least = (request.lots() + 499) / 500;
        rejectReplace(request, orderId, reason, least, order.ticket.displayLots());
      } else {
        rejectReplace(request, orderId, reason, 0, 0);
      }
      return;
    }
    final NaiveMarket market = exchange.market(order.ticket.marketId());
    final long open = request.lots() - order.cum;
    final long stop = order.waiting ? request.stopPriceMicros() : order.stop;
    final long asked = order.ticket.type() == OrderType.STOP ? order.limit : request.priceMicros();
    final boolean samePrice = asked == order.limit && stop == order.stop;
    if (order.ticket.reduceOnly()
        && exchange.closing.reducible(account, market, order.ticket.side()) < open) {
      rejectReplace(request, orderId, RejectReason.REDUCE_ONLY_WOULD_INCREASE, 0, 0);
      return;
    }
    final Long limit =
        samePrice
            ? Long.valueOf(asked)
            : NaiveEntry.restingPrice(
                exchange, market, order.ticket.side(), order.ticket.postOnly(), asked);
    if (limit == null) {
      rejectReplace(request, orderId, RejectReason.POST_ONLY_WOULD_TAKE, 0, 0);
      return;
    }
    if (!order.waiting) {
      reason = reserve(account, market, order, limit, open);
      if (reason != null) {
        rejectReplace(
            request, orderId, reason, clearing.requiredMicros(), clearing.availableMicros());
        return;
      }
    }
    final boolean kept = samePrice && open <= order.open;
    final String orig = order.clOrdId;
    if (!request.clOrdId().isEmpty()) {
      order.clOrdId = request.clOrdId();
      exchange.orders.remember(account, request.clOrdId(), content, order.id);
    }
    order.limit = limit;
    order.stop = stop;
    order.lots = request.lots();
    order.open = open;
    if (!order.waiting) {
      exchange.touched.add(market);
    }
    if (kept) {
      order.visible = Math.min(order.visible, open);
      exchange.tell(order.replaced(orig, true));
    } else {
      market.resting.remove(order);
      market.waiting.remove(order);
      exchange.tell(order.replaced(orig, false));
      exchange.stops.start(market, order);
    }
  }

  private @Nullable RejectReason reserve(
      int account, NaiveMarket market, NaiveOrder order, long limit, long open) {
    final NaiveCombo combo = exchange.combos.of(market);
    if (combo == null) {
      return clearing.replace(
          account, market.handle, order.ticket.side(), order.limit, order.open, limit, open);
    }
    final List<LegOrders.Leg> then =
        limit == order.limit ? order.reservation : combo.reservation(order.ticket.side(), limit);
    final RejectReason reason =
        clearing.legOrders().replace(account, order.reservation, order.open, then, open);
    if (reason == null) {
      order.reservation = then;
    }
    return reason;
  }

  private @Nullable RejectReason wrongReplace(
      Command.ReplaceOrder request, NaiveOrder order, boolean usedId) {
    final NaiveMarket market = exchange.market(order.ticket.marketId());
    if (market.state != MarketState.CONTINUOUS && market.state != MarketState.AUCTION) {
      return RejectReason.MARKET_CLOSED;
    }
    if (usedId) {
      return RejectReason.DUPLICATE_CLIENT_ORDER_ID;
    }
    if (request.lots() < 1) {
      return RejectReason.ORDER_SIZE_TOO_SMALL;
    }
    if (request.lots() > market.instrument.maxOrderLots()) {
      return RejectReason.ORDER_SIZE_TOO_LARGE;
    }
    if (order.ticket.type() != OrderType.STOP) {
      if (request.priceMicros() < market.lo() || request.priceMicros() > market.hi()) {
        return RejectReason.PRICE_OUT_OF_RANGE;
      }
      if (!market.grid().contains(request.priceMicros())) {
        return RejectReason.PRICE_OFF_TICK;
      }
    }
    if (order.waiting && !market.grid().contains(request.stopPriceMicros())) {
      return RejectReason.INVALID_STOP_PRICE;
    }
    if (request.lots() <= order.cum) {
      return RejectReason.SIZE_BELOW_FILLED;
    }
    final long display = order.ticket.displayLots();
    return display > 0 && request.lots() > 500 * display ? RejectReason.DISPLAY_TOO_SMALL : null;
  }

  private void rejectReplace(
      Command.ReplaceOrder request,
      long orderId,
      @Nullable RejectReason reason,
      long required,
      long available) {
    if (reason == null) {
      throw new IllegalArgumentException("a reject has a reason");
    }
    exchange.tell(
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
