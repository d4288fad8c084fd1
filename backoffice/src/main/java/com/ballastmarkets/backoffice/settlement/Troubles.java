package com.ballastmarkets.backoffice.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What went wrong with some markets while a step went on with the others. */
final class Troubles {
  private final List<String> reasons = new ArrayList<>();
  private @Nullable Exception first;

  /** Does the work on one market; a failure is kept, and the answer is then false. */
  boolean unless(String market, Callable<Boolean> work) {
    try {
      return work.call();
    } catch (Exception e) {
      reasons.add(market + ": " + e.getMessage());
      if (first == null) {
        first = e;
      }
      return false;
    }
  }

  /**
   * At the end of the step.
   *
   * @throws IllegalStateException naming every market that failed, if any did
   */
  void raise() {
    if (!reasons.isEmpty()) {
      throw new IllegalStateException(String.join("; ", reasons), first);
    }
  }
}
