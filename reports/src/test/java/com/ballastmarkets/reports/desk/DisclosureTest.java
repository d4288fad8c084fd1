package com.ballastmarkets.reports.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.reports.Format;
import com.ballastmarkets.reports.ReportPrinter;
import com.ballastmarkets.reports.UntiedReportException;
import com.ballastmarkets.reports.disclosure.PublicDisclosure;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DisclosureTest {
  private static final Instant NOW = Instant.parse("2025-03-20T00:00:05Z");
  private final TestDatabase database = TestDatabase.create();
  private final ReportDesk desk =
      new ReportDesk(database.database(), "Ballast Markets", InstantSource.fixed(NOW));

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  /** Two members paid 30 and 20 of what clients had; a default cost members 5. */
  private void book() {
    for (String account : new String[] {"1000", "3000", "3200"}) {
      sql("INSERT INTO ledger.account (ledger_account, code) VALUES (?, ?)", account, account);
    }
    sql("INSERT INTO ledger.account VALUES ('2000/1001', '2000', 1001)");
    journal(1, "DEPOSIT", "1000", "2000/1001", 100_000_000);
    journal(2, "CONTRIBUTION_PAID", "2000/1001", "3200", 55_000_000);
    journal(3, "LOSS_COVERED", "3200", "3000", 5_000_000);
    journal(4, "LIQUIDATION_FEE", "2000/1001", "3000", 250_000);
    sql("INSERT INTO trading.contribution VALUES (11, 20000000, 3), (12, 30000000, 3)");
    sql(
        "INSERT INTO trading.balance VALUES"
            + " (1001, 11, 'CLIENT', 10, false, 0, 0, 7000000, 0, 'epoch', 4),"
            + " (1002, 11, 'CLIENT', 1, false, 0, 0, 0, 0, 'epoch', 4)");
  }

  private void journal(long sequence, String reason, String debit, String credit, long micros) {
    database
        .database()
        .sql()
        .transaction(tx -> {
          tx.dsl()
              .execute(
                  "INSERT INTO ledger.journal VALUES (?, ?, now(), '2025-03-19', 2)",
                  sequence,
                  reason);
          tx.dsl()
              .execute(
                  "INSERT INTO ledger.posting"
                      + " (sequence, line, lines, event_sequence, ledger_account, amount_micros)"
                      + " VALUES (?, 1, 2, ?, ?, ?), (?, 2, 2, ?, ?, ?)",
                  sequence,
                  sequence,
                  debit,
                  micros,
                  sequence,
                  sequence,
                  credit,
                  -micros);
        });
  }

  private void sql(String statement, Object... values) {
    database.database().sql().execute(statement, values);
  }

  @Test
  void everyFigureIsTheLedgers() throws IOException {
    book();
    PublicDisclosure disclosure = desk.publicDisclosure();
    assertThat(disclosure.contributionsMicros()).containsExactly(30_000_000L, 20_000_000L);
    var csv = new ByteArrayOutputStream();
    new ReportPrinter().print(disclosure, Format.CSV, csv);
    assertThat(csv.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "principle,subject,item,amount,count",
            "4,Credit risk,\"Insurance fund, first to bear a loss\",5.25,",
            "4,Credit risk,\"House tranche, before other members\",0,",
            "4,Credit risk,\"Default fund, members' contributions\",50,",
            "4,Credit risk,Members with a contribution,,2",
            "4,Credit risk,Largest contribution of one member,30,",
            "6,Margin,Initial margin of all accounts,7,",
            "13,Default rules,\"Liquidation fees, ever\",0.25,",
            "13,Default rules,\"Losses of house tranche, ever\",0,",
            "13,Default rules,\"Losses of contributions, ever\",5,",
            "16,Custody,\"Owed to clients, in flight included\",44.75,",
            "16,Custody,USDC held,100,",
            "18,Access,Participants with an account,,1",
            "18,Access,Accounts,,2");
  }

  @Test
  void pagesAndSheetsCanBePrinted() throws IOException {
    book();
    for (Format format : new Format[] {Format.PDF, Format.XLSX}) {
      var out = new ByteArrayOutputStream();
      new ReportPrinter().print(desk.publicDisclosure(), format, out);
      assertThat(out.size()).as(format.name()).isGreaterThan(1_000);
    }
  }

  @Test
  void contributionsThatAreNotTheFundAreNotPrinted() {
    book();
    sql("UPDATE trading.contribution SET contribution_micros = 1 WHERE participant_id = 11");
    assertThatThrownBy(desk::publicDisclosure)
        .isInstanceOf(UntiedReportException.class)
        .hasMessageContaining("50.00 USDC in the ledger and its contributions come to 30.000001");
  }
}
