package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.money.Micros;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes instances of any record of the domain, found by reflection so that none is forgotten. */
final class RandomWords {
  private final Random random;
  private final int maxText;

  RandomWords(long seed, int maxText) {
    this.maxText = maxText;
    this.random = new Random(seed);
  }

  /** All records below a sealed interface. */
  static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(RandomWords::leaves)
        : Stream.of(type);
  }

  <T> T next(Class<T> type) {
    try {
      final RecordComponent[] components = type.getRecordComponents();
      final Class<?>[] types =
          Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
      final @Nullable Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        final boolean nullable =
            components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
        values[i] =
            nullable && random.nextInt(3) == 0
                ? null
                : types[i] == List.class ? list(components[i]) : value(types[i]);
      }
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot make a " + type.getSimpleName(), e);
    }
  }

  private List<Object> list(RecordComponent component) {
    final Class<?> element =
        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    final List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.add(value(element));
    }
    return values;
  }

  private Object value(Class<?> type) {
    if (type == long.class) {
      return number();
    }
    if (type == int.class) {
      return (int) number();
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == String.class) {
      return text();
    }
    if (type == Contract.ComboLeg.class) {
      return new Contract.ComboLeg(random.nextInt(), random.nextBoolean() ? 2 : -3);
    }
    if (type == Instrument.class) {
      return instrument();
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    return next(type);
  }

  private long number() {
    return switch (random.nextInt(5)) {
      case 0 -> Long.MIN_VALUE;
      case 1 -> Long.MAX_VALUE;
      case 2 -> random.nextInt(-100, 100);
      default -> random.nextLong();
    };
  }

  private String text() {
    return switch (random.nextInt(5)) {
      case 0 -> "";
      case 1 -> "z".repeat(random.nextInt(maxText + 1));
      case 2 -> "Größe ≥ 1 — 船 🚢";
      default -> "order-" + random.nextInt(1_000_000);
    };
  }

  Instrument instrument() {
    final Contract contract = contract();
    final long start = random.nextLong() / 2;
    return new Instrument(
        random.nextInt(1, Integer.MAX_VALUE),
        "suez-" + random.nextInt(1_000),
        text(),
        contract,
        text(),
        start,
        start + 1 + random.nextLong(1L << 60),
        ticks(contract.loMicros()),
        new FeeSchedule(
            random.nextBoolean() ? FeeSchedule.Basis.PROBABILITY : FeeSchedule.Basis.PER_LOT,
            random.nextLong(1_000_001),
            random.nextLong(1_000_001)),
        random.nextLong(contract.loMicros(), contract.hiMicros() + 1),
        1 + random.nextLong(1L << 40),
        1 + random.nextLong(1L << 40),
        "0123456789abcdef".repeat(4));
  }

  private TickTable ticks(long lo) {
    final List<TickTable.Band> bands = new ArrayList<>();
    long from = lo;
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      final long tick = random.nextLong(1, 10_000);
      bands.add(new TickTable.Band(from, tick));
      from += tick * random.nextInt(1, 50);
    }
    return new TickTable(bands);
  }

  private Contract contract() {
    final List<Class<?>> kinds = leaves(Contract.class).toList();
    final Class<?> kind = kinds.get(random.nextInt(kinds.size()));
    if (kind == Contract.Option.class) {
      return new Contract.Option(
          random.nextInt(),
          random.nextBoolean() ? Contract.PutOrCall.PUT : Contract.PutOrCall.CALL,
          random.nextLong(1, 100 * Micros.PER_UNIT));
    }
    if (kind == Contract.Combo.class) {
      return new Contract.Combo(
          legs(random.nextInt(2, 5)), -random.nextLong(1L << 40), random.nextLong(1L << 40));
    }
    return (Contract) next(kind);
  }

  private List<Contract.ComboLeg> legs(int count) {
    final List<Contract.ComboLeg> legs = new ArrayList<>();
    for (int i = count; i > 0; i--) {
      legs.add(new Contract.ComboLeg(random.nextInt(), random.nextBoolean() ? 2 : -3));
    }
    return legs;
  }
}
