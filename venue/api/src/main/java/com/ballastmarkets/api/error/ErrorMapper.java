package com.ballastmarkets.api.error;

import com.ballastmarkets.api.limit.LimitHeaders;
import com.ballastmarkets.api.limit.RateLimits.RateLimitedException;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever went wrong into the standard shape. What we did not foresee is logged, not shown.
 */
public final class ErrorMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
  private static final long RETRY_SECONDS = 1;

  @Override
  public Response toResponse(Throwable failure) {
    return switch (failure) {
      case RateLimitedException limited ->
          LimitHeaders.add(answer(limited.refusal()), limited.standing())
              .header(HttpHeaders.RETRY_AFTER, limited.retryAfterSeconds())
              .build();
      case ApiException refused -> {
        final Response.ResponseBuilder answer = answer(refused);
        yield (refused.status() == 503
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                : answer)
            .build();
      }
      case VenueUnavailableException unavailable ->
          answer(
                  ApiException.of(
                      unavailable.isOutcomeUnknown()
                          ? ErrorCode.OUTCOME_UNKNOWN
                          : ErrorCode.VENUE_UNAVAILABLE))
              .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
              .build();
      case WebApplicationException framework -> framework(framework);
      default -> {
        LOG.error("a request failed", failure);
        yield answer(ApiException.of(ErrorCode.INTERNAL_ERROR)).build();
      }
    };
  }

  /** What Jersey refuses by itself: unknown paths, wrong methods, wrong media types. */
  private static Response framework(WebApplicationException failure) {
    final Response given = failure.getResponse();
    final ErrorCode code =
        switch (given.getStatus()) {
          case 401 -> ErrorCode.INVALID_SIGNATURE;
          case 403 -> ErrorCode.FORBIDDEN;
          case 404 -> ErrorCode.NOT_FOUND;
          case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
          case 406 -> ErrorCode.NOT_ACCEPTABLE;
          case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
          case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
          default ->
              given.getStatus() >= 500 ? ErrorCode.INTERNAL_ERROR : ErrorCode.INVALID_REQUEST;
        };
    if (code == ErrorCode.INTERNAL_ERROR) {
      LOG.error("a request failed", failure);
    }
    final Response.ResponseBuilder answer = answer(ApiException.of(code));
    final String allow = given.getHeaderString(HttpHeaders.ALLOW);
    return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
  }

  private static Response.ResponseBuilder answer(ApiException refusal) {
    return Response.status(refusal.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(refusal.body());
  }
}
