package com.ballastmarkets.clearing.maker;

import com.ballastmarkets.clearing.maker.MakerProgramme.Product;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Scores of the maker programme, a fold of the journal from its first event on. The same events
 * give the same scores, exactly: whole numbers, no rounding.
 *
 * <p>At every full second of the venue's time, as the books stood before it, each maker scores in
 * each market Σ ((v − s) ÷ v)² × lots over its orders at a distance s below v from the middle of
 * best bid and best ask, the smaller of its two sides (a third of the other if one is empty and the
 * middle lies in [0.10, 0.90] of the range), times the calendar weight of the market's expiry. Only
 * continuous trading counts, an iceberg with at most its display size, and what a combo's order
 * offers to the legs not at all. A maker is an account whose leverage tier is above 1; its orders
 * from before it was one do not count.
 *
 * <p>Between two changes of a market every second is like the last, so the cost is one computation
 * per market and second in which something changed.
 */
public final class MakerScores {
  private static final long NANOS = 1_000_000_000L;

  private final MakerProgramme programme;
  private final Int2ObjectHashMap<QuotedMarket> markets = new Int2ObjectHashMap<>();
  private final Set<Long> makers = new HashSet<>();
  private final SortedMap<RewardWeek, SortedMap<Product, SortedMap<Long, BigInteger>>> weeks =
      new TreeMap<>();
  private long timeNanos = Long.MIN_VALUE;

  public MakerScores(MakerProgramme programme) {
    this.programme = programme;
  }

  /** The time of the last event. */
  public long timeNanos() {
    return timeNanos;
  }

  /**
   * What a product's scores are divided by for the score of the formula: 3 × (2v)².
   *
   * @param depthMicros v
   */
  public static BigInteger divisor(long depthMicros) {
    return BigInteger.valueOf(depthMicros).shiftLeft(1).pow(2).multiply(BigInteger.valueOf(3));
  }

  /** A score as the formula has it, rounded down to a millionth. */
  public static BigDecimal shown(BigInteger score, long depthMicros) {
    return new BigDecimal(score).divide(new BigDecimal(divisor(depthMicros)), 6, RoundingMode.DOWN);
  }

  /** The scores of a week, by product and account, times {@link #divisor}; none of zero. */
  public SortedMap<Product, SortedMap<Long, BigInteger>> of(RewardWeek week) {
    return weeks.getOrDefault(week, new TreeMap<>());
  }

  /** The weeks before one in which anybody has scored, and which are not forgotten. */
  public List<RewardWeek> weeksBefore(RewardWeek week) {
    return List.copyOf(weeks.headMap(week).keySet());
  }

  /** Forgets a week that is paid, and those before it. */
  public void forget(RewardWeek week) {
    weeks.headMap(week.next()).clear();
  }

  /** Takes samples up to a time at which nothing more will happen. */
  public void advanceTo(long nanos) {
    timeNanos = Math.max(timeNanos, nanos);
    markets.values().forEach(market -> sample(market, nanos));
  }

  /** Takes an event, in the order of the journal. */
  public void on(long nanos, Event event) {
    timeNanos = nanos;
    switch (event) {
      case Event.AccountOpened opened -> tier(opened.accountId(), opened.leverage(), nanos);
      case Event.LeverageChanged changed -> tier(changed.accountId(), changed.leverage(), nanos);
      case Event.MarketListed(var instrument) -> list(instrument, nanos);
      case Event.MarketStateChanged changed -> {
        final QuotedMarket market = before(changed.marketId(), nanos);
        if (market != null) {
          market.continuous(changed.to() == MarketState.CONTINUOUS);
          if (!changed.to().acceptsCancels() && changed.to() != MarketState.PRE_OPEN) {
            markets.remove(changed.marketId());
          }
        }
      }
      case Event.LevelChanged level -> {
        final QuotedMarket market = before(level.marketId(), nanos);
        if (market != null) {
          market.level(level.side(), level.priceMicros(), level.lots());
        }
      }
      case Event.OrderAccepted(long orderId, var ticket) -> {
        if (makers.contains(ticket.accountId())) {
          final QuotedMarket market = before(ticket.marketId(), nanos);
          if (market != null) {
            market.accepted(orderId, ticket);
          }
        }
      }
      case Event.OrderTriggered order -> {
        final QuotedMarket market = before(order.marketId(), nanos);
        if (market != null) {
          market.triggered(order.orderId());
        }
      }
      case Event.OrderReplaced order -> {
        final QuotedMarket market = before(order.marketId(), nanos);
        if (market != null) {
          market.replaced(order.orderId(), order.priceMicros(), order.leavesLots());
        }
      }
      case Event.OrderCanceled order -> {
        final QuotedMarket market = before(order.marketId(), nanos);
        if (market != null) {
          market.left(order.orderId(), 0);
        }
      }
      case Event.Trade trade -> {
        final QuotedMarket market = before(trade.marketId(), nanos);
        if (market != null) {
          market.left(trade.maker().orderId(), trade.maker().leavesLots());
          market.left(trade.taker().orderId(), trade.taker().leavesLots());
        }
      }
      // Nothing else changes an order, a book or who is a maker.
      default -> {}
    }
  }

  private void tier(long accountId, int leverage, long nanos) {
    if (leverage > 1) {
      makers.add(accountId);
    } else if (makers.remove(accountId)) {
      for (QuotedMarket market : markets.values()) {
        sample(market, nanos);
        market.forget(accountId);
      }
    }
  }

  private void list(Instrument instrument, long nanos) {
    if (!(instrument.contract() instanceof Contract.Combo)) {
      final Product product = new Product(instrument.contract().typeName(), instrument.place());
      markets.put(
          instrument.marketId(),
          new QuotedMarket(
              instrument,
              product,
              programme.of(product).depthMicros(),
              Math.floorDiv(nanos, NANOS)));
    }
  }

  /** The market as it stood until now, its seconds so far counted; null if it does not count. */
  private @Nullable QuotedMarket before(int marketId, long nanos) {
    final QuotedMarket market = markets.get(marketId);
    if (market != null) {
      sample(market, nanos);
    }
    return market;
  }

  private void sample(QuotedMarket market, long nanos) {
    final long until = Math.floorDiv(nanos, NANOS);
    if (until <= market.sampledSecond) {
      return;
    }
    final Map<Long, BigInteger> scores = market.scores();
    long second = market.sampledSecond + 1;
    market.sampledSecond = until;
    while (second <= until && !scores.isEmpty()) {
      final RewardWeek week = RewardWeek.ofSecond(second);
      final long last = Math.min(until, week.next().firstSecond() - 1);
      final BigInteger times =
          BigInteger.valueOf(last - second + 1).multiply(BigInteger.valueOf(market.weight(week)));
      final SortedMap<Long, BigInteger> sums =
          weeks
              .computeIfAbsent(week, _ -> new TreeMap<>())
              .computeIfAbsent(market.product(), _ -> new TreeMap<>());
      scores.forEach(
          (account, score) -> sums.merge(account, score.multiply(times), BigInteger::add));
      second = last + 1;
    }
  }
}
