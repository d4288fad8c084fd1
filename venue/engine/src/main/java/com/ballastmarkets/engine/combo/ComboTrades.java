package com.ballastmarkets.engine.combo;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.book.MatchListener;
import com.ballastmarkets.engine.book.RestingOrder;
import com.ballastmarkets.engine.market.Combo;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.order.Matching;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.order.OrderRegistry;
import com.ballastmarkets.engine.order.ReduceOnly;
import com.ballastmarkets.engine.output.EventOutlet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns matches of combo orders into trades of their legs: novated, charged, told. */
public final class ComboTrades {
  private final ClearingHouse clearing;
  private final OrderRegistry registry;
  private final Matching matching;
  private final ReduceOnly reduceOnly;
  private final MarketData marketData;
  private final EventOutlet outlet;

  public ComboTrades(
      ClearingHouse clearing,
      OrderRegistry registry,
      Matching matching,
      ReduceOnly reduceOnly,
      MarketData marketData,
      EventOutlet outlet) {
    this.clearing = clearing;
    this.registry = registry;
    this.matching = matching;
    this.reduceOnly = reduceOnly;
    this.marketData = marketData;
    this.outlet = outlet;
  }

  /**
   * One leg's trade, its fees charged and its positions moved, not told yet.
   *
   * @param resting the leg's resting order; null if a combo order is the maker
   * @param maker what to tell of it
   * @param makerFee charged to the maker if that is a combo order
   */
  private record LegTrade(
      int leg,
      long price,
      long lots,
      @Nullable Order resting,
      Event.@Nullable Fill maker,
      long makerFee,
      long takerFee) {}

  /** Trades two orders of a combo at the resting one's price, the legs at these. */
  void between(Combo combo, Order maker, Order taker, long[] legPrices) {
    final long price = maker.price();
    final long lots = Math.min(maker.openLots(), taker.openLots());
    final long tradeId = matching.takeTradeId();
    final List<LegTrade> legs = new ArrayList<>(combo.size());
    for (int i = 0; i < combo.size(); i++) {
      final long legLots = lots * combo.lots(i);
      final long legTradeId = matching.takeTradeId();
      final long made = fill(maker, i, legPrices[i], legLots, true, legTradeId);
      final long taken = fill(taker, i, legPrices[i], legLots, false, legTradeId);
      legs.add(new LegTrade(i, legPrices[i], legLots, null, null, made, taken));
    }
    filled(combo, maker, price, lots);
    filled(combo, taker, price, lots);
    tell(combo, tradeId, price, lots, maker, taker, legs);
    close(maker);
  }

  /** Trades an order with the legs' books, which have been read: so many combos at this price. */
  void withLegs(Combo combo, Order taker, long price, long lots) {
    final long tradeId = matching.takeTradeId();
    final List<LegTrade> legs = new ArrayList<>();
    for (int i = 0; i < combo.size(); i++) {
      new LegTaking(taker, i, legs).take(combo, lots * combo.lots(i));
    }
    filled(combo, taker, price, lots);
    tell(combo, tradeId, price, lots, null, taker, legs);
    if (taker.openLots() == 0) {
      registry.remove(taker);
    }
    // A quote too many cancels others of its group: not before all legs are filled.
    for (LegTrade leg : legs) {
      if (leg.resting() instanceof Order resting) {
        Matching.tellQuote(resting, leg.lots());
      }
    }
  }

  /** Takes a leg's lots from its book. */
  private final class LegTaking implements MatchListener {
    private final Order taker;
    private final int leg;
    private final List<LegTrade> legs;

    LegTaking(Order taker, int leg, List<LegTrade> legs) {
      this.taker = taker;
      this.leg = leg;
      this.legs = legs;
    }

    void take(Combo combo, long lots) {
      final Market market = combo.leg(leg);
      final Side side = combo.legSide(leg, taker.side());
      final long limit = side == Side.BUY ? market.bandHigh() : market.bandLow();
      final RestingOrder part = new RestingOrder(taker.orderId(), side, limit, lots, 0);
      market.book().match(part, limit, this);
      if (part.openLots() > 0) {
        throw new IllegalStateException("a leg's book had less than it showed: " + market.id());
      }
      marketData.touch(market);
    }

    @Override
    public Verdict beforeMatch(RestingOrder maker, RestingOrder part) {
      return reduceOnly.trim((Order) maker) ? Verdict.RETRY : Verdict.TRADE;
    }

    @Override
    public void onMatch(RestingOrder resting, RestingOrder part, long price, long lots) {
      final Order maker = (Order) resting;
      final long tradeId = matching.takeTradeId();
      final Event.Fill made = matching.fillMaker(maker, price, lots, tradeId);
      final long fee = fill(taker, leg, price, lots, false, tradeId);
      legs.add(new LegTrade(leg, price, lots, maker, made, 0, fee));
      close(maker);
    }
  }

  private long fill(Order order, int leg, long price, long lots, boolean maker, long tradeId) {
    final var reserved = order.reservation();
    return clearing
        .legOrders()
        .fill(order.account(), reserved.leg(leg), price, lots, reserved.meter(leg), maker, tradeId);
  }

  private void filled(Combo combo, Order order, long price, long lots) {
    if (order.isResting()) {
      combo.market().book().fill(order, lots);
      marketData.touch(combo.market());
    } else {
      order.amend(order.price(), order.openLots() - lots);
    }
    order.filled(price, lots);
  }

  private void tell(
      Combo combo,
      long tradeId,
      long price,
      long lots,
      @Nullable Order maker,
      Order taker,
      List<LegTrade> legs) {
    long makerFees = 0;
    long takerFees = 0;
    for (LegTrade leg : legs) {
      makerFees += leg.makerFee();
      takerFees += leg.takerFee();
    }
    final Market market = combo.market();
    market.trade(price);
    marketData.touch(market);
    outlet.tell(
        new Event.ComboTrade(
            tradeId,
            market.id(),
            price,
            lots,
            maker == null ? null : fillOf(maker, maker.side(), makerFees),
            fillOf(taker, taker.side(), takerFees),
            legs.size()));
    long legTradeId = tradeId;
    for (LegTrade leg : legs) {
      tell(combo, ++legTradeId, leg, maker, taker);
    }
  }

  private void tell(Combo combo, long tradeId, LegTrade leg, @Nullable Order maker, Order taker) {
    final int i = leg.leg();
    final Market market = combo.leg(i);
    Event.Fill made = leg.maker();
    if (made == null) {
      if (maker == null) {
        throw new IllegalStateException("a trade without a maker: " + tradeId);
      }
      made = fillOf(maker, combo.legSide(i, maker.side()), leg.makerFee());
    }
    final Event.Fill taken = fillOf(taker, combo.legSide(i, taker.side()), leg.takerFee());
    market.trade(leg.price());
    marketData.touch(market);
    outlet.tell(new Event.Trade(tradeId, market.id(), leg.price(), leg.lots(), made, taken, false));
  }

  private static Event.Fill fillOf(Order order, Side side, long fee) {
    return new Event.Fill(
        order.orderId(),
        order.accountId(),
        side,
        fee,
        order.cumLots(),
        order.openLots(),
        order.cumValue());
  }

  private void close(Order order) {
    if (order.openLots() == 0) {
      registry.remove(order);
    }
  }
}
