package com.ballastmarkets.engine.simulation;

import static com.ballastmarkets.engine.TestVenue.HOUR;
import static com.ballastmarkets.engine.TestVenue.SECOND;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.engine.TestVenue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Weeks of a venue from one seed: traders, operations, the clock, and what befalls the node. The
 * same seed makes the same steps as long as it hears the same events.
 */
final class Crowd {
  private static final List<Long> ACCOUNTS = List.of(1001L, 1002L, 1003L, 1004L, 1005L);
  private static final long START = TestVenue.MONDAY + 22 * HOUR;

  private final Random random;
  private final List<Instrument> trading = new ArrayList<>();
  private final CommandStream traders;
  private final Operations operations;
  private final Deque<Command> first = new ArrayDeque<>();
  private final Deque<Command> recent = new ArrayDeque<>();

  /** Venue time − sequencer time. */
  private long offset;

  Crowd(long seed) {
    random = new Random(seed);
    traders = new CommandStream(random.nextLong(), ACCOUNTS, trading, START);
    operations = new Operations(random, ACCOUNTS, trading);
    first.addAll(operations.opening(START));
  }

  /** Listens to what the engine says. */
  void heard(List<Told> all) {
    for (Told told : all) {
      operations.heard(told.event());
      if (told.event() instanceof Event.OrderAccepted accepted) {
        traders.accepted(accepted);
      } else if (told.event() instanceof Event.ClockAdvanced(long from, long to)) {
        offset += to - from;
        traders.pass(Math.max(0, to - traders.now()));
      }
    }
  }

  Step next() {
    final int roll = random.nextInt(10_000);
    if (roll < 8) {
      return new Step.Snapshot();
    } else if (roll < 14) {
      return new Step.Crash();
    } else if (roll < 20) {
      return new Step.CrashTwice(random.nextInt(1_001));
    }
    final Command command = first.isEmpty() ? command(roll) : first.removeFirst();
    // The sequencer's clock may step back; the venue's never does.
    final long late = random.nextInt(200) == 0 ? random.nextLong(2 * SECOND) : 0;
    return new Step.Apply(command, traders.now() - offset - late);
  }

  private Command command(int roll) {
    if (trading.isEmpty() || roll < 1_000) {
      final Command command =
          recent.size() == 8 && random.nextInt(20) == 0
              ? List.copyOf(recent).get(random.nextInt(8))
              : operations();
      recent.add(command);
      if (recent.size() > 8) {
        recent.removeFirst();
      }
      return command;
    }
    return traders.next();
  }

  private Command operations() {
    switch (random.nextInt(60)) {
      case 0 -> {
        return new Command.AdvanceClock(traders.now() + random.nextLong(13 * HOUR) - HOUR);
      }
      case 1 -> {
        return new Command.StartClock(traders.now());
      }
      case 2 -> {
        traders.pass(random.nextLong(8 * HOUR));
        return new Command.Tick();
      }
      default -> {
        traders.pass(random.nextLong(20 * SECOND));
        return operations.next(traders.now());
      }
    }
  }
}
