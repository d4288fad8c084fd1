package com.ballastmarkets.engine.state;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.ArrayList;
import java.util.List;

/** The terms of a market in a snapshot. */
public final class InstrumentState {
  private static final int BINARY = 1;
  private static final int INDEX = 2;
  private static final int OPTION = 3;
  private static final int CONDITIONAL_SPREAD = 4;
  private static final int COMBO = 5;

  private InstrumentState() {}

  public static void write(StateOutput output, Instrument instrument) {
    output.putInt(instrument.marketId());
    output.putString(instrument.symbol());
    output.putString(instrument.name());
    writeContract(output, instrument.contract());
    output.putString(instrument.place());
    output.putLong(instrument.windowStartNanos());
    output.putLong(instrument.expiryNanos());
    output.putInt(instrument.ticks().bands().size());
    for (TickTable.Band band : instrument.ticks().bands()) {
      output.putLong(band.fromMicros());
      output.putLong(band.tickMicros());
    }
    output.putEnum(instrument.fees().basis());
    output.putLong(instrument.fees().makerRate());
    output.putLong(instrument.fees().takerRate());
    output.putLong(instrument.referencePriceMicros());
    output.putLong(instrument.maxOrderLots());
    output.putLong(instrument.positionLimitLots());
    output.putString(instrument.rulesHash());
  }

  public static Instrument read(StateInput input) {
    final int marketId = input.getInt();
    final String symbol = input.getString();
    final String name = input.getString();
    final Contract contract = readContract(input);
    final String place = input.getString();
    final long windowStart = input.getLong();
    final long expiry = input.getLong();
    final TickTable ticks = readTicks(input);
    final FeeSchedule.Basis basis = input.getEnum(FeeSchedule.Basis.values());
    final long makerRate = input.getLong();
    final FeeSchedule fees = new FeeSchedule(basis, makerRate, input.getLong());
    final long reference = input.getLong();
    final long maxOrderLots = input.getLong();
    final long positionLimit = input.getLong();
    return new Instrument(
        marketId,
        symbol,
        name,
        contract,
        place,
        windowStart,
        expiry,
        ticks,
        fees,
        reference,
        maxOrderLots,
        positionLimit,
        input.getString());
  }

  private static TickTable readTicks(StateInput input) {
    final int count = input.getInt();
    final List<TickTable.Band> bands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      final long from = input.getLong();
      bands.add(new TickTable.Band(from, input.getLong()));
    }
    return new TickTable(bands);
  }

  private static void writeContract(StateOutput output, Contract contract) {
    switch (contract) {
      case Contract.Binary() -> output.putInt(BINARY);
      case Contract.Index() -> output.putInt(INDEX);
      case Contract.Option(int underlying, Contract.PutOrCall putOrCall, long strike) -> {
        output.putInt(OPTION);
        output.putInt(underlying);
        output.putEnum(putOrCall);
        output.putLong(strike);
      }
      case Contract.ConditionalSpread(int condition, boolean met, int legA, int legB) -> {
        output.putInt(CONDITIONAL_SPREAD);
        output.putInt(condition);
        output.putBoolean(met);
        output.putInt(legA);
        output.putInt(legB);
      }
      case Contract.Combo(List<Contract.ComboLeg> legs, long lo, long hi) -> {
        output.putInt(COMBO);
        output.putInt(legs.size());
        for (Contract.ComboLeg leg : legs) {
          output.putInt(leg.marketId());
          output.putInt(leg.ratio());
        }
        output.putLong(lo);
        output.putLong(hi);
      }
    }
  }

  private static Contract readContract(StateInput input) {
    final int kind = input.getInt();
    return switch (kind) {
      case BINARY -> new Contract.Binary();
      case INDEX -> new Contract.Index();
      case OPTION -> {
        final int underlying = input.getInt();
        final Contract.PutOrCall putOrCall = input.getEnum(Contract.PutOrCall.values());
        yield new Contract.Option(underlying, putOrCall, input.getLong());
      }
      case CONDITIONAL_SPREAD -> {
        final int condition = input.getInt();
        final boolean met = input.getBoolean();
        final int legA = input.getInt();
        yield new Contract.ConditionalSpread(condition, met, legA, input.getInt());
      }
      case COMBO -> {
        final int count = input.getInt();
        final List<Contract.ComboLeg> legs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          final int leg = input.getInt();
          legs.add(new Contract.ComboLeg(leg, input.getInt()));
        }
        final long lo = input.getLong();
        yield new Contract.Combo(legs, lo, input.getLong());
      }
      default -> throw new IllegalStateException("no contract is written as " + kind);
    };
  }
}
