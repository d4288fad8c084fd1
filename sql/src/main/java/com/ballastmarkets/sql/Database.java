package com.ballastmarkets.sql;

import com.ballastmarkets.sql.embedded.EmbeddedServer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An open PostgreSQL: a small pool of connections, migrations, and jOOQ.
 *
 * <p>All methods may be called from any thread. When the server goes away, calls fail with the
 * driver's or jOOQ's exception, and work again once it is back: a connection is tested before it is
 * lent. {@link #close} closes the pool, then stops the embedded server; close it after everything
 * that uses it.
 */
public final class Database implements AutoCloseable {
  private final ConnectionPool pool;
  private final @Nullable EmbeddedServer server;
  private final DSLContext sql;

  private Database(ConnectionPool pool, @Nullable EmbeddedServer server) {
    this.pool = pool;
    this.server = server;
    this.sql =
        DSL.using(pool.dataSource(), SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
  }

  /**
   * Opens the database, starting the embedded server if {@code config} names one. The schema is
   * left as it is: see {@link #migrate}.
   *
   * @throws DatabaseException if the server cannot be started or reached, in words for an operator
   */
  public static Database open(DatabaseConfig config) {
    return switch (config) {
      case DatabaseConfig.Embedded embedded -> {
        EmbeddedServer server = EmbeddedServer.start(embedded.folder());
        yield new Database(
            new ConnectionPool(server.jdbcUrl(), server.user(), server.password()), server);
      }
      case DatabaseConfig.External external -> {
        ConnectionPool pool =
            new ConnectionPool(external.jdbcUrl(), external.user(), external.password());
        Database database = new Database(pool, null);
        database.requireReachable(external);
        yield database;
      }
    };
  }

  /** Brings the schema to this program's version. Does nothing if it is there already. */
  public Database migrate() {
    Flyway.configure()
        .dataSource(pool.dataSource())
        .locations("classpath:db/migration")
        // Versions are numbered by area (1xx, 2xx, 3xx), and areas grow independently.
        .outOfOrder(true)
        .loggers("slf4j")
        .load()
        .migrate();
    return this;
  }

  /** Connections in auto-commit mode; {@code close} on one returns it to the pool. */
  public DataSource dataSource() {
    return pool.dataSource();
  }

  /** jOOQ over the pool: each statement commits by itself, or together in {@code transaction}. */
  public DSLContext sql() {
    return sql;
  }

  /** Whether a connection can be had and answers now. */
  public boolean isReachable() {
    try (Connection connection = pool.dataSource().getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /** The address without user or password, for logs and for other processes of this venue. */
  public String jdbcUrl() {
    return pool.jdbcUrl();
  }

  private void requireReachable(DatabaseConfig.External external) {
    try (Connection connection = pool.dataSource().getConnection()) {
      if (!connection.isValid(5)) {
        throw new DatabaseException("the database does not answer: " + external, null);
      }
    } catch (SQLException e) {
      close();
      throw new DatabaseException(
          "the database cannot be reached: " + external + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    pool.close();
    if (server != null) {
      server.close();
    }
  }
}
