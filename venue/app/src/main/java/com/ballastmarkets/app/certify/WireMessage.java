package com.ballastmarkets.app.certify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A FIX message as it stands on the wire, field by field. */
record WireMessage(List<Field> fields) {
  static final char SOH = '\u0001';

  WireMessage {
    fields = List.copyOf(fields);
  }

  /** One field. */
  record Field(int tag, String value) {}

  static WireMessage parse(String raw) {
    final List<Field> fields = new ArrayList<>();
    for (final String part : raw.split(String.valueOf(SOH))) {
      final int equals = part.indexOf('=');
      fields.add(
          new Field(Integer.parseInt(part.substring(0, equals)), part.substring(equals + 1)));
    }
    return new WireMessage(fields);
  }

  /** Puts 8, 9 and 10 around a body whose fields are separated by {@code |}. */
  static String frame(String beginString, String body) {
    final String content = (body.endsWith("|") ? body : body + "|").replace('|', SOH);
    final String message = "8=" + beginString + SOH + "9=" + content.length() + SOH + content;
    return message + "10=" + "%03d".formatted(checkSum(message)) + SOH;
  }

  static int checkSum(String message) {
    int sum = 0;
    for (final byte octet : message.getBytes(StandardCharsets.ISO_8859_1)) {
      sum += octet & 0xFF;
    }
    return sum % 256;
  }

  /** The field's first value; empty if it is not there. */
  String get(int tag) {
    return fields.stream().filter(f -> f.tag() == tag).map(Field::value).findFirst().orElse("");
  }

  /** All values of a field, as groups have them. */
  List<String> all(int tag) {
    return fields.stream().filter(f -> f.tag() == tag).map(Field::value).toList();
  }

  String type() {
    return get(35);
  }

  int seqNum() {
    return Integer.parseInt(get(34));
  }

  @Override
  public String toString() {
    return fields.stream()
        .map(f -> f.tag() + "=" + (f.tag() == 96 ? "***" : f.value()))
        .collect(Collectors.joining("|", "", "|"));
  }
}
