package com.ballastmarkets.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

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

  /**
   * As {@link #nanos}, with what the collector has taken for it: a thread that leaves much to be
   * collected is no faster for it. Only where nothing else in the process allocates.
   */
  public static long nanosWithCollections() {
    long millis = 0;
    for (final GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      millis += collector.getCollectionTime();
    }
    return nanos() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Bytes that this thread has allocated so far. */
  public static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
