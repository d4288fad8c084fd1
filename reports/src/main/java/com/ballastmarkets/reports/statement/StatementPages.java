package com.ballastmarkets.reports.statement;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.page.Masthead;
import com.ballastmarkets.reports.page.Masthead.Figure;
import com.ballastmarkets.reports.page.PageDocument;
import com.ballastmarkets.reports.page.Section;
import com.ballastmarkets.reports.table.Figures;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account statement as pages. */
public final class StatementPages {
  private StatementPages() {}

  /** The pages of a statement whose content has this hash. */
  public static PageDocument of(AccountStatement statement, String hash) {
    final String period =
        statement.from().equals(statement.to())
            ? statement.from().toString()
            : statement.from() + " to " + statement.to();
    return new PageDocument(
        statement.venue(),
        "Account statement \u00b7 %d \u00b7 %s".formatted(statement.accountId(), period),
        statement.issuedAt(),
        hash,
        statement.synthetic(),
        masthead(statement, period),
        List.of(
            activity(statement),
            Section.of(
                StatementTables.positions(statement),
                "Positions",
                "at the end of " + statement.to() + ", USDC"),
            movements(statement),
            Section.of(StatementTables.trades(statement), "Trades", "fills in the period, USDC")));
  }

  private static Masthead masthead(AccountStatement statement, String period) {
    return new Masthead(
        "ACCOUNT STATEMENT",
        statement.accountName(),
        "%s \u00b7 account %d \u00b7 %s, UTC days"
            .formatted(statement.participantName(), statement.accountId(), period),
        List.of(
            new Figure("Opening balance, USDC", amount(statement.openingMicros())),
            new Figure("Closing balance, USDC", amount(statement.closingMicros())),
            new Figure("Unrealised at mark, USDC", amount(statement.unrealisedMicros())),
            available(statement.margin())));
  }

  private static Figure available(@Nullable MarginLine margin) {
    return margin == null
        ? new Figure("Available", "\u2014")
        : new Figure("Available, USDC", amount(margin.availableMicros()));
  }

  private static Section activity(AccountStatement statement) {
    final Activity activity = new Activity();
    activity.balance("Opening balance", statement.openingMicros());
    for (final AccountStatement.Subtotal subtotal : statement.subtotals()) {
      activity.line(
          MovementWords.of(subtotal.reason()),
          MovementWords.count(subtotal.movements()),
          subtotal.amountMicros());
    }
    activity.balance("Closing balance", statement.closingMicros());
    final MarginLine margin = statement.margin();
    activity.line("Unrealised", "positions at mark, not yet in cash", statement.unrealisedMicros());
    if (margin != null) {
      final String time = Figures.time(margin.asOf());
      activity.line("Equity", "as of " + time, margin.equityMicros());
      activity.line("Margin", "tied up by positions, orders, withdrawals", margin.marginMicros());
      activity.balance("Available", margin.availableMicros());
    }
    return activity.section();
  }

  private static Section movements(AccountStatement statement) {
    final List<Map<String, String>> rows = Section.rows(StatementTables.movements(statement));
    for (int i = 0; i < rows.size(); i++) {
      final Movement movement = statement.movements().get(i);
      rows.get(i).put("movement", MovementWords.of(movement.reason()));
      rows.get(i)
          .put("about", movement.market().isEmpty() ? movement.reference() : movement.market());
    }
    return new Section(
        "Movements", "USDC, with the balance after each", "movements", rows, Map.of());
  }

  private static String amount(long micros) {
    return Figures.amount(Micros.decimal(micros));
  }
}
