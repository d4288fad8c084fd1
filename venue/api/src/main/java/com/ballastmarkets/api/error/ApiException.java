package com.ballastmarkets.api.error;

import com.ballastmarkets.domain.event.RejectReason;
import java.util.Map;

/**
 * A refusal on its way to the client. Everything in it is shown: no secrets, paths or stack traces.
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;
  private final transient Map<String, Object> details;

  private ApiException(String code, int status, String message, Map<String, Object> details) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
    this.details = details;
  }

  public static ApiException of(ErrorCode code) {
    return new ApiException(code.name(), code.status(), code.message(), Map.of());
  }

  public static ApiException of(ErrorCode code, String message) {
    return new ApiException(code.name(), code.status(), message, Map.of());
  }

  public static ApiException of(ErrorCode code, String message, Map<String, Object> details) {
    return new ApiException(code.name(), code.status(), message, details);
  }

  /** The venue's refusal, with the figures that come with it. */
  public static ApiException of(RejectReason reason, Map<String, Object> details) {
    return new ApiException(
        reason.name(), Rejects.status(reason), Rejects.message(reason), details);
  }

  /** A field of the request is wrong. */
  public static ApiException field(String field, String problem) {
    return of(
        ErrorCode.INVALID_REQUEST,
        field + ": " + problem,
        Map.of("field", field, "problem", problem));
  }

  /** A field of the request is wrong in a way that the venue has a code for. */
  public static ApiException field(RejectReason reason, String field, String problem) {
    return new ApiException(
        reason.name(),
        Rejects.status(reason),
        Rejects.message(reason),
        Map.of("field", field, "problem", problem));
  }

  public String code() {
    return code;
  }

  public int status() {
    return status;
  }

  public ErrorBody body() {
    return ErrorBody.of(code, String.valueOf(getMessage()), details);
  }
}
