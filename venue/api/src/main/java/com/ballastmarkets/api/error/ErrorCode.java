package com.ballastmarkets.api.error;

/**
 * Refusals of the interface itself; what the venue refuses is in {@link Rejects}. The name is the
 * stable code, the text is the message unless a better one is at hand.
 */
public enum ErrorCode {
  INVALID_REQUEST(400, "The request is not valid"),
  INVALID_SIGNATURE(401, "Authentication signature invalid"),
  FORBIDDEN(403, "The key may not do this"),
  NOT_FOUND(404, "There is nothing at this address"),
  ACCOUNT_NOT_FOUND(404, "No such account"),
  SETTLEMENT_NOT_FOUND(404, "Nothing has been published for this market yet"),
  METHOD_NOT_ALLOWED(405, "The address does not take this method"),
  NOT_ACCEPTABLE(406, "Answers are application/json"),
  IDEMPOTENCY_KEY_REUSED(409, "The idempotency key was used for another request"),
  REQUEST_IN_PROGRESS(409, "A request with this idempotency key is still being answered"),
  PAYLOAD_TOO_LARGE(413, "The request body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Request bodies are application/json"),
  RATE_LIMIT_EXCEEDED(429, "Too many requests"),
  HEADERS_TOO_LARGE(431, "The request's headers are too large"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  VENUE_UNAVAILABLE(503, "The venue cannot take the request now; it was not applied"),
  HISTORY_UNAVAILABLE(503, "Older records cannot be read now"),
  TRANSFER_RAIL_UNAVAILABLE(503, "The transfer rail cannot be used now; it is tried again"),
  OUTCOME_UNKNOWN(504, "No answer in time; the request may have been applied"),

  /** Streams only: what was to be sent did not fit the queue. */
  SLOW_CONSUMER(429, "The client reads too slowly; the stream is closed"),
  /** Streams only: the operation needs an authenticated stream. */
  NOT_AUTHENTICATED(401, "Authenticate first");

  private final int status;
  private final String message;

  ErrorCode(int status, String message) {
    this.status = status;
    this.message = message;
  }

  public int status() {
    return status;
  }

  public String message() {
    return message;
  }
}
