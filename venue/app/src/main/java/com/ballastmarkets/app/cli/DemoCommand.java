package com.ballastmarkets.app.cli;

import com.ballastmarkets.app.LogFile;
import com.ballastmarkets.app.demo.Rehearsal;
import com.ballastmarkets.app.demo.RehearsalPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rehearses a trading week and tells it. */
@Command(
    name = "demo",
    description = "Rehearses a trading week in under a minute, over FIX and REST, and tells it.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where reports, audit export and proof bundles are left.")
  private Path out = Path.of("demo");

  @Option(
      names = "--telemetry",
      paramLabel = "FILE",
      description =
          "A PortWatch CSV of daily chokepoint transits: settles the Suez week of 2021-03-22 and"
              + " the month 2021-03 on it.")
  private @Nullable Path telemetry;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called
  DemoCommand() {}

  @Override
  public Integer call() throws IOException {
    LogFile.to(out.resolve("ballast.log"));
    final RehearsalPlan plan =
        telemetry == null ? RehearsalPlan.synthetic() : RehearsalPlan.suezBlockage(telemetry);
    Rehearsal.run(plan, out, spec.commandLine().getOut());
    return 0;
  }
}
