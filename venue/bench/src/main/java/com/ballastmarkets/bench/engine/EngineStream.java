package com.ballastmarkets.bench.engine;

import com.ballastmarkets.domain.command.Command;
import java.util.List;

/**
 * A stream of commands. The engine gives the same ids each time, so the stream means the same to a
 * new engine.
 */
final class EngineStream {
  /** The first command's time; each comes a microsecond after the one before. */
  static final long BEGIN_NANOS = 1_767_571_200_000_000_000L;

  static final long STEP_NANOS = 1_000;

  private final EngineSetup setup;
  private final List<Command> preparation;
  private final Command[] commands;
  private final long trades;

  EngineStream(EngineSetup setup, List<Command> preparation, Command[] commands, long trades) {
    this.setup = setup;
    this.preparation = preparation;
    this.commands = commands;
    this.trades = trades;
  }

  /** The stream of a setup: the same on every machine. */
  static EngineStream of(EngineSetup setup) {
    return of(setup, List.of());
  }

  /**
   * The same, played in a venue where something else goes on beside it.
   *
   * @param beside commands given before the stream, on accounts and markets that it does not use
   */
  static EngineStream of(EngineSetup setup, List<Command> beside) {
    return new StreamMaker(setup, beside).stream();
  }

  EngineSetup setup() {
    return setup;
  }

  /** Accounts, markets and the orders that fill the books. */
  List<Command> preparation() {
    return preparation;
  }

  /** The part to be timed. Not to be changed. */
  Command[] commands() {
    return commands;
  }

  /** Trades of the whole stream: whoever plays it has as many. */
  long trades() {
    return trades;
  }
}
