package com.ballastmarkets.node.cluster;

import io.aeron.Aeron;
import io.aeron.Counter;
import org.agrona.CloseHelper;
import org.agrona.concurrent.status.CountersReader;

/** What every port of the machine can see of the node without asking: counters in shared memory. */
public final class VenueCounters implements AutoCloseable {
  private static final int STATE_TYPE_ID = 42_010;
  private static final int OFFSET_TYPE_ID = 42_011;

  private final Counter state;
  private final Counter offset;

  VenueCounters(Aeron aeron) {
    this.state = aeron.addCounter(STATE_TYPE_ID, "ballast: node state");
    this.offset = aeron.addCounter(OFFSET_TYPE_ID, "ballast: venue time - sequencer time, ns");
    state.setRelease(NodeState.STARTING.ordinal());
  }

  /** Whether a node takes commands. */
  public enum NodeState {
    /** It replays its log, or is gone. */
    STARTING,
    ACCEPTING,
    /** A file system is almost full: commands are refused before the log would stall. */
    STORAGE_LOW,
    /** A bug has stopped the engine. */
    FAILED
  }

  // A client that the driver has given up, after a long stall of the machine, is unmapped: to touch
  // its counters then would end the process.

  void state(NodeState now) {
    if (!state.isClosed()) {
      state.setRelease(now.ordinal());
    }
  }

  NodeState state() {
    return state.isClosed() ? NodeState.STARTING : NodeState.values()[(int) state.get()];
  }

  void venueOffsetNanos(long nanos) {
    if (!offset.isClosed()) {
      offset.setRelease(nanos);
    }
  }

  /** A port's view of the counters. */
  public static final class View {
    private final Aeron aeron;
    private final CountersReader counters;
    private final int stateId;
    private final int offsetId;

    /** Finds a running node's counters. */
    public View(Aeron aeron) {
      this.aeron = aeron;
      this.counters = aeron.countersReader();
      this.stateId = find(counters, STATE_TYPE_ID);
      this.offsetId = find(counters, OFFSET_TYPE_ID);
    }

    public NodeState state() {
      return stateId < 0 || aeron.isClosed()
          ? NodeState.STARTING
          : NodeState.values()[(int) counters.getCounterValue(stateId)];
    }

    public long venueOffsetNanos() {
      return offsetId < 0 || aeron.isClosed() ? 0 : counters.getCounterValue(offsetId);
    }

    private static int find(CountersReader counters, int typeId) {
      final int[] found = {CountersReader.NULL_COUNTER_ID};
      counters.forEach((counterId, type, key, label) -> {
        if (type == typeId) {
          found[0] = counterId;
        }
      });
      return found[0];
    }
  }

  @Override
  public void close() {
    // A port goes on reading the counters of a node that is gone until it notices that it is.
    state(NodeState.STARTING);
    CloseHelper.quietCloseAll(state, offset);
  }
}
