package com.ballastmarkets.clearing.margin;

import com.ballastmarkets.domain.margin.UnderlyingMargin;
import java.util.List;

/**
 * An account's margin with its reasons, so that its owner can compute it again.
 *
 * @param equityMicros cash + Σ unrealised P&amp;L at mark
 * @param reservedMicros set aside for withdrawals
 * @param marginMicros Σ over the underlyings
 * @param availableMicros equity − reserved − margin, at most equity − reserved
 */
public record MarginStatement(
    long accountId,
    int leverage,
    long cashMicros,
    long equityMicros,
    long reservedMicros,
    long marginMicros,
    long availableMicros,
    List<UnderlyingMargin> underlyings) {

  public MarginStatement {
    underlyings = List.copyOf(underlyings);
  }
}
