package com.ballastmarkets.reports.statement;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.UntiedReportException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One account over a period of UTC days: opening balance, every movement with the balance after it,
 * closing balance, and what it held at the end. Amounts in micro-USDC.
 *
 * <p>A statement whose movements do not tie from the opening to the closing balance, each to the
 * next, cannot be made.
 *
 * @param venue the venue's name
 * @param issuedAt venue time
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param synthetic whether a contract in it settles on the sandbox's synthetic telemetry
 * @param openingMicros cash at the begin of the first day
 * @param closingMicros cash at the end of the last day
 * @param movements in the order of their sequence
 * @param positions open at the end, by market
 * @param trades fills in the period, in order
 * @param margin null for a period that ended before now: margin is of the present
 */
public record AccountStatement(
    String venue,
    Instant issuedAt,
    long accountId,
    String accountName,
    String participantName,
    LocalDate from,
    LocalDate to,
    boolean synthetic,
    long openingMicros,
    long closingMicros,
    List<Movement> movements,
    List<PositionLine> positions,
    List<TradeLine> trades,
    @Nullable MarginLine margin) {

  /** How often cash moved for a reason, and how much in all. */
  public record Subtotal(CashReason reason, int movements, long amountMicros) {}

  /**
   * @throws UntiedReportException if the movements do not tie
   */
  public AccountStatement {
    movements = List.copyOf(movements);
    positions = List.copyOf(positions);
    trades = List.copyOf(trades);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the period ends on " + to + ", before " + from);
    }
    long balance = openingMicros;
    for (final Movement movement : movements) {
      balance = Math.addExact(balance, movement.amountMicros());
      requireEqual("balance after event " + movement.sequence(), movement.balanceMicros(), balance);
    }
    requireEqual("closing balance", closingMicros, balance);
  }

  /**
   * The movements by reason, in the order of {@link CashReason}; reasons without any are absent.
   */
  public List<Subtotal> subtotals() {
    final Map<CashReason, Subtotal> byReason = new EnumMap<>(CashReason.class);
    for (final Movement movement : movements) {
      final var one = new Subtotal(movement.reason(), 1, movement.amountMicros());
      byReason.merge(
          movement.reason(),
          one,
          (a, b) ->
              new Subtotal(
                  a.reason(),
                  a.movements() + b.movements(),
                  Math.addExact(a.amountMicros(), b.amountMicros())));
    }
    return byReason.values().stream().toList();
  }

  /** What the next variation would pay on the positions at their marks. */
  public long unrealisedMicros() {
    long sum = 0;
    for (final PositionLine position : positions) {
      sum = Math.addExact(sum, position.unrealisedMicros());
    }
    return sum;
  }

  private static void requireEqual(String what, long stated, long computed) {
    if (stated != computed) {
      throw new UntiedReportException(
          "%s is stated as %s USDC and its movements come to %s"
              .formatted(what, Micros.formatMoney(stated), Micros.formatMoney(computed)));
    }
  }
}
