package com.ballastmarkets.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import com.ballastmarkets.domain.quote.QuoteEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** An actor with one account. */
final class Trader {
  private final TradingDay day;
  private final String name;
  private final long accountId;
  private int looked;
  private int paid;
  private int withdrawals;
  private long lastOrderId;

  Trader(TradingDay day, String name, long accountId) {
    this.day = day;
    this.name = name;
    this.accountId = accountId;
  }

  long accountId() {
    return accountId;
  }

  Trader with(String usdc) {
    day.apply(new Command.Deposit(accountId, Micros.parse(usdc), name + "-" + usdc));
    return this;
  }

  Trader withLeverage(int leverage) {
    day.apply(new Command.SetLeverage(accountId, leverage));
    return this;
  }

  /** Pays into the default fund. */
  Trader contributes(String usdc) {
    day.apply(
        new Command.DefaultFund.PayContribution(
            accountId, Micros.parse(usdc), name + "-contributes"));
    return this;
  }

  OrderOf buys(long lots, String market) {
    return new OrderOf(Side.BUY, lots, market);
  }

  OrderOf sells(long lots, String market) {
    return new OrderOf(Side.SELL, lots, market);
  }

  /**
   * Defines a combo of legs like {@code "+1 suez-apr2025"}; the scenario calls it by this name from
   * now on.
   */
  Trader defines(String combo, String... legs) {
    day.defines(accountId, combo, legs);
    return this;
  }

  /** An order being said; {@code at} or {@code atMarket} sends it. */
  final class OrderOf {
    private OrderTicket.Builder ticket;
    private boolean market;

    private OrderOf(Side side, long lots, String market) {
      this.ticket = OrderTicket.of(accountId, day.marketId(market), side, lots);
    }

    OrderOf with(UnaryOperator<OrderTicket.Builder> more) {
      ticket = more.apply(ticket);
      return this;
    }

    OrderOf orKill() {
      ticket.timeInForce(TimeInForce.FOK);
      return this;
    }

    OrderOf orCancel() {
      ticket.timeInForce(TimeInForce.IOC);
      return this;
    }

    Trader at(String price) {
      return send(ticket.limit(Micros.parse(price)).build());
    }

    Trader atMarket() {
      market = true;
      return send(ticket.market().build());
    }

    private Trader send(OrderTicket content) {
      assertThat(content.type()).isEqualTo(market ? OrderType.MARKET : OrderType.LIMIT);
      for (Event event : day.apply(new Command.PlaceOrder(content))) {
        if (event instanceof Event.OrderAccepted accepted) {
          lastOrderId = accepted.orderId();
        }
      }
      return Trader.this;
    }
  }

  /** A quote being said; {@code ask} sends it. */
  final class QuoteOf {
    private final String market;
    private long bidLots;
    private long bidPrice;

    private QuoteOf(String market) {
      this.market = market;
    }

    QuoteOf bid(long lots, String price) {
      bidLots = lots;
      bidPrice = Micros.parse(price);
      return this;
    }

    Trader ask(long lots, String price) {
      day.apply(
          new Command.MassQuote(
              accountId,
              "",
              "quotes",
              PostOnly.NONE,
              0,
              SelfMatchPrevention.CANCEL_NEWEST,
              0,
              List.of(
                  new QuoteEntry(
                      market,
                      day.marketId(market),
                      bidPrice,
                      bidLots,
                      Micros.parse(price),
                      lots))));
      return Trader.this;
    }
  }

  QuoteOf quotes(String market) {
    return new QuoteOf(market);
  }

  Trader isProtectedAt(long lots, Duration interval) {
    day.apply(
        new Command.SetProtection(
            accountId, "quotes", new ProtectionLimits(interval.toNanos(), lots, 0, 0)));
    return this;
  }

  Trader resetsProtection() {
    day.apply(new Command.ResetProtection(accountId, "quotes"));
    return this;
  }

  /** Each trader is a firm of its own. */
  Trader pullsTheFirmsSwitch() {
    day.apply(new Command.SetParticipantKillSwitch(accountId, true, false));
    return this;
  }

  Trader cancels() {
    day.apply(new Command.CancelOrder(accountId, lastOrderId, "", ""));
    return this;
  }

