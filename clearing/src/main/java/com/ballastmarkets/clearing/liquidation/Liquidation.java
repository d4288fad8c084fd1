package com.ballastmarkets.clearing.liquidation;

import com.ballastmarkets.clearing.liquidation.AccountFigures.PositionFigures;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One account's forced liquidation, from its beginning. It is asked for one action at a time, with
 * the figures of that moment, until it says to wait or that it is done; marks that the slices
 * themselves moved are in those figures, and so is the relief that they brought.
 */
public final class Liquidation {
  private static final Comparator<PositionFigures> LARGEST_MARGIN_FIRST =
      Comparator.comparingLong(PositionFigures::marginMicros)
          .reversed()
          .thenComparingInt(PositionFigures::market);

  private final long startedNanos;
  private final Map<Integer, Long> slicedNanos = new TreeMap<>();

  /** Begins when usage reaches 80 %. */
  public Liquidation(long startedNanos) {
    this.startedNanos = startedNanos;
  }

  /** What to do now. */
  public LiquidationAction next(AccountFigures figures, long timeNanos) {
    if (figures.openOrders()) {
      return new LiquidationAction.CancelOrders();
    }
    if (figures.positions().isEmpty()) {
      return new LiquidationAction.Finish();
    }
    final List<PositionFigures> ranked =
        figures.positions().stream().sorted(LARGEST_MARGIN_FIRST).toList();
    if (figures.equityMicros() <= 0) {
      return takeOver(ranked.getFirst(), figures);
    }
    if (figures.worstCaseLossMicros() <= figures.equityMicros()
        || !figures.reaches(LiquidationRules.TARGET_PERCENT)) {
      return new LiquidationAction.Finish();
    }
    final long deadline = startedNanos + LiquidationRules.TAKEOVER_AFTER_NANOS;
    return timeNanos >= deadline
        ? takeOver(ranked.getFirst(), figures)
        : slice(ranked, figures, timeNanos, deadline);
  }

  private static LiquidationAction takeOver(PositionFigures position, AccountFigures figures) {
    return new LiquidationAction.TakeOver(
        position.market(), position.lots(), BankruptcyPrice.of(position, figures));
  }

  private LiquidationAction slice(
      List<PositionFigures> ranked, AccountFigures figures, long timeNanos, long deadline) {
    long wait = deadline;
    for (PositionFigures position : ranked) {
      final Long last = slicedNanos.get(position.market());
      final long due = last == null ? timeNanos : last + LiquidationRules.SLICE_INTERVAL_NANOS;
      if (due <= timeNanos) {
        slicedNanos.put(position.market(), timeNanos);
        return new LiquidationAction.Reduce(
            position.market(),
            position.lots() > 0 ? Side.SELL : Side.BUY,
            Math.ceilDiv(Math.abs(position.lots()), LiquidationRules.SLICES),
            BankruptcyPrice.of(position, figures));
      }
      wait = Math.min(wait, due);
    }
    return new LiquidationAction.Wait(wait);
  }

  /** Writes when it began and when each market had its last slice. */
  public void writeState(StateOutput output) {
    output.putLong(startedNanos);
    output.putInt(slicedNanos.size());
    slicedNanos.forEach((market, nanos) -> {
      output.putInt(market);
      output.putLong(nanos);
    });
  }

  /** Reads it back. */
  public static Liquidation readState(StateInput input) {
    final Liquidation liquidation = new Liquidation(input.getLong());
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      final int market = input.getInt();
      liquidation.slicedNanos.put(market, input.getLong());
    }
    return liquidation;
  }
}
