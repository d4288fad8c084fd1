package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Combos: their definition, their phases, their end. */
final class NaiveCombos {
  private static final int FIRST_ID = 1 << 30;

  private final NaiveExchange exchange;
  final TreeMap<Integer, NaiveCombo> all = new TreeMap<>();
  private int nextNumber = 1;

  NaiveCombos(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  @Nullable NaiveCombo of(NaiveMarket market) {
    return all.get(market.instrument.marketId());
  }

  static boolean isComboId(int marketId) {
    return marketId >= FIRST_ID;
  }

  void define(Command.DefineCombo request) {
    if (exchange.clearing.account(request.accountId()) < 0) {
      exchange.reject(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    final List<Contract.ComboLeg> given =
        request.legs().stream().sorted(Comparator.comparing(Contract.ComboLeg::marketId)).toList();
    final BigInteger factor =
        given.stream()
            .map(leg -> BigInteger.valueOf(leg.ratio()))
            .reduce(BigInteger.ZERO, BigInteger::gcd);
    final boolean reversed = !given.isEmpty() && given.getFirst().ratio() < 0;
    final List<Contract.ComboLeg> legs =
        given.stream()
            .map(l ->
                new Contract.ComboLeg(
                    l.marketId(), l.ratio() / factor.intValueExact() * (reversed ? -1 : 1)))
            .toList();
    final long distinct = legs.stream().map(Contract.ComboLeg::marketId).distinct().count();
    if (legs.size() < 2
        || legs.size() > 4
        || distinct != legs.size()
        || legs.getFirst().marketId() <= 0
        || legs.stream().anyMatch(leg -> Math.abs(leg.ratio()) > 20)) {
      exchange.reject(RejectReason.INVALID_COMBO);
      return;
    }
    for (NaiveCombo combo : all.values()) {
      if (((Contract.Combo) combo.market.instrument.contract()).legs().equals(legs)) {
        tellDefined(request, combo.market.instrument, reversed);
        return;
      }
    }
    for (Contract.ComboLeg leg : legs) {
      final NaiveMarket market = exchange.markets.get(leg.marketId());
      if (market == null) {
        exchange.reject(RejectReason.MARKET_NOT_FOUND);
        return;
      }
      if (isComboId(leg.marketId()) || !market.state.acceptsCancels()) {
        exchange.reject(RejectReason.INVALID_COMBO);
        return;
      }
    }
    list(request, legs, reversed);
  }

  private void list(Command.DefineCombo request, List<Contract.ComboLeg> legs, boolean reversed) {
    final List<NaiveCombo.Leg> parts =
        legs.stream()
            .map(l -> new NaiveCombo.Leg(exchange.market(l.marketId()), l.ratio()))
            .toList();
    final Instrument terms = terms(nextNumber++, legs, parts);
    final NaiveCombo combo =
        new NaiveCombo(new NaiveMarket(terms, -1, exchange.listing.everListed.size()), parts);
    exchange.markets.put(terms.marketId(), combo.market);
    exchange.listing.everListed.add(terms.marketId());
    all.put(terms.marketId(), combo);
    exchange.tell(new Event.MarketListed(terms));
    follow(combo);
    tellDefined(request, terms, reversed);
  }

  private void tellDefined(Command.DefineCombo request, Instrument terms, boolean reversed) {
    exchange.tell(new Event.ComboDefined(request.accountId(), terms.marketId(), reversed));
  }

  /** All grids here begin at the contract's lowest price and have one step. */
  private static Instrument terms(
      int number, List<Contract.ComboLeg> legs, List<NaiveCombo.Leg> parts) {
    long lo = 0;
    long hi = 0;
    BigInteger tick = BigInteger.ZERO;
    for (NaiveCombo.Leg part : parts) {
      lo += part.ratio() * (part.ratio() > 0 ? part.market().lo() : part.market().hi());
      hi += part.ratio() * (part.ratio() > 0 ? part.market().hi() : part.market().lo());
      final long step = part.market().instrument.ticks().bands().getFirst().tickMicros();
      tick = tick.gcd(BigInteger.valueOf(part.lots() * step));
    }
    final String name =
        parts.stream()
            .map(p -> "%+d %s".formatted(p.ratio(), p.market().instrument.symbol()))
            .collect(Collectors.joining(" "));
    return new Instrument(
        FIRST_ID + number,
        "combo-" + number,
        name,
        new Contract.Combo(legs, lo, hi),
        "multiple",
        parts.stream().mapToLong(p -> p.market().instrument.windowStartNanos()).min().orElseThrow(),
        parts.stream().mapToLong(p -> p.market().instrument.expiryNanos()).min().orElseThrow(),
        TickTable.uniform(lo, tick.longValueExact()),
        FeeSchedule.FREE,
        parts.stream().mapToLong(p -> p.ratio() * p.market().mark).sum(),
        parts.stream()
            .mapToLong(p -> p.market().instrument.maxOrderLots() / p.lots())
            .min()
            .orElseThrow(),
        parts.stream()
            .mapToLong(p -> p.market().instrument.positionLimitLots() / p.lots())
            .min()
            .orElseThrow(),
        sha256("combo " + name));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  // ---- phases ------------------------------------------------------------------------------

  /** Operations hold a combo or let it go; false if it is none. */
  boolean hold(int marketId, boolean held) {
    final NaiveCombo combo = all.get(marketId);
    if (combo == null) {
      return false;
    }
    final MarketState before = combo.market.state;
    if (combo.held != held) {
      combo.held = held;
      exchange.touched.add(combo.legs.getFirst().market());
      follow(combo);
    }
    if (combo.market.state == before) {
      exchange.tell(new Event.NothingToDo());
    }
    return true;
  }

  static boolean legsTrade(NaiveCombo combo) {
    return combo.legs.stream().allMatch(l -> l.market().state == MarketState.CONTINUOUS);
  }

  private void follow(NaiveCombo combo) {
    final boolean trades = legsTrade(combo) && !combo.held;
    if (trades && combo.market.state != MarketState.CONTINUOUS) {
      exchange.phases.change(
          combo.market, MarketState.CONTINUOUS, combo.market.reason, Long.MAX_VALUE);
    } else if (!trades && combo.market.state == MarketState.CONTINUOUS) {
      StateReason reason = StateReason.OPERATIONS;
      if (!combo.held) {
        reason =
            combo.legs.stream()
                .map(NaiveCombo.Leg::market)
                .filter(m -> m.state != MarketState.CONTINUOUS)
                .findFirst()
                .orElseThrow()
                .reason;
      }
      exchange.phases.halt(combo.market, reason, Long.MAX_VALUE);
    }
  }

  /** The combos of a market that leaves trading go before it. */
  void endOf(NaiveMarket leg) {
    for (NaiveCombo combo : List.copyOf(all.values())) {
      if (combo.legs.stream().anyMatch(l -> l.market() == leg)) {
        exchange.closing.cancelAll(combo.market, CancelReason.MARKET_EXPIRED, o -> true);
        exchange.phases.change(
            combo.market, MarketState.EXPIRED, StateReason.SCHEDULE, Long.MAX_VALUE);
        all.remove(combo.market.instrument.marketId());
        exchange.markets.remove(combo.market.instrument.marketId());
      }
    }
  }

  // ---- the round ---------------------------------------------------------------------------

  /** Everything is looked at until nothing happens any more. */
  void round() {
    boolean again = true;
    while (again) {
      again = false;
      for (NaiveCombo combo : new ArrayList<>(all.values())) {
        again = visit(combo);
        if (again) {
          break;
        }
      }
    }
  }

  private boolean visit(NaiveCombo combo) {
    follow(combo);
    if (combo.market.state != MarketState.CONTINUOUS) {
      return false;
    }
    boolean any = false;
    for (Side side : Side.values()) {
      boolean traded = false;
      NaiveOrder best = combo.market.best(side);
      while (best != null && exchange.comboMatching.matchLegs(combo, best)) {
        traded = true;
        best = combo.market.best(side);
      }
      if (traded) {
        combo.legs.forEach(leg -> exchange.stops.triggerStops(leg.market()));
      }
      any |= traded;
    }
    return any;
  }
}
