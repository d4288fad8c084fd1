package com.ballastmarkets.api.ledger;

import com.ballastmarkets.api.json.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the books look like in JSON. Amounts in USDC. */
public final class BooksJson {
  private BooksJson() {}

  /**
   * @param balance debits less credits
   */
  public record TrialBalanceLine(
      String code,
      String name,
      String accountClass,
      BigDecimal debit,
      BigDecimal credit,
      BigDecimal balance) {}

  /** The two totals are equal, always. */
  public record TrialBalance(
      List<TrialBalanceLine> lines, BigDecimal debit, BigDecimal credit, String currency) {}

  public record Movement(
      long eventSequence,
      String time,
      String reason,
      @Nullable String marketId,
      @Nullable Long size,
      @Nullable BigDecimal price,
      @Nullable String reference,
      BigDecimal amount,
      BigDecimal balance) {}

  public record Statement(
      long accountId,
      String from,
      String to,
      BigDecimal openingBalance,
      BigDecimal closingBalance,
      String currency,
      List<Movement> movements) {}

  public record Break(
      long runId, String kind, String subject, BigDecimal expected, BigDecimal found) {}

  public record Reconciliation(
      long runId, String time, long eventSequence, int compared, List<Break> breaks) {}

  /**
   * @param last null if there was none yet
   * @param unexplained breaks of all runs
   */
  public record Reconciliations(@Nullable Reconciliation last, List<Break> unexplained) {}

  static TrialBalance trialBalance(List<BooksDesk.TrialBalanceLine> lines) {
    return new TrialBalance(
        lines.stream()
            .map(line ->
                new TrialBalanceLine(
                    line.code(),
                    line.name(),
                    line.accountClass(),
                    Decimals.money(line.debitMicros()),
                    Decimals.money(line.creditMicros()),
                    Decimals.money(line.balanceMicros())))
            .toList(),
        total(lines, BooksDesk.TrialBalanceLine::debitMicros),
        total(lines, BooksDesk.TrialBalanceLine::creditMicros),
        "USDC");
  }

  private static BigDecimal total(
      List<BooksDesk.TrialBalanceLine> lines,
      Function<BooksDesk.TrialBalanceLine, BigDecimal> side) {
    return Decimals.money(lines.stream().map(side).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  static Statement statement(BooksDesk.Statement statement) {
    return new Statement(
        statement.accountId(),
        statement.from().toString(),
        statement.to().toString(),
        Decimals.money(statement.openingMicros()),
        Decimals.money(statement.closingMicros()),
        "USDC",
        statement.movements().stream().map(BooksJson::movement).toList());
  }

  private static Movement movement(BooksDesk.Movement movement) {
    return new Movement(
        movement.sequence(),
        movement.time(),
        movement.reason(),
        movement.market().isEmpty() ? null : movement.market(),
        movement.lots() == 0 ? null : movement.lots(),
        movement.market().isEmpty() ? null : Decimals.price(movement.priceMicros()),
        movement.reference().isEmpty() ? null : movement.reference(),
        Decimals.money(movement.amountMicros()),
        Decimals.money(movement.balanceMicros()));
  }

  static Reconciliation reconciliation(BooksDesk.Run run) {
    return new Reconciliation(
        run.runId(),
        run.at(),
        run.sequence(),
        run.compared(),
        run.breaks().stream().map(BooksJson::found).toList());
  }

  static Break found(BooksDesk.Break found) {
    return new Break(
        found.runId(),
        found.kind(),
        found.subject(),
        Decimals.money(found.expectedMicros()),
        Decimals.money(found.foundMicros()));
  }
}
