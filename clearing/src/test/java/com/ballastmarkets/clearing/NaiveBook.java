package com.ballastmarkets.clearing;

import com.ballastmarkets.clearing.fee.WorstFee;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a clearing house knows, in lists: every order and every trade, looked through from the
 * beginning for each answer. Margin is found on a grid of every half point, on which all strikes
 * lie.
 */
final class NaiveBook {
  record Order(long id, int account, int marketId, Side side, long price, long lots) {
    Order less(long filled) {
      return new Order(id, account, marketId, side, price, lots - filled);
    }
  }

  private record Lots(int account, int marketId, long signedLots, long price) {}

  private static final long HALF_POINT = 500_000;

  final List<Order> orders = new ArrayList<>();
  final Map<Integer, Instrument> live = new HashMap<>();
  private final List<Lots> trades = new ArrayList<>();
  private final Map<Integer, Map<Integer, Long>> paid = new HashMap<>();
  private final Map<Integer, Long> cash = new HashMap<>();

  void cash(int account, long amount) {
    cash.merge(account, amount, Long::sum);
  }

  long cash(int account) {
    return cash.getOrDefault(account, 0L);
  }

  void trade(int account, int marketId, long signedLots, long price) {
    trades.add(new Lots(account, marketId, signedLots, price));
  }

  long lots(int account, int marketId) {
    return trades.stream()
        .filter(trade -> trade.account == account && trade.marketId == marketId)
        .mapToLong(Lots::signedLots)
        .sum();
  }

  long paid(int account, int marketId) {
    return paid.getOrDefault(marketId, Map.of()).getOrDefault(account, 0L);
  }

  /** Everything gained since the first trade at this price, less what has been paid. */
  long unpaid(int account, int marketId, long price) {
    long gain = 0;
    for (Lots trade : trades) {
      if (trade.account == account && trade.marketId == marketId) {
        gain += trade.signedLots * (price - trade.price);
      }
    }
    return gain - paid(account, marketId);
  }

  void pay(int account, int marketId, long amount) {
    paid.computeIfAbsent(marketId, _ -> new HashMap<>()).merge(account, amount, Long::sum);
    cash(account, amount);
  }

  void close(int marketId) {
    live.remove(marketId);
    trades.removeIf(trade -> trade.marketId == marketId);
    paid.remove(marketId);
  }

  /** Cash + Σ over underlyings of the worst outcome on the grid. */
  long available(int account) {
    long sum = cash(account);
    for (Instrument base : live.values()) {
      if (!(base.contract() instanceof Contract.Option)) {
        sum += worst(account, base);
      }
    }
    return sum;
  }

  /** The worst-case loss from the marks, over all underlyings. */
  private long worst(int account, Instrument base) {
    final List<Instrument> group = new ArrayList<>();
    for (Instrument instrument : live.values()) {
      if (instrument == base
          || (instrument.contract() instanceof Contract.Option option
              && option.underlyingMarketId() == base.marketId())) {
        group.add(instrument);
      }
    }
    final boolean binary = base.contract() instanceof Contract.Binary;
    final long step = binary ? base.contract().faceMicros() : HALF_POINT;
    long worst = Long.MAX_VALUE;
    for (long x = base.contract().loMicros(); x <= base.contract().hiMicros(); x += step) {
      long sum = 0;
      for (Instrument instrument : group) {
        sum += outcome(account, instrument, payoff(instrument.contract(), x));
      }
      worst = Math.min(worst, sum);
    }
    if (base.contract() instanceof Contract.ConditionalSpread) {
      worst = Math.min(worst, ifVoid(account, base));
    }
    return worst;
  }

  private long outcome(int account, Instrument instrument, long payoff) {
    long sum = unpaid(account, instrument.marketId(), payoff);
    for (Order order : orders) {
      if (order.account == account && order.marketId == instrument.marketId()) {
        final long fee = WorstFee.perLot(instrument.fees(), order.price);
        sum += order.lots * Math.min(0, order.side.sign() * (payoff - order.price) - fee);
      }
    }
    return sum;
  }

  private long ifVoid(int account, Instrument spread) {
    long sum = -paid(account, spread.marketId());
    for (Order order : orders) {
      if (order.account == account && order.marketId == spread.marketId()) {
        sum -= order.lots * WorstFee.perLot(spread.fees(), order.price);
      }
    }
    return sum;
  }

  static long payoff(Contract contract, long x) {
    if (contract instanceof Contract.Option option) {
      final long call = x - option.strikeMicros();
      return Math.max(0, option.putOrCall() == Contract.PutOrCall.CALL ? call : -call);
    }
    return x;
  }

  Instrument instrument(int marketId) {
    return Objects.requireNonNull(live.get(marketId));
  }
}
