package com.ballastmarkets.engine;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.combo.ComboDesk;
import com.ballastmarkets.engine.combo.ComboRound;
import com.ballastmarkets.engine.liquidation.LiquidationDesk;
import com.ballastmarkets.engine.listing.ListingDesk;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.order.OrderDesk;
import com.ballastmarkets.engine.output.EventOutlet;
import com.ballastmarkets.engine.output.VenueClock;
import com.ballastmarkets.engine.phase.PlaceHalts;
import com.ballastmarkets.engine.phase.TradingPhases;
import com.ballastmarkets.engine.quote.QuoteDesk;
import com.ballastmarkets.engine.settlement.DailySettlement;
import com.ballastmarkets.engine.settlement.SettlementDesk;
import com.ballastmarkets.engine.state.MarketsState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The venue as one deterministic machine: the same commands at the same times give the same events
 * and the same state on any machine. It reads no clock and does no I/O; one thread uses it.
 *
 * <p>Every command, and everything that is due by itself, is a step: its own events, then what it
 * changed in the books and marks that it touched, then positions and accounts.
 */
public final class Exchange {
  private static final int SYSTEM_ACCOUNTS = 5;

  /** Since 2: liquidations; 3: combos; 4: quotes, ladders' ids, notices. */
  private static final int STATE_VERSION = 4;

  private final VenueClock clock = new VenueClock();
  private final EventOutlet outlet = new EventOutlet();
  private final MarketRegistry markets = new MarketRegistry();
  private final ClearingHouse clearing;
  private final MarketData marketData;
  private final OrderDesk orders;
  private final ComboDesk combos;
  private final ComboRound comboRound;
  private final QuoteDesk quotes;
  private final TradingPhases phases;
  private final PlaceHalts places;
  private final ListingDesk listing;
  private final SettlementDesk settlement;
  private final DailySettlement daily;
  private final LiquidationDesk liquidations;

  /** An exchange on its first day: the system accounts, no markets. */
  public Exchange() {
    this(new ClearingHouse());
  }

  private Exchange(ClearingHouse clearing) {
    this.clearing = clearing;
    marketData = new MarketData(clearing, markets, outlet);
    orders = new OrderDesk(clearing, markets, marketData, clock, outlet, this::trip);
    combos = new ComboDesk(clearing, markets, orders.closer(), marketData, outlet);
    comboRound = new ComboRound(marketData, combos, orders.comboMatching(), orders.execution());
    phases = new TradingPhases(markets, orders, combos, marketData, outlet);
    quotes = new QuoteDesk(clearing, markets, orders, outlet);
    places = new PlaceHalts(markets, phases, outlet);
    listing = new ListingDesk(clearing, markets, phases, outlet);
    settlement = new SettlementDesk(clearing, markets, orders, combos, phases, marketData, outlet);
    daily = new DailySettlement(clearing, markets, marketData, outlet);
    liquidations = new LiquidationDesk(clearing, markets, orders, outlet);
  }

  private void trip(Market market) {
    phases.trip(market);
  }

  /**
   * Lets everything happen that is due by {@code timestampNanos}, then applies the command.
   *
   * @param timestampNanos the sequencer's time; the venue's time is this plus what {@link
   *     Command.AdvanceClock} has added, and never goes back
   */
  public void apply(Command command, long timestampNanos, EventSink sink) {
    outlet.open(sink);
    final long now = clock.at(timestampNanos);
    letDueHappen(now);
    clock.moveTo(now);
    orders.forget(now);
    markets.forget(now);
    begin(now);
    dispatch(command);
    end();
  }

