package com.ballastmarkets.clearing;

import com.ballastmarkets.clearing.limit.PositionLimits;
import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Exposure;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.portfolio.Positions;
import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.clearing.product.Underlying;
import com.ballastmarkets.clearing.treasury.Contributions;
import com.ballastmarkets.clearing.treasury.Treasury;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * The clearing house's memory: accounts, transfers, markets, positions, outcomes, contributions,
 * hedge exemptions, in this order.
 */
final class ClearingState {
  private static final String SECTION = "clearing";

  /** Since 2: the default fund; 3: hedge exemptions. */
  private static final int VERSION = 3;

  private ClearingState() {}

  static void write(
      StateOutput output,
      Accounts accounts,
      Markets markets,
      Positions positions,
      Treasury treasury,
      Contributions contributions,
      PositionLimits limits) {
    output.section(SECTION, VERSION);
    output.putInt(accounts.count());
    for (int i = 0; i < accounts.count(); i++) {
      final Account account = accounts.get(i);
      output.putLong(account.accountId());
      output.putLong(account.participant().participantId());
      output.putEnum(account.kind());
      output.putInt(account.leverage());
      output.putLong(account.cashMicros());
    }
    treasury.writeState(output);
    final List<ClearedMarket> live = live(markets);
    final List<Underlying> underlyings = underlyings(live);
    output.putInt(markets.handleCount());
    writeUnderlyings(output, underlyings);
    writeMarkets(output, live, markets);
    writePositions(output, live, positions);
    writeExposures(output, accounts);
    contributions.writeState(output);
    limits.writeState(output);
  }

  private static List<ClearedMarket> live(Markets markets) {
    final List<ClearedMarket> live = new ArrayList<>();
    for (int handle = 0; handle < markets.handleCount(); handle++) {
      final ClearedMarket market = markets.get(handle);
      if (market != null) {
        live.add(market);
      }
    }
    return live;
  }

  private static List<Underlying> underlyings(List<ClearedMarket> live) {
    final Set<Underlying> underlyings = new LinkedHashSet<>();
    live.forEach(market -> underlyings.add(market.underlying()));
    return List.copyOf(underlyings);
  }

  private static void writeUnderlyings(StateOutput output, List<Underlying> underlyings) {
    output.putInt(underlyings.size());
    for (Underlying underlying : underlyings) {
      output.putInt(underlying.marketId());
      output.putBoolean(underlying.voidable());
      output.putBoolean(underlying.jumps());
      output.putLong(underlying.expiryNanos());
      putLongs(output, underlying.outcomes());
    }
  }

  private static void writeMarkets(StateOutput output, List<ClearedMarket> live, Markets markets) {
    output.putInt(live.size());
    for (ClearedMarket market : live) {
      output.putInt(market.handle());
      output.putInt(market.marketId());
      output.putInt(market.underlying().marketId());
      output.putLong(market.limitLots());
      output.putLong(markets.marks()[market.handle()]);
    }
  }

  private static void writePositions(
      StateOutput output, List<ClearedMarket> live, Positions positions) {
    for (ClearedMarket market : live) {
      final List<Position> all = positions.of(market);
      output.putInt(all.size());
      for (Position position : all) {
        output.putInt(position.account().handle());
        position.writeState(output);
      }
    }
  }

  private static void writeExposures(StateOutput output, Accounts accounts) {
    for (int i = 0; i < accounts.count(); i++) {
      // Their order in memory is by chance of history: the written form has one of its own.
      final List<Exposure> exposures = new ArrayList<>(accounts.get(i).exposures());
      exposures.sort(Comparator.comparingInt(exposure -> exposure.underlying().marketId()));
      output.putInt(exposures.size());
      for (Exposure exposure : exposures) {
        output.putInt(exposure.underlying().marketId());
        final long[] outcomes = new long[exposure.outcomeCount()];
        for (int k = 0; k < outcomes.length; k++) {
          outcomes[k] = exposure.outcomeMicros(k);
        }
        putLongs(output, outcomes);
      }
    }
  }

