package com.ballastmarkets.clearing;

import com.ballastmarkets.clearing.fee.FeeMeter;
import com.ballastmarkets.clearing.margin.Reservation;
import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.portfolio.Positions;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Orders of combos: reserved in every leg as orders of its own, tested for all of them together.
 *
 * <p>Each leg is reserved at a price such that the legs' prices make up the order's limit. The legs
 * may then trade at other prices that make up the limit or better: a price moves what a leg brings
 * by the same amount in every outcome, so over all legs what is better here pays for what is worse
 * there, and the reservation covers every such fill. The fee does not follow that rule, so the
 * highest one at any price is set aside.
 *
 * <p>Example: a combo of +1 A and −1 B bought at 0.10 with A reserved at 0.60, B at 0.50 ties up
 * 0.60 + 0.50. Filled with A at 0.70 and B at 0.60 it ties up 0.70 + 0.40: the same.
 */
public final class LegOrders {
  private final Accounts accounts;
  private final Markets markets;
  private final Positions positions;
  private final Reservation reservation;
  private final Postings postings;

  LegOrders(
      Accounts accounts,
      Markets markets,
      Positions positions,
      Reservation reservation,
      Postings postings) {
    this.accounts = accounts;
    this.markets = markets;
    this.positions = positions;
    this.reservation = reservation;
    this.postings = postings;
  }

  /**
   * One leg of an order.
   *
   * @param market the clearing house's handle
   * @param side what the order does in the leg
   * @param ratio lots of the leg per lot of the order, positive
   * @param priceMicros what it is reserved at, inside the leg's range
   */
  public record Leg(int market, Side side, long ratio, long priceMicros) {}

  /**
   * Tests every leg's position limit, then margin and fees of all legs together, and reserves the
   * order in all of them: the same reasons as {@link ClearingHouse#reserve}.
   */
  public @Nullable RejectReason reserve(int account, List<Leg> legs, long lots) {
    return swap(account, List.of(), 0, legs, lots);
  }

  /** Frees lots of an order in every leg. */
  public void release(int account, List<Leg> legs, long lots) {
    for (Leg leg : legs) {
      add(positions.require(account, leg.market()), leg, -lots);
    }
    postings.touch(accounts.get(account));
  }

  /**
   * Reserves an order with other terms in the place of the one that is reserved, tested as if that
   * were gone; with a reject, the old reservation stands as it was.
   */
  public @Nullable RejectReason replace(
      int account, List<Leg> oldLegs, long oldLots, List<Leg> newLegs, long newLots) {
    return swap(account, oldLegs, oldLots, newLegs, newLots);
  }

  /** Why an order would be refused; changes nothing. */
  public @Nullable RejectReason whyRefused(int account, List<Leg> legs, long lots) {
    final Holdings held = open(account, legs);
    RejectReason reason = bars(held.positions(), legs, lots);
    if (reason == null) {
      reason = limits(held.positions(), legs, 0, lots);
    }
    if (reason == null) {
      reason = swap(accounts.get(account), held.positions(), List.of(), 0, legs, lots);
      addAll(held.positions(), legs, reason == null ? -lots : 0);
    }
    held.dropUnused();
    return reason;
  }

  /** What is asked while the order is open; changes nothing. */
  public <T> T supposing(int account, List<Leg> legs, long lots, Supplier<T> question) {
    final Holdings held = open(account, legs);
    addAll(held.positions(), legs, lots);
    try {
      return question.get();
    } finally {
      addAll(held.positions(), legs, -lots);
      held.dropUnused();
    }
  }

  private @Nullable RejectReason swap(
      int account, List<Leg> oldLegs, long oldLots, List<Leg> newLegs, long newLots) {
    final Holdings held = open(account, newLegs);
    RejectReason reason =
        newLots > oldLots || !newLegs.equals(oldLegs)
            ? bars(held.positions(), newLegs, newLots - oldLots)
            : null;
    if (reason == null) {
      reason = limits(held.positions(), newLegs, oldLots, newLots);
    }
    if (reason == null) {
      reason = swap(accounts.get(account), held.positions(), oldLegs, oldLots, newLegs, newLots);
    }
    if (reason == null) {
      postings.touch(accounts.get(account));
    } else {
      held.dropUnused();
    }
    return reason;
  }

