package com.ballastmarkets.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What must hold after every command, read from the events alone. */
final class Invariants {
  private record Place(long accountId, int marketId) {}

  private static final class BookView {
    private final TreeMap<Long, Long> bids = new TreeMap<>();
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private MarketState state = MarketState.PRE_OPEN;
  }

  private final Map<Long, Long> cash = new HashMap<>();
  private final Map<Place, Event.PositionUpdated> positions = new HashMap<>();
  private final Map<Integer, BookView> books = new HashMap<>();
  private long deposited;
  private long lastTradeId;

  void see(Event event) {
    switch (event) {
      case Event.CashMoved moved -> {
        final long after = cash.merge(moved.accountId(), moved.amountMicros(), Long::sum);
        assertThat(moved.cashAfterMicros()).isEqualTo(after);
        if (moved.reason() == CashReason.DEPOSIT || moved.reason() == CashReason.WITHDRAWAL) {
          deposited += moved.amountMicros();
        }
      }
      case Event.PositionUpdated position ->
          positions.put(new Place(position.accountId(), position.marketId()), position);
      case Event.AccountUpdated account ->
          assertThat(account.equityMicros())
              .isEqualTo(account.marginMicros() + account.availableMicros());
      case Event.LevelChanged level -> {
        final BookView book = book(level.marketId());
        final TreeMap<Long, Long> side = level.side() == Side.BUY ? book.bids : book.asks;
        assertThat(level.lots()).isNotNegative();
        assertThat(level.orders() > 0).isEqualTo(level.lots() > 0);
        if (level.lots() == 0) {
          side.remove(level.priceMicros());
        } else {
          side.put(level.priceMicros(), level.lots());
        }
      }
      case Event.MarketStateChanged change -> book(change.marketId()).state = change.to();
      case Event.Trade trade -> {
        assertThat(trade.tradeId()).isEqualTo(++lastTradeId);
        assertThat(trade.lots()).isPositive();
      }
      default -> {}
    }
  }

  void check(String where) {
    assertThat(cash.values().stream().mapToLong(c -> c).sum())
        .as("%s: money neither appears nor vanishes", where)
        .isEqualTo(deposited);
    final Map<Integer, Long> net = new HashMap<>();
    final Map<Integer, Long> openValue = new HashMap<>();
    for (Event.PositionUpdated position : positions.values()) {
      net.merge(position.marketId(), position.lots(), Long::sum);
      openValue.merge(position.marketId(), position.openValueMicros(), Long::sum);
    }
    assertThat(net.values()).as("%s: longs are shorts", where).allMatch(lots -> lots == 0);
    assertThat(openValue.values()).as("%s: what is owed is due", where).allMatch(v -> v == 0);
    for (BookView book : books.values()) {
      if (book.state == MarketState.CONTINUOUS && !book.bids.isEmpty() && !book.asks.isEmpty()) {
        assertThat(book.bids.lastKey())
            .as("%s: no crossed book", where)
            .isLessThan(book.asks.firstKey());
      }
    }
  }

  private BookView book(int marketId) {
    return books.computeIfAbsent(marketId, id -> new BookView());
  }
}