  /** Asserts exactly what has happened to this trader's orders since it last looked. */
  Trader sees(Sighting... expected) {
    final List<Event> events = day.events();
    final List<Sighting> seen = new ArrayList<>();
    for (; looked < events.size(); looked++) {
      sighting(events.get(looked), seen);
    }
    if (expected.length > 0 && expected[expected.length - 1] instanceof Sighting.Resting) {
      seen.add(new Sighting.Resting(day.leaves(lastOrderId)));
    }
    assertThat(seen).as("what %s sees", name).containsExactly(expected);
    return this;
  }

  private void sighting(Event event, List<Sighting> seen) {
    if (event instanceof Event.ComboTrade trade) {
      final Event.Fill maker = trade.maker();
      if (maker != null && maker.accountId() == accountId) {
        seen.add(new Sighting.ComboFill(trade.lots(), trade.priceMicros()));
      }
      if (trade.taker().accountId() == accountId) {
        seen.add(new Sighting.ComboFill(trade.lots(), trade.priceMicros()));
      }
    } else if (event instanceof Event.Trade trade) {
      if (trade.maker().accountId() == accountId) {
        seen.add(new Sighting.Fill(trade.lots(), trade.priceMicros()));
      }
      if (trade.taker().accountId() == accountId) {
        seen.add(new Sighting.Fill(trade.lots(), trade.priceMicros()));
      }
    } else if (event instanceof Event.OrderCanceled c && c.accountId() == accountId) {
      seen.add(new Sighting.Canceled(c.lots(), c.reason()));
    } else if (event instanceof Event.OrderRejected r && r.ticket().accountId() == accountId) {
      seen.add(new Sighting.Rejected(r.reason()));
    }
  }

  /** Asserts what variation and settlement have paid, in sum, since it last asked. */
  Trader receives(String usdc) {
    final List<Event> events = day.events();
    long sum = 0;
    for (; paid < events.size(); paid++) {
      if (events.get(paid) instanceof Event.CashMoved moved
          && moved.accountId() == accountId
          && (moved.reason() == CashReason.VARIATION
              || moved.reason() == CashReason.SETTLEMENT
              || moved.reason() == CashReason.VOID_REVERSAL)) {
        sum += moved.amountMicros();
      }
    }
    assertThat(Micros.formatMoney(sum)).as("what %s receives", name).isEqualTo(usdc);
    return this;
  }

  Trader pays(String usdc) {
    return receives("-" + usdc);
  }

  Trader holds(long lots, String market) {
    assertThat(day.position(accountId, day.marketId(market)))
        .as("what %s holds in %s", name, market)
        .isEqualTo(lots);
    return this;
  }

  Trader hasCash(String usdc) {
    assertThat(Micros.formatMoney(day.cash(accountId))).as("%s's cash", name).isEqualTo(usdc);
    return this;
  }

  Trader hasAvailable(String usdc) {
    assertThat(Micros.formatMoney(day.money(accountId).availableMicros()))
        .as("what %s has available", name)
        .isEqualTo(usdc);
    return this;
  }

  Trader mayWithdraw(String usdc) {
    assertThat(Micros.formatMoney(day.money(accountId).withdrawableMicros()))
        .as("what %s may withdraw", name)
        .isEqualTo(usdc);
    return this;
  }

  /** Asks for a U more than it may, is refused with both figures, then takes the amount out. */
  Trader withdraws(String usdc) {
    final long amount = Micros.parse(usdc);
    final long withdrawable = day.money(accountId).withdrawableMicros();
    final String reference = "%s-takes-%d".formatted(name, ++withdrawals);
    assertThat(
            day.apply(
                new Command.ReserveWithdrawal(accountId, withdrawable + 1, reference + "-more")))
        .containsExactly(
            new Event.CommandRejected(
                RejectReason.INSUFFICIENT_BALANCE, withdrawable + 1, withdrawable));
    day.apply(new Command.ReserveWithdrawal(accountId, amount, reference));
    assertThat(day.apply(new Command.ConfirmWithdrawal(reference)))
        .contains(new Event.WithdrawalConfirmed(accountId, amount, reference));
    return this;
  }
}
