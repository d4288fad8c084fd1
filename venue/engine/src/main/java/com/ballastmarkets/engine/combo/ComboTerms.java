package com.ballastmarkets.engine.combo;

import com.ballastmarkets.domain.instrument.CanonicalLegs;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.engine.market.Market;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a combo's legs give its market.
 *
 * <ul>
 *   <li>range: Σ ratio × the leg's bounds, each at its end;
 *   <li>grid: the coarsest on which every price that the legs' grids can make up stands, which is
 *       the greatest common divisor of ratio × tick over all legs and their bands: finer prices are
 *       those that no trade of the legs could have;
 *   <li>sizes: what every leg takes at its ratio;
 *   <li>fees: none of its own; the legs' are charged;
 *   <li>it ends when its first leg does.
 * </ul>
 *
 * <p>Example: +1 A −2 B, both binaries in steps of 0.005: from −2 to 1 in steps of 0.005.
 */
final class ComboTerms {
  /** What stands for a place: a combo has none of its own, it follows those of its legs. */
  private static final String PLACE = "multiple";

  private ComboTerms() {}

  /** The terms; null if no order could have a size that every leg takes. */
  static @Nullable Instrument of(
      int marketId, String symbol, CanonicalLegs form, List<Market> legs) {
    long lo = 0;
    long hi = 0;
    long grid = 0;
    long base = 0;
    long reference = 0;
    long maxLots = Long.MAX_VALUE;
    long limitLots = Long.MAX_VALUE;
    long start = Long.MAX_VALUE;
    long expiry = Long.MAX_VALUE;
    final StringBuilder name = new StringBuilder();
    for (int i = 0; i < legs.size(); i++) {
      final Market market = legs.get(i);
      final Instrument leg = market.instrument();
      final int ratio = form.legs().get(i).ratio();
      final long lots = Math.abs(ratio);
      final long atLo = ratio * leg.contract().loMicros();
      final long atHi = ratio * leg.contract().hiMicros();
      lo += Math.min(atLo, atHi);
      hi += Math.max(atLo, atHi);
      grid = CanonicalLegs.greatestCommonDivisor(grid, lots * LegPrices.finest(leg.ticks()));
      base += ratio * leg.ticks().bands().getFirst().fromMicros();
      reference += ratio * market.mark();
      maxLots = Math.min(maxLots, leg.maxOrderLots() / lots);
      limitLots = Math.min(limitLots, leg.positionLimitLots() / lots);
      start = Math.min(start, leg.windowStartNanos());
      expiry = Math.min(expiry, leg.expiryNanos());
      name.append(i == 0 ? "" : " ").append(ratio > 0 ? "+" : "").append(ratio);
      name.append(' ').append(leg.symbol());
    }
    if (maxLots < 1 || limitLots < 1) {
      return null;
    }
    return new Instrument(
        marketId,
        symbol,
        name.toString(),
        new Contract.Combo(form.legs(), lo, hi),
        PLACE,
        start,
        expiry,
        TickTable.uniform(lo - Math.floorMod(lo - base, grid), grid),
        FeeSchedule.FREE,
        reference,
        maxLots,
        limitLots,
        hash("combo " + name));
  }

  private static String hash(String rules) {
    try {
      final MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(rules.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
