package com.ballastmarkets.reports.desk;

import com.ballastmarkets.sql.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A week as the ledger's reader leaves it in the database, through the database's own checks: Alice
 * (1001) and Bob (1002) trade {@code suez-2025-w11}.
 *
 * <p>Alice buys 100 lots of Bob at 0.60, gets 10 USDC of variation at 0.70, sells 40 at 0.75, and
 * withdraws 5 USDC. At a value of 1, her 60 lots cost 30 and are worth 60: 30 in all, 20 at the
 * end.
 */
final class BookedWeek {
  static final String MARKET = "suez-2025-w11";
  static final long ALICE = 1001;
  static final long BOB = 1002;
  private static final int MARKET_ID = 7;
  private static final String CASH = "2000/";

  private final Database database;
  private long sequence = 100;
  private long trades;

  BookedWeek(Database database) {
    this.database = database;
  }

  /** A line of a journal: a debit is above zero. */
  private record Line(String account, long micros, boolean ofMarket) {}

  BookedWeek open() {
    sql(
        "INSERT INTO identity.participant VALUES (11, 'Alice & Co', now()), (12, 'Bob\u00f6 AG', now())");
    sql(
        "INSERT INTO identity.account (account_id, participant_id, name, created_at)"
            + " VALUES (1001, 11, 'alice', now()), (1002, 12, 'bob', now())");
    sql(
        "INSERT INTO market.instrument VALUES (7, ?, 'Suez, week 11', 'binary', 'suez', 0, 1000000,"
            + " '2025-03-10Z', '2025-03-17Z', '{}', '[]', 'PROBABILITY', 0, 7000, 500000, 1000,"
            + " 100000, ?, '2025-03-09Z', 5)",
        MARKET,
        "b".repeat(64));
    sql(
        "INSERT INTO market.status (market_id, state, reference_price_micros, mark_micros,"
            + " updated_at, updated_sequence) VALUES (7, 'CONTINUOUS', 500000, 720000, now(), 9)");
    for (final String account : List.of("1000", "4000")) {
      sql("INSERT INTO ledger.account (ledger_account, code) VALUES (?, ?)", account, account);
    }
    for (final long account : List.of(ALICE, BOB)) {
      for (final String code : List.of("2000", "2100")) {
        sql(
            "INSERT INTO ledger.account (ledger_account, code, account_id) VALUES (?, ?, ?)",
            code + "/" + account,
            code,
            account);
      }
    }
    return this;
  }

  BookedWeek trade() {
    deposit(ALICE, 1_000_000_000, "2025-03-10T10:00:00Z");
    deposit(BOB, 500_000_000, "2025-03-10T10:00:01Z");
    fill(ALICE, BOB, 100, 600_000, 168_000, "2025-03-11T09:00:00Z");
    variation(10_000_000, "2025-03-12T00:00:00Z", "2025-03-11");
    fill(BOB, ALICE, 40, 750_000, 52_500, "2025-03-12T09:00:00Z");
    withdraw(5_000_000, "2025-03-13T09:00:00Z");
    sql(
        "INSERT INTO trading.daily_position VALUES ('2025-03-12', 1001, 7, 60, 36000000, 720000,"
            + " 10000000)");
    sql(
        "INSERT INTO trading.position VALUES (1001, 7, 60, 36000000, 40000000, 10000000, now(), 9)");
    sql(
        "INSERT INTO trading.balance VALUES (1001, 11, 'CLIENT', 1, false, 1004832000, 1008032000,"
            + " 3200000, 1004832000, '2025-03-13T09:00:00Z', 9)");
    return this;
  }

  BookedWeek publish() {
    sql(
        "UPDATE market.status SET state = 'PROVISIONAL', provisional_micros = 1000000,"
            + " evidence_hash = ?, leaf_index = 0, dispute_until = '2025-03-20Z'",
        "e".repeat(64));
    sql(
        "INSERT INTO proof.leaf VALUES (0, decode(?, 'hex'), 'SNAPSHOT', ?, '', now())",
        "a".repeat(64),
        MARKET);
    sql(
        "INSERT INTO proof.checkpoint VALUES (3, ?, now())",
        "venue.example/log\n3\n"
            + "A".repeat(43)
            + "=\n\n"
            + "\u2014 venue.example/log AQIDBAUG\n\u2014 witness.example /////wAA\n");
    sql(
        "INSERT INTO settlement.snapshot VALUES (7, ?, ?, ?, 0, 1000000, true, now())",
        MARKET,
        SnapshotSample.BYTES,
        "e".repeat(64));
    return this;
  }

