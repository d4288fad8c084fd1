package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.liquidation.AccountFigures;
import com.ballastmarkets.clearing.liquidation.AccountFigures.PositionFigures;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one account's liquidation does at its turn, as the specification says it. */
final class NaiveTurn {
  static final long OVER = -1;
  private static final long SECOND = 1_000_000_000;

  private final NaiveExchange exchange;
  private final ClearingHouse clearing;

  NaiveTurn(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
  }

  /** Where an account stands by its figures. */
  static MarginStanding standing(AccountFigures figures) {
    if (figures.worstCaseLossMicros() <= figures.equityMicros()) {
      return MarginStanding.SAFE;
    } else if (uses(figures, 80)) {
      return MarginStanding.LIQUIDATION;
    } else if (uses(figures, 70)) {
      return MarginStanding.REDUCE_ONLY;
    }
    return uses(figures, 60) ? MarginStanding.NOTICE : MarginStanding.SAFE;
  }

  private static boolean uses(AccountFigures figures, int percent) {
    final BigDecimal part =
        BigDecimal.valueOf(figures.equityMicros()).multiply(BigDecimal.valueOf(percent, 2));
    return figures.equityMicros() <= 0
        || BigDecimal.valueOf(figures.marginMicros()).compareTo(part) >= 0;
  }

  private NaiveMarket market(int handle) {
    return exchange.markets.values().stream()
        .filter(market -> market.handle == handle && !market.state.isClosed())
        .filter(market -> !NaiveCombos.isComboId(market.instrument.marketId()))
        .findFirst()
        .orElseThrow();
  }

  private boolean isPaused(int handle) {
    return switch (market(handle).state) {
      case PRE_OPEN, AUCTION, HALTED -> true;
      case CONTINUOUS, EXPIRED, PROVISIONAL, DISPUTED, FINAL, VOID -> false;
    };
  }

  /** Does all that can be done now; says when to go on, or that it is over. */
  long take(NaiveRunning its) {
    if (!its.hadTurn) {
      its.hadTurn = true;
      exchange.closing.cancelAll(its.account, CancelReason.LIQUIDATION);
    }
    its.tookOver = false;
    while (true) {
      final AccountFigures figures = clearing.takeovers().figures(its.account);
      if (figures.openOrders()) {
        exchange.closing.cancelAll(its.account, CancelReason.LIQUIDATION);
      } else if (isOver(figures)) {
        end(its, figures);
        return OVER;
      } else if (act(its, figures) instanceof Long until) {
        if (its.tookOver) {
          clearing.shortfalls().cover(its.id, its.account);
        }
        return until;
      }
    }
  }

  private static boolean isOver(AccountFigures figures) {
    final boolean enough =
        figures.equityMicros() > 0
            && (figures.worstCaseLossMicros() <= figures.equityMicros() || !uses(figures, 60));
    return enough || figures.positions().isEmpty();
  }

  /** Does one thing, or says until when there is nothing to do. */
  private @Nullable Long act(NaiveRunning its, AccountFigures figures) {
    final List<PositionFigures> ranked =
        figures.positions().stream()
            .sorted(
                Comparator.comparingLong((PositionFigures p) -> -p.marginMicros())
                    .thenComparingInt(PositionFigures::market))
            .toList();
    if (figures.equityMicros() <= 0) {
      takeOver(its, ranked.getFirst(), figures);
      return null;
    }
    long wait = NaiveLiquidations.NEVER;
    for (PositionFigures position : ranked) {
      final int handle = position.market();
      if (isPaused(handle)) {
        its.reopened.put(handle, NaiveLiquidations.NEVER);
        continue;
      }
      if (its.reopened.getOrDefault(handle, its.began) == NaiveLiquidations.NEVER) {
        its.reopened.put(handle, exchange.now);
      }
      final long deadline =
          Math.max(its.began, its.reopened.getOrDefault(handle, its.began)) + 30 * SECOND;
      if (exchange.now >= deadline) {
        takeOver(its, position, figures);
        return null;
      }
      wait = Math.min(wait, deadline);
      if (market(handle).state.acceptsOrders()) {
        final long due = its.sliced.getOrDefault(handle, exchange.now - SECOND) + SECOND;
        if (due <= exchange.now) {
          its.sliced.put(handle, exchange.now);
          offer(its, position, figures);
          return null;
        }
        wait = Math.min(wait, due);
      }
    }
    return wait;
  }

