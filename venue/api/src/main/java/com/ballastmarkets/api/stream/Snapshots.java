package com.ballastmarkets.api.stream;

import com.ballastmarkets.api.account.Account;
import com.ballastmarkets.api.account.AccountJson;
import com.ballastmarkets.api.market.Market;
import com.ballastmarkets.api.market.MarketJson;
import com.ballastmarkets.api.order.OrderHistory.FillQuery;
import com.ballastmarkets.api.order.OrderJson;
import com.ballastmarkets.api.settlement.SettlementJson;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.Side;
import java.util.List;
import java.util.Locale;

/** The state of a topic, whole or in part, as it is put in a message. */
final class Snapshots {
  private static final int RECENT = 50;

  private final VenueView view;

  Snapshots(VenueView view) {
    this.view = view;
  }

  /** The whole state of a topic. */
  Object of(Channel.Key key, long nowNanos) {
    return switch (key.channel()) {
      case ORDERBOOK -> book(market(key), nowNanos);
      case TRADES -> trades(market(key), RECENT);
      case TICKER -> market(key).ticker(nowNanos);
      case MARKET_STATE -> state(market(key));
      case SETTLEMENTS ->
          view.markets().stream()
              .filter(market -> market.settlement().isPublished() && !market.state().isClosed())
              .map(Snapshots::settlement)
              .toList();
      case ORDERS ->
          view.account(key.subject()).blotter().open().stream().map(OrderJson::order).toList();
      case FILLS -> fills(view.account(key.subject()), Long.MAX_VALUE, RECENT);
      case POSITIONS ->
          view.account(key.subject()).positions(view::market).stream()
              .map(AccountJson::position)
              .toList();
      case BALANCE -> balance(key.subject());
    };
  }

  private Market market(Channel.Key key) {
    return view.market(Math.toIntExact(key.subject()));
  }

  static StreamJson.BookData book(Market market, long nowNanos) {
    final MarketJson.Depth depth = market.depth(Integer.MAX_VALUE, nowNanos);
    return new StreamJson.BookData(depth.bids(), depth.asks(), market.checksum());
  }

  /** The levels that changed, each once, with its size now. */
  static StreamJson.BookData delta(Market market, List<Event.LevelChanged> changes) {
    return new StreamJson.BookData(
        side(market, changes, Side.BUY), side(market, changes, Side.SELL), market.checksum());
  }

  private static List<MarketJson.Level> side(
      Market market, List<Event.LevelChanged> changes, Side side) {
    return changes.stream()
        .filter(change -> change.side() == side)
        .map(change -> new MarketJson.Level(market.price(change.priceMicros()), change.lots()))
        .toList();
  }

  static List<MarketJson.Trade> trades(Market market, int limit) {
    return market.trades(Long.MAX_VALUE, limit).stream()
        .map(trade -> MarketJson.trade(market, trade))
        .toList();
  }

  static StreamJson.StateData state(Market market) {
    return new StreamJson.StateData(
        MarketJson.word(market.state()),
        market.stateReason().name().toLowerCase(Locale.ROOT),
        market.price(market.referencePriceMicros()));
  }

  static StreamJson.SettlementData settlement(Market market) {
    return new StreamJson.SettlementData(
        market.symbol(),
        MarketJson.word(market.state()),
        SettlementJson.summary(market.settlement()),
        market.settlement().disputes().stream().map(SettlementJson::dispute).toList());
  }

  static List<OrderJson.Fill> fills(Account account, long beforeTradeId, int limit) {
    return account
        .blotter()
        .fills(
            new FillQuery(
                account.accountId(), null, 0, Long.MIN_VALUE, Long.MAX_VALUE, beforeTradeId, limit))
        .records()
        .stream()
        .map(OrderJson::fill)
        .toList();
  }

  AccountJson.Balance balance(long accountId) {
    return AccountJson.balance(view.account(accountId).balance(view::market));
  }
}
