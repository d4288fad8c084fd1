package com.ballastmarkets.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a thread has used. A rate by its processor time is what it would do by the clock on a
 * machine of its own; where others share the machine, the clock counts them too.
 */
public final class ThreadTime {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private ThreadTime() {}

  /** Processor time of this thread so far. */
  public static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Bytes that this thread has allocated so far. */
  public static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
