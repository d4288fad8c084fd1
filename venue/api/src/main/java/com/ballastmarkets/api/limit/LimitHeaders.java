package com.ballastmarkets.api.limit;

import com.ballastmarkets.api.limit.RateLimits.Standing;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;

/** Tells in every counted answer where the caller stands. */
public final class LimitHeaders implements ContainerResponseFilter {
  private static final String LIMIT = "X-RateLimit-Limit";
  private static final String REMAINING = "X-RateLimit-Remaining";
  private static final String RESET = "X-RateLimit-Reset";
  private static final String STANDING = LimitHeaders.class.getName();

  /** Notes where the caller stands, for the answer of this request. */
  public static void note(ContainerRequestContext request, Standing standing) {
    request.setProperty(STANDING, standing);
  }

  /** Puts the headers into an answer that is being built. */
  public static Response.ResponseBuilder add(Response.ResponseBuilder answer, Standing standing) {
    return answer
        .header(LIMIT, standing.limit())
        .header(REMAINING, standing.remaining())
        .header(RESET, standing.resetEpochSecond());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(STANDING) instanceof Standing standing) {
      response.getHeaders().putSingle(LIMIT, standing.limit());
      response.getHeaders().putSingle(REMAINING, standing.remaining());
      response.getHeaders().putSingle(RESET, standing.resetEpochSecond());
    }
  }
}
