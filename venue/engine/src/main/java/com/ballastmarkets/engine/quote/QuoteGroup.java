package com.ballastmarkets.engine.quote;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.quote.ProtectionCause;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.order.QuoteOrders;
import com.ballastmarkets.engine.output.EventOutlet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Quotes of one account that are protected together, oldest first. */
final class QuoteGroup {
  private final int account;
  private final long accountId;
  private final String name;
  private final QuoteGroups groups;
  private final QuoteOrders orders;
  private final EventOutlet outlet;
  private final Map<String, Quote> quotes = new LinkedHashMap<>();
  private final Protection protection = new Protection();

  QuoteGroup(
      int account,
      long accountId,
      String name,
      QuoteGroups groups,
      QuoteOrders orders,
      EventOutlet outlet) {
    this.account = account;
    this.accountId = accountId;
    this.name = name;
    this.groups = groups;
    this.orders = orders;
    this.outlet = outlet;
  }

  int account() {
    return account;
  }

  String name() {
    return name;
  }

  Protection protection() {
    return protection;
  }

  /** The quote with this id that is in the market, or null. */
  @Nullable Quote quote(String quoteId) {
    return quotes.get(quoteId);
  }

  Iterable<Quote> quotes() {
    return quotes.values();
  }

  int size() {
    return quotes.size();
  }

  /** Whether nothing needs to be remembered of it. */
  boolean isEmpty() {
    return quotes.isEmpty() && protection.limits().isNone() && !protection.isTripped();
  }

  void hold(Quote quote) {
    quotes.putIfAbsent(quote.quoteId(), quote);
    groups.hold(this);
  }

  void drop(Quote quote) {
    if (quotes.remove(quote.quoteId(), quote)) {
      groups.dropIfEmpty(this);
    }
  }

  /** A quote of the group was filled: if that is a fill too many, all quotes leave the market. */
  void count(int sign, long lots) {
    final ProtectionCause cause =
        protection.count(outlet.timeNanos(), lots, Math.multiplyExact(sign, lots));
    if (cause != null) {
      outlet.tell(
          new Event.ProtectionTripped(
              accountId,
              name,
              cause,
              protection.lots(),
              protection.netDelta(),
              protection.fills()));
      cancel(CancelReason.PROTECTION, order -> true);
    }
  }

  /**
   * Cancels all sides that fit, quote by quote, bid before ask; returns how many quotes had one.
   */
  int cancel(CancelReason reason, Predicate<Order> which) {
    final List<Quote> present = new ArrayList<>(quotes.values());
    int canceled = 0;
    for (Quote quote : present) {
      canceled += cancel(quote, reason, which) ? 1 : 0;
    }
    return canceled;
  }

  boolean cancel(Quote quote, CancelReason reason, Predicate<Order> which) {
    boolean any = false;
    for (Side side : Side.values()) {
      final Order order = quote.side(side);
      if (order != null && which.test(order)) {
        orders.cancel(order, reason);
        any = true;
      }
    }
    return any;
  }
}
