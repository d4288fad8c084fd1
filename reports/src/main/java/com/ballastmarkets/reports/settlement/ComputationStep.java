package com.ballastmarkets.reports.settlement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * One step from the inputs to the value, exact.
 *
 * <p>Example: {@code new ComputationStep("Ratio to baseline", "T / (B × 7)", "417/1183")}.
 *
 * @param name what the step finds
 * @param expression how, in the formula's own letters
 * @param value an exact decimal, a fraction {@code n/d}, or a word such as {@code true}
 */
public record ComputationStep(String name, String expression, String value) {
  /** Decimal places that a fraction is shown with. */
  private static final int PLACES = 6;

  /**
   * The value as a decimal for reading; a fraction that does not end is rounded half to even at six
   * places, with {@code ≈} before it. A word has no decimal: empty.
   */
  public String decimal() {
    final int slash = value.indexOf('/');
    try {
      if (slash < 0) {
        return new BigDecimal(value).toPlainString();
      }
      final var numerator = new BigDecimal(new BigInteger(value.substring(0, slash).strip()));
      final var denominator = new BigDecimal(new BigInteger(value.substring(slash + 1).strip()));
      final BigDecimal shown = numerator.divide(denominator, PLACES, RoundingMode.HALF_EVEN);
      final boolean exact = shown.multiply(denominator).compareTo(numerator) == 0;
      return exact ? shown.stripTrailingZeros().toPlainString() : "≈ " + shown.toPlainString();
    } catch (NumberFormatException e) {
      return "";
    }
  }
}
