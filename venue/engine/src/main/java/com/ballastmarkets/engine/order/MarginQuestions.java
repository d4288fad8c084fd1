package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.margin.MarginStatement;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.margin.UnderlyingMargin;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.output.EventOutlet;
import org.jspecify.annotations.Nullable;

/**
 * Says how an account's margin comes about, and what a supposed order would meet if it were sent in
 * this place of the log. Nothing changes by it.
 */
public final class MarginQuestions {
  private final ClearingHouse clearing;
  private final MarketRegistry markets;
  private final OrderEntry entry;
  private final EventOutlet outlet;

  MarginQuestions(
      ClearingHouse clearing, MarketRegistry markets, OrderEntry entry, EventOutlet outlet) {
    this.clearing = clearing;
    this.markets = markets;
    this.entry = entry;
    this.outlet = outlet;
  }

  /**
   * Answers a question: {@code UNKNOWN_ACCOUNT}, {@code MARKET_NOT_FOUND}, {@code MARKET_CLOSED}.
   */
  public void explain(Command.ExplainMargin question) {
    final int account = clearing.account(question.accountId());
    final OrderTicket order = question.order();
    if (account < 0) {
      outlet.reject(RejectReason.UNKNOWN_ACCOUNT);
    } else if (order == null) {
      tell(clearing.explain(account), null, false);
    } else {
      suppose(account, order);
    }
  }

  /**
   * An order that is refused for its form, or beyond the position limit, is not margined: the
   * answer is the margin without it.
   */
  private void suppose(int account, OrderTicket order) {
    final Market market = markets.get(order.marketId());
    if (market == null) {
      outlet.reject(markets.whyNot(order.marketId(), RejectReason.MARKET_CLOSED));
      return;
    }
    final RejectReason refusal = entry.refusal(order, account, market);
    if (refusal != null || Order.isStop(order.type())) {
      tell(clearing.explain(account), refusal, false);
      return;
    }
    final long limit = entry.limit(order, market);
    final LegReservation inLegs = LegReservation.at(market, order.side(), limit);
    if (inLegs != null) {
      supposeInLegs(account, inLegs, order.lots());
      return;
    }
    final int handle = market.handle();
    final RejectReason money =
        clearing.whyRefused(account, handle, order.side(), limit, order.lots());
    tell(
        money == RejectReason.POSITION_LIMIT_EXCEEDED
            ? clearing.explain(account)
            : clearing.explainWith(account, handle, order.side(), limit, order.lots()),
        money,
        money != null);
  }

  private void supposeInLegs(int account, LegReservation inLegs, long lots) {
    final RejectReason money = clearing.legOrders().whyRefused(account, inLegs.legs(), lots);
    tell(
        money == RejectReason.POSITION_LIMIT_EXCEEDED
            ? clearing.explain(account)
            : clearing
                .legOrders()
                .supposing(account, inLegs.legs(), lots, () -> clearing.explain(account)),
        money,
        money != null);
  }

  private void tell(MarginStatement statement, @Nullable RejectReason refusal, boolean figures) {
    for (final UnderlyingMargin margin : statement.underlyings()) {
      outlet.tell(new Event.UnderlyingExplained(statement.accountId(), margin));
    }
    outlet.tell(
        new Event.MarginExplained(
            statement.accountId(),
            statement.leverage(),
            statement.cashMicros(),
            statement.equityMicros(),
            statement.reservedMicros(),
            statement.marginMicros(),
            statement.availableMicros(),
            statement.underlyings().size(),
            refusal,
            figures ? clearing.requiredMicros() : 0,
            figures ? clearing.availableMicros() : 0));
  }
}
