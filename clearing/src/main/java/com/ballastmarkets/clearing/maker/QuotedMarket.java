package com.ballastmarkets.clearing.maker;

import com.ballastmarkets.clearing.maker.MakerProgramme.Product;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.Side;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A market as scores need it: its best prices, and the makers' orders. What each maker scores in a
 * second is computed again only after something has changed.
 */
final class QuotedMarket {
  /** Scores are three times what they are, so that a third of one is whole. */
  private static final BigInteger THIRDS = BigInteger.valueOf(3);

  private final Product product;
  private final long lo;
  private final long face;
  private final long expiryWeek;
  private final long doubleDepth;
  private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<Long, Long> asks = new TreeMap<>();
  private final Map<Long, MakerOrder> orders = new LinkedHashMap<>();
  private @Nullable Map<Long, BigInteger> scores;
  private boolean continuous;

  /** Samples were taken up to this second. */
  long sampledSecond;

  private static final class MakerOrder {
    final long accountId;
    final Side side;
    final long displayLots;
    long price;
    long leaves;
    boolean waiting;

    MakerOrder(OrderTicket ticket) {
      accountId = ticket.accountId();
      side = ticket.side();
      displayLots = ticket.displayLots();
      price = ticket.priceMicros();
      leaves = ticket.lots();
      waiting = ticket.type() == OrderType.STOP || ticket.type() == OrderType.STOP_LIMIT;
    }

    long shownLots() {
      return displayLots == 0 ? leaves : Math.min(displayLots, leaves);
    }
  }

  private static final class Sides {
    BigInteger bid = BigInteger.ZERO;
    BigInteger ask = BigInteger.ZERO;
  }

  QuotedMarket(Instrument instrument, Product product, long depthMicros, long second) {
    this.product = product;
    this.lo = instrument.contract().loMicros();
    this.face = instrument.contract().faceMicros();
    this.expiryWeek = RewardWeek.of(instrument.expiryNanos() - 1).number();
    this.doubleDepth = Math.multiplyExact(2, depthMicros);
    this.sampledSecond = second;
  }

  Product product() {
    return product;
  }

  void continuous(boolean now) {
    continuous = now;
    scores = null;
  }

  void level(Side side, long price, long lots) {
    final TreeMap<Long, Long> levels = side == Side.BUY ? bids : asks;
    if (lots == 0) {
      levels.remove(price);
    } else {
      levels.put(price, lots);
    }
    scores = null;
  }

  void accepted(long orderId, OrderTicket ticket) {
    if (ticket.type() != OrderType.MARKET && ticket.type() != OrderType.STOP) {
      orders.put(orderId, new MakerOrder(ticket));
      scores = null;
    }
  }

  void triggered(long orderId) {
    final MakerOrder order = orders.get(orderId);
    if (order != null) {
      order.waiting = false;
      scores = null;
    }
  }

  void replaced(long orderId, long price, long leaves) {
    final MakerOrder order = orders.get(orderId);
    if (order != null) {
      order.price = price;
      order.leaves = leaves;
      scores = null;
    }
  }

  void left(long orderId, long leaves) {
    final MakerOrder order = orders.get(orderId);
    if (order != null) {
      order.leaves = leaves;
      if (leaves == 0) {
        orders.remove(orderId);
      }
      scores = null;
    }
  }

  /** The account is no maker any more. */
  void forget(long accountId) {
    orders.values().removeIf(order -> order.accountId == accountId);
    scores = null;
  }

  /** Calendar weight in a week: 3 if the contract ends in it, 2 if in the next, else 1. */
  int weight(RewardWeek week) {
    final long ahead = expiryWeek - week.number();
    return ahead == 0 ? 3 : ahead == 1 ? 2 : 1;
  }

  /**
   * What each maker scores in a second, without the weight, times 3 × (2v)²: the smaller of its
   * sides; a third of the other if one is empty and the middle is not near an end of the range.
   */
  Map<Long, BigInteger> scores() {
    Map<Long, BigInteger> now = scores;
    if (now == null) {
      now = compute();
      scores = now;
    }
    return now;
  }

  private Map<Long, BigInteger> compute() {
    if (!continuous || orders.isEmpty() || bids.isEmpty() || asks.isEmpty()) {
      return Map.of();
    }
    final long doubleMid = Math.addExact(bids.firstKey(), asks.firstKey());
    final Map<Long, Sides> byAccount = new HashMap<>();
    for (MakerOrder order : orders.values()) {
      final long within = doubleDepth - Math.abs(2 * order.price - doubleMid);
      if (within > 0 && !order.waiting) {
        final Sides sides = byAccount.computeIfAbsent(order.accountId, _ -> new Sides());
        final BigInteger score =
            BigInteger.valueOf(within).pow(2).multiply(BigInteger.valueOf(order.shownLots()));
        if (order.side == Side.BUY) {
          sides.bid = sides.bid.add(score);
        } else {
          sides.ask = sides.ask.add(score);
        }
      }
    }
    return weighed(byAccount, isInTheMiddle(doubleMid));
  }

  private boolean isInTheMiddle(long doubleMid) {
    final long above = Math.subtractExact(doubleMid, 2 * lo);
    return above * 10 >= 2 * face && above * 10 <= 18 * face;
  }

  private static Map<Long, BigInteger> weighed(Map<Long, Sides> byAccount, boolean inTheMiddle) {
    final Map<Long, BigInteger> scores = new TreeMap<>();
    byAccount.forEach((accountId, sides) -> {
      if (sides.bid.signum() > 0 && sides.ask.signum() > 0) {
        scores.put(accountId, sides.bid.min(sides.ask).multiply(THIRDS));
      } else if (inTheMiddle) {
        scores.put(accountId, sides.bid.max(sides.ask));
      }
    });
    return scores;
  }
}
