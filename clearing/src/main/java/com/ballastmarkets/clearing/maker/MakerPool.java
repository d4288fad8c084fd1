package com.ballastmarkets.clearing.maker;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Splits a pool in proportion to scores, to the micro. */
public final class MakerPool {
  private MakerPool() {}

  private record Remainder(long accountId, BigInteger remainder) {}

  /**
   * Each account's part, all of them together exactly the pool: pool × score ÷ Σ scores rounded
   * down, then one micro each to the largest remainders, the lower account first among equals.
   * Example: 100 among scores 1, 1, 1 are 34, 33, 33.
   *
   * @param poolMicros not negative
   * @param scores not negative; without a positive one nobody gets anything
   * @return positive parts by account
   */
  public static SortedMap<Long, Long> split(long poolMicros, Map<Long, BigInteger> scores) {
    final BigInteger total = scores.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    final SortedMap<Long, Long> parts = new TreeMap<>();
    if (total.signum() == 0 || poolMicros == 0) {
      return parts;
    }
    final List<Remainder> remainders = new ArrayList<>();
    long left = poolMicros;
    for (Map.Entry<Long, BigInteger> score : new TreeMap<>(scores).entrySet()) {
      final BigInteger[] part =
          score.getValue().multiply(BigInteger.valueOf(poolMicros)).divideAndRemainder(total);
      parts.put(score.getKey(), part[0].longValueExact());
      left -= part[0].longValueExact();
      remainders.add(new Remainder(score.getKey(), part[1]));
    }
    remainders.sort(
        Comparator.comparing(Remainder::remainder)
            .reversed()
            .thenComparingLong(Remainder::accountId));
    for (int i = 0; i < left; i++) {
      parts.merge(remainders.get(i).accountId, 1L, Long::sum);
    }
    parts.values().removeIf(part -> part == 0);
    return parts;
  }
}
