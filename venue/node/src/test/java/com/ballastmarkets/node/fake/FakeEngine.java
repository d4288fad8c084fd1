package com.ballastmarkets.node.fake;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.node.host.HostedEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps the cash of accounts. A deposit is answered with two events; {@code SettleDaily(n)} sets a
 * timer that is due n nanoseconds later and then says {@code DailySettled(n)}; a leverage of −1
 * breaks it.
 */
public final class FakeEngine implements HostedEngine {
  private final TreeMap<Long, Long> cash = new TreeMap<>();
  private final TreeSet<String> references = new TreeSet<>();
  private final List<Long> timers = new ArrayList<>();
  private long timeNanos;
  private long offsetNanos;

  @Override
  public void apply(Command command, long timestampNanos, EventSink sink) {
    timeNanos = Math.max(timeNanos, timestampNanos + offsetNanos);
    timers.sort(null);
    final int before = timers.size();
    while (!timers.isEmpty() && timers.getFirst() <= timeNanos) {
      final long due = timers.removeFirst();
      sink.accept(due, new Event.DailySettled(due));
    }
    switch (command) {
      case Command.Deposit deposit -> {
        if (!references.add(deposit.reference())) {
          sink.accept(timeNanos, new Event.NothingToDo());
          return;
        }
        final long after = cash.merge(deposit.accountId(), deposit.amountMicros(), Math::addExact);
        sink.accept(
            timeNanos,
            new Event.CashMoved(
                deposit.accountId(),
                CashReason.DEPOSIT,
                deposit.amountMicros(),
                0,
                0,
                0,
                deposit.reference(),
                after));
        sink.accept(
            timeNanos, new Event.AccountUpdated(deposit.accountId(), after, after, 0, after, 0));
      }
      case Command.SettleDaily settle -> {
        timers.add(timeNanos + settle.epochDay());
        sink.accept(timeNanos, new Event.NothingToDo());
      }
      case Command.AdvanceClock advance -> {
        sink.accept(advance.toNanos(), new Event.ClockAdvanced(timeNanos, advance.toNanos()));
        timeNanos = advance.toNanos();
        offsetNanos = timeNanos - timestampNanos;
      }
      case Command.SetLeverage leverage when leverage.leverage() < 0 ->
          throw new IllegalStateException("a bug, on purpose");
      case Command.Tick() -> {
        if (timers.size() == before) {
          sink.accept(timeNanos, new Event.NothingToDo());
        }
      }
      default ->
          sink.accept(timeNanos, new Event.CommandRejected(RejectReason.UNKNOWN_ACCOUNT, 0, 0));
    }
  }

  @Override
  public long venueTimeNanos() {
    return timeNanos;
  }

  @Override
  public long nextDueNanos() {
    return timers.stream().mapToLong(due -> due - offsetNanos).min().orElse(Long.MAX_VALUE);
  }

  @Override
  public void writeState(StateOutput output) {
    output.section("fake", 1);
    output.putLong(timeNanos);
    output.putLong(offsetNanos);
    output.putInt(timers.size());
    timers.forEach(output::putLong);
    output.putInt(cash.size());
    for (final Map.Entry<Long, Long> account : cash.entrySet()) {
      output.putLong(account.getKey());
      output.putLong(account.getValue());
    }
    output.putInt(references.size());
    references.forEach(output::putString);
  }

  /** What {@link #writeState} wrote. */
  public static FakeEngine readState(StateInput input) {
    final FakeEngine engine = new FakeEngine();
    input.section("fake");
    engine.timeNanos = input.getLong();
    engine.offsetNanos = input.getLong();
    for (int i = input.getInt(); i > 0; i--) {
      engine.timers.add(input.getLong());
    }
    for (int i = input.getInt(); i > 0; i--) {
      engine.cash.put(input.getLong(), input.getLong());
    }
    for (int i = input.getInt(); i > 0; i--) {
      engine.references.add(input.getString());
    }
    return engine;
  }
}
