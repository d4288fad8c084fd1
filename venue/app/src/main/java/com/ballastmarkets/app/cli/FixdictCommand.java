package com.ballastmarkets.app.cli;

import com.ballastmarkets.fix.dictionary.Dictionaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the data dictionaries that a FIX client needs. */
@Command(
    name = "fixdict",
    description = "Writes the venue's FIX data dictionaries, in QuickFIX's form, to a folder.",
    mixinStandardHelpOptions = true)
final class FixdictCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder; made if it is not there.")
  private Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets spec and parameters before anything is called
  FixdictCommand() {}

  @Override
  public Integer call() throws IOException {
    final Dictionaries written = Dictionaries.write(folder);
    for (final Path file : List.of(written.fix44(), written.fixt11(), written.fix50sp2())) {
      spec.commandLine().getOut().println(file);
    }
    return 0;
  }
}
