package com.ballastmarkets.engine.order;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static com.ballastmarkets.engine.TestVenue.buy;
import static com.ballastmarkets.engine.TestVenue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.TestVenue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A firm with two accounts: Alice's, and another of hers. */
final class ParticipantTest {
  private static final long SECOND_ACCOUNT = 2001;

  private final TestVenue venue = TestVenue.open();

  @BeforeEach
  void openSecondAccount() {
    venue.apply(new Command.OpenAccount(SECOND_ACCOUNT, ALICE, AccountKind.CLIENT, 1));
    venue.apply(new Command.Deposit(SECOND_ACCOUNT, 1_000_000_000L, "second"));
    venue.place(buy(ALICE, 1, "0.45"));
    venue.place(buy(SECOND_ACCOUNT, 2, "0.46"));
    venue.place(buy(BOB, 3, "0.47"));
  }

  private void switchTo(boolean engaged, boolean byOperations) {
    venue.apply(new Command.SetParticipantKillSwitch(ALICE, engaged, byOperations));
  }

  private boolean mayTrade(long account) {
    return venue.place(sell(account, 1, "0.9")).getFirst() instanceof Event.OrderAccepted;
  }

  @Test
  void theSwitchCancelsAndRefusesForAllItsAccountsAndNoOthers() {
    assertThat(venue.tell(new Command.SetParticipantKillSwitch(ALICE, true, false)))
        .containsExactly(
            new Event.OrderCanceled(1, ALICE, SUEZ, "", 1, CancelReason.KILL_SWITCH),
            new Event.OrderCanceled(2, SECOND_ACCOUNT, SUEZ, "", 2, CancelReason.KILL_SWITCH),
            new Event.ParticipantKillSwitchChanged(ALICE, true, false));
    venue.restart();

    final var order = buy(SECOND_ACCOUNT, 1, "0.4").build();
    assertThat(venue.tell(new Command.PlaceOrder(order)))
        .containsExactly(new Event.OrderRejected(order, RejectReason.ACCOUNT_SUSPENDED, 0, 0));
    assertThat(mayTrade(BOB)).isTrue();
  }

  @Test
  void whatOperationsEngagedIsReleasedByThemOnly() {
    switchTo(true, true);
    switchTo(true, false);
    switchTo(false, false);
    assertThat(mayTrade(ALICE)).isFalse();

    switchTo(false, true);
    assertThat(mayTrade(ALICE)).isTrue();
  }

  @Test
  void theAccountsOwnSwitchStandsBesideThatOfItsParticipant() {
    venue.apply(new Command.SetKillSwitch(ALICE, true));
    switchTo(true, false);
    switchTo(false, false);

    assertThat(mayTrade(ALICE)).isFalse();
    assertThat(mayTrade(SECOND_ACCOUNT)).isTrue();
  }

  @Test
  void anAccountThatIsOpenedLaterIsBarredToo() {
    switchTo(true, true);
    venue.apply(new Command.OpenAccount(2002, ALICE, AccountKind.CLIENT, 1));

    assertThat(mayTrade(2002)).isFalse();
  }

  @Test
  void aSwitchThatStandsSoHasNothingToDo() {
    assertThat(venue.tell(new Command.SetParticipantKillSwitch(ALICE, false, false)))
        .containsExactly(new Event.NothingToDo());
    assertThat(venue.tell(new Command.SetParticipantKillSwitch(77, true, false)))
        .containsExactly(new Event.CommandRejected(RejectReason.UNKNOWN_PARTICIPANT, 0, 0));
  }

  @Test
  void aMassCancelOfTheParticipantAnswersForEachAccount() {
    assertThat(
            venue.tell(
                new Command.MassCancelParticipant(
                    ALICE, SUEZ, Side.BUY, Command.MassCancel.Cause.REQUEST, "m")))
        .containsExactly(
            new Event.OrderCanceled(1, ALICE, SUEZ, "", 1, CancelReason.MASS_CANCEL),
            new Event.MassCanceled(ALICE, SUEZ, "m", 1),
            new Event.OrderCanceled(2, SECOND_ACCOUNT, SUEZ, "", 2, CancelReason.MASS_CANCEL),
            new Event.MassCanceled(SECOND_ACCOUNT, SUEZ, "m", 1));
  }
}
