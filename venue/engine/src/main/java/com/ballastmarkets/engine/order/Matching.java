package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.engine.book.MatchListener;
import com.ballastmarkets.engine.book.RestingOrder;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.output.EventOutlet;

/**
 * Turns matches of a book into trades: novated, charged, told. Keeps a participant from trading
 * with itself, and every trade inside the band.
 */
public final class Matching implements MatchListener {
  private final ClearingHouse clearing;
  private final OrderRegistry registry;
  private final MarketData marketData;
  private final EventOutlet outlet;
  private final ReduceOnly reduceOnly;
  private final SelfMatch selfMatch;

  private long nextTradeId = 1;
  private boolean bandHit;

  Matching(
      ClearingHouse clearing,
      OrderRegistry registry,
      OrderCloser closer,
      ReduceOnly reduceOnly,
      MarketData marketData,
      EventOutlet outlet) {
    this.clearing = clearing;
    this.registry = registry;
    this.marketData = marketData;
    this.outlet = outlet;
    this.reduceOnly = reduceOnly;
    this.selfMatch = new SelfMatch(closer);
  }

  /**
   * Matches an incoming order as far as it goes.
   *
   * @return false if the next match would have been outside the band
   */
  boolean match(Order taker) {
    bandHit = false;
    taker.market().book().match(taker, taker.limitPrice(), this);
    return !bandHit;
  }

  /** Trades two resting orders that cross at an auction's price, as far as their slices go. */
  public void uncross(Order buy, Order sell, long price) {
    if (reduceOnly.trim(buy) || reduceOnly.trim(sell)) {
      return;
    }
    if (buy.isSelfMatch(sell)) {
      final boolean buyIsNewer = buy.orderId() > sell.orderId();
      selfMatch.prevent(buyIsNewer ? sell : buy, buyIsNewer ? buy : sell);
      return;
    }
    final long lots = Math.min(buy.visibleLots(), sell.visibleLots());
    buy.market().book().fill(buy, lots);
    sell.market().book().fill(sell, lots);
    trade(buy, sell, price, lots, true);
  }

  @Override
  public Verdict beforeMatch(RestingOrder resting, RestingOrder incoming) {
    final Order maker = (Order) resting;
    final Order taker = (Order) incoming;
    if (!taker.market().isInBand(maker.price())) {
      bandHit = true;
      return Verdict.STOP;
    }
    if (maker.isSelfMatch(taker)) {
      selfMatch.prevent(maker, taker);
      return Verdict.RETRY;
    }
    return maker.isReduceOnly() && reduceOnly.trim(maker) ? Verdict.RETRY : Verdict.TRADE;
  }

  @Override
  public void onMatch(RestingOrder maker, RestingOrder taker, long price, long lots) {
    trade((Order) maker, (Order) taker, price, lots, false);
  }

  /** In an uncrossing both sides have rested, so both pay as makers. */
  private void trade(Order maker, Order taker, long price, long lots, boolean auction) {
    final Market market = maker.market();
    final long tradeId = nextTradeId++;
    final Event.Fill made = fill(maker, price, lots, true, tradeId);
    final Event.Fill taken = fill(taker, price, lots, auction, tradeId);
    if (taker.isForced()) {
      market.forcedTrade(price);
    } else {
      market.trade(price);
    }
    marketData.touch(market);
    outlet.tell(new Event.Trade(tradeId, market.id(), price, lots, made, taken, auction));
    close(maker);
    close(taker);
    tellQuote(maker, lots);
    tellQuote(taker, lots);
  }

  /**
   * Tells the quote behind an order, if there is one, of its fill. Its group may be protected from
   * here on: then none of its quotes match any more.
   */
  public static void tellQuote(Order order, long lots) {
    final Quoted quote = order.quoted();
    if (quote != null) {
      quote.onFill(order, lots);
    }
  }

  private Event.Fill fill(Order order, long price, long lots, boolean maker, long tradeId) {
    final long fee =
        clearing.fill(
            order.position(clearing),
            order.side(),
            order.limitPrice(),
            price,
            lots,
            order.feeMeter(),
            maker,
            tradeId);
    order.filled(price, lots);
    return new Event.Fill(
        order.orderId(),
        order.accountId(),
        order.side(),
        fee,
        order.cumLots(),
        order.openLots(),
        order.cumValue());
  }

  /** Novates and charges a resting order's side of a trade that is told elsewhere. */
  public Event.Fill fillMaker(Order maker, long price, long lots, long tradeId) {
    return fill(maker, price, lots, true, tradeId);
  }

  /** The number of the next trade. */
  public long takeTradeId() {
    return nextTradeId++;
  }

  private void close(Order order) {
    if (order.openLots() == 0) {
      registry.remove(order);
    }
  }

  long nextTradeId() {
    return nextTradeId;
  }

  void nextTradeId(long tradeId) {
    nextTradeId = tradeId;
  }
}
