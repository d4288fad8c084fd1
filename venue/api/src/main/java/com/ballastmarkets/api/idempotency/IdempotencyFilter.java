package com.ballastmarkets.api.idempotency;

import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.json.JsonFields;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Answers a write that was sent before with the same {@code Idempotency-Key} as it was answered
 * then, and does not do it again; with another content it is refused. Answers are remembered for 24
 * hours in memory; the writes of money and orders carry the key further, to the venue's own memory.
 */
@Priority(Priorities.AUTHENTICATION + 100)
public final class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
  public static final String HEADER = "Idempotency-Key";
  private static final String REPLAYED = "Idempotent-Replayed";
  private static final String NOTED = IdempotencyFilter.class.getName();

  private final Cache<Use, Answer> answers =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(24)).maximumSize(200_000).build();

  private record Use(String apiKey, String idempotencyKey) {}

  /** Status 0 while it is not given yet. */
  private record Answer(String fingerprint, int status, @Nullable Object entity) {}

  /** The key of a request, or null. */
  public static @Nullable String key(ContainerRequestContext request) {
    return request.getHeaderString(HEADER);
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    final String key = key(request);
    if (key == null
        || request.getMethod().equals("GET")
        || !(request.getSecurityContext().getUserPrincipal() instanceof Caller caller)) {
      return;
    }
    if (!JsonFields.isId(key)) {
      throw ApiException.field(HEADER, "must be 1 to 64 visible ASCII characters");
    }
    final Use use = new Use(caller.key().apiKey(), key);
    final String fingerprint = fingerprint(request);
    final Answer before = answers.asMap().putIfAbsent(use, new Answer(fingerprint, 0, null));
    if (before == null) {
      request.setProperty(NOTED, use);
    } else if (!before.fingerprint().equals(fingerprint)) {
      throw ApiException.of(ErrorCode.IDEMPOTENCY_KEY_REUSED);
    } else if (before.status() == 0) {
      throw ApiException.of(ErrorCode.REQUEST_IN_PROGRESS);
    } else {
      request.abortWith(
          Response.status(before.status()).entity(before.entity()).header(REPLAYED, true).build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(NOTED) instanceof Use use) {
      final int status = response.getStatus();
      answers
          .asMap()
          .computeIfPresent(
              use,
              (u, pending) ->
                  status >= 500 || status == 429
                      ? null
                      : new Answer(pending.fingerprint(), status, response.getEntity()));
    }
  }

  private static String fingerprint(ContainerRequestContext request) throws IOException {
    final byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    try {
      final MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (request.getMethod() + " " + request.getUriInfo().getRequestUri() + "\n")
              .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
