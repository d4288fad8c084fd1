package com.ballastmarkets.engine.listing;

import static com.ballastmarkets.engine.TestVenue.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.Exchange;
import com.ballastmarkets.engine.TestVenue;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Two thousand markets full of orders in one engine: {@code -Dballast.many.orders=1000000} fills
 * them with a million, which takes a heap of 2 GB.
 */
final class ManyMarketsTest {
  private static final int MARKETS = 2_000;
  private static final int ACCOUNTS = 100;
  private static final int ORDERS = Integer.getInteger("ballast.many.orders", 100_000);
  private static final long SEED = 20_260_105;

  private final Random random = new Random(SEED);
  private long now = MONDAY;
  private int accepted;
  private int canceled;

  @Test
  void holdsThemAllAndComesBackWithThem() {
    System.out.printf("%,d orders in %,d markets, seed %d%n", ORDERS, MARKETS, SEED);
    Exchange exchange = new Exchange();
    for (int i = 0; i < ACCOUNTS; i++) {
      final long account = 1_001 + i;
      apply(exchange, new Command.OpenAccount(account, account, AccountKind.CLIENT, 1));
      apply(exchange, new Command.Deposit(account, 1_000_000_000_000L, "deposit-" + account));
    }
    for (int id = 1; id <= MARKETS; id++) {
      apply(
          exchange, new Command.ListMarket(TestVenue.binary(id, "market-" + id, FeeSchedule.FREE)));
      apply(exchange, new Command.OpenMarket(id));
    }
    for (int i = 0; i < ORDERS; i++) {
      apply(exchange, new Command.PlaceOrder(ticket(i)));
    }
    assertThat(accepted).isEqualTo(ORDERS);

    final StateWriter written = new StateWriter();
    exchange.writeState(written);
    exchange = Exchange.readState(written.reader());
    final StateWriter again = new StateWriter();
    exchange.writeState(again);
    assertThat(again.sha256()).isEqualTo(written.sha256());

    for (int i = 0; i < ACCOUNTS; i++) {
      apply(
          exchange,
          new Command.MassCancel(1_001 + i, 0, null, 0, Command.MassCancel.Cause.REQUEST, "all"));
    }
    assertThat(canceled).isEqualTo(ORDERS);
  }

  /** Buys below and sells above the middle: all of them rest. */
  private OrderTicket ticket(int i) {
    final Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    final long price = 500_000 - side.sign() * 5_000L * (1 + random.nextInt(90));
    return OrderTicket.of(1_001 + i % ACCOUNTS, 1 + random.nextInt(MARKETS), side, 1)
        .limit(price)
        .clOrdId("order-" + i)
        .build();
  }

  private void apply(Exchange exchange, Command command) {
    now += 1_000;
    exchange.apply(
        command,
        now,
        (time, event) -> {
          switch (event) {
            case Event.OrderAccepted _ -> accepted++;
            case Event.OrderCanceled _ -> canceled++;
            default -> {}
          }
        });
  }
}
