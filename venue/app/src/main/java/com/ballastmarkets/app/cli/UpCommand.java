package com.ballastmarkets.app.cli;

import com.ballastmarkets.app.LogFile;
import com.ballastmarkets.app.RunningVenue;
import com.ballastmarkets.app.VenueConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole sandbox venue until it is told to stop. */
@Command(
    name = "up",
    description = "Starts the whole sandbox venue and prints its addresses.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class UpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept.")
  private Path data = Path.of("data");

  @Option(names = "--http-port", paramLabel = "PORT", description = "REST, WebSocket and web page.")
  private int httpPort = 8080;

  @Option(names = "--fix-port", paramLabel = "PORT", description = "The FIX acceptor.")
  private int fixPort = 9880;

  @Option(
      names = "--db",
      paramLabel = "JDBC_URL",
      description = "A PostgreSQL of your own instead of the embedded one.")
  private @Nullable String jdbcUrl;

  @Option(
      names = "--begin-at",
      paramLabel = "INSTANT",
      description = "Where the clock of a new venue begins, as in 2021-02-20T00:00:00Z.")
  private @Nullable Instant beginAt;

  @Option(
      names = "--api-limit",
      paramLabel = "N",
      description = "Requests a minute, per address and per key; 0 for the published limits.")
  private int apiLimit;

  @Option(
      names = "--telemetry",
      paramLabel = "FILE",
      description = "A PortWatch CSV to settle on, instead of synthetic telemetry.")
  private @Nullable Path telemetry;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything is called
  UpCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    final PrintWriter out = spec.commandLine().getOut();
    final VenueConfig config =
        new VenueConfig(data, httpPort, fixPort, jdbcUrl, beginAt, apiLimit, telemetry);
    LogFile.to(data.resolve("logs").resolve("ballast.log"));
    final CountDownLatch stopped = new CountDownLatch(1);
    final RunningVenue venue = RunningVenue.start(config, out::println);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("shutdown")
                .unstarted(() -> {
                  venue.close();
                  stopped.countDown();
                }));
    out.println();
    out.println("Ballast is up.");
    out.println("  web page   http://127.0.0.1:" + venue.httpPort() + "/");
    out.println("  REST       http://127.0.0.1:" + venue.httpPort() + "/v1");
    out.println("  WebSocket  ws://127.0.0.1:" + venue.httpPort() + "/v1/stream");
    out.println("  FIX        127.0.0.1:" + venue.fixPort() + " (TargetCompID BALLAST-OE)");
    out.println("  keys       " + venue.sandboxFile());
    out.println("Ctrl-C stops it; everything is kept in " + data.toAbsolutePath() + ".");
    out.flush();
    stopped.await();
    return 0;
  }
}
