package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import com.ballastmarkets.domain.quote.QuoteEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What makers, firms and operations say between the crowd's orders. */
final class MakerStream {
  private static final long SECOND = 1_000_000_000L;

  private final Random random;
  private final CommandStream crowd;

  MakerStream(Random random, CommandStream crowd) {
    this.random = random;
    this.crowd = crowd;
  }

  Command next() {
    final int roll = random.nextInt(100);
    if (roll < 58) {
      return quotes();
    } else if (roll < 66) {
      return new Command.CancelQuotes(
          crowd.account(),
          random.nextBoolean() ? "" : group(),
          random.nextBoolean() ? "" : quoteId(),
          random.nextBoolean() ? 0 : crowd.instrument().marketId(),
          random.nextInt(3),
          crowd.pick(Command.MassCancel.Cause.values()),
          "z");
    } else if (roll < 73) {
      return new Command.SetProtection(crowd.account(), group(), limits());
    } else if (roll < 83) {
      return new Command.ResetProtection(crowd.account(), group());
    } else if (roll < 93) {
      return ladder();
    } else if (roll < 95) {
      return new Command.MassCancelParticipant(
          participant(),
          random.nextBoolean() ? 0 : crowd.instrument().marketId(),
          random.nextInt(3) == 0 ? crowd.side() : null,
          crowd.pick(Command.MassCancel.Cause.values()),
          "mp");
    } else if (roll < 98) {
      return new Command.SetParticipantKillSwitch(
          participant(), random.nextInt(5) == 0, random.nextInt(3) > 0);
    } else if (random.nextInt(3) > 0) {
      return new Command.ResumeMarkets(place());
    }
    return random.nextBoolean()
        ? new Command.HaltForNews(place(), "notice-" + random.nextInt(30))
        : new Command.HaltMarkets(place());
  }

  private Command quotes() {
    final List<QuoteEntry> entries = new ArrayList<>();
    final List<Integer> ids = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    Collections.shuffle(ids, random);
    final int count = random.nextInt(50) == 0 ? 0 : 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      entries.add(entry("q" + ids.get(random.nextInt(60) == 0 ? 0 : i)));
    }
    return new Command.MassQuote(
        random.nextInt(200) == 0 ? 77 : crowd.account(),
        random.nextInt(3) == 0 ? "m" + random.nextInt(60) : "",
        random.nextInt(200) == 0 ? "" : group(),
        random.nextInt(4) == 0 ? crowd.pick(PostOnly.values()) : PostOnly.NONE,
        random.nextInt(8) == 0 ? random.nextInt(3) : 0,
        random.nextInt(4) == 0
            ? crowd.pick(SelfMatchPrevention.values())
            : SelfMatchPrevention.CANCEL_NEWEST,
        random.nextInt(10) == 0 ? 1 : 0,
        entries);
  }

  private QuoteEntry entry(String quoteId) {
    final Instrument instrument = crowd.instrument();
    final long tick = instrument.ticks().bands().getFirst().tickMicros();
    final long middle = crowd.price(instrument);
    return new QuoteEntry(
        quoteId,
        random.nextInt(100) == 0 ? 99 : instrument.marketId(),
        middle - random.nextInt(4) * tick,
        random.nextInt(6) == 0 ? 0 : crowd.lots(),
        middle + (random.nextInt(5) - 1) * tick,
        random.nextInt(6) == 0 ? 0 : crowd.lots());
  }

  private ProtectionLimits limits() {
    return new ProtectionLimits(
        (random.nextInt(200) - 1) * SECOND,
        random.nextBoolean() ? 0 : random.nextInt(60),
        random.nextBoolean() ? 0 : random.nextInt(40),
        random.nextBoolean() ? 0 : random.nextInt(8));
  }

  private Command ladder() {
    final Instrument instrument = crowd.instrument();
    final long account = random.nextInt(100) == 0 ? 77 : crowd.account();
    final Side side = crowd.side();
    final PostOnly postOnly =
        random.nextInt(4) == 0 ? crowd.pick(PostOnly.values()) : PostOnly.NONE;
    final boolean reduceOnly = random.nextInt(6) == 0;
    final boolean named = random.nextInt(3) == 0;
    final List<OrderTicket> orders = new ArrayList<>();
    final int count = random.nextInt(40) == 0 ? 0 : 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      orders.add(
          OrderTicket.of(
                  account,
                  random.nextInt(80) == 0 ? 99 : instrument.marketId(),
                  random.nextInt(80) == 0 ? side.opposite() : side,
                  crowd.lots())
              .limit(crowd.price(instrument))
              .timeInForce(random.nextInt(60) == 0 ? TimeInForce.IOC : TimeInForce.GTC)
              .clOrdId(named ? "l" + random.nextInt(400) : "")
              .postOnly(postOnly)
              .reduceOnly(reduceOnly)
              .selfMatch(random.nextInt(3), crowd.pick(SelfMatchPrevention.values()))
              .build());
    }
    return new Command.PlaceLadder(
        account, random.nextInt(3) == 0 ? "" : "list" + random.nextInt(40), orders);
  }

  private String group() {
    return random.nextBoolean() ? "front" : "back";
  }

  private String quoteId() {
    return "q" + random.nextInt(5);
  }

  /** As accounts are owned in the simulations: the last account's firm is the third's, or none. */
  private long participant() {
    return crowd.account();
  }

  private String place() {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> "atlantis";
      default -> crowd.instrument().place();
    };
  }
}
