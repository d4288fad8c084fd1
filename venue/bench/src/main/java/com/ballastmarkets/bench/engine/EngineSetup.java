package com.ballastmarkets.bench.engine;

import java.util.Locale;

/**
 * A stream's size and seed. Its mix is that of exchange-core's published test: 82 % moves (replace
 * at another price), 9 % new limit orders, 3 % IOC, 6 % cancels; about one command in sixteen
 * trades.
 *
 * @param accounts who trade, each command one by even chance; every tenth at leverage 5
 * @param markets binaries in ticks of 0.0002, by Pareto-weighted chance (shape 1.5)
 * @param resting about how many orders rest, over all markets
 * @param commands in the timed part, after the books are full
 * @param clientIds whether orders carry client order ids
 */
public record EngineSetup(
    int accounts, int markets, int resting, int commands, long seed, boolean clientIds) {

  /**
   * One market, 1,000 accounts and 1,000 resting orders, as exchange-core's own single-book test.
   */
  public static EngineSetup single(long seed, int commands) {
    return new EngineSetup(1_000, 1, 1_000, commands, seed, false);
  }

  /** 100 accounts and 10 markets. */
  public static EngineSetup small(long seed, int commands, int restingPerMarket) {
    return new EngineSetup(100, 10, 10 * restingPerMarket, commands, seed, false);
  }

  /** 100,000 accounts and 2,000 markets; 500 orders a market are a million. */
  public static EngineSetup large(long seed, int commands, int restingPerMarket) {
    return new EngineSetup(100_000, 2_000, 2_000 * restingPerMarket, commands, seed, false);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d accounts × %,d markets, %,d resting orders, %,d commands, seed %d%s",
        accounts,
        markets,
        resting,
        commands,
        seed,
        clientIds ? ", with client order ids" : "");
  }
}
