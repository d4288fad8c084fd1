package com.ballastmarkets.reports.statement;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.table.Columns;
import com.ballastmarkets.reports.table.Summary;
import com.ballastmarkets.reports.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** An account statement as tables; their columns are described in {@code docs/reports.md}. */
public final class StatementTables {
  private StatementTables() {}

  /** Every table, in reading order: the sheets of the workbook, and what the hash is over. */
  public static List<Table> all(AccountStatement statement) {
    return List.of(
        summary(statement), movements(statement), positions(statement), trades(statement));
  }

  static Table summary(AccountStatement statement) {
    final Summary summary =
        new Summary()
            .text("Document", "Account statement")
            .text("Venue", statement.venue())
            .text("Issued (venue time)", statement.issuedAt().toString())
            .text("Synthetic telemetry", statement.synthetic() ? "yes" : "no")
            .text("Account", Long.toString(statement.accountId()))
            .text("Account name", statement.accountName())
            .text("Participant", statement.participantName())
            .text("First day", statement.from().toString())
            .text("Last day", statement.to().toString())
            .usdc("Opening balance", statement.openingMicros());
    for (final AccountStatement.Subtotal subtotal : statement.subtotals()) {
      summary.usdc(
          MovementWords.of(subtotal.reason()),
          MovementWords.count(subtotal.movements()),
          subtotal.amountMicros());
    }
    summary
        .usdc("Closing balance", statement.closingMicros())
        .usdc("Unrealised", statement.unrealisedMicros());
    final MarginLine margin = statement.margin();
    if (margin != null) {
      summary
          .usdc("Equity", margin.asOf().toString(), margin.equityMicros())
          .usdc("Margin", margin.asOf().toString(), margin.marginMicros())
          .usdc("Available", margin.asOf().toString(), margin.availableMicros());
    }
    return summary.table();
  }

  static Table movements(AccountStatement statement) {
    return movementColumns(new Columns<>()).table("movements", "Movements", statement.movements());
  }

  /** The movements for machines: the account is said again in every row. */
  public static Table flat(AccountStatement statement) {
    final Columns<Movement> context =
        new Columns<Movement>()
            .id("account_id", "Account", m -> statement.accountId())
            .text(
                "synthetic_telemetry",
                "Synthetic",
                10,
                m -> Boolean.toString(statement.synthetic()));
    return movementColumns(context).table("movements", "Movements", statement.movements());
  }

  private static Columns<Movement> movementColumns(Columns<Movement> columns) {
    return columns
        .id("event_sequence", "Event", Movement::sequence)
        .time("time", "Time (UTC)", Movement::time)
        .text("reason", "Movement", 20, m -> m.reason().name())
        .code("symbol", "Market", 28, Movement::market)
        .count("lots", "Lots", m -> m.lots() == 0 ? null : m.lots())
        .decimal("price", "Price", m -> m.lots() == 0 ? null : Micros.decimal(m.priceMicros()))
        .text("reference", "Reference", 24, Movement::reference)
        .amount("amount", "Amount", Movement::amountMicros)
        .amount("balance", "Balance", Movement::balanceMicros);
  }

  static Table positions(AccountStatement statement) {
    return new Columns<PositionLine>()
        .code("symbol", "Market", 28, PositionLine::market)
        .text("name", "Name", 44, PositionLine::name)
        .count("lots", "Lots", PositionLine::lots)
        .amount("entry_value", "Entry value", PositionLine::costMicros)
        .amount("mark", "Mark", PositionLine::markMicros)
        .amount("value_at_mark", "Value at mark", PositionLine::valueMicros)
        .amount("unrealised", "Unrealised", PositionLine::unrealisedMicros)
        .table(
            "positions",
            "Positions",
            statement.positions(),
            "Total",
            null,
            null,
            sum(statement.positions(), PositionLine::costMicros),
            null,
            sum(statement.positions(), PositionLine::valueMicros),
            sum(statement.positions(), PositionLine::unrealisedMicros));
  }

  static Table trades(AccountStatement statement) {
    return new Columns<TradeLine>()
        .id("trade_id", "Trade", TradeLine::tradeId)
        .time("time", "Time (UTC)", TradeLine::time)
        .code("symbol", "Market", 28, TradeLine::market)
        .text("side", "Side", 8, t -> t.side().name().toLowerCase(Locale.ROOT))
        .count("lots", "Lots", TradeLine::lots)
        .amount("price", "Price", TradeLine::priceMicros)
        .amount("value", "Value", TradeLine::valueMicros)
        .amount("fee", "Fee", TradeLine::feeMicros)
        .text("role", "Role", 8, t -> t.maker() ? "maker" : "taker")
        .table(
            "trades",
            "Trades",
            statement.trades(),
            null,
            null,
            "Total",
            null,
            null,
            null,
            null,
            sum(statement.trades(), TradeLine::feeMicros),
            null);
  }

  private static <T> BigDecimal sum(List<T> lines, ToLongFunction<T> figure) {
    long sum = 0;
    for (final T line : lines) {
      sum = Math.addExact(sum, figure.applyAsLong(line));
    }
    return Micros.decimal(sum);
  }
}
