package com.ballastmarkets.engine.quote;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.quote.QuoteEntry;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.order.OrderDesk;
import com.ballastmarkets.engine.output.EventOutlet;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** What makers ask for: quotes, their withdrawal, and their protection. */
public final class QuoteDesk {
  private final ClearingHouse clearing;
  private final OrderDesk orders;
  private final EventOutlet outlet;
  private final QuoteGroups groups;
  private final MassQuotes massQuotes;

  public QuoteDesk(
      ClearingHouse clearing, MarketRegistry markets, OrderDesk orders, EventOutlet outlet) {
    this.clearing = clearing;
    this.orders = orders;
    this.outlet = outlet;
    groups = new QuoteGroups(clearing, orders.quoteOrders(), outlet);
    massQuotes = new MassQuotes(clearing, markets, orders, groups, outlet);
  }

  /** Takes a mass quote. */
  public void quote(Command.MassQuote request) {
    massQuotes.take(request);
  }

  /** Cancels the quotes in the request's scope. */
  public void cancel(Command.CancelQuotes request) {
    final int account = clearing.account(request.accountId());
    if (account < 0) {
      outlet.reject(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    final CancelReason reason =
        switch (request.cause()) {
          case REQUEST ->
              request.quoteId().isEmpty() ? CancelReason.MASS_CANCEL : CancelReason.REQUESTED;
          case DISCONNECT -> CancelReason.DISCONNECT;
          case OPERATIONS -> CancelReason.MASS_CANCEL;
        };
    final Predicate<Order> which =
        order ->
            (request.marketId() == 0 || request.marketId() == order.market().id())
                && (request.sessionId() == 0 || request.sessionId() == order.sessionId());
    int canceled = 0;
    for (QuoteGroup group : meant(account, request.quoteGroup())) {
      canceled += cancel(group, request.quoteId(), reason, which);
    }
    outlet.tell(
        new Event.QuotesCanceled(
            request.accountId(),
            request.quoteGroup(),
            request.quoteId(),
            request.marketId(),
            request.requestId(),
            canceled));
  }

  private Collection<QuoteGroup> meant(int account, String name) {
    if (name.isEmpty()) {
      return groups.of(account);
    }
    final QuoteGroup group = groups.find(account, name);
    return group == null ? List.of() : List.of(group);
  }

  private static int cancel(
      QuoteGroup group, String quoteId, CancelReason reason, Predicate<Order> which) {
    if (quoteId.isEmpty()) {
      return group.cancel(reason, which);
    }
    final Quote quote = group.quote(quoteId);
    return quote != null && group.cancel(quote, reason, which) ? 1 : 0;
  }

  /** Sets a group's protection. */
  public void protect(Command.SetProtection request) {
    final int account = clearing.account(request.accountId());
    if (account < 0) {
      outlet.reject(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    if (!request.limits().isValid() || !isName(request.quoteGroup())) {
      outlet.reject(RejectReason.INVALID_PROTECTION);
      return;
    }
    final QuoteGroup group = groups.get(account, request.quoteGroup());
    if (group.protection().limits().equals(request.limits())) {
      outlet.nothingToDo();
      return;
    }
    groups.hold(group);
    group.protection().limits(request.limits(), outlet.timeNanos());
    groups.dropIfEmpty(group);
    tell(request.accountId(), group);
  }

  /** Lets a protected group quote again. */
  public void reset(Command.ResetProtection request) {
    final int account = clearing.account(request.accountId());
    if (account < 0) {
      outlet.reject(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    final QuoteGroup group = groups.find(account, request.quoteGroup());
    if (group == null || !group.protection().isTripped()) {
      outlet.nothingToDo();
      return;
    }
    group.protection().reset();
    groups.dropIfEmpty(group);
    tell(request.accountId(), group);
  }

  private void tell(long accountId, QuoteGroup group) {
    outlet.tell(
        new Event.ProtectionChanged(
            accountId, group.name(), group.protection().limits(), group.protection().isTripped()));
  }

  /** Whether a text can name a quote or a group. */
  static boolean isName(String text) {
    return !text.isBlank() && text.length() <= QuoteEntry.MAX_NAME;
  }

  public void writeState(StateOutput output) {
    groups.writeState(output);
  }

  /** Reads after the orders. */
  public void readState(StateInput input) {
    groups.readState(input, orders.registry());
  }
}
