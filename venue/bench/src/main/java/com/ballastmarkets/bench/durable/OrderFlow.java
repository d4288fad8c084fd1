package com.ballastmarkets.bench.durable;

import com.ballastmarkets.bench.BenchMarket;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A stream of orders of a few accounts in one market, about half of which trade. */
final class OrderFlow {
  private static final int ACCOUNTS = 8;
  private static final int MARKET = 1;

  private final Random random = new Random(1);

  /** Opens accounts and the market. */
  List<Command> preparation() {
    final List<Command> commands = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      commands.add(new Command.OpenAccount(1_000 + i, 100 + i, AccountKind.CLIENT, 1));
      commands.add(new Command.Deposit(1_000 + i, 1_000_000_000_000_000L, "bench-" + i));
    }
    commands.add(new Command.ListMarket(BenchMarket.terms(MARKET)));
    commands.add(new Command.OpenMarket(MARKET));
    return commands;
  }

  /** The next order; the older ones leave by being traded or, as IOC, by themselves. */
  Command next() {
    return new Command.PlaceOrder(
        OrderTicket.of(
                1_000 + random.nextInt(ACCOUNTS),
                MARKET,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                1 + random.nextInt(10))
            .limit(500_000 + 10_000L * random.nextInt(-3, 4))
            .timeInForce(random.nextInt(4) == 0 ? TimeInForce.IOC : TimeInForce.GTC)
            .build());
  }
}
