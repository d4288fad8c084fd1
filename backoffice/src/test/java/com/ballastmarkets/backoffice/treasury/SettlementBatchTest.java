package com.ballastmarkets.backoffice.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.backoffice.reconciliation.Reconciliation;
import com.ballastmarkets.backoffice.treasury.SettlementBatch.State;
import com.ballastmarkets.backoffice.treasury.SettlementBatch.TransferState;
import com.ballastmarkets.backoffice.treasury.transfer.TransferRailException;
import com.ballastmarkets.backoffice.treasury.transfer.TransferResult;
import com.ballastmarkets.domain.command.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Withdrawals leave in batches: to the file that the custodian reads, and back to the ledger. */
class SettlementBatchTest {
  @TempDir Path folder;
  private TreasuryGround ground;

  @BeforeEach
  void open() {
    ground = new TreasuryGround(folder);
    ground.deposits().give(ground.account(), 500, "faucet-1");
  }

  @AfterEach
  void close() {
    ground.close();
  }

  @Test
  void anApprovedWithdrawalIsSentOnceAndConfirmed() {
    String one = ground.approvedWithdrawal(50, "k-1");
    String other = ground.approvedWithdrawal(50, "k-2");
    ground.run();
    ground.run();

    SettlementBatch batch = ground.onlyBatch();
    assertThat(batch.state()).isEqualTo(State.SUBMITTED);
    assertThat(batch.amountMicros()).isEqualTo(100);
    assertThat(ground.sent())
        .containsExactly(
            """
            {"batch":"%s","currency":"USDC","format":"ballast/transfers/v1","total":"0.0001",\
            "transfers":[\
            {"address":"%s","amount":"0.00005","transfer":"%s"},\
            {"address":"%s","amount":"0.00005","transfer":"%s"}]}\
            """
                .formatted(
                    batch.reference(),
                    TreasuryGround.WALLET,
                    Collections.min(List.of(one, other)),
                    TreasuryGround.WALLET,
                    Collections.max(List.of(one, other))));
    assertThat(ground.state(one)).isEqualTo(WithdrawalPapers.State.SUBMITTED);
    assertThat(ground.breaks()).isEmpty();

    ground.custodianAnswers();
    ground.run();
    ground.catchUp();
    assertThat(ground.onlyBatch().state()).isEqualTo(State.CONFIRMED);
    assertThat(ground.state(one)).isEqualTo(WithdrawalPapers.State.CONFIRMED);
    assertThat(ground.paper(one).transaction()).startsWith("0x");
    assertThat(ground.cashMicros()).isEqualTo(400);
    assertThat(ground.run()).as("nothing is left to do").isFalse();
    assertThat(ground.breaks()).isEmpty();
  }

  @Test
  void aFailedTransferGivesTheMoneyBackAndSaysWhy() {
    String good = ground.approvedWithdrawal(90, "k-1");
    String dead = ground.approvedWithdrawal(10, "k-2", TreasuryGround.DEAD_END);
    ground.run();
    ground.custodianAnswers();
    ground.run();
    ground.catchUp();

    SettlementBatch batch = ground.onlyBatch();
    assertThat(batch.state()).isEqualTo(State.FAILED);
    assertThat(batch.reason()).isEqualTo("1 of 2 transfers failed");
    assertThat(ground.state(good)).isEqualTo(WithdrawalPapers.State.CONFIRMED);
    assertThat(ground.state(dead)).isEqualTo(WithdrawalPapers.State.FAILED);
    assertThat(ground.paper(dead).reason()).contains("does not take USDC");
    assertThat(ground.cashMicros()).isEqualTo(410);
    assertThat(ground.breaks()).isEmpty();
  }

  @Test
  void aLargeBatchWaitsForTwoPeople() {
    ground.approvedWithdrawal(300, "k-1");
    ground.run();
    String batch = ground.onlyBatch().reference();
    assertThat(ground.onlyBatch().state()).isEqualTo(State.CREATED);
    assertThatThrownBy(() -> ground.batches().submit(batch, TreasuryGround.NOW))
        .hasMessageContaining("is CREATED");

    ground.batches().approve(batch, "olga", TreasuryGround.NOW);
    assertThatThrownBy(() -> ground.batches().approve(batch, "olga", TreasuryGround.NOW))
        .hasMessageContaining("another member of staff is needed");
    ground.run();
    assertThat(ground.sent()).isEmpty();

    assertThat(ground.batches().approve(batch, "otto", TreasuryGround.NOW).state())
        .isEqualTo(State.APPROVED);
    ground.run();
    assertThat(ground.sent()).hasSize(1);
    assertThatThrownBy(() -> ground.batches().refuse(batch, "olga", "late", TreasuryGround.NOW))
        .hasMessageContaining("is SUBMITTED");
  }

