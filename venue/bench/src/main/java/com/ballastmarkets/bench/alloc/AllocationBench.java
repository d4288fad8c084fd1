package com.ballastmarkets.bench.alloc;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link EngineAllocation} with JMH's allocation profiler ({@code -prof gc}). */
public final class AllocationBench {
  private AllocationBench() {}

  /** Prints JMH's table: {@code gc.alloc.rate.norm} is bytes an operation. */
  public static void run() throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(EngineAllocation.class.getName())
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build())
        .run();
  }
}
