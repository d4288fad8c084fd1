package com.ballastmarkets.backoffice.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.backoffice.ledger.Books;
import com.ballastmarkets.backoffice.reconciliation.Custodian;
import com.ballastmarkets.backoffice.reconciliation.Reconciliation;
import com.ballastmarkets.backoffice.treasury.WithdrawalPapers.State;
import com.ballastmarkets.backoffice.treasury.WithdrawalPapers.Withdrawal;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreasuryTest {
  private static final Instant NOW = TreasuryGround.NOW;
  private static final String WALLET = TreasuryGround.WALLET;

  @TempDir Path folder;
  private TreasuryGround ground;
  private Database database;
  private VenuePort port;
  private Books books;
  private Deposits deposits;
  private WithdrawalPapers papers;
  private long account;

  @BeforeEach
  void open() {
    ground = new TreasuryGround(folder);
    database = ground.database();
    port = ground.port();
    books = new Books(database);
    deposits = ground.deposits();
    papers = ground.papers();
    account = ground.account();
  }

  @AfterEach
  void close() {
    ground.close();
  }

  @Test
  void aDepositIsCreditedOnceByItsReference() {
    deposits.credit(account, 500, "tx-1");
    deposits.credit(account, 500, "tx-1");
    catchUp();
    assertThat(books.cashMicros(account)).isEqualTo(500);
    assertThatThrownBy(() -> deposits.credit(account, 501, "tx-1"))
        .hasMessageContaining("stands for another deposit");
    assertThatThrownBy(() -> deposits.credit(account, 0, "tx-2"))
        .hasMessageContaining("above zero");
    assertThatThrownBy(() -> deposits.credit(4711, 5, "tx-3"))
        .isInstanceOfSatisfying(
            CommandRefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(RejectReason.UNKNOWN_ACCOUNT));
  }

  @Test
  void aLargeWithdrawalNeedsTwoPeople() {
    deposits.give(account, 500, "faucet-1");
    Withdrawal paper = request(101, "k-1");
    catchUp();
    assertThat(state(paper)).isEqualTo(State.RESERVED);

    assertThat(papers.approve(paper.withdrawalId(), "olga", NOW).state()).isEqualTo(State.RESERVED);
    assertThatThrownBy(() -> papers.approve(paper.withdrawalId(), "olga", NOW))
        .hasMessageContaining("another member of staff is needed");
    Withdrawal approved = papers.approve(paper.withdrawalId(), "otto", NOW);
    assertThat(approved.state()).isEqualTo(State.APPROVED);
    assertThat(approved.approvals()).containsExactly("olga", "otto");
    assertThat(books.cashMicros(account)).isEqualTo(500);

    VenueAnswers.await(port, new Command.ConfirmWithdrawal(paper.reference()));
    catchUp();
    assertThat(state(paper)).isEqualTo(State.CONFIRMED);
    assertThat(books.cashMicros(account)).isEqualTo(399);
    assertThatThrownBy(() -> papers.reject(paper.withdrawalId(), "olga", "late", NOW))
        .hasMessageContaining("is CONFIRMED already");
    assertThat(new Reconciliation(database, Custodian.sandbox()).run(NOW).breaks()).isEmpty();
  }

  @Test
  void aWithdrawalThatOnlyTheLedgerKnowsIsABreak() {
    deposits.give(account, 500, "faucet-1");
    VenueAnswers.await(port, new Command.ReserveWithdrawal(account, 7, "nobody's"));
    catchUp();
    assertThat(new Reconciliation(database, Custodian.sandbox()).run(NOW).breaks())
        .containsExactly(
            new Reconciliation.Break(
                Reconciliation.Kind.IN_FLIGHT,
                "withdrawal nobody's",
                BigDecimal.ZERO,
                BigDecimal.valueOf(7)));
  }

  @Test
  void aSmallOneNeedsOnePersonAndARejectedOneGivesTheCashBack() {
    deposits.give(account, 500, "faucet-1");
    Withdrawal small = request(100, "k-1");
    Withdrawal unwanted = request(50, "k-2");
    assertThat(papers.approve(small.withdrawalId(), "olga", NOW).state()).isEqualTo(State.APPROVED);
    assertThat(papers.reject(unwanted.withdrawalId(), "olga", "unknown origin", NOW).state())
        .isEqualTo(State.REJECTED);
    VenueAnswers.await(port, new Command.ReleaseWithdrawal(unwanted.reference()));
    catchUp();
    assertThat(state(unwanted)).isEqualTo(State.REJECTED);
    assertThat(books.trialBalance())
        .filteredOn(line -> line.code().equals("2100"))
        .singleElement()
        .satisfies(line ->
            assertThat(line.balanceMicros()).isEqualByComparingTo(BigDecimal.valueOf(-100)));
  }

  @Test
  void theAddressMustBeOnTheListAndTheKeyStandsForOneRequest() {
    assertThatThrownBy(() -> papers.request(account, 5, WALLET, "k-1", NOW))
        .hasMessageContaining("not on the account's withdrawal list");
    papers.whitelist(account, WALLET, "cold", NOW.plusSeconds(60));
    assertThatThrownBy(() -> papers.request(account, 5, WALLET, "k-1", NOW))
        .hasMessageContaining("not on the account's withdrawal list");

    Instant later = NOW.plusSeconds(60);
    Withdrawal paper = papers.request(account, 5, WALLET, "k-1", later);
    assertThat(papers.request(account, 5, WALLET, "k-1", later)).isEqualTo(paper);
    assertThatThrownBy(() -> papers.request(account, 6, WALLET, "k-1", later))
        .hasMessageContaining("stands for another withdrawal");
    assertThatThrownBy(() -> papers.whitelist(account, "0x12", "", NOW))
        .hasMessageContaining("40 hex digits");

    papers.removeAddress(account, WALLET, later);
    assertThatThrownBy(() -> papers.request(account, 5, WALLET, "k-2", later))
        .hasMessageContaining("not on the account's withdrawal list");
  }

  @Test
  void whatACrashLeftHalfDoneIsFinished() {
    deposits.give(account, 500, "faucet-1");
    papers.whitelist(account, WALLET, "", NOW);
    // Papers of which the engine has not heard.
    Withdrawal affordable = papers.request(account, 90, WALLET, "k-1", NOW);
    Withdrawal tooMuch = papers.request(account, 100_000, WALLET, "k-2", NOW);
    Withdrawal approved = request(80, "k-3");
    papers.approve(approved.withdrawalId(), "olga", NOW);

    var unfinished =
        new UnfinishedMovements(database, port, InstantSource.fixed(NOW), papers, ground.funds());
    unfinished.finish();
    unfinished.finish();
    catchUp();

    assertThat(state(affordable)).isEqualTo(State.RESERVED);
    assertThat(state(tooMuch)).isEqualTo(State.REFUSED);
    // It goes with the next settlement batch.
    assertThat(state(approved)).isEqualTo(State.APPROVED);
    assertThat(books.cashMicros(account)).isEqualTo(500);
  }

  @Test
  void reconciliationReportsABreakUntilItIsExplained() {
    deposits.give(account, 500, "faucet-1");
    catchUp();
    Reconciliation short17 = new Reconciliation(database, snapshot -> 500 - 17);
    Reconciliation.Result result = short17.run(NOW);
    assertThat(result.breaks())
        .containsExactly(
            new Reconciliation.Break(
                Reconciliation.Kind.LEDGER_CUSTODY,
                "custody",
                BigDecimal.valueOf(500),
                BigDecimal.valueOf(483)));
    assertThat(short17.unexplained()).hasSize(1);
    assertThatThrownBy(() -> database.sql().execute("DELETE FROM reconciliation.break"))
        .hasMessageContaining("refused");

    long olga =
        ((Number)
                database
                    .sql()
                    .fetchValue("SELECT staff_id FROM identity.staff WHERE name = 'olga'"))
            .longValue();
    short17.explain(
        result.runId(),
        Reconciliation.Kind.LEDGER_CUSTODY,
        "custody",
        olga,
        "the custodian's own fee",
        NOW);
    assertThat(short17.unexplained()).isEmpty();
  }

  @Test
  void reconciliationFindsAnEngineThatSaysAnotherFigure() {
    deposits.give(account, 500, "faucet-1");
    catchUp();
    database
        .sql()
        .execute("UPDATE trading.balance SET cash_micros = 501 WHERE account_id = ?", account);
    assertThat(new Reconciliation(database, Custodian.sandbox()).run(NOW).breaks())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.kind()).isEqualTo(Reconciliation.Kind.ENGINE_LEDGER);
          assertThat(found.subject()).isEqualTo("account " + account);
        });
  }

  private Withdrawal request(long micros, String key) {
    return ground.reservedWithdrawal(micros, key, WALLET);
  }

  private State state(Withdrawal paper) {
    return ground.state(paper.withdrawalId());
  }

  private void catchUp() {
    ground.catchUp();
  }
}
