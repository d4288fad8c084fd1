package com.ballastmarkets.app.cli;

import com.ballastmarkets.app.certify.CaseResult;
import com.ballastmarkets.app.certify.Certification;
import com.ballastmarkets.app.certify.CertificationReport;
import com.ballastmarkets.app.certify.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Certifies a FIX venue from the outside. */
@Command(
    name = "certify",
    description =
        "Runs the FIX certification as a client against a venue and prints a report. Orders are"
            + " placed, traded and cancelled with the first two accounts of the credentials. Exit 0"
            + " if no case failed.",
    mixinStandardHelpOptions = true)
final class CertifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--address",
      paramLabel = "HOST:PORT",
      required = true,
      description = "The FIX acceptor.")
  private String address;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      required = true,
      description = "Keys in the form of sandbox.json.")
  private Path credentials;

  @Option(
      names = "--http",
      paramLabel = "URL",
      description =
          "The REST API, as in http://127.0.0.1:8080: lets a client set its quote protection, and"
              + " the operator of the credentials halt and resume a market.")
  private @Nullable URI http;

  @Option(
      names = "--move-clock",
      description =
          "Lets the operator move the venue's clock forward by some days, to see a market settled."
              + " Only a sandbox can.")
  private boolean movesClock;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report and the messages of each case are written.")
  private @Nullable Path out;

  @SuppressWarnings("NullAway.Init") // picocli sets spec and options before anything is called
  CertifyCommand() {}

  @Override
  public Integer call() throws IOException {
    final PrintWriter console = spec.commandLine().getOut();
    final int colon = address.lastIndexOf(':');
    if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
      throw new ParameterException(spec.commandLine(), "--address is HOST:PORT");
    }
    final Target target =
        Target.read(
            address.substring(0, colon),
            Integer.parseInt(address.substring(colon + 1)),
            credentials,
            http,
            movesClock);
    final Instant begun = Instant.now();
    final List<CaseResult> results =
        new Certification(
                target,
                out == null ? null : out.resolve("transcripts"),
                result -> {
                  console.println(result.line());
                  console.flush();
                })
            .run();
    final String report =
        CertificationReport.write(
            address, new Ballast.Version().getVersion()[0], begun, Instant.now(), results);
    if (out != null) {
      Files.createDirectories(out);
      Files.writeString(out.resolve("certification.md"), report);
      console.println("The report is in " + out.resolve("certification.md"));
    } else {
      console.println();
      console.println(report);
    }
    final boolean failed = results.stream().anyMatch(r -> r.outcome() == CaseResult.Outcome.FAIL);
    return failed ? 1 : 0;
  }
}
