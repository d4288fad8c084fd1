package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.domain.event.RejectReason;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An exchange without any cleverness, on a real clearing house: lists, full scans, depth by
 * comparison of before and after.
 *
 * <pre>
 *   NaiveExchange ──► NaiveEntry, NaiveReplaces, NaiveCancels      commands about orders
 *        │               └► NaiveStops ──► NaiveMatching           orders at work
 *        │                         NaiveClosing                    orders that end
 *        ├──► NaiveQuotes, NaiveMakers                             quotes, ladders, firms, places
 *        ├──► NaivePhases ──► NaiveAuction                         what happens by itself
 *        ├──► NaiveCombos ──► NaiveComboMatching                   markets of other markets
 *        ├──► NaiveListing, NaiveSettlement, NaiveDisputes         a market's beginning and end
 *        ├──► NaiveLiquidations ──► NaiveTurn                      accounts that lose
 *        └──► NaiveMarketData                                      what each step publishes
 * </pre>
 */
final class NaiveExchange {
  static final long DAY = 86_400_000_000_000L;

  final ClearingHouse clearing = new ClearingHouse();
  final Map<Integer, NaiveMarket> markets = new TreeMap<>();
  final Set<NaiveMarket> touched = new LinkedHashSet<>();

  final NaiveOrders orders = new NaiveOrders(this);
  final NaiveEntry entry = new NaiveEntry(this);
  final NaiveMargin margin = new NaiveMargin(this);
  final NaiveReplaces replaces = new NaiveReplaces(this);
  final NaiveCancels cancels = new NaiveCancels(this);
  final NaiveMakers makers = new NaiveMakers(this);
  final NaiveQuotes quotes = new NaiveQuotes(this);
  final NaiveStops stops = new NaiveStops(this);
  final NaiveMatching matching = new NaiveMatching(this);
  final NaiveClosing closing = new NaiveClosing(this);
  final NaiveCombos combos = new NaiveCombos(this);
  final NaiveComboMatching comboMatching = new NaiveComboMatching(this);
  final NaivePhases phases = new NaivePhases(this);
  final NaiveAuction auction = new NaiveAuction(this);
  final NaiveListing listing = new NaiveListing(this);
  final NaiveSettlement settlement = new NaiveSettlement(this);
  final NaiveDisputes disputes = new NaiveDisputes(this);
  final NaiveLiquidations liquidations = new NaiveLiquidations(this);
  private final NaiveClock clock = new NaiveClock(this);
  private final NaiveMarketData marketData = new NaiveMarketData(this);

  private EventSink sink = (time, event) -> {};
  private boolean told;
  long now;

  void apply(Command command, long timestamp, EventSink to) {
    sink = to;
    told = false;
    final long time = clock.at(timestamp);
    phases.letDueHappen(time);
    now = time;
    orders.forget();
    listing.forget();
    disputes.forget();
    begin();
    dispatch(command);
    end();
  }

  private void dispatch(Command command) {
    switch (command) {
      case Command.PlaceOrder(var ticket) -> entry.place(ticket);
      case Command.CancelOrder cancel -> cancels.cancel(cancel);
      case Command.ReplaceOrder replace -> replaces.replace(replace);
      case Command.MassCancel cancel -> cancels.massCancel(cancel);
      case Command.SetKillSwitch kill -> cancels.kill(kill);
      case Command.DefaultFund movement -> answer(clearing.change(movement));
      case Command.Limits limits -> answer(clearing.change(limits));
      case Command.PayMakerRewards rewards -> answer(clearing.pay(rewards));
      case Command.ExplainMargin question -> margin.explain(question);
      case Command.MassCancelParticipant cancel -> makers.cancel(cancel);
      case Command.SetParticipantKillSwitch kill -> makers.kill(kill);
      case Command.PlaceLadder ladder -> makers.place(ladder);

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

      case Command.ListMarket(var instrument) -> listing.list(instrument);
      case Command.DefineCombo define -> combos.define(define);
      case Command.OpenMarket(var id) -> {
        if (!combos.hold(id, false)) {
          phases.open(id);
        }
      }
      case Command.HaltMarket(var id) -> {
        if (!combos.hold(id, true)) {
          phases.halt(id);
        }
      }
      case Command.ResumeMarket(var id) -> {
        if (!combos.hold(id, false)) {
          phases.resume(id);
        }
      }
      case Command.HaltMarkets(var place) -> makers.halt(place);
      case Command.ResumeMarkets(var place) -> makers.resume(place);
      case Command.HaltForNews(var place, var reference) -> makers.declare(place, reference);

      case Command.SettleDaily(var day) -> settlement.daily(day);
      case Command.PublishProvisional publish -> settlement.publish(publish);
      case Command.OpenDispute dispute -> disputes.open(dispute);
      case Command.RuleDispute ruling -> disputes.rule(ruling);
      case Command.FinalizeMarket(var id) -> settlement.finish(id);
      case Command.VoidMarket(var id) -> settlement.makeVoid(id);

      case Command.AdvanceClock(var to) -> clock.advance(to);
      case Command.StartClock(var at) -> clock.start(at);
      case Command.Tick() -> {
        if (!told) {
          tell(new Event.NothingToDo());
        }
      }
    }
  }

  /** Tells why the clearing house refused; nothing if it did not. */
  void answer(@Nullable RejectReason reason) {
    if (reason != null) {
      final boolean figures =
          reason == RejectReason.INSUFFICIENT_BALANCE
              || reason == RejectReason.MARGIN_USAGE_TOO_HIGH;
      tell(
          new Event.CommandRejected(
              reason,
              figures ? clearing.requiredMicros() : 0,
              figures ? clearing.availableMicros() : 0));
    }
  }

  void reject(RejectReason reason) {
    tell(new Event.CommandRejected(reason, 0, 0));
  }

  void tell(Event event) {
    told = true;
    sink.accept(now, event);
  }

  NaiveMarket market(int id) {
    final NaiveMarket market = markets.get(id);
    if (market == null) {
      throw new IllegalArgumentException("no market " + id);
    }
    return market;
  }

  /** Begins a step at the present time. */
  void begin() {
    beginClearing();
    touched.clear();
    marketData.begin();
  }

  private void beginClearing() {
    clearing.begin(
        now,
        (time, event) -> {
          told = true;
          liquidations.heard(event);
          sink.accept(time, event);
        });
  }

  /** Tells positions and accounts before what comes next. */
  void tellPositions() {
    clearing.end();
    beginClearing();
  }

  /** Ends a step, and looks at whose figures it changed. */
  void end() {
    endStep();
    liquidations.look();
  }

  /** Publishes what a step changed. */
  void endStep() {
    combos.round();
    touched.forEach(marketData::publish);
    clearing.end();
  }
}