  /** The account's position in each leg, and those of them that were not there before. */
  private final class Holdings {
    private final List<Position> all = new ArrayList<>();
    private final List<Position> opened = new ArrayList<>();

    List<Position> positions() {
      return all;
    }

    /** The last that was opened is the first that may go. */
    void dropUnused() {
      opened.reversed().forEach(positions::dropUnused);
    }
  }

  private Holdings open(int account, List<Leg> legs) {
    final Holdings held = new Holdings();
    for (Leg leg : legs) {
      final Position known = positions.find(account, leg.market());
      if (known == null) {
        held.opened.add(positions.open(accounts.get(account), markets.require(leg.market())));
      }
      held.all.add(positions.require(account, leg.market()));
    }
    return held;
  }

  /** Whether the account's standing forbids to have so many more open in any leg. */
  private @Nullable RejectReason bars(List<Position> held, List<Leg> legs, long moreLots) {
    for (int i = 0; i < legs.size(); i++) {
      final long more = Math.multiplyExact(moreLots, legs.get(i).ratio());
      final RejectReason bar = Reservation.bar(held.get(i), legs.get(i).side(), more);
      if (bar != null) {
        return reservation.refuse(bar, more, 0);
      }
    }
    return null;
  }

  private @Nullable RejectReason limits(
      List<Position> held, List<Leg> legs, long oldLots, long newLots) {
    if (newLots <= oldLots) {
      return null;
    }
    for (int i = 0; i < legs.size(); i++) {
      final Leg leg = legs.get(i);
      final long limit = held.get(i).limitLots();
      final long lots = Math.multiplyExact(newLots, leg.ratio());
      final long more = Math.multiplyExact(newLots - oldLots, leg.ratio());
      final long reach = Math.max(lots, held.get(i).reach(leg.side(), more));
      if (reach > limit) {
        return reservation.refuse(RejectReason.POSITION_LIMIT_EXCEEDED, reach, limit);
      }
    }
    return null;
  }

  private @Nullable RejectReason swap(
      Account account,
      List<Position> held,
      List<Leg> oldLegs,
      long oldLots,
      List<Leg> newLegs,
      long newLots) {
    final long before = reservation.tiedUpMicros(account, postings.timeNanos());
    addAll(held, oldLegs, -oldLots);
    addAll(held, newLegs, newLots);
    long hidden = 0;
    for (int i = 0; i < newLegs.size(); i++) {
      final Leg leg = newLegs.get(i);
      final long lots = newLots * leg.ratio();
      hidden += reservation.hiddenLossMicros(held.get(i), leg.side(), leg.priceMicros(), lots);
    }
    final RejectReason reason = reservation.judge(account, hidden, before, postings.timeNanos());
    if (reason != null) {
      addAll(held, newLegs, -newLots);
      addAll(held, oldLegs, oldLots);
    }
    return reason;
  }

  private static void addAll(List<Position> held, List<Leg> legs, long lots) {
    for (int i = 0; i < legs.size(); i++) {
      add(held.get(i), legs.get(i), lots);
    }
  }

  private static void add(Position position, Leg leg, long lots) {
    position.order(
        leg.side(),
        leg.priceMicros(),
        position.market().worstFeePerLot(),
        Math.multiplyExact(lots, leg.ratio()));
  }

  /**
   * Novates one leg of a fill: frees its reservation, moves the position, charges the fee.
   *
   * @param tradePriceMicros the leg's
   * @param legLots of the leg, a multiple of its ratio or a part of one: all parts of a fill
   *     together are a multiple
   * @param meter the order's, one for each leg
   * @return the fee charged, never negative
   */
  public long fill(
      int account,
      Leg leg,
      long tradePriceMicros,
      long legLots,
      FeeMeter meter,
      boolean maker,
      long tradeId) {
    final Position position = positions.require(account, leg.market());
    final ClearedMarket market = position.market();
    position.order(leg.side(), leg.priceMicros(), market.worstFeePerLot(), -legLots);
    position.trade(leg.side().sign() * legLots, tradePriceMicros);
    postings.touch(position);
    final long fee = meter.charge(market.fees(), tradePriceMicros, legLots, maker);
    if (fee != 0) {
      postings.move(
          position.account(),
          CashReason.FEE,
          -fee,
          market.marketId(),
          legLots,
          tradePriceMicros,
          Long.toString(tradeId));
      postings.income(market.marketId(), fee);
    }
    return fee;
  }
}
