package com.ballastmarkets.sql.ledger;

import static com.ballastmarkets.sql.generated.ledger.Tables.BALANCE;
import static com.ballastmarkets.sql.generated.ledger.Tables.DRIFT;
import static com.ballastmarkets.sql.generated.ledger.Tables.POSTING;
import static com.ballastmarkets.sql.generated.ledger.Tables.TRIAL_BALANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.sql.testing.TestDatabase;
import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whoever asks. */
class LedgerSchemaTest {
  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = database.database().sql();

  @BeforeEach
  void openBooks() {
    sql.execute("INSERT INTO ledger.account VALUES ('1000', '1000', NULL), ('2000/7', '2000', 7)");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void aBalancedJournalMovesTheBalances() {
    deposit(1, 5_000_000);
    deposit(2, 2_000_000);

    assertThat(balance("1000")).isEqualTo(7_000_000);
    assertThat(balance("2000/7")).isEqualTo(-7_000_000);
    assertThat(sql.fetchCount(DRIFT)).isZero();
    assertThat(
            sql.select(
                    org.jooq.impl.DSL.sum(TRIAL_BALANCE.DEBIT_MICROS),
                    org.jooq.impl.DSL.sum(TRIAL_BALANCE.CREDIT_MICROS))
                .from(TRIAL_BALANCE)
                .fetchSingle()
                .into(BigDecimal[].class))
        .containsExactly(BigDecimal.valueOf(7_000_000), BigDecimal.valueOf(7_000_000));
  }

  @Test
  void anUnbalancedJournalIsRefused() {
    assertThatThrownBy(() -> post(1, 2, "1000", 100, "2000/7", -99))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("journal 1 does not balance: it sums to 1 micro-USDC");
    assertThat(sql.fetchCount(POSTING)).isZero();
    assertThat(balance("1000")).isZero();
  }

  @Test
  void aJournalWithoutItsLinesIsRefused() {
    assertThatThrownBy(() -> sql.execute(JOURNAL, 1, 2))
        .hasMessageContaining("journal 1 has 0 of 2 lines");
  }

  @Test
  void aJournalAmongOthersWithoutItsLinesIsRefused() {
    assertThatThrownBy(() ->
            sql.transaction(tx -> {
              tx.dsl().execute(JOURNAL, 1, 2);
              tx.dsl().execute(JOURNAL, 2, 2);
              tx.dsl()
                  .execute(
                      "INSERT INTO ledger.posting VALUES (2, 1, 2, 2, '1000', 5),"
                          + " (2, 2, 2, 2, '2000/7', -5)");
            }))
        .hasStackTraceContaining("journal 1 has 0 of 2 lines");
    assertThat(sql.fetchCount(POSTING)).isZero();
  }

  @Test
  void linesThatComeOneByOneAreRefused() {
    assertThatThrownBy(() ->
            sql.transaction(tx -> {
              tx.dsl().execute(JOURNAL, 1, 2);
              tx.dsl().execute("INSERT INTO ledger.posting VALUES (1, 1, 2, 1, '1000', 5)");
            }))
        .hasStackTraceContaining("journal 1 does not balance");
  }

  @Test
  void linesAreNotAddedToAFinishedJournal() {
    deposit(1, 100);
    String posting = "INSERT INTO ledger.posting VALUES (1, ?, ?, 1, '1000', 5)";
    assertThatThrownBy(() -> sql.execute(posting, 3, 2)).hasMessageContaining("check constraint");
    assertThatThrownBy(() -> sql.execute(posting, 2, 2)).hasMessageContaining("duplicate key");
    assertThatThrownBy(() -> sql.execute(posting, 3, 3))
        .hasMessageContaining("there is no journal 1 of 3 lines");
    assertThat(balance("1000")).isEqualTo(100);
  }

  @Test
  void aPostingToAnUnknownAccountIsRefused() {
    assertThatThrownBy(() -> post(1, 2, "1000", 100, "2000/8", -100))
        .hasMessageContaining("a posting names an account that is not in the books");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger.posting SET amount_micros = 1",
        "DELETE FROM ledger.posting",
        "TRUNCATE ledger.posting",
        "UPDATE ledger.journal SET reason = ''",
        "DELETE FROM ledger.journal",
        "TRUNCATE ledger.journal CASCADE",
        "UPDATE ledger.account SET code = '1000'",
        "DELETE FROM ledger.account",
        "DELETE FROM ledger.chart",
        "UPDATE ledger.balance SET balance_micros = 0, debit_micros = 0, credit_micros = 0",
        "DELETE FROM ledger.balance",
        "INSERT INTO ledger.open_work VALUES (pg_current_xact_id(), 0)",
        "TRUNCATE ledger.open_work",
        "TRUNCATE ledger.balance",
        "SET session_replication_role = replica; DELETE FROM ledger.posting"
      })
  void nothingIsChangedOrDeleted(String statement) {
    deposit(1, 100);
    assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("refused");
    assertThat(balance("1000")).isEqualTo(100);
    assertThat(sql.fetchCount(POSTING)).isEqualTo(2);
  }

  @Test
  void aReaderNeverGoesBack() {
    sql.execute("INSERT INTO feed.reader_position VALUES ('ledger', 10)");
    assertThatThrownBy(() -> sql.execute("UPDATE feed.reader_position SET sequence = 9"))
        .hasMessageContaining("reader ledger may not go back from sequence 10 to 9");
  }

  private static final String JOURNAL =
      "INSERT INTO ledger.journal VALUES (?, 'Deposited', now(), current_date, ?)";

  private void deposit(long sequence, long micros) {
    post(sequence, 2, "1000", micros, "2000/7", -micros);
  }

  private void post(
      long sequence, int lines, String debit, long debited, String credit, long credited) {
    sql.transaction(tx -> {
      tx.dsl().execute(JOURNAL, sequence, lines);
      tx.dsl()
          .execute(
              "INSERT INTO ledger.posting VALUES (?, 1, ?, ?, ?, ?), (?, 2, ?, ?, ?, ?)",
              sequence,
              lines,
              sequence,
              debit,
              debited,
              sequence,
              lines,
              sequence,
              credit,
              credited);
    });
  }

  private long balance(String account) {
    return sql.select(BALANCE.BALANCE_MICROS)
        .from(BALANCE)
        .where(BALANCE.LEDGER_ACCOUNT.eq(account))
        .fetchSingle()
        .value1();
  }
}
