package com.ballastmarkets.fix.order;

/**
 * A request that the gateway itself answers with a reject: it cannot be said to the venue at all.
 */
public final class RefusedRequest extends Exception {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final int ordRejReason;

  /**
   * @param code stable, as a {@link com.ballastmarkets.domain.event.RejectReason}'s name is
   * @param ordRejReason FIX 103
   * @param explanation for people
   */
  public RefusedRequest(String code, int ordRejReason, String explanation) {
    super(explanation);
    this.code = code;
    this.ordRejReason = ordRejReason;
  }

  public String code() {
    return code;
  }

  public int ordRejReason() {
    return ordRejReason;
  }

  public String explanation() {
    final String message = getMessage();
    return message == null ? code : message;
  }
}
