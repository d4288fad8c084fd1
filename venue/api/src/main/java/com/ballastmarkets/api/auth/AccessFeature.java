package com.ballastmarkets.api.auth;

import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.limit.LimitHeaders;
import com.ballastmarkets.api.limit.RateLimits;
import com.ballastmarkets.sql.identity.Role;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Puts before each resource method the filter that its {@link Access} asks for. */
public final class AccessFeature implements DynamicFeature {
  private final Authenticator authenticator;
  private final RateLimits limits;
  private final int maxBodyBytes;

  public AccessFeature(Authenticator authenticator, RateLimits limits, int maxBodyBytes) {
    this.authenticator = authenticator;
    this.limits = limits;
    this.maxBodyBytes = maxBodyBytes;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (!resource.getResourceClass().getName().startsWith("com.ballastmarkets.")) {
      return;
    }
    final Access access = resource.getResourceMethod().getAnnotation(Access.class);
    if (access == null) {
      throw new IllegalStateException(resource.getResourceMethod() + " does not say who may call");
    }
    switch (access.value()) {
      case UNLIMITED -> {}
      case PUBLIC -> context.register(new PublicFilter(limits));
      case ACCOUNT, OPERATOR, ARBITRATOR, STAFF ->
          context.register(new SignedFilter(authenticator, limits, access.value(), maxBodyBytes));
    }
  }

  /** Counts by address. */
  @Priority(Priorities.AUTHENTICATION)
  private static final class PublicFilter implements ContainerRequestFilter {
    private final RateLimits limits;

    PublicFilter(RateLimits limits) {
      this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      LimitHeaders.note(request, limits.countPublic(Origin.of(request).address().getHostAddress()));
    }
  }

  /** Whether a role is among those that may call. */
  static boolean allows(Who who, Role role) {
    return switch (who) {
      case UNLIMITED, PUBLIC -> true;
      case ACCOUNT -> role.isClient();
      case OPERATOR -> role == Role.OPERATOR;
      case ARBITRATOR -> role == Role.ARBITRATOR;
      case STAFF -> !role.isClient();
    };
  }
}
