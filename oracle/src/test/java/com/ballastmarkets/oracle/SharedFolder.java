package com.ballastmarkets.oracle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of published vectors and real files beside the repository; tests skip without it. */
public final class SharedFolder {
  private SharedFolder() {}

  /** A file or folder in it, or the test is skipped with a word. */
  public static Path at(String relative) {
    Path path = Path.of(System.getProperty("ballast.shared", "../../shared"), relative);
    assumeTrue(Files.exists(path), "skipped: the shared folder has no " + relative);
    return path;
  }
}
