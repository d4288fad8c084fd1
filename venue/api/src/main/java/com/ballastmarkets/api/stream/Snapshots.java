package com.ballastmarkets.api.stream;

import com.ballastmarkets.api.account.Account;
import com.ballastmarkets.api.account.AccountJson;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.liquidation.MarginChange;
import com.ballastmarkets.api.market.Market;
import com.ballastmarkets.api.market.MarketJson;
import com.ballastmarkets.api.order.OrderHistory.FillQuery;
import com.ballastmarkets.api.order.OrderJson;
import com.ballastmarkets.api.settlement.SettlementJson;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.domain.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
      case MARGIN -> List.of(standing(view.liquidations().lastChange(key.subject())));
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

  private static StreamJson.MarginData standing(@Nullable MarginChange last) {
    return last == null
        ? new StreamJson.MarginData(null, MarginStanding.SAFE.name(), null, null, null, null, null)
        : margin(last);
  }

  static StreamJson.MarginData margin(MarginChange change) {
    return new StreamJson.MarginData(
        change.event(),
        change.standing().name(),
        Decimals.money(change.equityMicros()),
        Decimals.money(change.marginMicros()),
        Decimals.money(change.worstCaseLossMicros()),
        change.equityMicros() <= 0 ? null : usage(change.marginMicros(), change.equityMicros()),
        change.liquidationId() == 0 ? null : Long.toString(change.liquidationId()));
  }

  private static BigDecimal usage(long marginMicros, long equityMicros) {
    return BigDecimal.valueOf(marginMicros)
        .scaleByPowerOfTen(2)
        .divide(BigDecimal.valueOf(equityMicros), 2, RoundingMode.DOWN);
  }

  AccountJson.Balance balance(long accountId) {
    return AccountJson.balance(view.account(accountId).balance(view::market));
  }
}
