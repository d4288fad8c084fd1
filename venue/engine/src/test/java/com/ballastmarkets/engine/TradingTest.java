package com.ballastmarkets.engine;

import static com.ballastmarkets.engine.TestVenue.ALICE;
import static com.ballastmarkets.engine.TestVenue.BOB;
import static com.ballastmarkets.engine.TestVenue.SUEZ;
import static com.ballastmarkets.engine.TestVenue.buy;
import static com.ballastmarkets.engine.TestVenue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.Side;
import org.junit.jupiter.api.Test;

final class TradingTest {
  @Test
  void aTradeTellsEverythingItChanges() {
    final TestVenue venue = TestVenue.open();
    venue.place(sell(BOB, 400, "0.50"));
    final var ticket = buy(ALICE, 1_000, "0.52").build();

    assertThat(venue.apply(new Command.PlaceOrder(ticket)))
        .containsExactly(
            new Event.OrderAccepted(2, ticket),
            new Event.Trade(
                1,
                SUEZ,
                500_000,
                400,
                new Event.Fill(1, BOB, Side.SELL, 0, 400, 0, 200_000_000),
                new Event.Fill(2, ALICE, Side.BUY, 0, 400, 600, 200_000_000),
                false),
            new Event.LevelChanged(SUEZ, Side.BUY, 520_000, 600, 1),
            new Event.LevelChanged(SUEZ, Side.SELL, 500_000, 0, 0),
            new Event.MarkChanged(SUEZ, 520_000),
            new Event.PositionUpdated(BOB, SUEZ, -400, -200_000_000, -200_000_000, 0),
            new Event.PositionUpdated(ALICE, SUEZ, 400, 200_000_000, 200_000_000, 0),
            new Event.AccountUpdated(
                ALICE, 100_000_000_000L, 100_008_000_000L, 520_000_000, 99_488_000_000L, 0),
            new Event.AccountUpdated(
                BOB, 100_000_000_000L, 99_992_000_000L, 192_000_000, 99_800_000_000L, 0));
  }
}
