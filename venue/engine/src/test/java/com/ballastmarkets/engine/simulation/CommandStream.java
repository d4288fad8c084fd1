package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Commands of a busy, careless crowd, from one seed. */
final class CommandStream {
  private static final long SECOND = 1_000_000_000L;

  private final Random random;
  private final MakerStream makers;
  private final BackOfficeStream backOffice;
  private final List<Long> accounts;
  private final List<Instrument> instruments;
  private long now;
  private long latestOrder;
  private final List<Event.OrderAccepted> placed = new ArrayList<>();
  private final List<Command> recent = new ArrayList<>();

  CommandStream(long seed, List<Long> accounts, List<Instrument> instruments, long now) {
    this.random = new Random(seed);
    this.makers = new MakerStream(random, this);
    this.backOffice = new BackOfficeStream(new Random(~seed), accounts, instruments);
    this.accounts = accounts;
    this.instruments = instruments;
    this.now = now;
  }

  long now() {
    return now;
  }

  /** Nothing is sent for a while. */
  void pass(long nanos) {
    now += nanos;
  }

  /** An order was accepted: cancels and replaces aim at it for a while. */
  void accepted(Event.OrderAccepted order) {
    latestOrder = Math.max(latestOrder, order.orderId());
    placed.add(order);
    if (placed.size() > 60) {
      placed.removeFirst();
    }
  }

  /** The next command; now and then one of the last few again, as after a lost answer. */
  Command next() {
    if (recent.size() == 8 && random.nextInt(40) == 0) {
      return recent.get(random.nextInt(recent.size()));
    }
    final Command command = fresh();
    recent.add(command);
    if (recent.size() > 8) {
      recent.removeFirst();
    }
    return command;
  }

  private Command fresh() {
    now += random.nextInt(20) == 0 ? random.nextInt(60) * SECOND : random.nextInt(1_000_000);
    if (random.nextInt(6) == 0) {
      return makers.next();
    }
    final int roll = random.nextInt(1000);
    if (roll < 600) {
      return new Command.PlaceOrder(ticket());
    } else if (roll < 770) {
      final boolean byId = random.nextBoolean();
      if (!placed.isEmpty() && byId) {
        final Event.OrderAccepted order = pick(placed);
        return new Command.CancelOrder(order.ticket().accountId(), order.orderId(), "", "");
      }
      return new Command.CancelOrder(
          account(), byId ? orderId() : 0, byId ? "" : clOrdId(), clOrdId());
    } else if (roll < 930) {
      return replace();
    } else if (roll < 945) {
      return new Command.MassCancel(
          account(),
          random.nextBoolean() ? 0 : instrument().marketId(),
          random.nextInt(3) == 0 ? side() : null,
          random.nextInt(3),
          pick(Command.MassCancel.Cause.values()),
          clOrdId());
    } else if (roll < 955) {
      return new Command.SetKillSwitch(account(), random.nextInt(12) == 0);
    } else if (roll < 958) {
      return new Command.HaltMarket(instrument().marketId());
    } else if (roll < 970) {
      return new Command.ResumeMarket(instrument().marketId());
    } else if (roll < 980) {
      return new Command.ExplainMargin(account(), random.nextInt(3) == 0 ? null : ticket());
    }
    now += random.nextInt(200) * SECOND;
    return backOffice.next();
  }

  private Command replace() {
    if (!placed.isEmpty() && random.nextInt(3) > 0) {
      return replace(pick(placed));
    }
    final Instrument instrument = instrument();
    final boolean byId = random.nextInt(3) > 0;
    return new Command.ReplaceOrder(
        account(),
        byId ? orderId() : 0,
        byId ? "" : clOrdId(),
        random.nextBoolean() ? "" : clOrdId(),
        price(instrument),
        price(instrument),
        lots());
  }

  /** Other terms for an order of its own account, often near the old ones. */
  private Command replace(Event.OrderAccepted order) {
    final OrderTicket ticket = order.ticket();
    final Instrument instrument =
        instruments.stream()
            .filter(i -> i.marketId() == ticket.marketId())
            .findFirst()
            .orElseGet(this::instrument);
    return new Command.ReplaceOrder(
        ticket.accountId(),
        order.orderId(),
        "",
        random.nextBoolean() ? "" : clOrdId(),
        random.nextBoolean() ? ticket.priceMicros() : price(instrument),
        random.nextBoolean() ? ticket.stopPriceMicros() : price(instrument),
        random.nextInt(3) > 0 ? Math.max(1, ticket.lots() - random.nextInt(4)) : lots());
  }