  BookedWeek dispute() {
    final String paper = "d".repeat(64);
    sql(
        "INSERT INTO settlement.paper VALUES (?, 'DISPUTE', 3, 7, 1002, 'k', 'Convoys are missing.',"
            + " '', '', now())",
        paper);
    sql(
        "INSERT INTO market.history (sequence, market_id, happened_at, step, evidence_hash,"
            + " dispute_id, account_id) VALUES (900, 7, '2025-03-18T10:00:00Z', 'DISPUTE', ?, 3, 1002)",
        paper);
    sql(
        "INSERT INTO market.history (sequence, market_id, happened_at, step, reason, value_micros,"
            + " dispute_id) VALUES (901, 7, '2025-03-19T10:00:00Z', 'RULING', 'UPHOLD', 0, 3)");
    return this;
  }

  BookedWeek settle() {
    book(
        "SETTLEMENT",
        "2025-03-20T00:00:00Z",
        "2025-03-20",
        new Line(CASH + ALICE, -20_000_000, true),
        new Line(CASH + BOB, 20_000_000, true));
    return close("FINAL", "SETTLED", 1_000_000L);
  }

  BookedWeek voided() {
    book(
        "VOID_REVERSAL",
        "2025-03-20T00:00:00Z",
        "2025-03-20",
        new Line(CASH + ALICE, 10_000_000, true),
        new Line(CASH + BOB, -10_000_000, true));
    return close("VOID", "VOIDED", null);
  }

  private BookedWeek close(String state, String step, @Nullable Long value) {
    sql("UPDATE market.status SET state = ?, settlement_micros = ?", state, value);
    sql(
        "INSERT INTO market.history (sequence, market_id, happened_at, step) VALUES (950, 7,"
            + " '2025-03-20T00:00:00Z', ?)",
        step);
    sql("UPDATE trading.position SET lots = 0, open_value_micros = 0");
    return this;
  }

  /** A fill that says a fee which the ledger never took. */
  BookedWeek wrongFee() {
    sql(
        "UPDATE trading.fill SET fee_micros = fee_micros + 1 WHERE account_id = 1001"
            + " AND fee_micros > 0");
    return this;
  }

  void deposit(long account, long micros, String time) {
    book(
        "DEPOSIT",
        time,
        time.substring(0, 10),
        new Line(CASH + account, -micros, false),
        new Line("1000", micros, false));
  }

  private void withdraw(long micros, String time) {
    final String day = time.substring(0, 10);
    book(
        "WITHDRAWAL_RESERVED",
        time,
        day,
        new Line(CASH + ALICE, micros, false),
        new Line("2100/" + ALICE, -micros, false));
    book(
        "WITHDRAWAL",
        time,
        day,
        new Line("2100/" + ALICE, micros, false),
        new Line("1000", -micros, false));
  }

  private void variation(long aliceGains, String time, String day) {
    book(
        "VARIATION",
        time,
        day,
        new Line(CASH + ALICE, -aliceGains, true),
        new Line(CASH + BOB, aliceGains, true));
  }

  private void fill(long taker, long maker, long lots, long price, long fee, String time) {
    trades++;
    fillRow("TAKER", taker, "BUY", lots, price, fee, time);
    fillRow("MAKER", maker, "SELL", lots, price, 0, time);
    book(
        "FEE",
        time,
        time.substring(0, 10),
        new Line(CASH + taker, fee, true),
        new Line("4000", -fee, true));
  }

  private void fillRow(
      String liquidity, long account, String side, long lots, long price, long fee, String time) {
    sql(
        "INSERT INTO trading.fill VALUES (?, ?, ?, ?, ?, 7, ?, ?, ?, ?, false, ?::timestamptz)",
        trades,
        liquidity,
        sequence,
        trades,
        account,
        side,
        price,
        lots,
        fee,
        time);
  }

  private void book(String reason, String time, String day, Line... lines) {
    database
        .sql()
        .transaction(transaction -> {
          final DSLContext sql = transaction.dsl();
          final long journal = sequence++;
          sql.execute(
              "INSERT INTO ledger.journal VALUES (?, ?, ?::timestamptz, ?::date, ?)",
              journal,
              reason,
              Instant.parse(time).toString(),
              LocalDate.parse(day).toString(),
              lines.length);
          final List<@Nullable Object> values = new ArrayList<>();
          for (int i = 0; i < lines.length; i++) {
            values.addAll(List.of(journal, i + 1, lines.length, journal));
            values.addAll(List.of(lines[i].account(), lines[i].micros()));
            values.add(lines[i].ofMarket() ? MARKET_ID : null);
          }
          sql.execute(
              "INSERT INTO ledger.posting (sequence, line, lines, event_sequence, ledger_account,"
                  + " amount_micros, market_id) VALUES "
                  + String.join(
                      ", ", Collections.nCopies(lines.length, "(?, ?, ?, ?, ?, ?, ?::int)")),
              values.toArray());
        });
  }

  private void sql(String statement, @Nullable Object... values) {
    database.sql().execute(statement, values);
  }
}
