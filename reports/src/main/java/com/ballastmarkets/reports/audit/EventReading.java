package com.ballastmarkets.reports.audit;

import com.ballastmarkets.domain.event.Event;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events from the JSON that {@link EventJson} writes. */
final class EventReading {
  private static final Map<String, Class<?>> EVENTS = leaves(Event.class);

  private EventReading() {}

  private static Map<String, Class<?>> leaves(Class<?> type) {
    final Map<String, Class<?>> leaves = new HashMap<>();
    for (final Class<?> kind : type.getPermittedSubclasses()) {
      if (kind.isInterface()) {
        leaves.putAll(leaves(kind));
      } else {
        leaves.put(kind.getSimpleName(), kind);
      }
    }
    return leaves;
  }

  /**
   * Reads an event.
   *
   * @param name its word in the journal
   * @throws AuditMismatchException if the JSON is no such event
   */
  static Event read(String name, JsonNode body) {
    final Class<?> type = EVENTS.get(name);
    if (type == null) {
      throw new AuditMismatchException("the journal has an event that is not known: " + name);
    }
    return (Event) record(body, type);
  }

  private static Object record(JsonNode json, Class<?> type) {
    final RecordComponent[] components = type.getRecordComponents();
    final @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(json.path(components[i].getName()), components[i].getGenericType());
    }
    try {
      final Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException | IllegalArgumentException | NullPointerException e) {
      throw new AuditMismatchException(
          "the journal has a " + type.getSimpleName() + " that cannot be");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  private static @Nullable Object value(JsonNode json, Type type) {
    if (json.isNull()) {
      return null;
    }
    if (type instanceof ParameterizedType list) {
      final List<@Nullable Object> items = new ArrayList<>();
      json.forEach(item -> items.add(value(item, list.getActualTypeArguments()[0])));
      return items;
    }
    final Class<?> kind = (Class<?>) type;
    if (kind == int.class) {
      return json.intValue();
    } else if (kind == boolean.class) {
      return json.booleanValue();
    } else if (kind == long.class) {
      return number(json);
    } else if (kind == String.class) {
      return json.textValue();
    } else if (kind.isEnum()) {
      return Arrays.stream(kind.getEnumConstants())
          .filter(word -> ((Enum<?>) word).name().equals(json.textValue()))
          .findFirst()
          .orElseThrow(() -> new AuditMismatchException("the journal has an unknown word"));
    } else if (kind.isInterface()) {
      final Class<?> one = leaves(kind).get(json.path("type").asText());
      if (one == null) {
        throw new AuditMismatchException("the journal has an unknown " + kind.getSimpleName());
      }
      return record(json, one);
    }
    return record(json, kind);
  }

  private static long number(JsonNode json) {
    try {
      return Long.parseLong(json.asText());
    } catch (NumberFormatException e) {
      throw new AuditMismatchException("the journal has a number that is none");
    }
  }
}
