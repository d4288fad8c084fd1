package com.ballastmarkets.engine.state;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Markets in a snapshot: first the terms of all, which clearing needs to be read, then the rest.
 */
public final class MarketsState {
  private MarketsState() {}

  public static void writeTerms(StateOutput output, MarketRegistry markets) {
    output.section("instruments", 1);
    output.putInt(markets.all().size());
    for (Market market : markets.all()) {
      InstrumentState.write(output, market.instrument());
    }
  }

  /** The terms of all markets, in the order of their listing. */
  public static List<Instrument> readTerms(StateInput input) {
    input.section("instruments");
    final int count = input.getInt();
    final List<Instrument> instruments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      instruments.add(InstrumentState.read(input));
    }
    return instruments;
  }

  public static void write(StateOutput output, MarketRegistry markets) {
    output.section("markets", 3);
    for (Market market : markets.all()) {
      market.writeState(output);
    }
    markets.writeState(output);
  }

  /** A combo stands behind its legs. */
  private static Market list(
      Instrument instrument, ClearingHouse clearing, MarketRegistry markets) {
    if (instrument.contract() instanceof Contract.Combo combo) {
      final List<Market> legs = new ArrayList<>();
      for (Contract.ComboLeg leg : combo.legs()) {
        legs.add(Objects.requireNonNull(markets.get(leg.marketId()), "a combo's leg"));
      }
      return markets.listCombo(instrument, legs).market();
    }
    return markets.list(instrument, clearing.market(instrument.marketId()));
  }

  /**
   * @param nowNanos the time at which the snapshot was taken
   */
  public static void read(
      StateInput input,
      List<Instrument> instruments,
      ClearingHouse clearing,
      MarketRegistry markets,
      long nowNanos) {
    final int version = input.section("markets");
    for (Instrument instrument : instruments) {
      list(instrument, clearing, markets).readState(input, version);
    }
    if (version > 1) {
      markets.readState(input);
    } else {
      markets.rememberEnded(nowNanos);
    }
  }
}
