package com.ballastmarkets.bench.ledger;

import com.ballastmarkets.backoffice.ledger.LedgerProjector;
import com.ballastmarkets.bench.Pairs;
import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.DatabaseConfig;
import com.ballastmarkets.sql.copy.CopyRows;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Rows a second that the ledger takes from the journal (orders, fills, journals and their lines,
 * with positions and balances kept up), beside COPY of as many bare rows in blocks of 1,000, each
 * block a commit on disk, in the same server.
 */
public final class LedgerBench {
  private static final int TRADES = 30_000;
  private static final int PAIRS = 5;
  private static final int BLOCK = 1_000;

  private final PrintStream out;

  public LedgerBench(PrintStream out) {
    this.out = out;
  }

  /** Runs on a database of its own, which is gone after. */
  public void run() throws Exception {
    final Path folder = Files.createTempDirectory("ballast-bench-ledger");
    try (Database database = Database.open(DatabaseConfig.embedded(folder))) {
      database.migrate();
      database
          .sql()
          .execute(
              "CREATE TABLE public.bare (id BIGINT PRIMARY KEY, account BIGINT, amount BIGINT,"
                  + " lots BIGINT, price BIGINT, reference TEXT)");
      final TradeJournal journal = new TradeJournal(TRADES);
      project(database, journal);
      copy(database, 0);
      final Pairs pairs = new Pairs("ledger rows ÷ COPY of 1,000", out);
      for (int pair = 1; pair <= PAIRS; pair++) {
        final int number = pair;
        pairs.pair(() -> project(database, journal), () -> copy(database, number));
      }
      pairs.print();
      final Object drift = database.sql().fetchValue("SELECT count(*) FROM ledger.drift");
      final Object lines = database.sql().fetchValue("SELECT count(*) FROM ledger.posting");
      out.printf(Locale.ROOT, "%s ledger lines, %s balances off%n", lines, drift);
    } finally {
      delete(folder);
    }
  }

  private static double project(Database database, TradeJournal journal) {
    final long start = System.nanoTime();
    try (LedgerProjector projector = LedgerProjector.start(journal, database)) {
      projector
          .failure()
          .ifPresent(failure -> {
            throw new IllegalStateException(failure);
          });
    }
    return perSecond(start);
  }

  private static double copy(Database database, int pass) throws SQLException, IOException {
    final int rows = TRADES * TradeJournal.ROWS_PER_TRADE;
    final CopyRows block =
        new CopyRows("public.bare", "id, account, amount, lots, price, reference");
    final long start = System.nanoTime();
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < rows; i++) {
        block
            .number((long) pass * rows + i)
            .number(1_000 + i % 1_000)
            .number(-25_000L)
            .number(10L)
            .number(500_000L)
            .text("reference")
            .end();
        if ((i + 1) % BLOCK == 0) {
          block.send(connection);
          connection.commit();
          block.clear();
        }
      }
    }
    return perSecond(start);
  }

  private static double perSecond(long start) {
    return TRADES * TradeJournal.ROWS_PER_TRADE * 1e9 / (System.nanoTime() - start);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
