package com.ballastmarkets.oracle.telemetry;

import java.util.List;

/**
 * A chokepoint or port that contracts are written on.
 *
 * @param id as in market symbols, {@code suez}
 * @param name for people
 * @param kind decides which contracts it has
 * @param portWatchIds PortWatch's ids; a port of several harbours has several, and its figures are
 *     their sums
 */
public record Place(String id, String name, Kind kind, List<String> portWatchIds) {
  public Place {
    portWatchIds = List.copyOf(portWatchIds);
  }

  /** What a place is. */
  public enum Kind {
    CHOKEPOINT,
    PORT
  }
}