  @Test
  void aRefusedBatchNeverLeavesAndItsMoneyIsAvailableAgain() {
    String paper = ground.approvedWithdrawal(300, "k-1");
    ground.run();
    String batch = ground.onlyBatch().reference();
    ground.batches().refuse(batch, "olga", "unknown origin", TreasuryGround.NOW);
    ground.run();
    ground.catchUp();

    assertThat(ground.onlyBatch().state()).isEqualTo(State.FAILED);
    assertThat(ground.sent()).isEmpty();
    assertThat(ground.state(paper)).isEqualTo(WithdrawalPapers.State.REJECTED);
    assertThat(ground.paper(paper).reason()).contains("olga: unknown origin");
    assertThat(ground.cashMicros()).isEqualTo(500);
    assertThat(ground.breaks()).isEmpty();
  }

  @Test
  void resultsAreTakenOnceAndNeverContradicted() {
    String paper = ground.approvedWithdrawal(90, "k-1");
    SettlementBatches batches = ground.batches();
    String batch = batches.create("olga", "key", TreasuryGround.NOW).orElseThrow().reference();
    assertThat(batches.create("olga", "key", TreasuryGround.NOW).orElseThrow().reference())
        .isEqualTo(batch);
    assertThat(batches.create("olga", "other", TreasuryGround.NOW)).isEmpty();
    List<TransferResult> arrived = List.of(new TransferResult.Confirmed(paper, "0xabc"));
    assertThatThrownBy(() -> batches.record(batch, arrived, TreasuryGround.NOW))
        .hasMessageContaining("is APPROVED");

    ground.run();
    assertThatThrownBy(() ->
            batches.record(
                batch,
                List.of(arrived.getFirst(), new TransferResult.Failed("wd_other", "?")),
                TreasuryGround.NOW))
        .hasMessageContaining("wd_other is not in the batch");
    assertThat(ground.onlyBatch().transfers().getFirst().state()).isEqualTo(TransferState.PENDING);
    batches.record(batch, arrived, TreasuryGround.NOW);
    batches.record(batch, arrived, TreasuryGround.NOW);
    assertThatThrownBy(() ->
            batches.record(
                batch, List.of(new TransferResult.Failed(paper, "lost")), TreasuryGround.NOW))
        .hasMessageContaining("is CONFIRMED already");
  }

  @Test
  void moneyThatHasLeftAndIsNotBookedYetIsNoBreak() {
    String paper = ground.approvedWithdrawal(90, "k-1");
    ground.run();
    ground
        .batches()
        .record(
            ground.onlyBatch().reference(),
            List.of(new TransferResult.Confirmed(paper, "0xabc")),
            TreasuryGround.NOW);
    assertThat(ground.breaks()).isEmpty();
    ground.run();
    ground.catchUp();
    assertThat(ground.breaks()).isEmpty();
    assertThat(ground.cashMicros()).isEqualTo(410);
  }

  @Test
  void moneyThatArrivedThoughItWasReleasedIsABreakAndStaysOne() {
    String paper = ground.approvedWithdrawal(90, "k-1");
    ground.run();
    VenueAnswers.await(ground.port(), new Command.ReleaseWithdrawal(paper));
    ground.custodianAnswers();
    assertThatThrownBy(ground::run).hasMessageContaining("WITHDRAWAL_CLOSED");
    ground.catchUp();
    assertThat(ground.breaks())
        .extracting(Reconciliation.Break::kind)
        .containsExactly(Reconciliation.Kind.LEDGER_CUSTODY);
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndTriedAgain() throws IOException {
    ground.approvedWithdrawal(90, "k-1");
    ground.run();
    Path file = ground.rail().results().resolve(ground.onlyBatch().reference() + "-part-1.json");
    Files.writeString(file, "{\"format\":", StandardCharsets.UTF_8);
    assertThatThrownBy(ground::run)
        .isInstanceOf(TransferRailException.class)
        .hasMessageContaining(file.getFileName() + " cannot be read");
    Files.delete(file);
    ground.custodianAnswers();
    ground.run();
    assertThat(ground.onlyBatch().state()).isEqualTo(State.CONFIRMED);
  }
}
