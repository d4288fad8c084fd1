package com.ballastmarkets.app.cli;

import com.ballastmarkets.oracle.note.VerifierKey;
import com.ballastmarkets.oracle.verify.OfflineVerifier;
import com.ballastmarkets.oracle.verify.Verification;
import com.ballastmarkets.reports.audit.AuditVerdict;
import com.ballastmarkets.reports.audit.AuditVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a published file without any server. */
@Command(
    name = "verify",
    description =
        "Checks a settlement bundle, an audit export or a checkpoint, offline. Exit 0 if all holds.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file, or the folder of an audit export.")
  private Path file;

  @Option(
      names = "--trust",
      paramLabel = "KEYS",
      description =
          "Verifier keys that you trust, one a line: nobody else's signature counts then.")
  private @Nullable Path trust;

  @SuppressWarnings("NullAway.Init") // picocli sets spec and parameters before anything is called
  VerifyCommand() {}

  @Override
  public Integer call() throws IOException {
    final PrintWriter out = spec.commandLine().getOut();
    if (!Files.exists(file)) {
      spec.commandLine().getErr().println("ballast: there is no file " + file);
      return 1;
    }
    if (AuditVerifier.isExport(file)) {
      return switch (AuditVerifier.verify(file)) {
        case AuditVerdict.Intact intact -> {
          out.println(
              "ok: audit export, %d days, %d events, root %s"
                  .formatted(intact.days(), intact.events(), intact.root()));
          yield 0;
        }
        case AuditVerdict.Refused refused -> {
          out.println("REFUSED: audit export: " + refused.reason());
          yield 1;
        }
      };
    }
    final List<VerifierKey> trusted =
        trust == null ? List.of() : OfflineVerifier.keys(Files.readString(trust));
    final Verification verification = new OfflineVerifier(trusted).verify(file);
    out.println(verification.report());
    return verification.isOk() ? 0 : 1;
  }
}
