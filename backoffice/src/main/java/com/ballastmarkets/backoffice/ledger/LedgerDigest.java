package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.sql.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Record;

/**
 * A fingerprint of everything that is read from the journal: rows and a hash of their content, per
 * table. Two databases that read the same journal, in whatever batches and through whatever
 * crashes, have the same.
 *
 * @param tables table to {@code rows:hash}
 */
public record LedgerDigest(Map<String, String> tables) {
  private static final List<String> TABLES =
      List.of(
          "ledger.account",
          "ledger.balance",
          "ledger.journal",
          "ledger.posting",
          "market.history",
          "market.instrument",
          "market.status",
          "trading.balance",
          "trading.contribution",
          "trading.daily_position",
          "trading.fill",
          "trading.orders",
          "trading.position",
          "trading.rejected_order");

  public LedgerDigest {
    tables = Map.copyOf(tables);
  }

  /** Reads all of it; takes as long as reading the tables. */
  public static LedgerDigest of(Database database) {
    Map<String, String> digests = new TreeMap<>();
    for (String table : TABLES) {
      // The sum of the rows' hashes does not depend on the order of the rows.
      Record row =
          database
              .sql()
              .fetchSingle(
                  "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM "
                      + table
                      + " t");
      digests.put(table, row.get(0) + ":" + row.get(1));
    }
    return new LedgerDigest(digests);
  }
}
