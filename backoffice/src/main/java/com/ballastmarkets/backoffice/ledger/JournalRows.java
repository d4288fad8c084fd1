package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.sql.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Journals and their postings; accounts of the books that are used for the first time. */
final class JournalRows implements ProjectedRows {
  private final CopyRows accounts =
      new CopyRows("ledger.account", "ledger_account, code, account_id");
  private final CopyRows journals =
      new CopyRows("ledger.journal", "sequence, reason, posted_at, business_date, lines");
  private final CopyRows postings =
      new CopyRows(
          "ledger.posting",
          "sequence, line, lines, event_sequence, ledger_account, amount_micros,"
              + " market_id, lots, price_micros, reference");

  /** Accounts that are in the books. */
  private final Set<String> opened = new HashSet<>();

  /** Accounts that the batch uses and that were not known to be in the books, with a posting. */
  private final Map<String, Posting> usedInBatch = new LinkedHashMap<>();

  void add(List<Journal> made) {
    for (Journal journal : made) {
      add(journal);
    }
  }

  private void add(Journal journal) {
    int lines = journal.postings().size();
    journals
        .number(journal.sequence())
        .text(journal.rule().name())
        .time(journal.timeNanos())
        .date(journal.epochDay())
        .number(lines)
        .end();
    int line = 0;
    for (Posting posting : journal.postings()) {
      String account = posting.accountName();
      if (!opened.contains(account)) {
        usedInBatch.putIfAbsent(account, posting);
      }
      postings
          .number(journal.sequence())
          .number(++line)
          .number(lines)
          .number(posting.eventSequence())
          .text(account)
          .number(posting.amountMicros());
      Event.CashMoved cause = posting.cause();
      if (cause == null) {
        postings.none().none().none();
      } else {
        postings
            .number(cause.marketId() == 0 ? null : Long.valueOf(cause.marketId()))
            .number(cause.lots() == 0 ? null : Long.valueOf(cause.lots()))
            .number(cause.marketId() == 0 ? null : Long.valueOf(cause.priceMicros()));
      }
      postings.text(posting.reference().isEmpty() ? null : posting.reference()).end();
    }
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT ledger_account FROM ledger.account")) {
      while (rows.next()) {
        opened.add(rows.getString(1));
      }
    }
  }

  @Override
  public void write(Connection connection) throws SQLException {
    accounts.clear();
    usedInBatch.forEach((account, posting) -> {
      if (!opened.contains(account)) {
        boolean perAccount = posting.line().isHeldPerAccount();
        accounts
            .text(account)
            .text(posting.line().code())
            .number(perAccount ? Long.valueOf(posting.accountId()) : null)
            .end();
      }
    });
    accounts.send(connection);
    journals.send(connection);
    postings.send(connection);
  }

  @Override
  public void clear() {
    opened.addAll(usedInBatch.keySet());
    usedInBatch.clear();
    journals.clear();
    postings.clear();
  }
}
