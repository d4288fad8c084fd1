package com.ballastmarkets.engine.quote;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import com.ballastmarkets.domain.quote.QuoteEntry;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.order.OrderDesk;
import com.ballastmarkets.engine.order.QuoteOrders;
import com.ballastmarkets.engine.output.EventOutlet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes mass quotes. All quotes of a message that are to move leave their books before the first is
 * placed, so that no quote meets one that the same message moves away; then they are placed in
 * their order, each tested with its own old lots freed.
 */
final class MassQuotes {
  private final ClearingHouse clearing;
  private final OrderDesk desk;
  private final QuoteOrders orders;
  private final QuoteGroups groups;
  private final QuotePlacer placer;
  private final EventOutlet outlet;

  MassQuotes(
      ClearingHouse clearing,
      MarketRegistry markets,
      OrderDesk desk,
      QuoteGroups groups,
      EventOutlet outlet) {
    this.clearing = clearing;
    this.desk = desk;
    this.orders = desk.quoteOrders();
    this.groups = groups;
    this.placer = new QuotePlacer(clearing, markets, orders);
    this.outlet = outlet;
  }

  void take(Command.MassQuote request) {
    final int account = clearing.account(request.accountId());
    if (account < 0) {
      reject(request, RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    switch (desk.quoteRequests().find(account, request)) {
      case NEW -> {
        final QuoteGroup group = groups.get(account, request.quoteGroup());
        final RejectReason reason = check(request, account, group);
        if (reason == null) {
          quote(request, account, group);
        } else {
          reject(request, reason);
        }
      }
      case SAME_CONTENT ->
          outlet.tell(
              new Event.MassQuoteRepeated(
                  request.accountId(), request.quoteGroup(), request.requestId()));
      case OTHER_CONTENT ->
          reject(
              request,
              desk.isSuspended(account)
                  ? RejectReason.ACCOUNT_SUSPENDED
                  : RejectReason.DUPLICATE_CLIENT_ORDER_ID);
    }
  }

  private @Nullable RejectReason check(Command.MassQuote request, int account, QuoteGroup group) {
    if (desk.isSuspended(account)) {
      return RejectReason.ACCOUNT_SUSPENDED;
    }
    if (group.protection().isTripped()) {
      return RejectReason.QUOTE_GROUP_PROTECTED;
    }
    final List<QuoteEntry> entries = request.entries();
    boolean fits =
        QuoteDesk.isName(request.quoteGroup())
            && !entries.isEmpty()
            && entries.size() <= QuoteEntry.MAX_ENTRIES;
    final Set<String> quoteIds = new HashSet<>();
    for (int i = 0; fits && i < entries.size(); i++) {
      fits = QuoteDesk.isName(entries.get(i).quoteId()) && quoteIds.add(entries.get(i).quoteId());
    }
    return fits ? null : RejectReason.INVALID_MASS_QUOTE;
  }

  private void quote(Command.MassQuote request, int account, QuoteGroup group) {
    desk.quoteRequests().remember(account, request);
    for (QuoteEntry entry : request.entries()) {
      liftMoving(request, entry, group);
    }
    final List<QuoteAnswer> answers = new ArrayList<>(request.entries().size());
    for (QuoteEntry entry : request.entries()) {
      answers.add(placer.place(request, entry, account, group));
    }
    outlet.tell(
        new Event.MassQuoteTaken(
            request.accountId(), request.quoteGroup(), request.requestId(), answers));
  }

  private void liftMoving(Command.MassQuote request, QuoteEntry entry, QuoteGroup group) {
    final Quote quote = group.quote(entry.quoteId());
    if (quote == null) {
      return;
    }
    for (Side side : Side.values()) {
      final Order order = quote.side(side);
      if (order != null
          && !QuoteOrders.keepsPlace(order, QuotePlacer.ticket(request, entry, side))) {
        orders.lift(order);
      }
    }
  }

  private void reject(Command.MassQuote request, RejectReason reason) {
    outlet.tell(
        new Event.MassQuoteRejected(
            request.accountId(), request.quoteGroup(), request.requestId(), reason));
  }
}
