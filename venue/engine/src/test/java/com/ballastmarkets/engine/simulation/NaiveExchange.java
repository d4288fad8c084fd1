package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.OpenOrders;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The trading part of an exchange without any cleverness, on a real clearing house: lists, full
 * scans, depth by comparison of before and after. Its venue time is the sequencer's.
 *
 * <pre>
 *   NaiveExchange ──► NaiveEntry, NaiveReplaces, NaiveCancels      commands about orders
 *        │               └► NaiveStops ──► NaiveMatching           orders at work
 *        │                         NaiveClosing                    orders that end
 *        ├──► NaivePhases ──► NaiveAuction                         what happens by itself
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
  final NaiveReplaces replaces = new NaiveReplaces(this);
  final NaiveCancels cancels = new NaiveCancels(this);
  final NaiveStops stops = new NaiveStops(this);
  final NaiveMatching matching = new NaiveMatching(this);
  final NaiveClosing closing = new NaiveClosing(this);
  final NaivePhases phases = new NaivePhases(this);
  final NaiveAuction auction = new NaiveAuction(this);
  private final NaiveMarketData marketData = new NaiveMarketData(this);

  private EventSink sink = (time, event) -> {};
  private boolean told;
  long now;

  void apply(Command command, long timestamp, EventSink to) {
    sink = to;
    told = false;
    phases.letDueHappen(timestamp);
    now = timestamp;
    begin();
    dispatch(command);
    end();
  }

  private void dispatch(Command command) {
    switch (command) {
      case Command.OpenAccount c ->
          clearing.openAccount(c.accountId(), c.participantId(), c.kind(), c.leverage());
      case Command.Deposit c -> clearing.deposit(c.accountId(), c.amountMicros(), c.reference());
      case Command.ListMarket(var instrument) -> list(instrument);
      case Command.OpenMarket(var id) ->
          phases.change(market(id), MarketState.CONTINUOUS, StateReason.OPERATIONS, Long.MAX_VALUE);
      case Command.PlaceOrder(var ticket) -> entry.place(ticket);
      case Command.CancelOrder cancel -> cancels.cancel(cancel);
      case Command.ReplaceOrder replace -> replaces.replace(replace);
      case Command.MassCancel cancel -> cancels.massCancel(cancel);
      case Command.SetKillSwitch kill -> cancels.kill(kill);
      case Command.HaltMarket(var id) -> phases.halt(market(id));
      case Command.ResumeMarket(var id) -> phases.resume(market(id));
      case Command.Tick() -> {
        if (!told) {
          tell(new Event.NothingToDo());
        }
      }
      default -> throw new IllegalArgumentException("not in the naive exchange: " + command);
    }
  }

  private void list(Instrument instrument) {
    final int handle = clearing.list(instrument, OpenOrders.NONE);
    markets.put(instrument.marketId(), new NaiveMarket(instrument, handle));
    tell(new Event.MarketListed(instrument));
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
    clearing.begin(
        now,
        (time, event) -> {
          told = true;
          sink.accept(time, event);
        });
    touched.clear();
    marketData.begin();
  }

  /** Ends a step: publishes what it changed. */
  void end() {
    touched.forEach(marketData::publish);
    clearing.end();
  }
}
