package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.event.Event;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came up in a run, so that a stream that has become too tame shows. */
final class EventKinds {
  private final Map<String, Integer> counts = new TreeMap<>();

  void count(Told told) {
    counts.merge(kindOf(told.event()), 1, Integer::sum);
  }

  /** What another run has counted. */
  void add(EventKinds other) {
    other.counts.forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
  }

  /** How often each kind came up, by name and, where there is one, reason. */
  Map<String, Integer> counts() {
    return counts;
  }

  long total() {
    return counts.values().stream().mapToLong(count -> count).sum();
  }

  private static String kindOf(Event event) {
    final String name = event.getClass().getSimpleName();
    return switch (event) {
      case Event.Trade trade -> name + " auction=" + trade.auction();
      case Event.OrderReplaced replaced -> name + " kept=" + replaced.keptPriority();
      case Event.MarketStateChanged change -> name + " " + change.to() + " " + change.reason();
      case Event.OrderCanceled canceled -> name + " " + canceled.reason();
      case Event.OrderRejected rejected -> name + " " + rejected.reason();
      case Event.ReplaceRejected rejected -> name + " " + rejected.reason();
      case Event.CancelRejected rejected -> name + " " + rejected.reason();
      case Event.MassQuoteRejected rejected -> name + " " + rejected.reason();
      case Event.ProtectionTripped tripped -> name + " " + tripped.cause();
      case Event.LadderPlaced placed -> name + " repeated=" + placed.repeated();
      case Event.LadderRejected rejected -> name + " " + rejected.reason();
      case Event.CommandRejected rejected -> name + " " + rejected.reason();
      case Event.CashMoved moved -> name + " " + moved.reason();
      case Event.DisputeRuled ruled -> name + " " + ruled.ruling();
      case Event.MarketListed(var instrument) -> name + " " + instrument.contract().typeName();
      default -> name;
    };
  }
}
