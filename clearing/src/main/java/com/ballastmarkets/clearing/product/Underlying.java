package com.ballastmarkets.clearing.product;

import com.ballastmarkets.domain.instrument.Contract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What decides the payoffs of a group of markets that are margined together: an index with all
 * options on it, or a binary or a conditional spread alone.
 *
 * <p>Payoffs are piecewise linear in the outcome, with kinks at strikes only. The loss of an open
 * order, {@code min(0, payoff − price)} per lot of a buy, adds a kink that is concave for an index
 * and, for an option, one that is concave above a convex one at the strike; a minimum never lies at
 * a concave kink. So the extremes and the strikes hold the worst outcome of any portfolio with any
 * part of its orders filled. Payoffs are continuous: the points beside a strike can not be worse
 * than the strike and the ends both.
 */
public final class Underlying {
  private final int marketId;
  private final boolean voidable;
  private final boolean jumps;
  private final long expiryNanos;
  private final List<ClearedMarket> markets = new ArrayList<>();
  private long[] outcomes;

  Underlying(int marketId, Contract base, long expiryNanos) {
    this.marketId = marketId;
    this.voidable = base instanceof Contract.ConditionalSpread;
    this.jumps = !(base instanceof Contract.Index);
    this.expiryNanos = expiryNanos;
    this.outcomes = new long[] {base.loMicros(), base.hiMicros()};
  }

  /** An underlying as it was, its markets still to be attached. */
  public Underlying(
      int marketId, boolean voidable, boolean jumps, long expiryNanos, long[] outcomes) {
    this.marketId = marketId;
    this.voidable = voidable;
    this.jumps = jumps;
    this.expiryNanos = expiryNanos;
    this.outcomes = outcomes.clone();
  }

  /** The market that it is named by: the index of its options, else the only one. */
  public int marketId() {
    return marketId;
  }

  /** Whether it can end void by its own terms; then an exposure has one outcome more, the last. */
  public boolean voidable() {
    return voidable;
  }

  /** Whether its value can jump at the end, so that leverage must fall before. */
  public boolean jumps() {
    return jumps;
  }

  /** E. */
  public long expiryNanos() {
    return expiryNanos;
  }

  /** Its listed markets, oldest first. */
  public List<ClearedMarket> markets() {
    return markets;
  }

  /** How many outcomes an exposure keeps: the points, and void where that can be. */
  public int outcomeCount() {
    return outcomes.length + (voidable ? 1 : 0);
  }

  /** The values at which portfolios are tried; void not included. Not to be changed. */
  public long[] outcomes() {
    return outcomes;
  }

  /** Adds a market; if its strike is a new outcome, that is appended, last. */
  void add(ClearedMarket market) {
    markets.add(market);
    if (market.contract() instanceof Contract.Option option) {
      addOutcome(option.strikeMicros());
    }
    market.revalue(outcomes);
  }

  private void addOutcome(long outcomeMicros) {
    for (long outcome : outcomes) {
      if (outcome == outcomeMicros) {
        return;
      }
    }
    outcomes = Arrays.copyOf(outcomes, outcomes.length + 1);
    outcomes[outcomes.length - 1] = outcomeMicros;
    for (ClearedMarket market : markets) {
      market.revalue(outcomes);
    }
  }

  void remove(ClearedMarket market) {
    markets.remove(market);
  }
}
