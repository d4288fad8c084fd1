package com.ballastmarkets.app.crash;

import java.math.BigDecimal;
import java.util.Random;

/** Random orders around one price, so that some rest and some trade. */
final class OrderFlow {
  private static final int TICKS_AROUND = 4;

  private final Random random;
  private final String prefix;
  private final BigDecimal middle;
  private final BigDecimal tick;
  private int orders;

  OrderFlow(long seed, String prefix, BigDecimal middle, BigDecimal tick) {
    this.random = new Random(seed);
    this.prefix = prefix;
    this.middle = middle;
    this.tick = tick;
  }

  Told.Sent next() {
    final int offset = random.nextInt(2 * TICKS_AROUND + 1) - TICKS_AROUND;
    return new Told.Sent(
        prefix + "-" + ++orders,
        random.nextBoolean(),
        middle.add(tick.multiply(BigDecimal.valueOf(offset))).stripTrailingZeros().toPlainString(),
        1 + random.nextInt(20));
  }

  /** Whether a cancel is due rather than an order. */
  boolean isCancelDue() {
    return random.nextInt(4) == 0;
  }

  /** One of so many. */
  int pick(int bound) {
    return random.nextInt(bound);
  }
}
