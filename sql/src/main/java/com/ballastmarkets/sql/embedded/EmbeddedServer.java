package com.ballastmarkets.sql.embedded;

import com.ballastmarkets.sql.DatabaseException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running PostgreSQL whose files are in one folder. Commits are on disk before they return. */
public final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final String USER = "postgres";
  private static final String DATABASE = "ballast";

  /** Start includes recovery of the write-ahead log after a crash. */
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private final ServerFolder folder;
  private final EmbeddedPostgres postgres;

  private EmbeddedServer(ServerFolder folder, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  /**
   * Starts the server of {@code dataFolder}, creating it the first time, and stopping first a
   * server that a killed venue left behind on the same folder.
   *
   * @throws DatabaseException if another venue runs on the folder, or the server does not start
   */
  public static EmbeddedServer start(Path dataFolder) {
    ServerFolder folder = ServerFolder.lock(dataFolder.resolve("postgres"));
    try {
      Postmaster.runningIn(folder.data()).ifPresent(orphan -> orphan.stop(STOP_LIMIT));
      folder.discardTornFirstStart();
      EmbeddedServer server = new EmbeddedServer(folder, startPostgres(folder));
      server.createDatabase();
      folder.markReady();
      return server;
    } catch (IOException | SQLException e) {
      Postmaster.runningIn(folder.data()).ifPresent(half -> half.stop(STOP_LIMIT));
      folder.close();
      throw new DatabaseException(
          "the embedded PostgreSQL did not start; see " + folder.serverLog(), e);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static EmbeddedPostgres startPostgres(ServerFolder folder) throws IOException {
    ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(folder.serverLog().toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.data())
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(folder.binaries().toFile())
        // The venue closes what it opened in its own order, the database last.
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START_LIMIT)
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        // Options of initdb: byte order for text on every machine, and no entry without the
        // password.
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", folder.passwordFile().toString())
        .setConnectConfig("password", folder.password())
        // The library starts servers for tests, with both off.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "100")
        .setServerConfig("unix_socket_directories", "")
        .start();
  }

  private void createDatabase() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url("postgres"), USER, folder.password());
        Statement statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    }
  }

  public String jdbcUrl() {
    return url(DATABASE);
  }

  private String url(String database) {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
  }

  public String user() {
    return USER;
  }

  public String password() {
    return folder.password();
  }

  /** The process id of the server, for those who watch or kill it. */
  public long processId() {
    return Postmaster.runningIn(folder.data()).map(Postmaster::processId).orElse(-1L);
  }

  /** Stops the server, waiting until it has written everything and is gone. */
  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      LOG.warn("the embedded PostgreSQL did not stop cleanly: {}", e.getMessage());
    }
    Postmaster.runningIn(folder.data()).ifPresent(slow -> slow.stop(STOP_LIMIT));
    folder.close();
  }
}
