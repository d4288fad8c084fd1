package com.ballastmarkets.api.liquidation;

import com.ballastmarkets.domain.event.Event.Liquidation;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import java.util.Optional;

/**
 * A step of an account on the margin ladder: a notice, or the begin or end of a liquidation.
 *
 * @param event the word for it
 * @param liquidationId 0 with a notice
 */
public record MarginChange(
    long accountId,
    String event,
    MarginStanding standing,
    long equityMicros,
    long worstCaseLossMicros,
    long marginMicros,
    long liquidationId) {

  /** The step that an event is, if it is one. */
  public static Optional<MarginChange> of(Liquidation event) {
    return switch (event) {
      case Liquidation.MarginNotice e ->
          Optional.of(
              new MarginChange(
                  e.accountId(),
                  "notice",
                  e.to(),
                  e.equityMicros(),
                  e.worstCaseLossMicros(),
                  e.marginMicros(),
                  0));
      case Liquidation.LiquidationStarted e ->
          Optional.of(
              new MarginChange(
                  e.accountId(),
                  "liquidation_started",
                  MarginStanding.LIQUIDATION,
                  e.equityMicros(),
                  e.worstCaseLossMicros(),
                  e.marginMicros(),
                  e.liquidationId()));
      case Liquidation.LiquidationEnded e ->
          Optional.of(
              new MarginChange(
                  e.accountId(),
                  "liquidation_ended",
                  e.to(),
                  e.equityMicros(),
                  e.worstCaseLossMicros(),
                  e.marginMicros(),
                  e.liquidationId()));
      case Liquidation.LiquidationInput _,
          Liquidation.LiquidationSlice _,
          Liquidation.PositionTakenOver _,
          Liquidation.LossCovered _,
          Liquidation.AutoDeleveraged _,
          Liquidation.ContributionChanged _ ->
          Optional.empty();
    };
  }
}
