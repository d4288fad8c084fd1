package com.ballastmarkets.sql.testing;

import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.DatabaseConfig;
import com.ballastmarkets.sql.DatabaseException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fresh, migrated databases for tests.
 *
 * <pre>{@code
 * try (TestDatabase database = TestDatabase.create()) {
 *   database.database().sql().selectFrom(...)
 * }
 * }</pre>
 *
 * The first call in a JVM starts a server (not durable: never for a venue) and migrates a template;
 * each further database is a copy of the template, made in about a tenth of a second, and dropped
 * on {@link #close}.
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger CREATED = new AtomicInteger();

  private final String name;
  private final Database database;

  private TestDatabase(String name) {
    this.name = name;
    this.database = Database.open(DatabaseConfig.external(Server.url(name)));
  }

  /** A new database with the current schema and nothing in it. */
  public static TestDatabase create() {
    String name = "test_" + CREATED.incrementAndGet();
    Server.execute("CREATE DATABASE " + name + " TEMPLATE " + Server.TEMPLATE);
    return new TestDatabase(name);
  }

  public Database database() {
    return database;
  }

  /** With user, without password: what a second process or a second pool needs. */
  public String jdbcUrl() {
    return Server.url(name);
  }

  /** Cuts all connections, as a failing server would; the pool finds new ones. */
  public void cutConnections() {
    Server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
  }

  /** Refuses connections until {@link #comeBack}, and cuts those there are. */
  public void goAway() {
    Server.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
    cutConnections();
  }

  public void comeBack() {
    Server.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
  }

  @Override
  public void close() {
    database.close();
    Server.execute("DROP DATABASE " + name + " WITH (FORCE)");
  }

  /** One per JVM, stopped by its own shutdown hook. */
  private static final class Server {
    static final String TEMPLATE = "ballast_template";
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
            var statement = connection.createStatement()) {
          statement.execute("CREATE DATABASE " + TEMPLATE);
        }
        DatabaseConfig config = DatabaseConfig.external(postgres.getJdbcUrl("postgres", TEMPLATE));
        try (Database template = Database.open(config)) {
          template.migrate();
        }
        return postgres;
      } catch (IOException | SQLException e) {
        throw new DatabaseException("no PostgreSQL for tests", e);
      }
    }

    static String url(String name) {
      return POSTGRES.getJdbcUrl("postgres", name);
    }

    static void execute(String statement) {
      try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
          var open = connection.createStatement()) {
        open.execute(statement);
      } catch (SQLException e) {
        throw new DatabaseException("test server: " + e.getMessage(), e);
      }
    }
  }
}
