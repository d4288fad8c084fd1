package com.ballastmarkets.app.cli;

import com.ballastmarkets.fix.dictionary.Dictionaries;
import com.ballastmarkets.fix.dictionary.Glossary;
import com.ballastmarkets.fix.dictionary.MessagePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description = "Writes a page of each message there, with examples from --transcripts.")
  private @Nullable Path pages;

  @Option(
      names = "--transcripts",
      paramLabel = "DIR",
      defaultValue = "docs/fix/transcripts",
      description = "The certification's transcripts (${DEFAULT-VALUE}).")
  private Path transcripts;

  @SuppressWarnings("NullAway.Init") // picocli sets spec and parameters before anything is called
  FixdictCommand() {}

  @Override
  public Integer call() throws IOException {
    final Dictionaries written = Dictionaries.write(folder);
    for (final Path file : List.of(written.fix44(), written.fixt11(), written.fix50sp2())) {
      spec.commandLine().getOut().println(file);
    }
    if (pages != null) {
      final Glossary glossary =
          Glossary.of(List.of(written.fix50sp2(), written.fixt11(), written.fix44()));
      Files.createDirectories(pages);
      for (final Map.Entry<String, String> page :
          MessagePages.of(glossary, transcripts).entrySet()) {
        Files.writeString(pages.resolve(page.getKey()), page.getValue());
      }
      spec.commandLine().getOut().println(pages.resolve("README.md"));
    }
    return 0;
  }
}
