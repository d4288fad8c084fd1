package com.ballastmarkets.api.error;

import java.util.Map;

/** The standard error shape: {@code {"error": {"code": …, "message": …, "details": {…}}}}. */
public record ErrorBody(Problem error) {
  /**
   * @param code stable, upper case
   * @param details what belongs to the code; may be empty
   */
  public record Problem(String code, String message, Map<String, Object> details) {}

  public static ErrorBody of(String code, String message, Map<String, Object> details) {
    return new ErrorBody(new Problem(code, message, details));
  }

  public static ErrorBody of(ErrorCode code) {
    return of(code.name(), code.message(), Map.of());
  }
}
