package com.ballastmarkets.fix.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A FIX message as it stood on the wire, field by field; printed with {@code |} for 0x01. */
public record FixText(List<Field> fields) {
  private static final char SOH = '\u0001';

  /** One field. */
  public record Field(int tag, String value) {}

  /** Reads a message. */
  public static FixText parse(String raw) {
    final List<Field> fields = new ArrayList<>();
    for (final String part : raw.split(String.valueOf(SOH))) {
      final int equals = part.indexOf('=');
      fields.add(
          new Field(Integer.parseInt(part.substring(0, equals)), part.substring(equals + 1)));
    }
    return new FixText(List.copyOf(fields));
  }

  /** Frames a body ({@code 35=…}, fields ended by SOH) with 8, 9 and 10. */
  public static String frame(String beginString, String body) {
    final String message = "8=" + beginString + SOH + "9=" + body.length() + SOH + body;
    return message + "10=" + String.format("%03d", checksum(message)) + SOH;
  }

  /** FIX 10 of all that stands before it. */
  public static int checksum(String message) {
    int sum = 0;
    for (final byte octet : message.getBytes(StandardCharsets.ISO_8859_1)) {
      sum += octet & 0xFF;
    }
    return sum % 256;
  }

  public String type() {
    return get(35);
  }

  public int seqNum() {
    return Integer.parseInt(get(34));
  }

  /** The field's first value; fails if it is not there. */
  public String get(int tag) {
    return find(tag).orElseThrow(() -> new AssertionError("no field " + tag + " in " + this));
  }

  public Optional<String> find(int tag) {
    return fields.stream().filter(f -> f.tag() == tag).map(Field::value).findFirst();
  }

  @Override
  public String toString() {
    return fields.stream()
        .map(f -> f.tag() + "=" + f.value())
        .collect(Collectors.joining("|", "", "|"));
  }
}
