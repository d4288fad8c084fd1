package com.ballastmarkets.backoffice.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rows of one part of the projection, gathered over a batch of events. Gathering touches no
 * database; {@link #write} may be called again after a failed transaction and writes the same.
 */
interface ProjectedRows {
  /** Makes what the session needs: temporary tables. Once for each connection. */
  void prepare(Connection connection) throws SQLException;

  /** Writes what was gathered, in the connection's transaction. */
  void write(Connection connection) throws SQLException;

  /** The transaction is done: forgets what was gathered. */
  void clear();
}
