package com.ballastmarkets.api.json;

import com.ballastmarkets.api.error.ApiException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query, taken by name and type as {@link JsonFields} are: one of another name,
 * or one given twice, is refused. A misspelt filter must not widen a mass cancel.
 */
public final class QueryFields {
  private static final int MAX_LIMIT = 500;

  private final MultivaluedMap<String, String> parameters;

  private QueryFields(MultivaluedMap<String, String> parameters) {
    this.parameters = parameters;
  }

  public static QueryFields of(UriInfo uri, Set<String> allowed) {
    for (Map.Entry<String, List<String>> parameter : uri.getQueryParameters().entrySet()) {
      final String name = parameter.getKey().replaceAll("[^ -~]", "?");
      if (!allowed.contains(name)) {
        throw ApiException.field(
            name.length() <= 64 ? name : name.substring(0, 64), "is not a parameter here");
      }
      if (parameter.getValue().size() > 1) {
        throw ApiException.field(name, "is given twice");
      }
    }
    return new QueryFields(uri.getQueryParameters());
  }

  public @Nullable String text(String name) {
    final String value = parameters.getFirst(name);
    return value == null || value.isEmpty() ? null : value;
  }

  public int whole(String name, int absent, int low, int high) {
    final String value = text(name);
    if (value == null) {
      return absent;
    }
    try {
      final int number = Integer.parseInt(value);
      if (number >= low && number <= high) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw ApiException.field(name, "must be a whole number");
    }
    throw ApiException.field(name, "must be from " + low + " to " + high);
  }

  public <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
    final String value = text(name);
    if (value == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    throw ApiException.field(
        name,
        "must be one of "
            + String.join(
                ", ",
                java.util.Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toList()));
  }

  /** A UTC date (its begin) or an ISO-8601 time, in nanoseconds. */
  public long time(String name, long absent) {
    final String value = text(name);
    if (value == null) {
      return absent;
    }
    try {
      return Decimals.nanos(
          value.length() == 10
              ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
              : Instant.parse(value));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw ApiException.field(name, "must be a date like 2025-03-01 or a time in UTC");
    }
  }

  /** The size of a page. */
  public int limit(int absent) {
    return whole("limit", absent, 1, MAX_LIMIT);
  }

  /** Where the page begins: only ids below this one. */
  public long cursor() {
    final String value = text("cursor");
    if (value == null) {
      return Long.MAX_VALUE;
    }
    try {
      final byte[] bytes = Base64.getUrlDecoder().decode(value);
      if (bytes.length == Long.BYTES) {
        return ByteBuffer.wrap(bytes).getLong();
      }
    } catch (IllegalArgumentException e) {
      throw ApiException.field("cursor", "is not a cursor of ours");
    }
    throw ApiException.field("cursor", "is not a cursor of ours");
  }

  /** The cursor of the page after the one that ends with this id; null if that is the last page. */
  public static @Nullable String cursorAfter(long lastId, boolean more) {
    return more
        ? Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(lastId).array())
        : null;
  }
}
