package com.ballastmarkets.protocol.port;

/** The venue could not be reached, or did not answer in time. */
public final class VenueUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean outcomeUnknown;

  public VenueUnavailableException(String message, boolean outcomeUnknown) {
    super(message);
    this.outcomeUnknown = outcomeUnknown;
  }

  /**
   * False if the command was certainly not applied; true if it may have been, which the journal
   * will tell.
   */
  public boolean isOutcomeUnknown() {
    return outcomeUnknown;
  }
}
