package com.ballastmarkets.engine.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.domain.order.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index of orders against a hash map. */
final class OrderIndexTest {
  private final OrderIndex<RestingOrder> index = new OrderIndex<>();

  /** Ids one by one, as the engine gives them; sparse ones; and ones that all share low bits. */
  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1 << 10, 1L << 32})
  void findsWhatAMapFinds(long step) {
    final Random random = new Random(42);
    final Map<Long, RestingOrder> expected = new HashMap<>();
    final List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      final long id = step * (i + 1);
      ids.add(id);
      final RestingOrder order = order(id);
      index.put(order);
      expected.put(id, order);
      // Some are taken out twice: the second time there is nothing.
      for (int k = 0; k < 2; k++) {
        final long gone = ids.get(random.nextInt(ids.size()));
        if (random.nextInt(5) < 2) {
          assertThat(index.remove(gone)).isSameAs(expected.remove(gone));
        }
      }
    }
    assertThat(index.size()).isEqualTo(expected.size());
    for (final long id : ids) {
      assertThat(index.get(id)).isSameAs(expected.get(id));
    }
    assertThat(index.get(-1)).isNull();
  }

  @Test
  void anIdIsThereOnce() {
    index.put(order(5));
    assertThatThrownBy(() -> index.put(order(5))).isInstanceOf(IllegalStateException.class);
    assertThat(index.size()).isEqualTo(1);
  }

  private static RestingOrder order(long id) {
    return new RestingOrder(id, Side.BUY, 1, 1, 0);
  }
}
