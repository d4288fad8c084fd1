package com.ballastmarkets.fix.order;

import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.fix.dictionary.Tag;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import quickfix.FieldConvertError;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.field.converter.UtcTimestampConverter;

/** Exact values in and out of FIX fields. */
public final class Fields {
  private static final int MAX_NUMBER = 40;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss.SSSSSS");

  private Fields() {}

  /** A text field, or the given text if it is not there. */
  public static String text(FieldMap message, int tag, String absent) throws FieldNotFound {
    return message.isSetField(tag) ? message.getString(tag) : absent;
  }

  /** A whole number of lots; {@code 200.00} is 200. */
  public static long lots(FieldMap message, int tag) throws FieldNotFound, RefusedRequest {
    final BigDecimal value = decimal(message, tag);
    if (value.signum() != 0 && (long) value.precision() - value.scale() > 18) {
      throw new RefusedRequest(
          RejectReason.ORDER_SIZE_TOO_LARGE.name(),
          RejectCodes.ORDER_EXCEEDS_LIMIT,
          "field " + tag + " is larger than any size");
    }
    try {
      return value.longValueExact();
    } catch (ArithmeticException e) {
      throw new RefusedRequest(
          "SIZE_NOT_WHOLE",
          RejectCodes.INCORRECT_QUANTITY,
          "field " + tag + " is not a whole number of lots");
    }
  }

  /** A price in micros. */
  public static long price(FieldMap message, int tag) throws FieldNotFound, RefusedRequest {
    final BigDecimal value = decimal(message, tag);
    if (value.stripTrailingZeros().scale() > 6) {
      throw new RefusedRequest(
          RejectReason.PRICE_OFF_TICK.name(),
          RejectCodes.INVALID_PRICE_INCREMENT,
          "field " + tag + " is finer than any tick");
    }
    try {
      return Micros.of(value);
    } catch (NumberFormatException e) {
      throw new RefusedRequest(
          RejectReason.PRICE_OUT_OF_RANGE.name(),
          RejectCodes.OUTSIDE_BAND,
          "field " + tag + " is outside every contract's range");
    }
  }

  private static BigDecimal decimal(FieldMap message, int tag)
      throws FieldNotFound, RefusedRequest {
    final String text = message.getString(tag);
    // FIX has no exponents; a number of a thousand digits is nobody's price.
    if (text.length() <= MAX_NUMBER && text.indexOf('e') < 0 && text.indexOf('E') < 0) {
      try {
        return new BigDecimal(text);
      } catch (NumberFormatException e) {
        throw notANumber(tag);
      }
    }
    throw notANumber(tag);
  }

  private static RefusedRequest notANumber(int tag) {
    return new RefusedRequest(
        "NOT_A_NUMBER", RejectCodes.OTHER, "field " + tag + " is not a number of this venue");
  }

  /** The end of a GTD order: ExpireTime (126), else the end of the day of ExpireDate (432). */
  public static long expireNanos(FieldMap message) throws FieldNotFound, RefusedRequest {
    try {
      if (message.isSetField(Tag.EXPIRE_TIME)) {
        final LocalDateTime time =
            UtcTimestampConverter.convertToLocalDateTime(message.getString(Tag.EXPIRE_TIME));
        return nanos(time.toInstant(ZoneOffset.UTC));
      }
      final LocalDate day =
          LocalDate.parse(message.getString(Tag.EXPIRE_DATE), DateTimeFormatter.BASIC_ISO_DATE);
      return nanos(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (FieldConvertError | DateTimeException | ArithmeticException e) {
      throw new RefusedRequest(
          RejectReason.INVALID_EXPIRE_TIME.name(), RejectCodes.OTHER, "not a time of this venue");
    }
  }

  /** A UTC timestamp field as venue time. */
  public static long timeNanos(FieldMap message, int tag) throws FieldNotFound, RefusedRequest {
    try {
      return nanos(
          UtcTimestampConverter.convertToLocalDateTime(message.getString(tag))
              .toInstant(ZoneOffset.UTC));
    } catch (FieldConvertError | DateTimeException | ArithmeticException e) {
      throw new RefusedRequest("NOT_A_TIME", RejectCodes.OTHER, "field " + tag + " is no time");
    }
  }

  /** The begin of a day field's UTC day as venue time. */
  public static long dateNanos(FieldMap message, int tag) throws FieldNotFound, RefusedRequest {
    try {
      return nanos(
          LocalDate.parse(message.getString(tag), DateTimeFormatter.BASIC_ISO_DATE)
              .atStartOfDay()
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException | ArithmeticException e) {
      throw new RefusedRequest("NOT_A_DATE", RejectCodes.OTHER, "field " + tag + " is no day");
    }
  }

  private static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
  }

  /** Venue time to the microsecond, cut, as FIX writes it. */
  public static String time(long nanos) {
    return MICROSECONDS.format(
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(nanos, NANOS_PER_SECOND),
            (int) Math.floorMod(nanos, NANOS_PER_SECOND),
            ZoneOffset.UTC));
  }

  /** The UTC day of a venue time, as FIX writes it: {@code 20250401}. */
  public static String date(long nanos) {
    return time(nanos).substring(0, 8);
  }

  /** The time of day of a venue time, to the microsecond. */
  public static String timeOfDay(long nanos) {
    return time(nanos).substring(9);
  }
}
