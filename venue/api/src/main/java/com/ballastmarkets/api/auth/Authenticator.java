package com.ballastmarkets.api.auth;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.sql.identity.ApiKey;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request is its key holder's: the signature is right, its timestamp is within 5
 * s, and it is used for the first time.
 *
 * <p>A wrong key and a wrong signature get the same answer and take the same time. Signatures from
 * before the server started are refused, for it cannot know which of them were used.
 */
public final class Authenticator {
  private static final Duration TOLERANCE = Duration.ofSeconds(5);
  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,16}");
  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-fA-F]{64}");
  private static final String NO_SECRET = "bmkt_secret_of_nobody";

  private final ApiCredentials credentials;
  private final InstantSource clock;
  private final long startedAtMillis;

  /** Signatures seen, for as long as their timestamps may be good. */
  private final Cache<String, Boolean> used =
      Caffeine.newBuilder().expireAfterWrite(TOLERANCE.multipliedBy(4)).build();

  public Authenticator(ApiCredentials credentials, InstantSource clock) {
    this.credentials = credentials;
    this.clock = clock;
    this.startedAtMillis = clock.millis();
  }

  /**
   * What a client shows.
   *
   * @param method the HTTP method
   * @param target the request target as sent
   */
  public record Claim(
      @Nullable String key,
      @Nullable String timestamp,
      @Nullable String signature,
      String method,
      String target,
      byte[] body,
      InetAddress address) {}

  /**
   * The key of a genuine request.
   *
   * @throws ApiException {@code INVALID_SIGNATURE}, with a reason in its details
   */
  public ApiKey authenticate(Claim claim) {
    if (claim.key() == null || claim.timestamp() == null || claim.signature() == null) {
      throw refused("missing", "Authorization, X-BM-Timestamp and X-BM-Signature are needed");
    }
    if (!TIMESTAMP.matcher(claim.timestamp()).matches()
        || !SIGNATURE.matcher(claim.signature()).matches()) {
      throw refused("malformed", "The timestamp is Unix milliseconds, the signature 64 hex digits");
    }
    final long timestamp = Long.parseLong(claim.timestamp());
    if (Math.abs(timestamp - clock.millis()) > TOLERANCE.toMillis()
        || timestamp < startedAtMillis) {
      throw refused("timestamp", "The timestamp is not within 5 s of the server's time");
    }
    final Optional<ApiKey> key = credentials.find(claim.key());
    final byte[] expected =
        Signature.of(
            key.map(ApiKey::secret).orElse(NO_SECRET),
            claim.timestamp(),
            claim.method(),
            claim.target(),
            claim.body());
    final boolean genuine =
        MessageDigest.isEqual(expected, HexFormat.of().parseHex(claim.signature()));
    if (key.isEmpty() || !genuine || !key.get().isAllowedFrom(claim.address())) {
      throw refused("signature", ErrorCode.INVALID_SIGNATURE.message());
    }
    // The bytes count, not their spelling: hex digits may be upper or lower case.
    final String use = claim.key() + ' ' + HexFormat.of().formatHex(expected);
    if (used.asMap().putIfAbsent(use, Boolean.TRUE) != null) {
      throw refused("replayed", "The signature was used before");
    }
    return key.get();
  }

  private static ApiException refused(String reason, String message) {
    return ApiException.of(ErrorCode.INVALID_SIGNATURE, message, Map.of("reason", reason));
  }
}
