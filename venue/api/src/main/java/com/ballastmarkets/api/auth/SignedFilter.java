package com.ballastmarkets.api.auth;

import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.limit.LimitHeaders;
import com.ballastmarkets.api.limit.RateLimits;
import com.ballastmarkets.sql.identity.ApiKey;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Lets a request pass that is signed by a key whose role fits, and counts it. Requests that are not
 * genuine are counted against their address, so that a key's limit is its holder's alone.
 */
@Priority(Priorities.AUTHENTICATION)
final class SignedFilter implements ContainerRequestFilter {
  private static final String BEARER = "Bearer ";

  /** How much of a too large body is read, so that the client can read the answer. */
  private static final long DRAINED = 16L << 20;

  private final Authenticator authenticator;
  private final RateLimits limits;
  private final Who who;
  private final int maxBodyBytes;

  SignedFilter(Authenticator authenticator, RateLimits limits, Who who, int maxBodyBytes) {
    this.authenticator = authenticator;
    this.limits = limits;
    this.who = who;
    this.maxBodyBytes = maxBodyBytes;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    final Origin origin = Origin.of(request);
    final ApiKey key;
    try {
      key = authenticate(request, origin);
    } catch (ApiException e) {
      LimitHeaders.note(request, limits.countPublic(origin.address().getHostAddress()));
      throw e;
    }
    LimitHeaders.note(request, limits.countPrivate(key));
    if (!AccessFeature.allows(who, key.role())) {
      throw ApiException.of(ErrorCode.FORBIDDEN);
    }
    request.setSecurityContext(new Signed(new Caller(key)));
  }

  private ApiKey authenticate(ContainerRequestContext request, Origin origin) throws IOException {
    final byte[] body = body(request.getEntityStream());
    request.setEntityStream(new ByteArrayInputStream(body));
    final String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return authenticator.authenticate(
        new Authenticator.Claim(
            authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : null,
            request.getHeaderString("X-BM-Timestamp"),
            request.getHeaderString("X-BM-Signature"),
            request.getMethod(),
            origin.target(),
            body,
            origin.address()));
  }

  private byte[] body(InputStream stream) throws IOException {
    final byte[] body = stream.readNBytes(maxBodyBytes + 1);
    if (body.length > maxBodyBytes) {
      long drained = body.length;
      long skipped = stream.skip(1 << 16);
      while (skipped > 0 && drained < DRAINED) {
        drained += skipped;
        skipped = stream.skip(1 << 16);
      }
      throw ApiException.of(
          ErrorCode.PAYLOAD_TOO_LARGE,
          ErrorCode.PAYLOAD_TOO_LARGE.message(),
          Map.of("max_bytes", maxBodyBytes));
    }
    return body;
  }

  /** Carries the caller to the resource. */
  private record Signed(Caller caller) implements SecurityContext {
    @Override
    public Caller getUserPrincipal() {
      return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
      return caller.key().role().name().equals(role);
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "BM-HMAC-SHA256";
    }
  }
}
