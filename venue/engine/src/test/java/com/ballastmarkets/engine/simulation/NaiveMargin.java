package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.LegOrders;
import com.ballastmarkets.clearing.margin.MarginStatement;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.OrderType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions after a margin: a supposed order is checked as a real one is. */
final class NaiveMargin {
  private final NaiveExchange exchange;
  private final ClearingHouse clearing;

  NaiveMargin(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
  }

  void explain(Command.ExplainMargin question) {
    final int account = clearing.account(question.accountId());
    final OrderTicket order = question.order();
    if (account < 0) {
      exchange.reject(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    if (order == null) {
      tell(clearing.explain(account), null, 0, 0);
      return;
    }
    final NaiveMarket market = exchange.markets.get(order.marketId());
    if (market == null) {
      exchange.reject(exchange.listing.whyNot(order.marketId(), RejectReason.MARKET_CLOSED));
      return;
    }
    RejectReason wrong = exchange.entry.firstWrong(order, account, false);
    final NaiveCombo combo = exchange.combos.of(market);
    final Long limit =
        NaiveEntry.restingPrice(
            exchange,
            market,
            order.side(),
            order.postOnly(),
            order.type() != OrderType.MARKET
                ? order.priceMicros()
                : combo == null ? market.collar(order.side()) : combo.collar(order.side()));
    if (wrong == null && limit == null) {
      wrong = RejectReason.POST_ONLY_WOULD_TAKE;
    }
    if (wrong != null || limit == null || NaiveEntry.isStop(order)) {
      tell(clearing.explain(account), wrong, 0, 0);
      return;
    }
    if (combo != null) {
      supposeInLegs(account, combo.reservation(order.side(), limit), order.lots());
      return;
    }
    final RejectReason money =
        clearing.whyRefused(account, market.handle, order.side(), limit, order.lots());
    final MarginStatement with =
        money == RejectReason.POSITION_LIMIT_EXCEEDED
            ? clearing.explain(account)
            : clearing.explainWith(account, market.handle, order.side(), limit, order.lots());
    tell(
        with,
        money,
        money == null ? 0 : clearing.requiredMicros(),
        money == null ? 0 : clearing.availableMicros());
  }

  private void supposeInLegs(int account, List<LegOrders.Leg> legs, long lots) {
    final RejectReason money = clearing.legOrders().whyRefused(account, legs, lots);
    tell(
        money == RejectReason.POSITION_LIMIT_EXCEEDED
            ? clearing.explain(account)
            : clearing.legOrders().supposing(account, legs, lots, () -> clearing.explain(account)),
        money,
        money == null ? 0 : clearing.requiredMicros(),
        money == null ? 0 : clearing.availableMicros());
  }

  private void tell(
      MarginStatement margin, @Nullable RejectReason refusal, long required, long offered) {
    margin
        .underlyings()
        .forEach(part -> exchange.tell(new Event.UnderlyingExplained(margin.accountId(), part)));
    exchange.tell(
        new Event.MarginExplained(
            margin.accountId(),
            margin.leverage(),
            margin.cashMicros(),
            margin.equityMicros(),
            margin.reservedMicros(),
            margin.marginMicros(),
            margin.availableMicros(),
            margin.underlyings().size(),
            refusal,
            required,
            offered));
  }
}
