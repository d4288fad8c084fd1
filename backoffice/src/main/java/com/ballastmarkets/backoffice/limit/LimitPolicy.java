package com.ballastmarkets.backoffice.limit;

import java.math.BigInteger;
import java.util.Map;

/**
 * What position limits are made from, per product. A product is a contract type at a place: its
 * markets follow one another week by week, and share their volume.
 *
 * @param products terms by {@code type/place}, or by {@code type} for all places without their own
 * @param otherwise terms of all others
 */
public record LimitPolicy(Map<String, Terms> products, Terms otherwise) {
  public LimitPolicy {
    products = Map.copyOf(products);
  }

  /**
   * @param floorLots the least that the limit is
   * @param sharePercent of the average daily volume
   * @param days that the average is over: full UTC days, those without a trade counted too
   */
  public record Terms(long floorLots, int sharePercent, int days) {
    public Terms {
      if (floorLots <= 0 || sharePercent < 0 || days <= 0) {
        throw new IllegalArgumentException("a floor and days are positive, a share not negative");
      }
    }

    /**
     * max(floor, share × volume ÷ days), rounded down to whole lots. Example: 25 % of 12,000,050
     * lots in 30 days is 100,000 lots.
     *
     * @param volumeLots lots traded on all the days together, each trade counted once
     */
    public long limitLots(long volumeLots) {
      BigInteger share =
          BigInteger.valueOf(volumeLots)
              .multiply(BigInteger.valueOf(sharePercent))
              .divide(BigInteger.valueOf(100L * days));
      return share.max(BigInteger.valueOf(floorLots)).longValueExact();
    }
  }

  /** A quarter of 30 days' average, at least 1,000,000 lots of a binary and 50,000 of others. */
  public static LimitPolicy standard() {
    return new LimitPolicy(
        Map.of("binary", new Terms(1_000_000, 25, 30)), new Terms(50_000, 25, 30));
  }

  /** The terms of a product. */
  public Terms of(String type, String place) {
    Terms own = products.get(type + "/" + place);
    return own != null ? own : products.getOrDefault(type, otherwise);
  }
}
