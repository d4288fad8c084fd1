package com.ballastmarkets.clearing.waterfall;

/** What a member has paid into the default fund, in U, not negative. */
public record Contribution(long participantId, long amountMicros) {
  public Contribution {
    if (amountMicros < 0) {
      throw new IllegalArgumentException("a contribution is not negative: " + amountMicros);
    }
  }
}
