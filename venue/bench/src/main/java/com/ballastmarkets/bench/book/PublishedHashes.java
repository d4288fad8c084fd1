package com.ballastmarkets.bench.book;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hashes that the benchmark has published for its five scenarios of seed 23. */
final class PublishedHashes {
  private static final Map<String, String> BY_SCENARIO =
      Map.of(
          "static", "9803843ee404fc29c9a0aa5614f8f0d5a58b5c44fcac9ef89067886fcaaa30d1",
          "normal", "e9b2e3926854410b01a035aeb25dd05f1e597c233be8263de9eb49b6713d367e",
          "swing-25", "61a84be9469661bd039e00dbc9a7c011e70b6ace37aadfe60045ea083b05f4df",
          "swing-40", "3cb0175e7982ff09ea220d1feaee3844cf9116a5ce455757879dea1d880b9b9f",
          "flash-crash", "cff8d3f94b709fc64a8b2058a6ca4fb6920364904796e46906895e362d2bb16b");

  private PublishedHashes() {}

  /** The hash of a workload that is named as the benchmark names its files, or null. */
  static @Nullable String of(String fileName) {
    for (final Map.Entry<String, String> entry : BY_SCENARIO.entrySet()) {
      if (fileName.startsWith("orders_" + entry.getKey() + "_s23_n1000000.")) {
        return entry.getValue();
      }
    }
    return null;
  }
}
