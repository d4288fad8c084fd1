package com.ballastmarkets.domain.money;

import java.math.BigDecimal;

/**
 * Exact decimal text to and from micro-USDC (U), the unit of every amount and price in the system:
 * 1 USDC = 1,000,000 U. Nothing here rounds.
 *
 * <p>Example: {@code parse("0.865") == 865_000}, {@code format(865_000).equals("0.865")}.
 */
public final class Micros {
  /** U in one USDC, and the scale of prices quoted in USDC or index points. */
  public static final long PER_UNIT = 1_000_000L;

  private static final int SCALE = 6;
  private static final int MAX_TEXT = 40;

  private Micros() {}

  /**
   * Reads a plain or scientific decimal.
   *
   * @throws NumberFormatException if the text is no decimal, needs more than six decimal places, or
   *     does not fit a {@code long} of micros
   */
  public static long parse(String text) {
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      throw new NumberFormatException("not a decimal of 1 to " + MAX_TEXT + " characters");
    }
    final BigDecimal decimal;
    try {
      decimal = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new NumberFormatException("not a decimal number");
    }
    return of(decimal);
  }

  /**
   * The micros of an exact decimal.
   *
   * @throws NumberFormatException if it needs more than six decimal places or does not fit
   */
  public static long of(BigDecimal decimal) {
    // A huge exponent would make BigDecimal materialise as many digits: refuse by magnitude first.
    final long magnitude = (long) decimal.precision() - decimal.scale();
    if (decimal.signum() != 0 && (magnitude > 13 || decimal.scale() > 64)) {
      throw new NumberFormatException("out of range");
    }
    if (decimal.signum() == 0) {
      return 0;
    }
    try {
      return decimal.movePointRight(SCALE).longValueExact();
    } catch (ArithmeticException e) {
      throw new NumberFormatException("more than 6 decimal places, or out of range");
    }
  }

  /** The exact decimal of an amount in micros, with no trailing zeros and never an exponent. */
  public static String format(long micros) {
    return decimal(micros).toPlainString();
  }

  /** The exact decimal of an amount in micros, trailing zeros removed. */
  public static BigDecimal decimal(long micros) {
    if (micros == 0) {
      return BigDecimal.ZERO;
    }
    final BigDecimal stripped = BigDecimal.valueOf(micros, SCALE).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The exact decimal with at least two decimal places, as amounts of money are shown. */
  public static String formatMoney(long micros) {
    final BigDecimal decimal = decimal(micros);
    return (decimal.scale() < 2 ? decimal.setScale(2) : decimal).toPlainString();
  }
}
