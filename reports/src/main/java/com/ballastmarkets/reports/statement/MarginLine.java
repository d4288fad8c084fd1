package com.ballastmarkets.reports.statement;

import com.ballastmarkets.reports.UntiedReportException;

/**
 * What an account could do with its money at the end of the period, in micro-USDC.
 *
 * @param equityMicros cash + Σ unrealised P&amp;L at mark
 * @param marginMicros tied up by positions, open orders and withdrawals in flight
 * @param availableMicros equity − margin
 */
public record MarginLine(long equityMicros, long marginMicros, long availableMicros) {
  public MarginLine {
    if (Math.subtractExact(equityMicros, marginMicros) != availableMicros) {
      throw new UntiedReportException(
          "available %d is not equity %d less margin %d"
              .formatted(availableMicros, equityMicros, marginMicros));
    }
  }
}
