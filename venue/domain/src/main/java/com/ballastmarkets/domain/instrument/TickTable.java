package com.ballastmarkets.domain.instrument;

import java.util.List;

/**
 * The price grid of a market: bands in ascending order, each with its own step. A price belongs to
 * the last band that starts at or below it, and is on the grid if its distance from the band's
 * start is a multiple of the band's step. A price off the grid is rejected, never rounded.
 * Immutable for the life of the market.
 *
 * <p>Example: {@code TickTable.uniform(0, 5_000)} is the grid 0, 0.005, 0.01, … of {@code
 * suez-apr2025}.
 */
public record TickTable(List<Band> bands) {

  /**
   * A band of prices from {@code fromMicros} (inclusive) upwards, in steps of {@code tickMicros}.
   */
  public record Band(long fromMicros, long tickMicros) {
    public Band {
      if (tickMicros <= 0) {
        throw new IllegalArgumentException("a tick must be positive: " + tickMicros);
      }
    }
  }

  public TickTable {
    bands = List.copyOf(bands);
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("a tick table needs a band");
    }
    for (int i = 1; i < bands.size(); i++) {
      final Band below = bands.get(i - 1);
      final long width = Math.subtractExact(bands.get(i).fromMicros(), below.fromMicros());
      if (width <= 0 || width % below.tickMicros() != 0) {
        throw new IllegalArgumentException(
            "bands must ascend and start on the grid of the one below");
      }
    }
  }

  /** One step over the whole range. */
  public static TickTable uniform(long fromMicros, long tickMicros) {
    return new TickTable(List.of(new Band(fromMicros, tickMicros)));
  }

  /** Whether the price stands on the grid; false below the first band. */
  public boolean isOnGrid(long priceMicros) {
    for (int i = bands.size() - 1; i >= 0; i--) {
      final Band band = bands.get(i);
      if (priceMicros >= band.fromMicros()) {
        return Math.subtractExact(priceMicros, band.fromMicros()) % band.tickMicros() == 0;
      }
    }
    return false;
  }

  /** The next grid price above a grid price. */
  public long above(long priceMicros) {
    return Math.addExact(priceMicros, bandAt(priceMicros).tickMicros());
  }

  /**
   * The next grid price below a grid price; may fall below the first band, which is off the grid.
   */
  public long below(long priceMicros) {
    return Math.subtractExact(priceMicros, bandAt(Math.subtractExact(priceMicros, 1)).tickMicros());
  }

  /** The highest grid price at or below any price; below the first band, that band's start. */
  public long atOrBelow(long priceMicros) {
    final Band band = bandAt(priceMicros);
    final long distance = Math.subtractExact(priceMicros, band.fromMicros());
    return distance < 0 ? band.fromMicros() : priceMicros - distance % band.tickMicros();
  }

  /** The lowest grid price at or above any price. */
  public long atOrAbove(long priceMicros) {
    final long below = atOrBelow(priceMicros);
    return below >= priceMicros ? below : above(below);
  }

  private Band bandAt(long priceMicros) {
    for (int i = bands.size() - 1; i > 0; i--) {
      if (priceMicros >= bands.get(i).fromMicros()) {
        return bands.get(i);
      }
    }
    return bands.getFirst();
  }
}
