package com.ballastmarkets.reports.audit;

import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The life of orders as rows. Remembers the tickets of live orders and the symbols of markets, for
 * later events name them by number alone; an order that was placed before the export began keeps
 * its number and leaves its ticket's columns empty.
 */
final class OrderEvents {
  private final Map<Long, OrderTicket> live = new HashMap<>();
  private final Map<Integer, String> symbols = new HashMap<>();

  /** Orders of combos that are filled: the trades of their legs are still to come. */
  private final Set<Long> filledCombos = new HashSet<>();

  /** The rows of an event: two for a trade, none for an event that is not of an order. */
  List<OrderEventRow> rows(JournalEntry entry) {
    if (!(entry.event() instanceof Event.Trade)) {
      live.keySet().removeAll(filledCombos);
      filledCombos.clear();
    }
    return switch (entry.event()) {
      case Event.MarketListed listed -> {
        symbols.put(listed.instrument().marketId(), listed.instrument().symbol());
        yield List.of();
      }
      case Event.OrderAccepted accepted -> {
        live.put(accepted.orderId(), accepted.ticket());
        yield List.of(
            order(entry, "NEW", accepted.orderId()).set("leaves_lots", accepted.ticket().lots()));
      }
      case Event.OrderRejected rejected ->
          List.of(
              ticket(entry, "REJECTED", rejected.ticket()).set("reason", rejected.reason().name()));
      case Event.OrderRepeated repeated ->
          List.of(ticket(entry, "REPEATED", repeated.ticket()).set("order_id", repeated.orderId()));
      case Event.OrderTriggered triggered ->
          List.of(order(entry, "TRIGGERED", triggered.orderId()));
      case Event.OrderReplaced replaced -> List.of(replaced(entry, replaced));
      case Event.OrderCanceled canceled -> {
        final OrderEventRow row =
            order(entry, "CANCELED", canceled.orderId())
                .set("account_id", canceled.accountId())
                .set("symbol", symbol(canceled.marketId()))
                .set("lots", canceled.lots())
                .set("leaves_lots", 0)
                .set("reason", canceled.reason().name());
        live.remove(canceled.orderId());
        yield List.of(
            canceled.clOrdId().isEmpty() ? row : row.set("cl_ord_id", canceled.clOrdId()));
      }
      case Event.ReplaceRejected rejected ->
          List.of(
              order(entry, "REPLACE_REJECTED", rejected.orderId())
                  .request(rejected.accountId(), rejected.clOrdId())
                  .set("orig_cl_ord_id", rejected.origClOrdId())
                  .set("reason", rejected.reason().name()));
      case Event.CancelRejected rejected ->
          List.of(
              order(entry, "CANCEL_REJECTED", rejected.orderId())
                  .request(rejected.accountId(), rejected.clOrdId())
                  .set("orig_cl_ord_id", rejected.origClOrdId())
                  .set("reason", rejected.reason().name()));
      case Event.MassCanceled canceled ->
          List.of(
              new OrderEventRow(entry, "MASS_CANCELED")
                  .request(canceled.accountId(), canceled.clOrdId())
                  .set("symbol", symbol(canceled.marketId())));
      case Event.LadderRejected rejected ->
          List.of(
              new OrderEventRow(entry, "LADDER_REJECTED")
                  .request(rejected.accountId(), rejected.listId())
                  .set("symbol", symbol(rejected.marketId()))
                  .set("reason", rejected.reason().name()));
      case Event.QuoteEntered entered ->
          List.of(
              new OrderEventRow(entry, "QUOTE_ENTERED")
                  .set("order_id", entered.orderId())
                  .request(entered.accountId(), entered.quoteId())
                  .set("symbol", symbol(entered.marketId()))
                  .set("side", entered.side().name()));
      case Event.MassQuoteTaken taken ->
          taken.answers().stream()
              .filter(answer -> answer.reason() != null)
              .map(answer -> refused(entry, taken.accountId(), answer))
              .toList();
      case Event.MassQuoteRejected rejected ->
          List.of(
              new OrderEventRow(entry, "QUOTE_REJECTED")
                  .request(rejected.accountId(), rejected.requestId())
                  .set("reason", rejected.reason().name()));
      case Event.QuotesCanceled canceled ->
          List.of(
              new OrderEventRow(entry, "QUOTES_CANCELED")
                  .request(canceled.accountId(), canceled.requestId())
                  .set("symbol", symbol(canceled.marketId())));
      case Event.ProtectionTripped tripped ->
          List.of(
              new OrderEventRow(entry, "QUOTES_PROTECTED")
                  .request(tripped.accountId(), tripped.quoteGroup())
                  .set("reason", tripped.cause().name()));
      case Event.Trade trade ->
          List.of(
              fill(entry, trade, trade.maker(), "MAKER"),
              fill(entry, trade, trade.taker(), "TAKER"));
      case Event.ComboTrade trade -> {
        final OrderEventRow taken = comboFill(entry, trade, trade.taker(), "TAKER");
        final Event.Fill maker = trade.maker();
        yield maker == null
            ? List.of(taken)
            : List.of(comboFill(entry, trade, maker, "MAKER"), taken);
      }
      case Event.AccountOpened _,
          Event.Clearing _,
          Event.KillSwitchChanged _,
          Event.MarketStateChanged _,
          Event.MarketData _,
          Event.Settlement _,
          Event.ClockAdvanced _,
          Event.ComboDefined _,
          Event.Liquidation _,
          Event.Limits _,
          Event.ParticipantKillSwitchChanged _,
          Event.NewsHaltDeclared _,
          Event.LadderPlaced _,
          Event.MassQuoteRepeated _,
          Event.ProtectionChanged _,
          Event.CommandRejected _,
          Event.NothingToDo _ ->
          List.of();
    };
  }

