package com.ballastmarkets.api.limit;

import com.ballastmarkets.api.ApiConfig;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.sql.identity.ApiKey;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts requests in windows of one minute: public ones per address, private ones per key. A window
 * starts with the first request after the last one ended.
 */
public final class RateLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final long MAX_COUNTED = 200_000;

  private final ApiConfig config;
  private final InstantSource clock;
  private final LoadingCache<String, Bucket> byAddress;
  private final LoadingCache<Limited, Bucket> byKey;

  private record Limited(String key, int perMinute) {}

  public RateLimits(ApiConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.byAddress = counters().build(address -> bucket(config.publicPerMinute()));
    this.byKey = counters().build(limited -> bucket(limited.perMinute()));
  }

  /**
   * Where a caller stands after a request.
   *
   * @param resetEpochSecond when the whole limit is there again, Unix time
   */
  public record Standing(int limit, long remaining, long resetEpochSecond) {}

  /**
   * Counts a public request.
   *
   * @throws RateLimitedException if there were too many
   */
  public Standing countPublic(String address) {
    return count(byAddress.get(address), config.publicPerMinute());
  }

  /**
   * Counts a private request.
   *
   * @throws RateLimitedException if there were too many
   */
  public Standing countPrivate(ApiKey key) {
    final int limit = config.tier(key.role()).privatePerMinute();
    return count(byKey.get(new Limited(key.apiKey(), limit)), limit);
  }

  private Standing count(Bucket bucket, int limit) {
    final ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    final long resetNanos = probe.getNanosToWaitForReset();
    final Standing standing =
        new Standing(
            limit,
            probe.getRemainingTokens(),
            clock.instant().plusNanos(resetNanos + 999_999_999L).getEpochSecond());
    if (probe.isConsumed()) {
      return standing;
    }
    throw new RateLimitedException(standing, seconds(probe.getNanosToWaitForRefill()));
  }

  private static long seconds(long nanos) {
    return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999L));
  }

  /** Too many requests. */
  public static final class RateLimitedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Standing standing;
    private final long retryAfterSeconds;

    private RateLimitedException(Standing standing, long retryAfterSeconds) {
      super(null, null, false, false);
      this.standing = standing;
      this.retryAfterSeconds = retryAfterSeconds;
    }

    public Standing standing() {
      return standing;
    }

    public long retryAfterSeconds() {
      return retryAfterSeconds;
    }

    public ApiException refusal() {
      return ApiException.of(
          ErrorCode.RATE_LIMIT_EXCEEDED,
          ErrorCode.RATE_LIMIT_EXCEEDED.message(),
          Map.of("limit", standing.limit(), "retry_after", retryAfterSeconds));
    }
  }

  private static Caffeine<Object, Object> counters() {
    return Caffeine.newBuilder().expireAfterAccess(WINDOW.multipliedBy(2)).maximumSize(MAX_COUNTED);
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, WINDOW))
        .withNanosecondPrecision()
        .build();
  }
}
