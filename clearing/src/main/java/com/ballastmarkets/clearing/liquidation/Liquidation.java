package com.ballastmarkets.clearing.liquidation;

import com.ballastmarkets.clearing.liquidation.AccountFigures.PositionFigures;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * One account's forced liquidation, from its beginning. It is asked for one action at a time, with
 * the figures of that moment, until it says to wait or that it is done. The marks in those figures
 * are from before the moment's slices; the relief that the slices brought is in them.
 */
public final class Liquidation {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long STILL_PAUSED = -1;

  private static final Comparator<PositionFigures> LARGEST_MARGIN_FIRST =
      Comparator.comparingLong(PositionFigures::marginMicros)
          .reversed()
          .thenComparingInt(PositionFigures::market);

  /** Whether a market's book takes orders. */
  public enum Phase {
    OPEN,
    /** Halted, in auction, or not open yet: nothing is done but without equity. */
    PAUSED,
    /** After E: there is no book any more. */
    OVER
  }

  private final long startedNanos;
  private final Map<Integer, Long> slicedNanos = new TreeMap<>();

  /** When a market was seen to trade again; {@link #STILL_PAUSED} until then. */
  private final Map<Integer, Long> reopenedNanos = new TreeMap<>();

  /** Begins when usage reaches 80 %. */
  public Liquidation(long startedNanos) {
    this.startedNanos = startedNanos;
  }

  /**
   * What to do now.
   *
   * @param phases of the markets, by handle
   */
  public LiquidationAction next(AccountFigures figures, long timeNanos, IntFunction<Phase> phases) {
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
    return goOn(ranked, figures, timeNanos, phases);
  }

  private LiquidationAction goOn(
      List<PositionFigures> ranked,
      AccountFigures figures,
      long timeNanos,
      IntFunction<Phase> phases) {
    long wait = NEVER;
    for (PositionFigures position : ranked) {
      final Phase phase = phases.apply(position.market());
      if (isPaused(position.market(), phase, timeNanos)) {
        continue;
      }
      final long deadline = deadline(position.market());
      if (timeNanos >= deadline) {
        return takeOver(position, figures);
      }
      wait = Math.min(wait, deadline);
      if (phase == Phase.OPEN) {
        final Long last = slicedNanos.get(position.market());
        final long due = last == null ? timeNanos : last + LiquidationRules.SLICE_INTERVAL_NANOS;
        if (due <= timeNanos) {
          slicedNanos.put(position.market(), timeNanos);
          return slice(position, figures);
        }
        wait = Math.min(wait, due);
      }
    }
    return new LiquidationAction.Wait(wait);
  }

  private boolean isPaused(int market, Phase phase, long timeNanos) {
    if (phase == Phase.PAUSED) {
      reopenedNanos.put(market, STILL_PAUSED);
      return true;
    }
    reopenedNanos.computeIfPresent(market, (_, at) -> at == STILL_PAUSED ? timeNanos : at);
    return false;
  }

  private long deadline(int market) {
    final long from = Math.max(startedNanos, reopenedNanos.getOrDefault(market, startedNanos));
    return from + LiquidationRules.TAKEOVER_AFTER_NANOS;
  }

  private static LiquidationAction takeOver(PositionFigures position, AccountFigures figures) {
    return new LiquidationAction.TakeOver(
        position.market(), position.lots(), BankruptcyPrice.of(position, figures));
  }

  private static LiquidationAction slice(PositionFigures position, AccountFigures figures) {
    return new LiquidationAction.Reduce(
        position.market(),
        position.lots() > 0 ? Side.SELL : Side.BUY,
        Math.ceilDiv(Math.abs(position.lots()), LiquidationRules.SLICES),
        BankruptcyPrice.of(position, figures));
  }

  /** Writes when it began, and when each market had its last slice and reopened. */
  public void writeState(StateOutput output) {
    output.putLong(startedNanos);
    write(output, slicedNanos);
    write(output, reopenedNanos);
  }

  private static void write(StateOutput output, Map<Integer, Long> times) {
    output.putInt(times.size());
    times.forEach((market, nanos) -> {
      output.putInt(market);
      output.putLong(nanos);
    });
  }

  /** Reads it back. */
  public static Liquidation readState(StateInput input) {
    final Liquidation liquidation = new Liquidation(input.getLong());
    read(input, liquidation.slicedNanos);
    read(input, liquidation.reopenedNanos);
    return liquidation;
  }

  private static void read(StateInput input, Map<Integer, Long> times) {
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      final int market = input.getInt();
      times.put(market, input.getLong());
    }
  }
}
