package com.ballastmarkets.domain.instrument;

import java.util.regex.Pattern;

/**
 * A listed market and its terms, fixed from listing to settlement.
 *
 * @param marketId the engine's number for it, positive and never used again
 * @param symbol the public id, as in {@code GET /markets/{id}} and FIX 55: {@code suez-apr2025}
 * @param name for people: {@code Suez Canal Availability - April 2025}
 * @param place the chokepoint or port, {@code suez}; halts by place use it
 * @param windowStartNanos begin of the observation window, inclusive
 * @param expiryNanos E, end of the window, exclusive: trading stops here
 * @param referencePriceMicros the mark and the centre of the band until there is a better one
 * @param maxOrderLots the largest size of one order
 * @param positionLimitLots the most that one participant may hold on either side, open orders
 *     included at the worse side
 * @param rulesHash SHA-256 of the contract rules, 64 lower-case hex digits
 */
public record Instrument(
    int marketId,
    String symbol,
    String name,
    Contract contract,
    String place,
    long windowStartNanos,
    long expiryNanos,
    TickTable ticks,
    FeeSchedule fees,
    long referencePriceMicros,
    long maxOrderLots,
    long positionLimitLots,
    String rulesHash) {

  private static final Pattern SYMBOL = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public Instrument {
    if (marketId <= 0) {
      throw new IllegalArgumentException("a market id is positive: " + marketId);
    }
    if (!SYMBOL.matcher(symbol).matches()) {
      throw new IllegalArgumentException("a symbol is 1 to 64 of a-z 0-9 . - : " + symbol);
    }
    if (windowStartNanos >= expiryNanos) {
      throw new IllegalArgumentException("the window must end after it begins");
    }
    if (referencePriceMicros < contract.loMicros() || referencePriceMicros > contract.hiMicros()) {
      throw new IllegalArgumentException("the reference price lies in the range of the contract");
    }
    if (maxOrderLots <= 0 || positionLimitLots <= 0) {
      throw new IllegalArgumentException("size limits are positive");
    }
    if (!SHA_256.matcher(rulesHash).matches()) {
      throw new IllegalArgumentException("the rules hash is 64 lower-case hex digits");
    }
  }

  /** Whether the contract can pay this price: within its range and on its grid. */
  public boolean isTradable(long priceMicros) {
    return priceMicros >= contract.loMicros()
        && priceMicros <= contract.hiMicros()
        && ticks.isOnGrid(priceMicros);
  }
}
