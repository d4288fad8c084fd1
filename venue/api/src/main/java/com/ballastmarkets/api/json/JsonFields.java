package com.ballastmarkets.api.json;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.money.Micros;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, taken by name and type. A field of another name is refused when
 * the object is opened, a wrong type or an impossible value when the field is taken, always naming
 * it. {@code null} counts as absent. Numbers are taken from JSON numbers and strings alike,
 * exactly.
 */
public final class JsonFields {
  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");

  /** What may stand in client order ids, idempotency keys and references: visible ASCII. */
  private static final Pattern ID = Pattern.compile("[!-~]{1,64}");

  private final JsonNode object;
  private final String path;

  private JsonFields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * Opens an object.
   *
   * @param allowed the names that it may have
   * @throws ApiException if it is no object or has another field
   */
  public static JsonFields of(JsonNode node, Set<String> allowed) {
    return of(node, "", allowed);
  }

  private static JsonFields of(JsonNode node, String path, Set<String> allowed) {
    if (!node.isObject()) {
      throw ApiException.field(path.isEmpty() ? "body" : path, "must be a JSON object");
    }
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!allowed.contains(name)) {
            throw ApiException.field(path + shown(name), "is not a field of this request");
          }
        });
    return new JsonFields(node, path);
  }

  public boolean has(String name) {
    final JsonNode value = object.get(name);
    return value != null && !value.isNull();
  }

  public boolean isText(String name) {
    final JsonNode value = object.get(name);
    return value != null && value.isTextual();
  }

  /** Text of 1 to {@code maxLength} characters. */
  public String text(String name, int maxLength) {
    return require(name, optionalText(name, maxLength));
  }

  public @Nullable String optionalText(String name, int maxLength) {
    final JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrong(name, "must be a string");
    }
    final String text = value.textValue();
    if (text.isEmpty() || text.length() > maxLength) {
      throw wrong(name, "must have 1 to " + maxLength + " characters");
    }
    return text;
  }

  /** A client's id: 1 to 64 visible ASCII characters; null if absent. */
  public @Nullable String optionalId(String name) {
    final String text = optionalText(name, 64);
    if (text != null && !isId(text)) {
      throw wrong(name, "must be visible ASCII characters");
    }
    return text;
  }

  /** A client's id: 1 to 64 visible ASCII characters. */
  public String id(String name) {
    return require(name, optionalId(name));
  }

  /** Whether a text may be an id of a client's. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  public boolean flag(String name, boolean absent) {
    final JsonNode value = value(name);
    if (value == null) {
      return absent;
    }
    if (!value.isBoolean()) {
      throw wrong(name, "must be true or false");
    }
    return value.booleanValue();
  }

  public boolean requiredFlag(String name) {
    if (!has(name)) {
      throw wrong(name, "is required");
    }
    return flag(name, false);
  }

  /** One of the words of an enum, in lower or upper case. */
  public <E extends Enum<E>> E word(String name, Class<E> type) {
    return require(name, optionalWord(name, type));
  }

  public <E extends Enum<E>> @Nullable E optionalWord(String name, Class<E> type) {
    final JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (value.isTextual()) {
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equals(value.textValue().toUpperCase(Locale.ROOT))) {
          return constant;
        }
      }
    }
    throw wrong(name, "must be one of " + words(type));
  }

  /** A price in micros: finer than a micro is off every grid, larger than a long out of range. */
  public long price(String name) {
    final BigDecimal decimal = require(name, optionalDecimal(name));
    try {
      return Micros.of(decimal);
    } catch (NumberFormatException e) {
      throw isLarge(decimal)
          ? ApiException.field(RejectReason.PRICE_OUT_OF_RANGE, path + name, "is out of range")
          : ApiException.field(
              RejectReason.PRICE_OFF_TICK, path + name, "has more than 6 decimal places");
    }
  }

  /** An amount of money in micros. */
  public long amount(String name) {
    final BigDecimal decimal = require(name, optionalDecimal(name));
    try {
      return Micros.of(decimal);
    } catch (NumberFormatException e) {
      throw wrong(name, isLarge(decimal) ? "is out of range" : "has more than 6 decimal places");
    }
  }

  /** A size in whole lots; not judged further than that it is whole and fits. */
  public long lots(String name) {
    final BigDecimal decimal = require(name, optionalDecimal(name));
    if (decimal.signum() > 0 && isLarge(decimal)) {
      throw ApiException.field(RejectReason.ORDER_SIZE_TOO_LARGE, path + name, "is too large");
    }
    if (decimal.compareTo(BigDecimal.ONE) < 0) {
      throw ApiException.field(RejectReason.ORDER_SIZE_TOO_SMALL, path + name, "is below one lot");
    }
    try {
      return decimal.longValueExact();
    } catch (ArithmeticException e) {
      throw wrong(name, "must be whole lots");
    }
  }

  /** A whole number from {@code low} to {@code high}. */
  public long whole(String name, long low, long high) {
    final BigDecimal decimal = require(name, optionalDecimal(name));
    if (!isLarge(decimal) && decimal.scale() <= 64) {
      try {
        final long value = decimal.longValueExact();
        if (value >= low && value <= high) {
          return value;
        }
      } catch (ArithmeticException e) {
        throw wrong(name, "must be a whole number");
      }
    }
    throw wrong(name, "must be a whole number from " + low + " to " + high);
  }

  /** An ISO-8601 time with its offset, in nanoseconds. */
  public long time(String name) {
    final String text = text(name, 40);
    try {
      return Decimals.nanos(Instant.parse(text));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw wrong(name, "must be a time like 2025-03-15T10:30:00Z");
    }
  }

  /** The objects of an array, in order, at most {@code max}. */
  public <T> List<T> objects(
      String name, int max, Set<String> allowed, Function<JsonFields, T> reader) {
    final JsonNode value = value(name);
    if (value == null || !value.isArray() || value.isEmpty() || value.size() > max) {
      throw wrong(name, "must be an array of 1 to " + max + " objects");
    }
    final List<T> objects = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      objects.add(reader.apply(of(value.get(i), path + name + "[" + i + "].", allowed)));
    }
    return objects;
  }

  /** The strings of an array, at most {@code max}; none if it is absent. */
  public List<String> texts(String name, int max, int maxLength) {
    final JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    final List<String> texts = new ArrayList<>();
    for (JsonNode text : value) {
      if (text.isTextual() && text.textValue().length() <= maxLength) {
        texts.add(text.textValue());
      }
    }
    if (!value.isArray() || value.size() > max || texts.size() < value.size()) {
      throw wrong(name, "must be an array of at most " + max + " short strings");
    }
    return texts;
  }

  /** A JSON number or a decimal string. */
  public @Nullable BigDecimal optionalDecimal(String name) {
    final JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (value.isNumber()) {
      return value.decimalValue();
    }
    if (value.isTextual()
        && value.textValue().length() <= 40
        && DECIMAL.matcher(value.textValue()).matches()) {
      return new BigDecimal(value.textValue());
    }
    throw wrong(name, "must be a decimal number");
  }

  /** Beyond what a long holds, told without expanding a huge exponent. */
  private static boolean isLarge(BigDecimal decimal) {
    return decimal.signum() != 0 && (long) decimal.precision() - decimal.scale() > 13;
  }

  private @Nullable JsonNode value(String name) {
    final JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private <T> T require(String name, @Nullable T value) {
    if (value == null) {
      throw wrong(name, "is required");
    }
    return value;
  }

  /** That a field's value will not do, naming it. */
  public ApiException wrong(String name, String problem) {
    return ApiException.field(path + name, problem);
  }

  private static <E extends Enum<E>> String words(Class<E> type) {
    final List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      words.add(constant.name().toLowerCase(Locale.ROOT));
    }
    return String.join(", ", words);
  }

  /** A client's text, short and printable, for an error message. */
  private static String shown(String text) {
    final String printable = text.replaceAll("[^ -~]", "?");
    return printable.length() <= 64 ? printable : printable.substring(0, 64) + "…";
  }
}
