package com.ballastmarkets.engine.liquidation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.liquidation.AccountFigures;
import com.ballastmarkets.clearing.liquidation.AccountFigures.PositionFigures;
import com.ballastmarkets.clearing.liquidation.Liquidation;
import com.ballastmarkets.clearing.liquidation.LiquidationAction;
import com.ballastmarkets.clearing.liquidation.Takeovers;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.order.ForcedOrders;
import com.ballastmarkets.engine.order.OrderDesk;
import com.ballastmarkets.engine.output.EventOutlet;

/**
 * What one account's liquidation does at its turn. Marks move at the end of a step only, so all
 * slices of a turn go by the marks from before it.
 */
final class LiquidationTurn {
  /** There is no next turn. */
  static final long OVER = -1;

  private final ClearingHouse clearing;
  private final Takeovers takeovers;
  private final MarketRegistry markets;
  private final OrderDesk orders;
  private final EventOutlet outlet;

  LiquidationTurn(
      ClearingHouse clearing, MarketRegistry markets, OrderDesk orders, EventOutlet outlet) {
    this.clearing = clearing;
    this.takeovers = clearing.takeovers();
    this.markets = markets;
    this.orders = orders;
    this.outlet = outlet;
  }

  private Liquidation.Phase phase(int handle) {
    return switch (market(handle).state()) {
      case CONTINUOUS -> Liquidation.Phase.OPEN;
      case PRE_OPEN, AUCTION, HALTED -> Liquidation.Phase.PAUSED;
      case EXPIRED, PROVISIONAL, DISPUTED, FINAL, VOID -> Liquidation.Phase.OVER;
    };
  }

  private Market market(int handle) {
    final Market market = markets.byHandle(handle);
    if (market == null) {
      throw new IllegalStateException("a position without a market: handle " + handle);
    }
    return market;
  }

  /** Whether its turn must not wait: no equity, or it waited for a market that trades again. */
  boolean isUrgent(Running its, int account) {
    if (its.dueNanos == Long.MAX_VALUE) {
      return true;
    }
    return takeovers.figures(account).equityMicros() <= 0;
  }

  /** Does what is to be done now, and says when the next turn is. */
  long take(Running its, int account) {
    if (!its.begun) {
      its.begun = true;
      orders.cancelRequests().cancelAll(account, CancelReason.LIQUIDATION);
    }
    boolean tookOver = false;
    while (true) {
      final AccountFigures figures = takeovers.figures(account);
      switch (its.ladder.next(figures, outlet.timeNanos(), this::phase)) {
        case LiquidationAction.CancelOrders() ->
            orders.cancelRequests().cancelAll(account, CancelReason.LIQUIDATION);
        case LiquidationAction.Reduce slice -> offer(its, account, slice, figures);
        case LiquidationAction.TakeOver takeover -> {
          takeOver(its, account, takeover, figures);
          tookOver = true;
        }
        case LiquidationAction.Wait(long untilNanos) -> {
          if (tookOver) {
            clearing.shortfalls().cover(its.id, account);
          }
          return untilNanos;
        }
        case LiquidationAction.Finish() -> {
          end(its, account, figures);
          return OVER;
        }
      }
    }
  }

  private void offer(
      Running its, int account, LiquidationAction.Reduce slice, AccountFigures figures) {
    final Market market = market(slice.market());
    final PositionFigures position = positionIn(figures, slice.market());
    final long limit = ForcedOrders.limit(market, slice.side(), slice.worstPriceMicros());
    final long lots = Math.min(slice.lots(), market.instrument().maxOrderLots());
    final ForcedOrders.Outcome outcome =
        limit == ForcedOrders.NO_PRICE
            ? ForcedOrders.Outcome.NONE
            : orders.forced().place(account, market, slice.side(), limit, lots);
    final long fee = takeovers.feeMicros(account, slice.market(), outcome.filledLots());
    if (fee > 0) {
      takeovers.charge(account, market.id(), fee);
    }
    outlet.tell(
        new Event.Liquidation.LiquidationSlice(
            its.id,
            clearing.accountId(account),
            outcome.orderId(),
            market.id(),
            slice.side(),
            lots,
            outcome.filledLots(),
            outcome.orderId() == 0 ? 0 : limit,
            slice.worstPriceMicros(),
            position.markMicros(),
            figures.equityMicros(),
            position.marginMicros(),
            figures.weightsMicros(),
            fee));
  }

  private void takeOver(
      Running its, int account, LiquidationAction.TakeOver takeover, AccountFigures figures) {
    final PositionFigures position = positionIn(figures, takeover.market());
    takeovers.takeOver(account, takeover.market(), takeover.priceMicros());
    outlet.tell(
        new Event.Liquidation.PositionTakenOver(
            its.id,
            clearing.accountId(account),
            market(takeover.market()).id(),
            takeover.lots(),
            takeover.priceMicros(),
            position.markMicros(),
            figures.equityMicros(),
            position.marginMicros(),
            figures.weightsMicros()));
  }

  private static PositionFigures positionIn(AccountFigures figures, int market) {
    for (PositionFigures position : figures.positions()) {
      if (position.market() == market) {
        return position;
      }
    }
    throw new IllegalStateException("no position in market handle " + market);
  }

  private void end(Running its, int account, AccountFigures before) {
    if (before.positions().isEmpty()) {
      clearing.shortfalls().payDebt(account);
    }
    clearing.shortfalls().cover(its.id, account);
    final AccountFigures figures = takeovers.figures(account);
    final MarginStanding to = figures.standing();
    takeovers.standing(account, to);
    outlet.tell(
        new Event.Liquidation.LiquidationEnded(
            its.id,
            clearing.accountId(account),
            to,
            figures.equityMicros(),
            figures.worstCaseLossMicros(),
            figures.marginMicros()));
  }
}