  private OrderTicket ticket() {
    final Instrument instrument = random.nextInt(200) == 0 ? null : instrument();
    final Instrument terms = instrument == null ? instruments.getFirst() : instrument;
    final long lots = lots();
    final OrderTicket.Builder ticket =
        OrderTicket.of(
            random.nextInt(300) == 0 ? 77 : account(),
            instrument == null ? 99 : terms.marketId(),
            side(),
            lots);
    switch (pick(OrderType.values(), 12, 2, 1, 1)) {
      case LIMIT -> ticket.limit(price(terms));
      case MARKET -> ticket.market();
      case STOP -> ticket.stop(price(terms));
      case STOP_LIMIT -> ticket.stopLimit(price(terms), price(terms));
    }
    switch (pick(TimeInForce.values(), 6, 2, 2, 2, 1)) {
      case GTC -> ticket.timeInForce(TimeInForce.GTC);
      case GTD -> ticket.goodTill(now + (random.nextInt(600) - 5) * SECOND);
      case DAY -> ticket.timeInForce(TimeInForce.DAY);
      case IOC -> ticket.timeInForce(TimeInForce.IOC);
      case FOK -> ticket.timeInForce(TimeInForce.FOK);
    }
    if (random.nextInt(3) == 0) {
      ticket.clOrdId(clOrdId());
    }
    if (random.nextInt(8) == 0) {
      ticket.postOnly(pick(PostOnly.values()));
    }
    if (random.nextInt(8) == 0) {
      // No slices by the ten thousand: each would be a trade of its own.
      ticket.displayLots(lots > 1_000 ? lots / (2 + random.nextInt(600)) : random.nextInt(5) - 1);
    }
    if (random.nextInt(12) == 0) {
      ticket.minLots(random.nextInt(12) - 1);
    }
    return ticket
        .reduceOnly(random.nextInt(8) == 0)
        .selfMatch(random.nextInt(3), pick(SelfMatchPrevention.values()))
        .cancelOnHalt(random.nextInt(6) == 0)
        .sessionId(random.nextInt(3))
        .build();
  }

  long price(Instrument instrument) {
    final long tick = instrument.ticks().bands().getFirst().tickMicros();
    final long lo = instrument.contract().loMicros();
    final long steps = instrument.contract().faceMicros() / tick;
    if (random.nextInt(60) == 0) {
      return lo + (random.nextLong(steps + 20) - 10) * tick + random.nextInt(2);
    }
    // Near the middle, so that orders meet; sometimes at the band's edges.
    final boolean combo = instrument.contract() instanceof Contract.Combo;
    final long drift = combo ? 0 : (now / (600 * SECOND)) % 9 * steps / 100;
    final long middle = steps / 2 + drift;
    // A combo's grid is as fine as the finest of its legs': its orders must reach further.
    final long reach = combo && random.nextBoolean() ? steps / 12 : 6;
    final long spread = random.nextInt(12) == 0 ? steps * 18 / 100 : reach;
    final long step = middle + random.nextLong(2 * spread + 1) - spread;
    return lo + Math.clamp(step, 0, steps) * tick;
  }

  long lots() {
    return switch (random.nextInt(40)) {
      case 0 -> random.nextInt(3) - 2;
      case 1 -> 50_000_000L;
      case 2, 3 -> 100_000 + random.nextInt(200_000);
      default -> 1 + random.nextInt(20);
    };
  }

  private long orderId() {
    return Math.max(0, latestOrder + 2 - random.nextInt(40));
  }

  private String clOrdId() {
    return "c" + random.nextInt(120);
  }

  long account() {
    return accounts.get(random.nextInt(accounts.size()));
  }

  Instrument instrument() {
    return instruments.get(random.nextInt(instruments.size()));
  }

  Side side() {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T pick(T[] values, int... weights) {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int roll = random.nextInt(total);
    int i = 0;
    while (roll >= weights[i]) {
      roll -= weights[i++];
    }
    return values[i];
  }
}
