package com.ballastmarkets.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A side with many levels against a tree of prices. */
final class BookSideTest {
  @ParameterizedTest
  @CsvSource({"BUY, 20", "SELL, 20", "BUY, 3000", "SELL, 3000", "BUY, 1000000", "SELL, 1000000"})
  void levelsStandInTheOrderOfATree(Side which, int prices) {
    final Random random = new Random(42);
    final BookSide side = BookSide.of(which);
    final TreeMap<Long, List<RestingOrder>> expected =
        new TreeMap<>(
            which == Side.BUY ? Comparator.<Long>reverseOrder() : Comparator.naturalOrder());
    final List<RestingOrder> resting = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      // It grows to thousands of orders, and then shrinks until nothing is left.
      final boolean grows = i < 10_000 ? random.nextInt(4) > 0 : random.nextInt(4) == 0;
      if (grows) {
        final RestingOrder order = new RestingOrder(i, which, random.nextInt(prices), 1, 0);
        side.append(order);
        expected.computeIfAbsent(order.price(), _ -> new ArrayList<>()).add(order);
        resting.add(order);
      } else if (!resting.isEmpty()) {
        final RestingOrder order = resting.remove(random.nextInt(resting.size()));
        side.remove(order);
        final List<RestingOrder> queue = queueAt(expected, order.price());
        queue.remove(order);
        if (queue.isEmpty()) {
          expected.remove(order.price());
        }
      }
      if (i % 500 == 0) {
        assertSame(side, expected);
      }
    }
    for (final RestingOrder order : resting) {
      side.remove(order);
    }
    assertThat(side.levels()).isZero();
    assertThat(side.best()).isNull();
  }

  private static List<RestingOrder> queueAt(
      TreeMap<Long, List<RestingOrder>> expected, long price) {
    return Objects.requireNonNull(expected.get(price));
  }

  private static void assertSame(BookSide side, TreeMap<Long, List<RestingOrder>> expected) {
    final List<Long> prices = new ArrayList<>();
    for (int depth = 0; depth < side.levels(); depth++) {
      final PriceLevel level = side.level(depth);
      prices.add(level.price());
      assertThat(side.at(level.price())).isSameAs(level);
      assertThat(level.orders()).isEqualTo(queueAt(expected, level.price()).size());
      assertThat(level.first()).isSameAs(queueAt(expected, level.price()).getFirst());
    }
    assertThat(prices).containsExactlyElementsOf(expected.keySet());
    assertThat(side.best()).isSameAs(prices.isEmpty() ? null : side.level(0));
    assertThat(side.at(-1)).isNull();
  }
}
