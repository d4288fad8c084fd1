package com.ballastmarkets.sql;

import javax.sql.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** The pool that Dropwizard brings, set up for a venue: few connections, tested when lent. */
final class ConnectionPool implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 16;
  private static final int MAX_WAIT_MILLIS = 5_000;
  private static final int VALIDATION_INTERVAL_MILLIS = 0;

  private final org.apache.tomcat.jdbc.pool.DataSource pool;
  private final String jdbcUrl;

  ConnectionPool(String jdbcUrl, String user, String password) {
    this.jdbcUrl = jdbcUrl;
    PoolProperties properties = new PoolProperties();
    properties.setDriverClassName("org.postgresql.Driver");
    properties.setUrl(jdbcUrl);
    if (!user.isEmpty()) {
      properties.setUsername(user);
    }
    if (!password.isEmpty()) {
      properties.setPassword(password);
    }
    properties.setInitialSize(0);
    properties.setMinIdle(1);
    properties.setMaxIdle(MAX_CONNECTIONS);
    properties.setMaxActive(MAX_CONNECTIONS);
    properties.setMaxWait(MAX_WAIT_MILLIS);
    properties.setTestOnBorrow(true);
    properties.setValidationQuery("SELECT 1");
    properties.setValidationInterval(VALIDATION_INTERVAL_MILLIS);
    // A connection handed back in the middle of a transaction must not keep it, nor its changed
    // auto-commit.
    properties.setRollbackOnReturn(true);
    properties.setJdbcInterceptors("ConnectionState");
    properties.setDefaultAutoCommit(true);
    properties.setJmxEnabled(false);
    properties.setConnectionProperties(
        "ApplicationName=ballast;connectTimeout=5;socketTimeout=300;tcpKeepAlive=true;"
            + "reWriteBatchedInserts=true");
    this.pool = new org.apache.tomcat.jdbc.pool.DataSource(properties);
  }

  DataSource dataSource() {
    return pool;
  }

  String jdbcUrl() {
    int query = jdbcUrl.indexOf('?');
    return query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
  }

  @Override
  public void close() {
    pool.close(true);
  }
}
