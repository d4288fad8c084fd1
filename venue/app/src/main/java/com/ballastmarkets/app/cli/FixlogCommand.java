package com.ballastmarkets.app.cli;

import com.ballastmarkets.fix.viewer.MessagePrinter;
import com.ballastmarkets.fix.viewer.MessageScanner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the FIX messages of a log. */
@Command(
    name = "fixlog",
    description =
        "Prints the FIX messages of a log with the names of fields and values: the gateway's own"
            + " session log, a QuickFIX log or a transcript. Signatures and passwords are masked.",
    mixinStandardHelpOptions = true)
final class FixlogCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A log, or a folder of logs.")
  private Path file;

  @Option(names = "--brief", description = "One line for each message.")
  private boolean brief;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      split = ",",
      description = "Only messages of these types (FIX 35), as in D,8.")
  private Set<String> types = Set.of();

  @SuppressWarnings("NullAway.Init") // picocli sets spec and parameters before anything is called
  FixlogCommand() {}

  @Override
  public Integer call() throws IOException {
    final PrintWriter out = spec.commandLine().getOut();
    if (!Files.exists(file)) {
      spec.commandLine().getErr().println("ballast: there is no file " + file);
      return 1;
    }
    final MessagePrinter printer = MessagePrinter.create();
    final AtomicLong found = new AtomicLong();
    for (final Path log : logs()) {
      MessageScanner.scan(
          Files.readAllBytes(log),
          message -> {
            if (types.isEmpty() || types.contains(message.get(35))) {
              found.incrementAndGet();
              out.println(brief ? printer.printBrief(message) : printer.print(message));
            }
          });
    }
    out.flush();
    if (found.get() == 0) {
      spec.commandLine().getErr().println("ballast: no FIX messages in " + file);
      return 1;
    }
    return 0;
  }

  private List<Path> logs() throws IOException {
    if (!Files.isDirectory(file)) {
      return List.of(file);
    }
    try (Stream<Path> files = Files.list(file)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
