package com.ballastmarkets.engine.market;

import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every market id that was ever used, so that none is used again. Ids that follow on one another
 * are kept as one run: given in a row, as a calendar gives them, a million of them take as much
 * memory as one.
 */
final class MarketIds {
  /** First id of each run to its last. */
  private final TreeMap<Integer, Integer> runs = new TreeMap<>();

  boolean contains(int marketId) {
    final Map.@Nullable Entry<Integer, Integer> run = runs.floorEntry(marketId);
    return run != null && run.getValue() >= marketId;
  }

  void add(int marketId) {
    if (contains(marketId)) {
      return;
    }
    final Map.@Nullable Entry<Integer, Integer> before = runs.floorEntry(marketId);
    final int first =
        before != null && before.getValue() == marketId - 1 ? before.getKey() : marketId;
    // An id is positive: the one after the largest is no id, and no run begins there.
    final Integer after = runs.remove(marketId + 1);
    runs.put(first, after == null ? marketId : after);
  }

  void writeState(StateOutput output) {
    output.putInt(runs.size());
    runs.forEach((first, last) -> {
      output.putInt(first);
      output.putInt(last);
    });
  }

  /** Reads all of them, those of markets that are there included. */
  void readState(StateInput input) {
    runs.clear();
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      final int first = input.getInt();
      runs.put(first, input.getInt());
    }
  }
}
