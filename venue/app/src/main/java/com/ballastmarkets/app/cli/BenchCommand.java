package com.ballastmarkets.app.cli;

import com.ballastmarkets.bench.durable.DurableBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a benchmark: each prints ratios against a peer that is measured in the same run. */
@Command(
    name = "bench",
    description = "Runs a benchmark; durable: commands through the synced log, beside a raw echo.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "One of: durable")
  private Name name;

  @SuppressWarnings("NullAway.Init") // picocli sets spec and parameters before anything is called
  BenchCommand() {}

  /** The benchmarks there are. */
  enum Name {
    DURABLE
  }

  @Override
  public Integer call() throws Exception {
    switch (name) {
      case DURABLE -> new DurableBench(System.out).run();
    }
    return 0;
  }
}
