package com.ballastmarkets.backoffice.ledger;

import static com.ballastmarkets.sql.generated.ledger.Tables.JOURNAL;
import static com.ballastmarkets.sql.generated.ledger.Tables.POSTING;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an engine's words to a bookkeeper's lines. Amounts are in micro-USDC. */
class PostingRuleTest {
  private static final Event OPEN_1000 = new Event.AccountOpened(1000, 1000, AccountKind.CLIENT, 1);
  private static final Event OPEN_1001 = new Event.AccountOpened(1001, 1001, AccountKind.CLIENT, 1);

  private final TestDatabase database = TestDatabase.create();
  private final ScriptedJournal journal =
      new ScriptedJournal().command(1, OPEN_1000).command(2, OPEN_1001);

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void aDepositStandsInCustodyAndIsOwedToTheClient() {
    journal.command(10, cash(1000, CashReason.DEPOSIT, 500, "tx-1", 500));
    assertThat(lines()).containsExactly("3 DEPOSIT 2000/1000 -500 tx-1", "3 DEPOSIT 1000 500 tx-1");
  }

  @Test
  void aWithdrawalPassesThroughWithdrawalsInFlight() {
    journal.command(10, cash(1000, CashReason.DEPOSIT, 500, "tx-1", 500));
    journal.command(11, new Event.WithdrawalReserved(1000, 200, "wd-1"));
    journal.command(
        12,
        cash(1000, CashReason.WITHDRAWAL, -200, "wd-1", 300),
        new Event.WithdrawalConfirmed(1000, 200, "wd-1"));
    assertThat(lines())
        .containsExactly(
            "3 DEPOSIT 2000/1000 -500 tx-1",
            "3 DEPOSIT 1000 500 tx-1",
            "4 WITHDRAWAL_RESERVED 2000/1000 200 wd-1",
            "4 WITHDRAWAL_RESERVED 2100/1000 -200 wd-1",
            "5 WITHDRAWAL 2100/1000 200 wd-1",
            "5 WITHDRAWAL 1000 -200 wd-1");
  }

  @Test
  void aReleasedWithdrawalIsTheClientsCashAgain() {
    journal.command(10, cash(1000, CashReason.DEPOSIT, 500, "tx-1", 500));
    journal.command(11, new Event.WithdrawalReserved(1000, 200, "wd-1"));
    journal.command(12, new Event.WithdrawalReleased(1000, 200, "wd-1"));
    assertThat(lines())
        .endsWith(
            "5 WITHDRAWAL_RELEASED 2000/1000 -200 wd-1",
            "5 WITHDRAWAL_RELEASED 2100/1000 200 wd-1");
  }

  @Test
  void feesOfManyTradesAreOneIncomeOfTheHouse() {
    journal.command(
        10,
        fee(1000, -3, "t-1"),
        fee(1001, -5, "t-1"),
        fee(1000, -7, "t-2"),
        fee(SystemAccounts.HOUSE, 15, ""));
    assertThat(lines())
        .containsExactly(
            "3 FEE 2000/1000 3 t-1",
            "3 FEE 2000/1001 5 t-1",
            "3 FEE 2000/1000 7 t-2",
            "3 FEE 4000 -15 null");
  }

  @Test
  void variationIsOneJournalForEachMarketOnTheDayThatEnded() {
    journal.command(
        0,
        variation(1000, -40, 1),
        variation(1001, 40, 1),
        variation(1000, 9, 2),
        variation(1001, -9, 2),
        new Event.DailySettled(java.time.LocalDate.of(2025, 3, 14).toEpochDay()));
    assertThat(lines())
        .containsExactly(
            "3 VARIATION 2000/1000 40 null",
            "3 VARIATION 2000/1001 -40 null",
            "5 VARIATION 2000/1000 -9 null",
            "5 VARIATION 2000/1001 9 null");
    assertThat(
            database.database().sql().selectDistinct(JOURNAL.BUSINESS_DATE).from(JOURNAL).fetch())
        .extracting(row -> row.value1().toString())
        .containsExactly("2025-03-14");
  }

  @Test
  void aBondGoesIntoEscrowAndFromThereBackOrToTheFund() {
    journal.command(
        10,
        cash(1000, CashReason.BOND_POSTED, -250, "1", -250),
        cash(SystemAccounts.DISPUTE_ESCROW, CashReason.BOND_POSTED, 250, "1", 250));
    journal.command(
        11,
        cash(SystemAccounts.DISPUTE_ESCROW, CashReason.BOND_FORFEITED, -250, "1", 0),
        cash(SystemAccounts.INSURANCE_FUND, CashReason.BOND_FORFEITED, 250, "1", 250));
    assertThat(lines())
        .containsExactly(
            "3 BOND_POSTED 2000/1000 250 1",
            "3 BOND_POSTED 2200 -250 1",
            "5 BOND_FORFEITED 2200 250 1",
            "5 BOND_FORFEITED 3000 -250 1");
  }