  private void dispatch(Command command) {
    switch (command) {
      case Command.PlaceOrder(var ticket) -> orders.entry().place(ticket);
      case Command.CancelOrder cancel -> orders.cancelRequests().cancel(cancel);
      case Command.ReplaceOrder replace -> orders.replaceRequests().replace(replace);
      case Command.MassCancel cancel -> orders.cancelRequests().cancel(cancel);
      case Command.MassCancelParticipant cancel -> orders.cancelRequests().cancel(cancel);
      case Command.SetKillSwitch kill -> orders.cancelRequests().kill(kill);
      case Command.SetParticipantKillSwitch kill -> orders.cancelRequests().kill(kill);
      case Command.PlaceLadder ladder -> orders.ladders().place(ladder);

      case Command.MassQuote quote -> quotes.quote(quote);
      case Command.CancelQuotes cancel -> quotes.cancel(cancel);
      case Command.SetProtection protection -> quotes.protect(protection);
      case Command.ResetProtection reset -> quotes.reset(reset);

      case Command.OpenAccount(var account, var participant, var kind, var leverage) ->
          answer(clearing.openAccount(account, participant, kind, leverage));
      case Command.SetLeverage(var account, var leverage) ->
          answer(clearing.setLeverage(account, leverage));
      case Command.Deposit(var account, var amount, var reference) ->
          answer(clearing.deposit(account, amount, reference));
      case Command.ReserveWithdrawal(var account, var amount, var reference) ->
          answer(clearing.reserveWithdrawal(account, amount, reference));
      case Command.ConfirmWithdrawal(var reference) ->
          answer(clearing.confirmWithdrawal(reference));
      case Command.ReleaseWithdrawal(var reference) ->
          answer(clearing.releaseWithdrawal(reference));
      case Command.DefaultFund movement -> answer(clearing.change(movement));
      case Command.Limits limits -> answer(clearing.change(limits));
      case Command.PayMakerRewards rewards -> answer(clearing.pay(rewards));
      case Command.ExplainMargin question -> orders.marginQuestions().explain(question);

      case Command.ListMarket(var instrument) -> listing.list(instrument);
      case Command.DefineCombo define -> combos.define(define);
      case Command.OpenMarket(var marketId) -> {
        if (!combos.hold(marketId, false)) {
          phases.open(marketId);
        }
      }
      case Command.HaltMarket(var marketId) -> {
        if (!combos.hold(marketId, true)) {
          phases.halt(marketId);
        }
      }
      case Command.ResumeMarket(var marketId) -> {
        if (!combos.hold(marketId, false)) {
          phases.resume(marketId);
        }
      }
      case Command.HaltMarkets(var place) -> places.halt(place);
      case Command.ResumeMarkets(var place) -> places.resume(place);
      case Command.HaltForNews(var place, var reference) -> places.declare(place, reference);

      case Command.SettleDaily(var epochDay) -> daily.settle(epochDay);
      case Command.PublishProvisional publish -> settlement.publish(publish);
      case Command.OpenDispute dispute -> settlement.disputes().open(dispute);
      case Command.RuleDispute ruling -> settlement.disputes().rule(ruling);
      case Command.FinalizeMarket finish -> settlement.finish(finish);
      case Command.VoidMarket voided -> settlement.voidMarket(voided);

      case Command.AdvanceClock(var toNanos) -> advance(toNanos);
      case Command.StartClock(var atNanos) -> start(atNanos);
      case Command.Tick() -> {
        if (outlet.told() == 0) {
          outlet.nothingToDo();
        }
      }
    }
  }

  private void answer(@Nullable RejectReason reason) {
    if (reason == null) {
      return;
    }
    final boolean figures =
        reason == RejectReason.INSUFFICIENT_BALANCE || reason == RejectReason.MARGIN_USAGE_TOO_HIGH;
    outlet.tell(
        new Event.CommandRejected(
            reason,
            figures ? clearing.requiredMicros() : 0,
            figures ? clearing.availableMicros() : 0));
  }

  // ---- time --------------------------------------------------------------------------------

  private void advance(long toNanos) {
    final long from = clock.nowNanos();
    if (toNanos < from) {
      outlet.reject(RejectReason.CLOCK_MOVES_BACK);
    } else if (toNanos > VenueClock.END_NANOS) {
      outlet.reject(RejectReason.INVALID_STATE);
    } else if (toNanos == from) {
      outlet.nothingToDo();
    } else {
      end();
      letDueHappen(toNanos);
      clock.travel(from, toNanos);
      begin(toNanos);
      outlet.tell(new Event.ClockAdvanced(from, toNanos));
    }
  }

