package com.ballastmarkets.api;

import com.ballastmarkets.sql.identity.Role;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How the server is set up. {@link #sandbox} has the defaults; change single keys with the withers.
 *
 * @param host the address to bind
 * @param port the port to bind; 0 takes a free one
 * @param sandbox whether clock and faucet may be used, and keys are {@code bmkt_test_…}
 * @param publicPerMinute requests a minute to public endpoints, per IP address
 * @param tiers limits by product tier: the role of a key in lower case ({@code trader}, {@code
 *     maker}, …), {@link #STANDARD} for roles without their own
 * @param streamsPerAddress WebSocket connections at a time per IP address
 * @param maxBodyBytes the largest request body
 * @param answerTimeout how long a command's answer is waited for
 * @param heartbeat between two heartbeats of a stream
 * @param streamQueue messages that may wait for a slow stream before it is cut
 * @param faucetLimitMicros the most that one faucet request gives
 */
public record ApiConfig(
    String host,
    int port,
    boolean sandbox,
    int publicPerMinute,
    Map<String, Tier> tiers,
    int streamsPerAddress,
    int maxBodyBytes,
    Duration answerTimeout,
    Duration heartbeat,
    int streamQueue,
    long faucetLimitMicros) {

  /** The tier that holds for roles that have no other. */
  public static final String STANDARD = "standard";

  /**
   * @param privatePerMinute private requests a minute, per key
   * @param streams WebSocket connections at a time, per key
   */
  public record Tier(int privatePerMinute, int streams) {}

  public ApiConfig {
    tiers = Map.copyOf(tiers);
    if (!tiers.containsKey(STANDARD)) {
      throw new IllegalArgumentException("the tier " + STANDARD + " must be configured");
    }
  }

  /** The limits of the public API page, on all addresses. */
  public static ApiConfig sandbox(int port) {
    return new ApiConfig(
        "0.0.0.0",
        port,
        true,
        100,
        Map.of(STANDARD, new Tier(300, 5)),
        100,
        256 * 1024,
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        1_024,
        100_000_000_000L);
  }

  public Tier tier(Role role) {
    final Tier tier = tiers.get(role.name().toLowerCase(Locale.ROOT));
    return tier != null ? tier : Objects.requireNonNull(tiers.get(STANDARD));
  }

  public ApiConfig withHost(String newHost) {
    return new ApiConfig(
        newHost,
        port,
        sandbox,
        publicPerMinute,
        tiers,
        streamsPerAddress,
        maxBodyBytes,
        answerTimeout,
        heartbeat,
        streamQueue,
        faucetLimitMicros);
  }

  public ApiConfig withLimits(int newPublicPerMinute, Map<String, Tier> newTiers) {
    return new ApiConfig(
        host,
        port,
        sandbox,
        newPublicPerMinute,
        newTiers,
        streamsPerAddress,
        maxBodyBytes,
        answerTimeout,
        heartbeat,
        streamQueue,
        faucetLimitMicros);
  }

  public ApiConfig withStreams(Duration newHeartbeat, int newStreamQueue) {
    return new ApiConfig(
        host,
        port,
        sandbox,
        publicPerMinute,
        tiers,
        streamsPerAddress,
        maxBodyBytes,
        answerTimeout,
        newHeartbeat,
        newStreamQueue,
        faucetLimitMicros);
  }
}
