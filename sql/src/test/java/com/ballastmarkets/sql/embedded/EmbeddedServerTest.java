package com.ballastmarkets.sql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.DatabaseConfig;
import com.ballastmarkets.sql.DatabaseException;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
  @TempDir Path folder;

  @Test
  void isDurableAndKeepsItsRowsThroughARestart() {
    try (Database database = Database.open(DatabaseConfig.embedded(folder)).migrate()) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
      assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(database, "full_page_writes")).isEqualTo("on");
      database.sql().execute("INSERT INTO feed.reader_position VALUES ('reader', 7)");
    }
    try (Database database = Database.open(DatabaseConfig.embedded(folder)).migrate()) {
      assertThat(position(database)).isEqualTo(7);
    }
  }

  @Test
  void stopsTheServerThatAKilledVenueLeftBehind() throws Exception {
    Process venue = startVenueInItsOwnProcess();
    ProcessHandle orphan;
    try (BufferedReader out = venue.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      assertThat(line).startsWith("server ");
      orphan = ProcessHandle.of(Long.parseLong(line.substring("server ".length()))).orElseThrow();
      venue.destroyForcibly().waitFor();
    }
    assertThat(orphan.isAlive()).as("the server outlives its killed venue").isTrue();

    try (Database database = Database.open(DatabaseConfig.embedded(folder))) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(position(database)).isEqualTo(11);
    }
  }

  @Test
  void oneVenuePerFolder() {
    try (Database first = Database.open(DatabaseConfig.embedded(folder))) {
      assertThatThrownBy(() -> Database.open(DatabaseConfig.embedded(folder)))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("another venue is running on");
      assertThat(first.isReachable()).isTrue();
    }
  }

  @Test
  void entryNeedsThePasswordInAPrivateFile() throws Exception {
    try (Database database = Database.open(DatabaseConfig.embedded(folder))) {
      assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guess"))
          .hasMessageContaining("password authentication failed");
      Path password = folder.resolve("postgres").resolve("password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aTornFirstStartIsStartedAfresh() throws Exception {
    Path data = Files.createDirectories(folder.resolve("postgres").resolve("data"));
    Files.writeString(data.resolve("postgresql.conf"), "# written, then the power failed");
    try (Database database = Database.open(DatabaseConfig.embedded(folder))) {
      assertThat(database.isReachable()).isTrue();
    }
  }

  @Test
  void aPidFileThatNamesAnotherProgramIsNobodysServer() throws Exception {
    Database.open(DatabaseConfig.embedded(folder)).close();
    Path data = folder.resolve("postgres").resolve("data");
    long self = ProcessHandle.current().pid();
    Files.writeString(
        data.resolve("postmaster.pid"), self + "\n" + data.toAbsolutePath() + "\n0\n0\n\n\n");
    assertThat(Postmaster.runningIn(data)).isEmpty();
  }

  private Process startVenueInItsOwnProcess() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DoomedVenue.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String setting(Database database, String name) {
    return database.sql().fetchValue("SHOW " + name).toString();
  }

  private static long position(Database database) {
    return ((Number) database.sql().fetchValue("SELECT sequence FROM feed.reader_position"))
        .longValue();
  }

  /** A venue that opens its database, writes, and waits to be killed. */
  static final class DoomedVenue {
    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[0]);
      Database database = Database.open(DatabaseConfig.embedded(folder)).migrate();
      database.sql().execute("INSERT INTO feed.reader_position VALUES ('reader', 11)");
      Path data = folder.resolve("postgres").resolve("data");
      System.out.println("server " + Postmaster.runningIn(data).orElseThrow().processId());
      Thread.currentThread().join();
    }
  }
}
