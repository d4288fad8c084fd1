package com.ballastmarkets.oracle.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A double in the text of ECMAScript's {@code Number::toString}, which RFC 8785 prescribes: the
 * fewest digits that read back to the same double, and of those the closest.
 *
 * <p>{@link Double#toString} finds the same digits since JDK 19, but never fewer than two, so one
 * digit is tried here first (4.9E-324 is 5e-324).
 */
final class EcmaNumber {
  private EcmaNumber() {}

  static String text(double value) {
    if (!Double.isFinite(value)) {
      throw new MalformedJsonException("a number is outside the range of a double");
    }
    if (value == 0) {
      return "0";
    }
    if (value < 0) {
      return "-" + text(-value);
    }
    BigDecimal shortest = shortest(value);
    String digits = shortest.unscaledValue().toString();
    int k = digits.length();
    int n = k - shortest.scale(); // value = 0.digits × 10^n
    if (k <= n && n <= 21) {
      return digits + "0".repeat(n - k);
    }
    if (0 < n && n <= 21) {
      return digits.substring(0, n) + "." + digits.substring(n);
    }
    if (-6 < n && n <= 0) {
      return "0." + "0".repeat(-n) + digits;
    }
    int exponent = n - 1;
    String mantissa = k == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }

  private static BigDecimal shortest(double value) {
    BigDecimal found = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (found.precision() == 2) {
      BigDecimal one = found.round(new MathContext(1, RoundingMode.HALF_EVEN));
      if (one.doubleValue() == value) {
        return one.stripTrailingZeros();
      }
    }
    return found;
  }
}