  /** Where closing the position uses up its part of equity, rounded to the account's good. */
  private static long bankruptcy(PositionFigures position, AccountFigures figures) {
    final long total = weights(figures);
    final BigDecimal equity = BigDecimal.valueOf(figures.equityMicros());
    final BigDecimal share =
        total == 0
            ? equity.divide(BigDecimal.valueOf(figures.positions().size()), 0, RoundingMode.DOWN)
            : equity
                .multiply(BigDecimal.valueOf(position.marginMicros()))
                .divide(BigDecimal.valueOf(total), 0, RoundingMode.FLOOR);
    final long perLot =
        share
            .divide(BigDecimal.valueOf(Math.abs(position.lots())), 0, RoundingMode.FLOOR)
            .longValueExact();
    final long price = position.markMicros() - Long.signum(position.lots()) * perLot;
    return Math.max(position.loMicros(), Math.min(position.hiMicros(), price));
  }

  private static long weights(AccountFigures figures) {
    return figures.positions().stream().mapToLong(PositionFigures::marginMicros).sum();
  }

  private void offer(NaiveRunning its, PositionFigures position, AccountFigures figures) {
    final NaiveMarket market = market(position.market());
    final Side side = position.lots() > 0 ? Side.SELL : Side.BUY;
    final long fifth = (Math.abs(position.lots()) + 4) / 5;
    final long lots = Math.min(fifth, market.instrument.maxOrderLots());
    final long worst = bankruptcy(position, figures);
    final Long limit = limit(market, side, worst);
    final NaiveOrder order = limit == null ? null : place(its.account, market, side, limit, lots);
    final long filled = order == null ? 0 : order.cum;
    final long fee = fee(its.account, market, filled);
    if (fee > 0) {
      clearing.takeovers().charge(its.account, market.instrument.marketId(), fee);
    }
    exchange.tell(
        new Event.Liquidation.LiquidationSlice(
            its.id,
            clearing.accountId(its.account),
            order == null ? 0 : order.id,
            market.instrument.marketId(),
            side,
            lots,
            filled,
            limit == null ? 0 : limit,
            worst,
            position.markMicros(),
            figures.equityMicros(),
            position.marginMicros(),
            weights(figures),
            fee));
  }

  /** The price of the grid inside the band that is next to the worst, on its better side. */
  private static @Nullable Long limit(NaiveMarket market, Side side, long worst) {
    return market.grid().stream()
        .filter(market::inBand)
        .filter(price -> side.sign() * (worst - price) >= 0)
        .min(Comparator.comparingLong(price -> side.sign() * (worst - price)))
        .orElse(null);
  }

  private NaiveOrder place(int account, NaiveMarket market, Side side, long limit, long lots) {
    final OrderTicket ticket =
        OrderTicket.of(clearing.accountId(account), market.instrument.marketId(), side, lots)
            .limit(limit)
            .timeInForce(TimeInForce.IOC)
            .selfMatch(0, SelfMatchPrevention.CANCEL_OLDEST)
            .build();
    clearing.takeovers().reserve(account, market.handle, side, limit, lots);
    final NaiveOrder order =
        new NaiveOrder(
            exchange.orders.assign(account),
            account,
            clearing.participantOf(account),
            ticket,
            limit);
    order.forced = true;
    exchange.tell(new Event.OrderAccepted(order.id, ticket));
    exchange.stops.start(market, order);
    return order;
  }

  /** A quarter percent of the face of what was filled, rounded up, at most what there is. */
  private long fee(int account, NaiveMarket market, long filled) {
    final long fee =
        BigDecimal.valueOf(market.hi() - market.lo())
            .multiply(BigDecimal.valueOf(filled))
            .multiply(new BigDecimal("0.0025"))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    final long equity = clearing.takeovers().figures(account).equityMicros();
    return Math.max(0, Math.min(fee, equity));
  }

  private void takeOver(NaiveRunning its, PositionFigures position, AccountFigures figures) {
    final long price = bankruptcy(position, figures);
    final int marketId = market(position.market()).instrument.marketId();
    clearing.takeovers().takeOver(its.account, position.market(), price);
    its.tookOver = true;
    exchange.tell(
        new Event.Liquidation.PositionTakenOver(
            its.id,
            clearing.accountId(its.account),
            marketId,
            position.lots(),
            price,
            position.markMicros(),
            figures.equityMicros(),
            position.marginMicros(),
            weights(figures)));
  }

  private void end(NaiveRunning its, AccountFigures before) {
    if (before.positions().isEmpty()) {
      clearing.shortfalls().payDebt(its.account);
    }
    clearing.shortfalls().cover(its.id, its.account);
    final AccountFigures figures = clearing.takeovers().figures(its.account);
    final MarginStanding to = standing(figures);
    clearing.takeovers().standing(its.account, to);
    exchange.tell(
        new Event.Liquidation.LiquidationEnded(
            its.id,
            clearing.accountId(its.account),
            to,
            figures.equityMicros(),
            figures.worstCaseLossMicros(),
            figures.marginMicros()));
  }
}
