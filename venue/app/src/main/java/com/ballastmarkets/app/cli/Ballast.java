package com.ballastmarkets.app.cli;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program as a whole: its commands, and how a failure is said. */
@Command(
    name = "ballast",
    description = "An institutional venue for derivatives on global trade flows.",
    mixinStandardHelpOptions = true,
    versionProvider = Ballast.Version.class,
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      VerifyCommand.class,
      BenchCommand.class,
      FixlogCommand.class,
      MakersCommand.class,
      CertifyCommand.class,
      FixdictCommand.class
    },
    footer = {"", "Also: ballast test (runs all tests), ballast build."})
public final class Ballast {
  private Ballast() {}

  /**
   * Runs a command line.
   *
   * @return 0 if it did what was asked, 1 if it could not, 2 if it was not understood
   */
  public static int run(String... args) {
    final CommandLine commandLine = new CommandLine(new Ballast());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
      LoggerFactory.getLogger(Ballast.class).error("{} failed", command.getCommandName(), failure);
      command.getErr().println("ballast: " + reason(failure));
      return 1;
    });
    if (args.length == 0) {
      commandLine.usage(commandLine.getOut());
      return 2;
    }
    return commandLine.execute(args);
  }

  private static String reason(Throwable failure) {
    final String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /** What {@code --version} prints: the jar's manifest knows it. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      final String version = Ballast.class.getPackage().getImplementationVersion();
      return new String[] {"ballast " + (version == null ? "(not packaged)" : version)};
    }
  }
}
