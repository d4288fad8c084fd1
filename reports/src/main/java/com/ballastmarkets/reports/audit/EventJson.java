package com.ballastmarkets.reports.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON, every component under its own name and in its own order, so that no event can be
 * forgotten here. 64-bit integers are strings: readers that keep numbers as doubles would change
 * them. A record that stands for one of several kinds says which with {@code "type"}.
 */
final class EventJson {
  private EventJson() {}

  static ObjectNode write(Record record) {
    final ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (final RecordComponent component : record.getClass().getRecordComponents()) {
      put(json, component.getName(), component.getType(), value(record, component));
    }
    return json;
  }

  private static void put(ObjectNode json, String name, Class<?> declared, @Nullable Object value) {
    switch (value) {
      case null -> json.putNull(name);
      case Integer number -> json.put(name, number);
      case Boolean flag -> json.put(name, flag);
      case Long number -> json.put(name, Long.toString(number));
      case String text -> json.put(name, text);
      case Enum<?> word -> json.put(name, word.name());
      case List<?> list -> list(json.putArray(name), list);
      case Record record -> json.set(name, declared.isInterface() ? typed(record) : write(record));
      default ->
          throw new IllegalStateException(
              "no JSON for " + name + " of " + value.getClass().getName());
    }
  }

  private static void list(ArrayNode json, List<?> list) {
    for (final Object item : list) {
      if (!(item instanceof Record record)) {
        throw new IllegalStateException("no JSON for a list of " + item.getClass().getName());
      }
      json.add(write(record));
    }
  }

  private static ObjectNode typed(Record record) {
    final ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", record.getClass().getSimpleName());
    json.setAll(write(record));
    return json;
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("component " + component.getName() + " cannot be read", e);
    }
  }
}
