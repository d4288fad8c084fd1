package com.ballastmarkets.bench.durable;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.engine.Exchange;
import java.util.ArrayList;
import java.util.List;

/** The same orders, handed to an exchange in memory: no log, no codec, no journal. */
final class EngineAlone {
  private static final long BEGIN_NANOS = 1_767_571_200_000_000_000L;

  private final List<Command> preparation;
  private final List<Command> orders = new ArrayList<>();

  EngineAlone(long count) {
    final OrderFlow flow = new OrderFlow();
    preparation = flow.preparation();
    for (long i = 0; i < count; i++) {
      orders.add(flow.next());
    }
  }

  /** Commands a second of a new exchange. */
  double perSecond() {
    final Exchange exchange = new Exchange();
    long timeNanos = BEGIN_NANOS;
    for (final Command command : preparation) {
      exchange.apply(command, timeNanos++, (time, event) -> {});
    }
    final long begin = System.nanoTime();
    for (final Command command : orders) {
      exchange.apply(command, timeNanos++, (time, event) -> {});
    }
    return orders.size() * 1e9 / (System.nanoTime() - begin);
  }
}
