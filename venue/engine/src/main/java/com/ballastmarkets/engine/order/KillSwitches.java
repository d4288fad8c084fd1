package com.ballastmarkets.engine.order;

import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.BitSet;

/** Which accounts may place no orders, by handle. */
final class KillSwitches {
  private final BitSet engaged = new BitSet();

  boolean isEngaged(int account) {
    return engaged.get(account);
  }

  void set(int account, boolean on) {
    engaged.set(account, on);
  }

  void writeState(StateOutput output) {
    output.section("kill-switches", 1);
    output.putInt(engaged.cardinality());
    for (int i = engaged.nextSetBit(0); i >= 0; i = engaged.nextSetBit(i + 1)) {
      output.putInt(i);
    }
  }

  void readState(StateInput input) {
    input.section("kill-switches");
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      engaged.set(input.getInt());
    }
  }
}
