package com.ballastmarkets.backoffice.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.backoffice.ledger.Books;
import com.ballastmarkets.backoffice.treasury.FundMovements.Kind;
import com.ballastmarkets.backoffice.treasury.FundMovements.Movement;
import com.ballastmarkets.backoffice.treasury.FundMovements.State;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.RejectReason;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FundMovementsTest {
  @TempDir Path folder;
  private TreasuryGround ground;
  private FundMovements funds;

  @BeforeEach
  void open() {
    ground = new TreasuryGround(folder);
    ground.deposits().give(ground.account(), 500, "faucet-1");
    ground.deposits().credit(SystemAccounts.HOUSE, 1_000, "capital");
    funds = ground.funds();
  }

  @AfterEach
  void close() {
    ground.close();
  }

  @Test
  void aContributionIsAskedForByOneAndApprovedByAnother() {
    Movement asked = funds.request(Kind.CONTRIBUTION, ground.account(), 120, "olga", "k-1");
    assertThat(funds.request(Kind.CONTRIBUTION, ground.account(), 120, "olga", "k-1"))
        .isEqualTo(asked);
    assertThatThrownBy(() -> funds.request(Kind.RETURN, ground.account(), 120, "olga", "k-1"))
        .hasMessageContaining("stands for another movement");
    assertThatThrownBy(() -> funds.approve(asked.reference(), "olga"))
        .hasMessageContaining("another member of staff is needed");

    assertThat(funds.approve(asked.reference(), "otto").state()).isEqualTo(State.DONE);
    assertThatThrownBy(() -> funds.approve(asked.reference(), "otto"))
        .hasMessageContaining("is DONE already");
    Movement back = funds.request(Kind.RETURN, ground.account(), 20, "otto", null);
    funds.approve(back.reference(), "olga");
    ground.catchUp();
    assertThat(ground.cashMicros()).isEqualTo(400);
    assertThat(balance("3200")).isEqualTo(100);
    assertThat(ground.breaks()).isEmpty();
  }

  @Test
  void aLargeTrancheNeedsTwoBesideWhoAsked() {
    Movement asked = funds.request(Kind.TRANCHE, 0, 201, "olga", null);
    assertThat(funds.approve(asked.reference(), "otto").state()).isEqualTo(State.REQUESTED);
    assertThat(funds.approve(asked.reference(), "oona").state()).isEqualTo(State.DONE);
    ground.catchUp();
    assertThat(balance("3300")).isEqualTo(201);
    assertThat(balance("3100")).isEqualTo(799);
    assertThat(ground.breaks()).isEmpty();
  }

  @Test
  void whatTheEngineRefusesIsOnThePaper() {
    Movement asked = funds.request(Kind.RETURN, ground.account(), 7, "olga", null);
    assertThatThrownBy(() -> funds.approve(asked.reference(), "otto"))
        .isInstanceOfSatisfying(
            CommandRefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(RejectReason.INSUFFICIENT_BALANCE));
    Movement refused = funds.movement(asked.reference()).orElseThrow();
    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(refused.reason()).isEqualTo("INSUFFICIENT_BALANCE");

    Movement unwanted = funds.request(Kind.TRANCHE, 0, 7, "olga", null);
    assertThat(funds.reject(unwanted.reference(), "olga", "a slip").reason())
        .isEqualTo("olga: a slip");
  }

  @Test
  void whatACrashLeftApprovedIsDoneOnce() {
    Movement asked = funds.request(Kind.CONTRIBUTION, ground.account(), 120, "olga", null);
    funds.approve(asked.reference(), "otto");
    ground.database().sql().execute("UPDATE treasury.fund_movement SET state = 'APPROVED'");
    new UnfinishedMovements(
            ground.database(),
            ground.port(),
            InstantSource.fixed(TreasuryGround.NOW),
            ground.papers(),
            funds)
        .finish();
    ground.catchUp();
    assertThat(funds.movement(asked.reference()).orElseThrow().state()).isEqualTo(State.DONE);
    assertThat(ground.cashMicros()).isEqualTo(380);
  }

  /** Of a line of the chart, credits above zero. */
  private long balance(String code) {
    return new Books(ground.database())
        .trialBalance().stream()
            .filter(line -> line.code().equals(code))
            .map(line -> line.balanceMicros().negate().longValueExact())
            .findFirst()
            .orElseThrow();
  }
}