  /** The version that the state was written with. */
  static int version(StateInput input) {
    final int version = input.section(SECTION);
    if (version < 1 || version > VERSION) {
      throw new IllegalStateException("clearing state of version " + version);
    }
    return version;
  }

  /** Reads all that follows the accounts. */
  static void read(
      StateInput input,
      int version,
      Accounts accounts,
      Markets markets,
      Positions positions,
      Treasury treasury,
      Contributions contributions,
      PositionLimits limits,
      IntFunction<Instrument> instruments) {
    treasury.readState(input);
    markets.reserve(input.getInt());
    final Int2ObjectHashMap<Underlying> underlyings = readUnderlyings(input);
    final List<ClearedMarket> live = readMarkets(input, underlyings, markets, instruments);
    for (ClearedMarket market : live) {
      final int count = input.getInt();
      for (int i = 0; i < count; i++) {
        positions.open(accounts.get(input.getInt()), market).readState(input);
      }
    }
    readExposures(input, underlyings, accounts, version);
    if (version > 1) {
      contributions.readState(input);
    }
    if (version > 2) {
      limits.readState(input);
    }
  }

  /** The accounts with the handles that they had. */
  static Accounts readAccounts(StateInput input) {
    final Accounts accounts = new Accounts();
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      final long accountId = input.getLong();
      final long participantId = input.getLong();
      final AccountKind kind = input.getEnum(AccountKind.values());
      final int leverage = input.getInt();
      accounts.open(accountId, participantId, kind, leverage).restoreCash(input.getLong());
    }
    return accounts;
  }

  private static Int2ObjectHashMap<Underlying> readUnderlyings(StateInput input) {
    final int count = input.getInt();
    final Int2ObjectHashMap<Underlying> underlyings = new Int2ObjectHashMap<>();
    for (int i = 0; i < count; i++) {
      final int marketId = input.getInt();
      underlyings.put(
          marketId,
          new Underlying(
              marketId, input.getBoolean(), input.getBoolean(), input.getLong(), getLongs(input)));
    }
    return underlyings;
  }

  private static List<ClearedMarket> readMarkets(
      StateInput input,
      Int2ObjectHashMap<Underlying> underlyings,
      Markets markets,
      IntFunction<Instrument> instruments) {
    final int count = input.getInt();
    final List<ClearedMarket> live = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      final int handle = input.getInt();
      final Instrument instrument = instruments.apply(input.getInt());
      final ClearedMarket market =
          markets.attach(handle, instrument, require(underlyings, input.getInt()));
      market.limitLots(input.getLong());
      markets.mark(handle, input.getLong());
      live.add(market);
    }
    return live;
  }

  private static Underlying require(Int2ObjectHashMap<Underlying> underlyings, int marketId) {
    final Underlying underlying = underlyings.get(marketId);
    if (underlying == null) {
      throw new IllegalStateException("no underlying " + marketId);
    }
    return underlying;
  }

  private static void readExposures(
      StateInput input, Int2ObjectHashMap<Underlying> underlyings, Accounts accounts, int version) {
    // The first version knew no default fund: its accounts come last and have nothing.
    final int written = version > 1 ? accounts.count() : accounts.count() - 2;
    for (int i = 0; i < written; i++) {
      final Account account = accounts.get(i);
      final int count = input.getInt();
      for (int e = 0; e < count; e++) {
        final Underlying underlying = require(underlyings, input.getInt());
        final Exposure exposure = Positions.exposure(account, underlying);
        if (exposure == null) {
          throw new IllegalStateException("an exposure without a position");
        }
        exposure.restore(getLongs(input));
      }
    }
  }

  private static void putLongs(StateOutput output, long[] values) {
    output.putInt(values.length);
    for (long value : values) {
      output.putLong(value);
    }
  }

  private static long[] getLongs(StateInput input) {
    final long[] values = new long[input.getInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = input.getLong();
    }
    return values;
  }
}
