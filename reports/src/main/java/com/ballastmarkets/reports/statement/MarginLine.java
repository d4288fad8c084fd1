package com.ballastmarkets.reports.statement;

import com.ballastmarkets.reports.UntiedReportException;
import java.time.Instant;

/**
 * What an account can do with its money, as the engine last said it, in micro-USDC.
 *
 * @param asOf venue time at which it was said
 * @param equityMicros cash + Σ unrealised P&amp;L at mark
 * @param marginMicros tied up by positions, open orders and withdrawals in flight
 * @param availableMicros equity − margin
 */
public record MarginLine(Instant asOf, long equityMicros, long marginMicros, long availableMicros) {
  public MarginLine {
    if (Math.subtractExact(equityMicros, marginMicros) != availableMicros) {
      throw new UntiedReportException(
          "available %d is not equity %d less margin %d"
              .formatted(availableMicros, equityMicros, marginMicros));
    }
  }
}