  @Test
  void aLossRunsDownTheDefaultFundAndTheHousesTranche() {
    journal.command(
        10,
        cash(1000, CashReason.CONTRIBUTION_PAID, -40, "c-1", -40),
        cash(SystemAccounts.DEFAULT_FUND, CashReason.CONTRIBUTION_PAID, 40, "c-1", 40));
    journal.command(
        11,
        cash(SystemAccounts.HOUSE, CashReason.TRANCHE_FUNDED, -10, "t-1", -10),
        cash(SystemAccounts.HOUSE_TRANCHE, CashReason.TRANCHE_FUNDED, 10, "t-1", 10));
    journal.command(
        12,
        cash(SystemAccounts.DEFAULT_FUND, CashReason.LOSS_COVERED, -30, "", 10),
        cash(SystemAccounts.INSURANCE_FUND, CashReason.LOSS_COVERED, 30, "", 30),
        cash(SystemAccounts.HOUSE_TRANCHE, CashReason.LOSS_COVERED, -10, "", 0),
        cash(SystemAccounts.INSURANCE_FUND, CashReason.LOSS_COVERED, 10, "", 40));
    assertThat(lines())
        .containsExactly(
            "3 CONTRIBUTION_PAID 2000/1000 40 c-1",
            "3 CONTRIBUTION_PAID 3200 -40 c-1",
            "5 TRANCHE_FUNDED 3100 10 t-1",
            "5 TRANCHE_FUNDED 3300 -10 t-1",
            "7 LOSS_COVERED 3200 30 null",
            "7 LOSS_COVERED 3000 -30 null",
            "7 LOSS_COVERED 3300 10 null",
            "7 LOSS_COVERED 3000 -10 null");
  }

  @Test
  void movementsThatDoNotSumToZeroStopTheLedgerBeforeThem() {
    journal.command(10, cash(1000, CashReason.DEPOSIT, 500, "tx-1", 500));
    journal.command(11, fee(1000, -3, "t-1"), fee(SystemAccounts.HOUSE, 2, ""));
    try (LedgerProjector projector = LedgerProjector.start(journal, database.database(), 1)) {
      assertThat(projector.failure())
          .contains("the FEE movements of the command at event 4 sum to 1 micro-USDC, not to zero");
      assertThat(projector.position()).isEqualTo(3);
    }
  }

  @Test
  void aMovementWithoutARuleStopsTheLedger() {
    journal.command(
        10,
        cash(1000, CashReason.VARIATION, -1, "", -1),
        cash(SystemAccounts.HOUSE, CashReason.VARIATION, 1, "", 1));
    try (LedgerProjector projector = LedgerProjector.start(journal, database.database())) {
      assertThat(projector.failure()).contains("no posting rule for VARIATION of account 1");
    }
    assertThat(database.database().sql().fetchCount(POSTING)).isZero();
  }

  private List<String> lines() {
    try (LedgerProjector projector = LedgerProjector.start(journal, database.database())) {
      assertThat(projector.failure()).isEmpty();
    }
    return database
        .database()
        .sql()
        .select()
        .from(POSTING)
        .join(JOURNAL)
        .on(JOURNAL.SEQUENCE.eq(POSTING.SEQUENCE))
        .orderBy(POSTING.SEQUENCE, POSTING.LINE)
        .fetch(row ->
            row.get(POSTING.SEQUENCE)
                + " "
                + row.get(JOURNAL.REASON)
                + " "
                + row.get(POSTING.LEDGER_ACCOUNT)
                + " "
                + row.get(POSTING.AMOUNT_MICROS)
                + " "
                + row.get(POSTING.REFERENCE));
  }

  private static Event cash(
      long account, CashReason reason, long amount, String reference, long after) {
    return new Event.CashMoved(account, reason, amount, 0, 0, 0, reference, after);
  }

  private static Event fee(long account, long amount, String reference) {
    return new Event.CashMoved(account, CashReason.FEE, amount, 1, 0, 0, reference, 0);
  }

  private static Event variation(long account, long amount, int market) {
    return new Event.CashMoved(account, CashReason.VARIATION, amount, market, 1, 1, "", 0);
  }
}
