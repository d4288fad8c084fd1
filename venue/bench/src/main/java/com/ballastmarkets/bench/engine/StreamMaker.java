package com.ballastmarkets.bench.engine;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.Exchange;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes a stream by playing it: what a cancel or move names is an order that is there. */
final class StreamMaker {
  private static final long HIGH = 550_000;
  private static final long LOW = 450_000;

  /** An IOC's limit lies inside the band of ±0.15, so no breaker trips. */
  private static final long REACH = 140_000;

  private static final int SPREAD_TICKS = 450;
  private static final double MOVED_TO_THE_MIDDLE = 0.01;
  private static final double PLACED = 0.12;
  private static final double CANCELED = 0.06;

  private final EngineSetup setup;
  private final Random random;
  private final Exchange exchange = new Exchange();
  private final LiveOrders live;
  private final double[] marketWeights;
  private final List<Command> preparation;
  private final Command[] commands;
  private long timeNanos = EngineStream.BEGIN_NANOS;
  private long clientIds;

  StreamMaker(EngineSetup setup, List<Command> beside) {
    this.setup = setup;
    this.random = new Random(setup.seed());
    this.live = new LiveOrders(setup.markets());
    this.marketWeights = weights();
    this.preparation = BenchVenue.preparation(setup.accounts(), setup.markets());
    preparation.addAll(beside);
    preparation.forEach(this::apply);
    while (live.count() < setup.resting()) {
      final Command order = placed(pickMarket(), true);
      preparation.add(order);
      apply(order);
    }
    this.commands = new Command[setup.commands()];
    for (int i = 0; i < commands.length; i++) {
      commands[i] = next();
      apply(commands[i]);
    }
  }

  EngineStream stream() {
    return new EngineStream(setup, preparation, commands, live.trades());
  }

  private void apply(Command command) {
    timeNanos += EngineStream.STEP_NANOS;
    exchange.apply(command, timeNanos, live);
  }

  private double[] weights() {
    final double[] cumulative = new double[setup.markets()];
    double sum = 0;
    for (int i = 0; i < cumulative.length; i++) {
      sum += Math.pow(1 - random.nextDouble(), -1 / 1.5);
      cumulative[i] = sum;
    }
    return cumulative;
  }

  private int pickMarket() {
    final double at = random.nextDouble() * marketWeights[marketWeights.length - 1];
    final int index = Arrays.binarySearch(marketWeights, at);
    return Math.min(index < 0 ? ~index : index, marketWeights.length - 1);
  }

  private Command next() {
    final int market = pickMarket();
    final double kind = random.nextDouble();
    if (kind < PLACED || live.count(market) == 0) {
      return placed(market, live.count() < setup.resting());
    }
    final LiveOrders.Entry order = live.pick(market, random);
    if (kind < PLACED + CANCELED) {
      return new Command.CancelOrder(order.accountId(), order.orderId(), "", "");
    }
    return moved(order, live.lastPrice(market));
  }

  private Command placed(int market, boolean rests) {
    final long last = live.lastPrice(market);
    final int drift = last >= HIGH ? -1 : last <= LOW ? 1 : 0;
    final Side side = random.nextInt(4) + drift >= 2 ? Side.BUY : Side.SELL;
    final long price =
        rests
            ? last - side.sign() * BenchVenue.TICK * distanceTicks()
            : BenchVenue.REFERENCE + side.sign() * REACH;
    final int size = 1 + random.nextInt(6) * random.nextInt(6) * random.nextInt(6);
    final OrderTicket.Builder ticket =
        OrderTicket.of(
                BenchVenue.FIRST_ACCOUNT + random.nextInt(setup.accounts()),
                BenchVenue.FIRST_MARKET + market,
                side,
                size)
            .limit(price)
            .timeInForce(rests ? TimeInForce.GTC : TimeInForce.IOC);
    if (setup.clientIds()) {
      ticket.clOrdId("order-" + ++clientIds);
    }
    return new Command.PlaceOrder(ticket.build());
  }

  /** Behind the last trade, denser near it. */
  private int distanceTicks() {
    final double wide = random.nextDouble();
    final int width = 1 + (int) (wide * wide * SPREAD_TICKS);
    int sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += random.nextInt(width);
    }
    return Math.abs(sum / 2 - width);
  }

  private static Command moved(LiveOrders.Entry order, long last) {
    final long ticks = (last - order.priceMicros()) / BenchVenue.TICK;
    final long nearer = (long) Math.ceil(Math.abs(ticks) * MOVED_TO_THE_MIDDLE);
    final long step = ticks == 0 ? -order.side().sign() : Long.signum(ticks) * nearer;
    return new Command.ReplaceOrder(
        order.accountId(),
        order.orderId(),
        "",
        "",
        order.priceMicros() + step * BenchVenue.TICK,
        0,
        order.lots());
  }
}
