package com.ballastmarkets.node.host;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import java.util.function.LongConsumer;

/**
 * Applies commands in the order of the log and numbers their events 1, 2, 3 … without a gap. The
 * same log gives the same numbers on every machine and in every replay. One thread uses it.
 *
 * <p>What is due when a command arrives happens first, as the venue's own doing: a gateway's
 * command is answered by its own events only.
 */
public final class CommandProcessor {
  private static final Command.Tick TICK = new Command.Tick();

  private final HostedEngine engine;
  private final EventRecorder recorder;
  private final LongConsumer onOffset;
  private long lastSequence;
  private volatile long venueOffsetNanos;

  /** An engine whose offset nobody follows. */
  public CommandProcessor(
      HostedEngine engine, EventRecorder recorder, long lastSequence, long venueOffsetNanos) {
    this(engine, recorder, lastSequence, venueOffsetNanos, offset -> {});
  }

  /**
   * @param lastSequence of the last event before the engine's present state, 0 on its first day
   * @param venueOffsetNanos venue time − sequencer time at that state
   * @param onOffset told of a changed offset before the events that changed it can be read
   */
  public CommandProcessor(
      HostedEngine engine,
      EventRecorder recorder,
      long lastSequence,
      long venueOffsetNanos,
      LongConsumer onOffset) {
    this.onOffset = onOffset;
    this.engine = engine;
    this.recorder = recorder;
    this.lastSequence = lastSequence;
    this.venueOffsetNanos = venueOffsetNanos;
  }

  /** Applies a port's command. */
  public void apply(long sourceId, long correlationId, Command command, long timestampNanos) {
    if (engine.nextDueNanos() <= timestampNanos) {
      applyOne(0, 0, TICK, timestampNanos);
    }
    applyOne(sourceId, correlationId, command, timestampNanos);
  }

  /** Lets everything happen that is due; nothing is recorded if nothing is. */
  public void tick(long timestampNanos) {
    if (engine.nextDueNanos() <= timestampNanos) {
      applyOne(0, 0, TICK, timestampNanos);
    }
  }

  private void applyOne(long sourceId, long correlationId, Command command, long timestampNanos) {
    final long before = lastSequence;
    recorder.begin(lastSequence + 1, sourceId, correlationId);
    engine.apply(command, timestampNanos, this::onEvent);
    if (lastSequence == before) {
      throw new IllegalStateException(
          "the engine did not answer a " + command.getClass().getSimpleName());
    }
    final long offset = engine.venueTimeNanos() - timestampNanos;
    if (offset != venueOffsetNanos) {
      venueOffsetNanos = offset;
      onOffset.accept(offset);
    }
    recorder.end();
  }

  private void onEvent(long timeNanos, Event event) {
    lastSequence++;
    recorder.event(timeNanos, event);
  }

  /** The sequence of the last event. */
  public long lastSequence() {
    return lastSequence;
  }

  /** Venue time − sequencer time as of the last command; any thread may ask. */
  public long venueOffsetNanos() {
    return venueOffsetNanos;
  }

  /** The sequencer time at which {@link #tick} is wanted next, {@link Long#MAX_VALUE} if never. */
  public long nextDueNanos() {
    return engine.nextDueNanos();
  }
}
