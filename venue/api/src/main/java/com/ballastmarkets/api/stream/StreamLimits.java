package com.ballastmarkets.api.stream;

import com.ballastmarkets.api.ApiConfig;
import com.ballastmarkets.sql.identity.ApiKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many streams are open, per address and per key. */
public final class StreamLimits {
  private final ApiConfig config;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();

  public StreamLimits(ApiConfig config) {
    this.config = config;
  }

  boolean enter(String address) {
    return take("address " + address, config.streamsPerAddress());
  }

  void leave(String address) {
    free("address " + address);
  }

  boolean enter(ApiKey key) {
    return take("key " + key.apiKey(), limit(key));
  }

  void leave(ApiKey key) {
    free("key " + key.apiKey());
  }

  int limit(ApiKey key) {
    return config.tier(key.role()).streams();
  }

  private boolean take(String name, int limit) {
    final boolean[] taken = new boolean[1];
    open.compute(
        name,
        (n, count) -> {
          final int now = count == null ? 0 : count;
          taken[0] = now < limit;
          return taken[0] ? Integer.valueOf(now + 1) : count;
        });
    return taken[0];
  }

  private void free(String name) {
    open.computeIfPresent(name, (n, count) -> count == 1 ? null : count - 1);
  }
}
