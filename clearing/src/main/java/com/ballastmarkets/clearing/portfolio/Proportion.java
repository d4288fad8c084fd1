package com.ballastmarkets.clearing.portfolio;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Shares of amounts, rounded by name. */
public final class Proportion {
  private Proportion() {}

  /** amount × part ÷ whole, rounded half to even; whole is not zero. */
  public static long halfEven(long amount, long part, long whole) {
    final long high = Math.multiplyHigh(amount, part);
    final long product = amount * part;
    if (high != product >> 63) {
      return wideHalfEven(amount, part, whole);
    }
    final long quotient = product / whole;
    final long remainder = product % whole;
    final long twice = Math.multiplyExact(2, Math.abs(remainder));
    final long step = (product < 0) == (whole < 0) ? 1 : -1;
    final long size = Math.abs(whole);
    final boolean away = twice > size || (twice == size && (quotient & 1) != 0);
    return away ? Math.addExact(quotient, step) : quotient;
  }

  /** Products beyond 64 bits: rare, and worth an allocation. */
  private static long wideHalfEven(long amount, long part, long whole) {
    final BigInteger product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part));
    return new BigDecimal(product)
        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** amount × part ÷ whole, rounded up; all positive or zero, part ≤ whole, whole below 2²⁰. */
  public static long ceiling(long amount, long part, long whole) {
    final long share = Math.multiplyExact(amount / whole, part);
    return Math.addExact(share, Math.ceilDiv(amount % whole * part, whole));
  }
}
