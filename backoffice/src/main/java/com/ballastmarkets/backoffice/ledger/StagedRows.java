package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.sql.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Changes to rows that exist: copied into a temporary table of the session, and merged from there
 * in one statement.
 */
final class StagedRows {
  private final String table;
  private final String create;
  private final String merge;
  private final CopyRows rows;

  /**
   * @param definition the temporary table's columns with their types, comma-separated
   * @param merge the statement that carries the staged rows over; it must touch each of them once
   */
  StagedRows(String table, String definition, String merge) {
    this.table = table;
    this.create =
        "CREATE TEMPORARY TABLE IF NOT EXISTS "
            + table
            + " ("
            + definition
            + ") ON COMMIT DELETE ROWS";
    this.merge = merge;
    this.rows = new CopyRows(table, definition.replaceAll("\\s+[A-Z]+(?=,|$)", ""));
  }

  CopyRows rows() {
    return rows;
  }

  void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(create);
    }
  }

  void write(Connection connection) throws SQLException {
    if (rows.rows() == 0) {
      return;
    }
    rows.send(connection);
    try (Statement statement = connection.createStatement()) {
      int touched = statement.executeUpdate(merge);
      if (touched != rows.rows()) {
        throw new LedgerStoppedException(
            "%d of %d rows of %s found what they change".formatted(touched, rows.rows(), table));
      }
    }
  }
}
