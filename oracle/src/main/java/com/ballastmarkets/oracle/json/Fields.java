package com.ballastmarkets.oracle.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The members of one JSON object, each taken once by name. {@link #end} refuses the document if a
 * member is left over, so an unknown field is an error and never silently dropped.
 */
public final class Fields {
  private final String path;
  private final JsonNode node;
  private final Set<String> taken = new HashSet<>();

  private Fields(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /**
   * @param path what to call this object in an error, such as {@code rules}
   * @throws MalformedJsonException if the value is not an object
   */
  public static Fields of(String path, JsonNode node) {
    if (!node.isObject()) {
      throw new MalformedJsonException(path + " must be an object");
    }
    return new Fields(path, node);
  }

  public String text(String name) {
    JsonNode value = take(name);
    if (!value.isTextual()) {
      throw wrong(name, "a string");
    }
    return value.textValue();
  }

  /** A text that must be exactly this one, such as a schema name. */
  public void literal(String name, String expected) {
    if (!text(name).equals(expected)) {
      throw wrong(name, "\"" + expected + "\"");
    }
  }

  public long integer(String name) {
    JsonNode value = take(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "an integer");
    }
    return value.longValue();
  }

  /** A {@code long} written as a decimal string, as all amounts are: {@code "-1250000"}. */
  public long micros(String name) {
    String text = text(name);
    try {
      long value = Long.parseLong(text);
      if (Long.toString(value).equals(text)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, "an integer in a string");
    }
    throw wrong(name, "an integer in a string without leading zeros or sign +");
  }

  public boolean flag(String name) {
    JsonNode value = take(name);
    if (!value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  public <T> T parsed(String name, String kind, Function<String, T> parser) {
    String text = text(name);
    try {
      return parser.apply(text);
    } catch (RuntimeException e) {
      throw wrong(name, kind);
    }
  }

  public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    return parsed(
        name, "one of " + List.of(type.getEnumConstants()), text -> Enum.valueOf(type, text));
  }

  public Fields object(String name) {
    return of(path + "." + name, take(name));
  }

  public JsonNode any(String name) {
    return take(name);
  }

  public boolean has(String name) {
    return node.has(name);
  }

  public List<Fields> objects(String name) {
    List<Fields> found = new ArrayList<>();
    JsonNode array = arrayOf(name);
    for (int i = 0; i < array.size(); i++) {
      found.add(of(path + "." + name + "[" + i + "]", array.get(i)));
    }
    return found;
  }

  public List<String> texts(String name) {
    List<String> found = new ArrayList<>();
    for (JsonNode item : arrayOf(name)) {
      if (!item.isTextual()) {
        throw wrong(name, "an array of strings");
      }
      found.add(item.textValue());
    }
    return found;
  }

  /** Refuses the object if it has a member that was not taken. */
  public void end() {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!taken.contains(name)) {
            throw new MalformedJsonException(path + " has the unknown field \"" + name + "\"");
          }
        });
  }

  /** What this object is called in an error. */
  public String path() {
    return path;
  }

  private JsonNode arrayOf(String name) {
    JsonNode value = take(name);
    if (!value.isArray()) {
      throw wrong(name, "an array");
    }
    return value;
  }

  private JsonNode take(String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new MalformedJsonException(path + " lacks the field \"" + name + "\"");
    }
    taken.add(name);
    return value;
  }

  private MalformedJsonException wrong(String name, String expected) {
    return new MalformedJsonException(path + "." + name + " must be " + expected);
  }
}
