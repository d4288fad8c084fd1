package com.ballastmarkets.reports.audit;

import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of the order-event file, column by column; what an event does not know stays empty. */
final class OrderEventRow {
  static final List<String> COLUMNS =
      List.of(
          "sequence",
          "time",
          "event",
          "order_id",
          "account_id",
          "cl_ord_id",
          "orig_cl_ord_id",
          "symbol",
          "side",
          "order_type",
          "time_in_force",
          "price",
          "stop_price",
          "lots",
          "leaves_lots",
          "trade_id",
          "trade_price",
          "trade_lots",
          "liquidity",
          "fee",
          "reason",
          "session_id");

  private final Map<String, String> cells = new LinkedHashMap<>();

  OrderEventRow(JournalEntry entry, String event) {
    COLUMNS.forEach(column -> cells.put(column, ""));
    set("sequence", entry.sequence());
    set("time", JournalLine.time(entry).toString());
    set("event", event);
  }

  OrderEventRow set(String column, String text) {
    if (cells.replace(column, text) == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return this;
  }

  OrderEventRow set(String column, long number) {
    return set(column, Long.toString(number));
  }

  OrderEventRow price(String column, long micros) {
    return set(column, Micros.format(micros));
  }

  /** Who asked, and by which id of theirs. */
  OrderEventRow request(long accountId, String clOrdId) {
    return set("account_id", accountId).set("cl_ord_id", clOrdId);
  }

  OrderEventRow trade(long tradeId, long priceMicros, long lots) {
    return set("trade_id", tradeId).price("trade_price", priceMicros).set("trade_lots", lots);
  }

  /** What the order's ticket says of it. */
  OrderEventRow ticket(OrderTicket ticket, String symbol) {
    request(ticket.accountId(), ticket.clOrdId());
    set("symbol", symbol);
    set("side", ticket.side().name());
    set("order_type", ticket.type().name());
    set("time_in_force", ticket.timeInForce().name());
    set("lots", ticket.lots());
    set("session_id", ticket.sessionId());
    switch (ticket.type()) {
      case LIMIT -> price("price", ticket.priceMicros());
      case STOP -> price("stop_price", ticket.stopPriceMicros());
      case STOP_LIMIT ->
          price("price", ticket.priceMicros()).price("stop_price", ticket.stopPriceMicros());
      case MARKET -> {}
    }
    return this;
  }

  Iterable<String> cells() {
    return cells.values();
  }
}
