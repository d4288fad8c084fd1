package com.ballastmarkets.reports.desk;

import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.reports.disclosure.PublicDisclosure;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** Reads a public disclosure. */
final class DisclosureQuery {
  private static final String BALANCE =
      "SELECT coalesce(sum(balance_micros), 0) FROM ledger.balance"
          + " JOIN ledger.account USING (ledger_account) WHERE code = ANY (?)";
  private static final String EVER =
      "SELECT coalesce(sum(p.amount_micros), 0) FROM ledger.posting p"
          + " JOIN ledger.journal j ON j.sequence = p.sequence"
          + " WHERE j.reason = ? AND p.ledger_account = ?";

  private final DSLContext sql;
  private final String venue;
  private final Instant issuedAt;

  DisclosureQuery(DSLContext sql, String venue, Instant issuedAt) {
    this.sql = sql;
    this.venue = venue;
    this.issuedAt = issuedAt;
  }

  PublicDisclosure now() {
    return new PublicDisclosure(
        venue,
        issuedAt,
        number("SELECT coalesce(max(sequence), 0) FROM feed.reader_position"),
        -balance("3000"),
        -balance("3300"),
        -balance("3200"),
        contributions(),
        ofClients("coalesce(sum(margin_micros), 0)"),
        -balance("2000", "2100"),
        balance("1000"),
        -number(EVER, "LIQUIDATION_FEE", "3000"),
        number(EVER, "LOSS_COVERED", "3300"),
        number(EVER, "LOSS_COVERED", "3200"),
        ofClients("count(DISTINCT participant_id)"),
        ofClients("count(*)"));
  }

  private List<Long> contributions() {
    return sql.fetch(
            "SELECT contribution_micros FROM trading.contribution WHERE contribution_micros > 0")
        .map(row -> row.get(0, Long.class));
  }

  /** Debits less credits of lines of the chart. */
  private long balance(String... codes) {
    return number(BALANCE, (Object) codes);
  }

  private long ofClients(String figure) {
    return number(
        "SELECT " + figure + " FROM trading.balance WHERE account_id >= ?",
        SystemAccounts.FIRST_CLIENT);
  }

  private long number(String query, Object... values) {
    return ((Number) sql.fetchValue(query, values)).longValue();
  }
}
