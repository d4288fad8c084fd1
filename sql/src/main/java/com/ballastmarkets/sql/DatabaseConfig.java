package com.ballastmarkets.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * An external server whose URL says everything. User and password are taken out of it: a URL is
   * shown in logs and errors of the driver and the pool, they are not.
   */
  static External external(String jdbcUrl) {
    int query = jdbcUrl.indexOf('?');
    if (query < 0) {
      return new External(jdbcUrl, "", "");
    }
    String user = "";
    String password = "";
    List<String> others = new ArrayList<>();
    for (String parameter : jdbcUrl.substring(query + 1).split("&", -1)) {
      if (parameter.startsWith("user=")) {
        user = decoded(parameter);
      } else if (parameter.startsWith("password=")) {
        password = decoded(parameter);
      } else {
        others.add(parameter);
      }
    }
    String address = jdbcUrl.substring(0, query);
    return new External(
        others.isEmpty() ? address : address + "?" + String.join("&", others), user, password);
  }

  private static String decoded(String parameter) {
    return URLDecoder.decode(
        parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
  }

  /** An embedded server in {@code folder}. */
  static Embedded embedded(Path folder) {
    return new Embedded(folder);
  }
}
