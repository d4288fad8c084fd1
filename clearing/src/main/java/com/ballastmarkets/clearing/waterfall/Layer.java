package com.ballastmarkets.clearing.waterfall;

/**
 * A part of a loss and who bears it.
 *
 * @param participantId whose contribution it is, 0 for the house
 * @param amountMicros positive
 */
public record Layer(Source source, long participantId, long amountMicros) {
  /** Where the money comes from, in the order in which it is used. */
  public enum Source {
    DEFAULTER_MARGIN,
    DEFAULTER_CONTRIBUTION,
    HOUSE_TRANCHE,
    MEMBER_CONTRIBUTION
  }
}
