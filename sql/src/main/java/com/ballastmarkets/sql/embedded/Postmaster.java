package com.ballastmarkets.sql.embedded;

import com.ballastmarkets.sql.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server process found through its {@code postmaster.pid}. The file survives a crash of the
 * machine, and process ids are used again, so a process counts as the server of a folder only if
 * the file names that folder and the process is a PostgreSQL program.
 */
final class Postmaster {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

  private final ProcessHandle process;
  private final Path data;

  private Postmaster(ProcessHandle process, Path data) {
    this.process = process;
    this.data = data;
  }

  /** The living server of the folder {@code data}, if there is one. */
  static Optional<Postmaster> runningIn(Path data) {
    Path file = data.resolve("postmaster.pid");
    List<String> lines;
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new DatabaseException("cannot read " + file, e);
    }
    if (lines.size() < 2 || !lines.getFirst().strip().matches("\\d{1,10}")) {
      return Optional.empty();
    }
    if (!isSameFolder(Path.of(lines.get(1).strip()), data)) {
      return Optional.empty(); // a copied folder: the server belongs to the original
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(Postmaster::isPostgres)
        .map(process -> new Postmaster(process, data));
  }

  private static boolean isSameFolder(Path named, Path data) {
    try {
      return Files.isSameFile(named, data);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString().toLowerCase(Locale.ROOT))
        .filter(name -> name.startsWith("postgres"))
        .isPresent();
  }

  long processId() {
    return process.pid();
  }

  /** Asks for a fast shutdown (clients are cut, everything is written), and waits for its end. */
  void stop(Duration limit) {
    LOG.info("stopping the PostgreSQL {} left running on {}", process.pid(), data);
    signal("INT");
    if (!hasEnded(limit)) {
      signal("QUIT"); // at once; the next start recovers from the write-ahead log
      if (!hasEnded(limit)) {
        throw new DatabaseException(
            "PostgreSQL " + process.pid() + " holds " + data + " and does not stop", null);
      }
    }
  }

  private void signal(String name) {
    try {
      ProcessBuilder command =
          isWindows()
              ? new ProcessBuilder(pgCtl(), "kill", name, Long.toString(process.pid()))
              : new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()));
      command.redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }

  private String pgCtl() {
    Path program = Path.of(process.info().command().orElse("postgres"));
    return program.resolveSibling("pg_ctl.exe").toString();
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
  }

  private boolean hasEnded(Duration limit) {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
