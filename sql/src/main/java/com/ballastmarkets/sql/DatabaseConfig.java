package com.ballastmarkets.sql;

import java.nio.file.Path;

/** Where the venue's PostgreSQL is. */
public sealed interface DatabaseConfig {

  /**
   * A server of our own, started as a child of this process, with its files in {@code folder}.
   * Every commit is on disk before it returns.
   *
   * @param folder created if absent; one running venue per folder
   */
  record Embedded(Path folder) implements DatabaseConfig {}

  /**
   * A server that somebody else runs. The user must be allowed to create schemas in the database.
   *
   * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, which may carry user and password
   * @param user empty if the URL carries it
   * @param password empty if the URL carries it, or none is needed
   */
  record External(String jdbcUrl, String user, String password) implements DatabaseConfig {
    public External {
      if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException(
            "the database address must start with jdbc:postgresql: (only PostgreSQL is supported)");
      }
    }

    /** Never shows the password, nor the URL's own parameters. */
    @Override
    public String toString() {
      int query = jdbcUrl.indexOf('?');
      return "External[" + (query < 0 ? jdbcUrl : jdbcUrl.substring(0, query)) + "]";
    }
  }

  /** An external server whose URL says everything. */
  static External external(String jdbcUrl) {
    return new External(jdbcUrl, "", "");
  }

  /** An embedded server in {@code folder}. */
  static Embedded embedded(Path folder) {
    return new Embedded(folder);
  }
}