  private void start(long atNanos) {
    final boolean used = !markets.all().isEmpty() || clearing.accountCount() > SYSTEM_ACCOUNTS;
    if (used || atNanos < 0 || atNanos > VenueClock.END_NANOS) {
      outlet.reject(RejectReason.INVALID_STATE);
      return;
    }
    final long from = clock.nowNanos();
    end();
    clock.travel(from, atNanos);
    begin(atNanos);
    outlet.tell(new Event.ClockAdvanced(from, atNanos));
  }

  /**
   * Lets everything happen that is due by then, in order; at one moment orders end first, then
   * phases, and liquidations have their turns last.
   */
  private void letDueHappen(long untilNanos) {
    long due = nextDue();
    while (due <= untilNanos) {
      clock.moveTo(Math.max(due, clock.nowNanos()));
      begin(clock.nowNanos());
      if (orders.nextExpiry() <= due) {
        while (orders.cancelRequests().expireNext(due)) {
          // Each cancels one.
        }
      } else if (phases.nextDue() <= due) {
        phases.endNext(due);
      } else {
        liquidations.takeTurn(clock.nowNanos());
      }
      end();
      due = nextDue();
    }
  }

  private long nextDue() {
    return Math.min(Math.min(orders.nextExpiry(), phases.nextDue()), liquidations.nextDue());
  }

  private void begin(long timeNanos) {
    outlet.time(timeNanos);
    clearing.begin(timeNanos, outlet);
  }

  private void end() {
    comboRound.run();
    marketData.publish();
    clearing.end();
    while (liquidations.isPending()) {
      begin(outlet.timeNanos());
      liquidations.look();
      comboRound.run();
      marketData.publish();
      clearing.end();
    }
  }

  /** The venue's time as of the last command. */
  public long venueTimeNanos() {
    return clock.nowNanos();
  }

  /**
   * The sequencer time at which the next timer is due, {@link Long#MAX_VALUE} if none: the host
   * sends a {@link Command.Tick} then.
   */
  public long nextDueNanos() {
    return clock.timestampOf(nextDue());
  }

  // ---- state -------------------------------------------------------------------------------

  /** Writes the whole state. What {@link #readState} makes of it behaves as this one does. */
  public void writeState(StateOutput output) {
    output.section("exchange", STATE_VERSION);
    clock.writeState(output);
    MarketsState.writeTerms(output, markets);
    clearing.writeState(output);
    MarketsState.write(output, markets);
    orders.writeState(output);
    quotes.writeState(output);
    places.writeState(output);
    settlement.writeState(output);
    daily.writeState(output);
    liquidations.writeState(output);
    combos.writeState(output);
  }

  /** Reads what {@link #writeState} wrote. */
  public static Exchange readState(StateInput input) {
    final int version = input.section("exchange");
    final VenueClock time = new VenueClock();
    time.readState(input);
    final List<Instrument> instruments = MarketsState.readTerms(input);
    final Map<Integer, Instrument> terms =
        instruments.stream().collect(Collectors.toMap(Instrument::marketId, Function.identity()));
    final Exchange exchange =
        new Exchange(ClearingHouse.readState(input, terms::get, time.nowNanos()));
    exchange.clock.set(time);
    MarketsState.read(
        input, instruments, exchange.clearing, exchange.markets, exchange.clock.nowNanos());
    exchange.orders.readState(input, version);
    if (version >= 4) {
      exchange.quotes.readState(input);
      exchange.places.readState(input);
    }
    exchange.settlement.readState(input);
    exchange.daily.readState(input);
    if (version > 1) {
      exchange.liquidations.readState(input, exchange.clock.nowNanos());
    }
    if (version > 2) {
      exchange.combos.readState(input);
    }
    exchange.markets.all().forEach(exchange.phases::watch);
    return exchange;
  }
}
