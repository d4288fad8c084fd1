package com.ballastmarkets.bench.engine;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.engine.Exchange;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The exchange with full books, about to play a stream's timed part once. */
final class EngineRun implements TimedEngine {
  private final Exchange exchange = new Exchange();
  private final Command[] commands;
  private final Count count = new Count();
  private long timeNanos = EngineStream.BEGIN_NANOS;

  EngineRun(EngineStream stream) {
    commands = stream.commands();
    play(stream.preparation());
  }

  private void play(List<Command> preparation) {
    for (final Command command : preparation) {
      apply(command);
    }
  }

  private void apply(Command command) {
    timeNanos += EngineStream.STEP_NANOS;
    exchange.apply(command, timeNanos, count);
  }

  @Override
  public void play() {
    for (final Command command : commands) {
      apply(command);
    }
  }

  @Override
  public long trades() {
    return count.trades;
  }

  /** Slices of liquidations so far. */
  long slices() {
    return count.slices;
  }

  /** Events so far. */
  long events() {
    return count.events;
  }

  /**
   * Plays at a fixed rate, whatever the engine does: the time of each command from when it was due
   * to when its last event was told.
   */
  Histogram latency(long perSecond) {
    final Histogram histogram = new Histogram(10_000_000_000L, 3);
    final long begin = System.nanoTime();
    long number = 0;
    for (final Command command : commands) {
      final long due = begin + number++ * 1_000_000_000L / perSecond;
      while (System.nanoTime() - due < 0) {
        Thread.onSpinWait();
      }
      apply(command);
      histogram.recordValue(System.nanoTime() - due);
    }
    return histogram;
  }

  private static final class Count implements EventSink {
    private long events;
    private long trades;
    private long slices;

    /** Kept, so that no event can be left out by the compiler. */
    Event last = new Event.NothingToDo();

    @Override
    public void accept(long timeNanos, Event event) {
      events++;
      last = event;
      if (event instanceof Event.Trade) {
        trades++;
      } else if (event instanceof Event.Liquidation.LiquidationSlice) {
        slices++;
      }
    }
  }
}
