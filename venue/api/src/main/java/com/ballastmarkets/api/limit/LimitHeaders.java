package com.ballastmarkets.api.limit;

import com.ballastmarkets.api.limit.RateLimits.Standing;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Tells in every counted answer where the caller stands. */
public final class LimitHeaders implements ContainerResponseFilter {
  private static final String STANDING = LimitHeaders.class.getName();

  /** Notes where the caller stands, for the answer of this request. */
  public static void note(ContainerRequestContext request, Standing standing) {
    request.setProperty(STANDING, standing);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(STANDING) instanceof Standing standing) {
      response.getHeaders().putSingle("X-RateLimit-Limit", standing.limit());
      response.getHeaders().putSingle("X-RateLimit-Remaining", standing.remaining());
      response.getHeaders().putSingle("X-RateLimit-Reset", standing.resetEpochSecond());
    }
  }
}
