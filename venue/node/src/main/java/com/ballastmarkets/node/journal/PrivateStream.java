package com.ballastmarkets.node.journal;

import io.aeron.Aeron;

/**
 * Stream ids for one use. On IPC all subscribers of a stream see all of it, so a replay or a
 * session's egress needs a stream of its own.
 */
public final class PrivateStream {
  /** Above every id that Aeron's parts use for themselves. */
  private static final int FIRST = 1 << 30;

  private PrivateStream() {}

  /** A stream id that nobody else on this media driver uses. */
  public static int next(Aeron aeron) {
    return FIRST | (int) (aeron.nextCorrelationId() & (FIRST - 1));
  }
}
