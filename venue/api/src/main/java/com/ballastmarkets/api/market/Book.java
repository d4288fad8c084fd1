package com.ballastmarkets.api.market;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.Side;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The visible price levels of one market, best first. Guarded by its {@link Market}. */
final class Book {
  /** How many levels of each side the checksum covers. */
  private static final int CHECKSUM_LEVELS = 25;

  private final TreeMap<Long, Level> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<Long, Level> asks = new TreeMap<>();

  void set(Side side, long priceMicros, long lots, int orders) {
    if (lots == 0) {
      levels(side).remove(priceMicros);
    } else {
      levels(side).put(priceMicros, new Level(priceMicros, lots, orders));
    }
  }

  void clear() {
    bids.clear();
    asks.clear();
  }

  /** The best price of a side, or null. */
  @Nullable Long best(Side side) {
    final TreeMap<Long, Level> levels = levels(side);
    return levels.isEmpty() ? null : levels.firstKey();
  }

  List<Level> top(Side side, int depth) {
    final List<Level> top = new ArrayList<>();
    for (Level level : levels(side).values()) {
      if (top.size() == depth) {
        break;
      }
      top.add(level);
    }
    return top;
  }

  /**
   * CRC-32 of the ASCII text {@code price:size,price:size,…}: the best 25 bids, then the best 25
   * asks, each best first, prices as plain decimals with no trailing zeros.
   */
  long checksum() {
    final StringBuilder text = new StringBuilder();
    for (Side side : Side.values()) {
      for (Level level : top(side, CHECKSUM_LEVELS)) {
        if (!text.isEmpty()) {
          text.append(',');
        }
        text.append(Micros.format(level.priceMicros())).append(':').append(level.lots());
      }
    }
    final CRC32 crc = new CRC32();
    crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  private TreeMap<Long, Level> levels(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  /** A price and what is shown there. */
  record Level(long priceMicros, long lots, int orders) {}
}
