package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.backoffice.settlement.Rehearsal.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.backoffice.maker.MakerBooks;
import com.ballastmarkets.clearing.maker.MakerScores;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.oracle.rules.Window;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A week of quotes, and the Monday on which they are paid. */
class MakerRewardScenario {
  private static final long ONE = 2001;
  private static final long TWO = 2002;

  @TempDir private Path folder = Path.of("");

  /**
   * Two makers quote 0.84 to 0.86 from Monday noon to the next Monday, one 100 lots a side, two
   * 200: of 10.00 they get 3.333333 and 6.666667. Each second is worth ((0.03 − 0.01) ÷ 0.03)² ×
   * 100 × 2 = 88.89 to the first, for 561,599 of them.
   */
  @Test
  void theWeeksPoolIsPaidOnMondayOnceAndOnlyIfTheHouseCan() {
    try (Rehearsal venue = new Rehearsal(folder, Instant.parse("2026-11-23T12:00:00Z"), false)) {
      int market =
          venue.lists(
              ContractDraft.plain(
                  "suez-2026w49",
                  "Suez",
                  "binary",
                  "suez",
                  new Window(LocalDate.parse("2026-11-30"), LocalDate.parse("2026-12-07"))));
      quotes(venue, market, ONE, 100);
      quotes(venue, market, TWO, 200);

      venue.movesTo("2026-11-30T00:00:01Z");
      await()
          .atMost(PATIENCE)
          .until(() ->
              venue
                  .office()
                  .troubles()
                  .getOrDefault("maker-rewards", "")
                  .contains("makers/2026-W48/binary/suez: the venue did not pay: INSUFFICIENT"));
      assertThat(venue.office().makers().of(ONE).getFirst().paidAt()).isNull();

      venue.does(new Command.Deposit(SystemAccounts.HOUSE, 15_000_000, "capital"));
      venue.office().wake();
      sees(venue, ONE, 3_333_333);
      sees(venue, TWO, 6_666_667);
      sees(venue, SystemAccounts.HOUSE, -10_000_000);
      await()
          .atMost(PATIENCE)
          .until(() -> venue.office().makers().of(ONE).getFirst().paidAt() != null);
      MakerBooks.Reward reward = venue.office().makers().of(ONE).getFirst();
      assertThat(reward.week()).isEqualTo("2026-W48");
      assertThat(reward.totalScore()).isEqualTo(reward.score().add(reward.score().shiftLeft(1)));
      assertThat(MakerScores.shown(reward.score(), reward.depthMicros()))
          .isBetween(new BigDecimal("49919900"), new BigDecimal("49920100"));

      venue.restartsTheOffice();
      venue.movesTo("2026-12-07T00:00:01Z");
      venue.does(new Command.Deposit(SystemAccounts.HOUSE, 15_000_000, "more"));
      venue.office().wake();
      await().atMost(PATIENCE).until(() -> venue.office().makers().of(ONE).size() == 2);
      await()
          .atMost(PATIENCE)
          .until(() -> venue.office().makers().of(ONE).getFirst().paidAt() != null);
      assertThat(venue.count(Event.CashMoved.class)).isEqualTo(2 + 2 + 2 + 2 * 3);
    }
  }

  private static void quotes(Rehearsal venue, int market, long account, long lots) {
    venue.does(new Command.OpenAccount(account, account, AccountKind.CLIENT, 10));
    venue.does(new Command.Deposit(account, 1_000_000_000, "deposit-" + account));
    for (Side side : Side.values()) {
      venue.does(
          new Command.PlaceOrder(
              OrderTicket.of(account, market, side, lots)
                  .limit(850_000 - side.sign() * 10_000)
                  .build()));
    }
  }

  private static void sees(Rehearsal venue, long account, long amount) {
    venue.sees(
        Event.CashMoved.class,
        moved ->
            moved.reason() == CashReason.MAKER_REWARD
                && moved.accountId() == account
                && moved.amountMicros() == amount);
  }
}
