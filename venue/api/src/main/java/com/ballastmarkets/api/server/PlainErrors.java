package com.ballastmarkets.api.server;

import com.ballastmarkets.api.error.ErrorBody;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.json.Json;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses before or beside Jersey, in the standard shape: no pages, no stack traces. */
final class PlainErrors extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    final String body = Json.write(ErrorBody.of(code(response.getStatus())));
    Content.Sink.write(response, true, body, callback);
    return true;
  }

  private static ErrorCode code(int status) {
    return switch (status) {
      case 401 -> ErrorCode.INVALID_SIGNATURE;
      case 403 -> ErrorCode.FORBIDDEN;
      case 404 -> ErrorCode.NOT_FOUND;
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
      case 429 -> ErrorCode.RATE_LIMIT_EXCEEDED;
      case 431 -> ErrorCode.HEADERS_TOO_LARGE;
      case 503 -> ErrorCode.VENUE_UNAVAILABLE;
      default -> status >= 500 ? ErrorCode.INTERNAL_ERROR : ErrorCode.INVALID_REQUEST;
    };
  }
}
