package com.ballastmarkets.engine.quote;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.order.OrderRegistry;
import com.ballastmarkets.engine.order.QuoteOrders;
import com.ballastmarkets.engine.output.EventOutlet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** The quote groups of each account, oldest first; those that need not be remembered are not. */
final class QuoteGroups {
  private final ClearingHouse clearing;
  private final QuoteOrders orders;
  private final EventOutlet outlet;
  private final Int2ObjectHashMap<Map<String, QuoteGroup>> byAccount = new Int2ObjectHashMap<>();

  QuoteGroups(ClearingHouse clearing, QuoteOrders orders, EventOutlet outlet) {
    this.clearing = clearing;
    this.orders = orders;
    this.outlet = outlet;
  }

  /** The group, or null. */
  @Nullable QuoteGroup find(int account, String name) {
    final Map<String, QuoteGroup> groups = byAccount.get(account);
    return groups == null ? null : groups.get(name);
  }

  /** The group, a new one if there is none: it is kept once it holds something. */
  QuoteGroup get(int account, String name) {
    final QuoteGroup known = find(account, name);
    return known == null
        ? new QuoteGroup(account, clearing.accountId(account), name, this, orders, outlet)
        : known;
  }

  Collection<QuoteGroup> of(int account) {
    final Map<String, QuoteGroup> groups = byAccount.get(account);
    return groups == null ? List.of() : List.copyOf(groups.values());
  }

  void hold(QuoteGroup group) {
    byAccount
        .computeIfAbsent(group.account(), a -> new LinkedHashMap<>())
        .putIfAbsent(group.name(), group);
  }

  void dropIfEmpty(QuoteGroup group) {
    final Map<String, QuoteGroup> groups = byAccount.get(group.account());
    if (group.isEmpty() && groups != null && groups.remove(group.name(), group)) {
      if (groups.isEmpty()) {
        byAccount.remove(group.account());
      }
    }
  }

  void writeState(StateOutput output) {
    output.section("quotes", 1);
    for (int account = 0; account < clearing.accountCount(); account++) {
      final Collection<QuoteGroup> groups = of(account);
      output.putInt(groups.size());
      for (QuoteGroup group : groups) {
        output.putString(group.name());
        group.protection().writeState(output);
        output.putInt(group.size());
        for (Quote quote : group.quotes()) {
          output.putString(quote.quoteId());
          for (Side side : Side.values()) {
            final Order order = quote.side(side);
            output.putLong(order == null ? 0 : order.orderId());
          }
        }
      }
    }
  }

  /** Reads what was written, after the orders themselves. */
  void readState(StateInput input, OrderRegistry registry) {
    input.section("quotes");
    for (int account = 0; account < clearing.accountCount(); account++) {
      final int count = input.getInt();
      for (int i = 0; i < count; i++) {
        final QuoteGroup group = get(account, input.getString());
        group.protection().readState(input);
        hold(group);
        final int quotes = input.getInt();
        for (int k = 0; k < quotes; k++) {
          readQuote(input, group, registry);
        }
      }
    }
  }

  private static void readQuote(StateInput input, QuoteGroup group, OrderRegistry registry) {
    final Quote quote = new Quote(group, input.getString());
    for (int i = 0; i < Side.values().length; i++) {
      final long orderId = input.getLong();
      if (orderId != 0) {
        final Order order = registry.get(orderId);
        if (order == null) {
          throw new IllegalStateException("a quote's order is not there: " + orderId);
        }
        order.quoted(quote);
        quote.enter(order);
      }
    }
  }
}
