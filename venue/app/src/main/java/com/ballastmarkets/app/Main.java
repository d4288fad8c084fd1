package com.ballastmarkets.app;

import com.ballastmarkets.app.cli.Ballast;
import io.dropwizard.logging.common.BootstrapLogging;

/** Where {@code ./ballast} begins. */
public final class Main {
  private Main() {}

  /** Runs the command that is named and exits with its code. */
  public static void main(String[] args) {
    BootstrapLogging.bootstrap(ch.qos.logback.classic.Level.WARN);
    System.exit(Ballast.run(args));
  }
}
