package com.ballastmarkets.api.json;

import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.money.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How micros, lots and times are shown in JSON: exact decimals and ISO-8601. */
public final class Decimals {
  private Decimals() {}

  /** A price or index value: {@code 0.865}. */
  public static BigDecimal price(long micros) {
    return Micros.decimal(micros);
  }

  /** A price, or nothing where there is none. */
  public static @Nullable BigDecimal price(@Nullable Long micros) {
    return micros == null ? null : Micros.decimal(micros);
  }

  /** A price with as many places as the market's steps have: {@code 0.860} on a grid of 0.005. */
  public static BigDecimal price(long micros, int places) {
    final BigDecimal exact = Micros.decimal(micros);
    return exact.scale() < places ? exact.setScale(places, RoundingMode.UNNECESSARY) : exact;
  }

  /** The decimal places of a market's finest step. */
  public static int places(TickTable ticks) {
    return ticks.bands().stream()
        .mapToInt(band -> Micros.decimal(band.tickMicros()).scale())
        .max()
        .orElse(0);
  }

  /** An amount of money with at least two places: {@code 1000.00}. */
  public static BigDecimal money(long micros) {
    return price(micros, 2);
  }

  /** As {@link #money(long)}, for a sum that may be beyond what a {@code long} holds. */
  public static BigDecimal money(BigDecimal micros) {
    final BigDecimal exact = micros.movePointLeft(6).stripTrailingZeros();
    return exact.scale() < 2 ? exact.setScale(2) : exact;
  }

  /** An average price: value ÷ lots, to the micro, half to even; nothing without lots. */
  public static @Nullable BigDecimal average(long valueMicros, long lots) {
    if (lots == 0) {
      return null;
    }
    return Micros.decimal(
        BigDecimal.valueOf(valueMicros)
            .divide(BigDecimal.valueOf(lots), 0, RoundingMode.HALF_EVEN)
            .longValueExact());
  }

  /** A time to the microsecond: {@code 2025-03-15T10:31:05Z}. */
  public static String time(long nanos) {
    return instant(nanos).truncatedTo(ChronoUnit.MICROS).toString();
  }

  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }

  /**
   * @throws ArithmeticException if the time is beyond what nanoseconds since 1970 can say
   */
  public static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
  }
}