  private OrderEventRow refused(JournalEntry entry, long accountId, QuoteAnswer answer) {
    return new OrderEventRow(entry, "QUOTE_REJECTED")
        .request(accountId, answer.quoteId())
        .set("symbol", symbol(answer.marketId()))
        .set("reason", String.valueOf(answer.reason()));
  }

  private OrderEventRow replaced(JournalEntry entry, Event.OrderReplaced replaced) {
    final OrderEventRow row =
        order(entry, "REPLACED", replaced.orderId())
            .request(replaced.accountId(), replaced.clOrdId())
            .set("symbol", symbol(replaced.marketId()))
            .set("orig_cl_ord_id", replaced.origClOrdId())
            .price("price", replaced.priceMicros())
            .set("lots", replaced.lots())
            .set("leaves_lots", replaced.leavesLots());
    return replaced.stopPriceMicros() == 0
        ? row
        : row.price("stop_price", replaced.stopPriceMicros());
  }

  private OrderEventRow fill(
      JournalEntry entry, Event.Trade trade, Event.Fill fill, String liquidity) {
    final OrderEventRow row =
        filled(entry, fill, trade.marketId(), liquidity)
            .trade(trade.tradeId(), trade.priceMicros(), trade.lots())
            .price("fee", fill.feeMicros());
    if (fill.leavesLots() == 0 && !filledCombos.contains(fill.orderId())) {
      live.remove(fill.orderId());
    }
    return row;
  }

  /** The fill of a combo's order; what it costs stands with the trades of the legs that follow. */
  private OrderEventRow comboFill(
      JournalEntry entry, Event.ComboTrade trade, Event.Fill fill, String liquidity) {
    if (fill.leavesLots() == 0) {
      filledCombos.add(fill.orderId());
    }
    return filled(entry, fill, trade.marketId(), liquidity)
        .trade(trade.tradeId(), trade.priceMicros(), trade.lots());
  }

  private OrderEventRow filled(
      JournalEntry entry, Event.Fill fill, int marketId, String liquidity) {
    return order(entry, fill.leavesLots() == 0 ? "FILL" : "PARTIAL_FILL", fill.orderId())
        .set("account_id", fill.accountId())
        .set("symbol", symbol(marketId))
        .set("side", fill.side().name())
        .set("leaves_lots", fill.leavesLots())
        .set("liquidity", liquidity);
  }

  private OrderEventRow order(JournalEntry entry, String event, long orderId) {
    final OrderTicket ticket = live.get(orderId);
    final OrderEventRow row =
        ticket == null ? new OrderEventRow(entry, event) : ticket(entry, event, ticket);
    return orderId == 0 ? row : row.set("order_id", orderId);
  }

  private OrderEventRow ticket(JournalEntry entry, String event, OrderTicket ticket) {
    return new OrderEventRow(entry, event).ticket(ticket, symbol(ticket.marketId()));
  }

  private String symbol(int marketId) {
    return marketId == 0 ? "" : symbols.getOrDefault(marketId, "#" + marketId);
  }
}
