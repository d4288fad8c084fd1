package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.TestClient.Answer;
import com.ballastmarkets.api.order.OrderHistory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How much is too much. */
class RateLimitTest {
  private static TestVenue venue;

  @BeforeAll
  static void open() {
    venue =
        new TestVenue(
            ApiConfig.sandbox(0)
                .withHost("127.0.0.1")
                .withLimits(
                    4,
                    Map.of(
                        ApiConfig.STANDARD,
                        new ApiConfig.Tier(3, 5),
                        "operator",
                        new ApiConfig.Tier(1_000, 5))),
            OrderHistory.none(),
            List.of());
  }

  @AfterAll
  static void close() {
    venue.close();
  }

  @Test
  void theDefaultsAreThoseOfThePublicPage() {
    final ApiConfig config = ApiConfig.sandbox(0);

    assertThat(config.publicPerMinute()).isEqualTo(100);
    assertThat(config.tiers().get(ApiConfig.STANDARD)).isEqualTo(new ApiConfig.Tier(300, 5));
  }

  @Test
  void aKeyIsCountedByItselfAndToldWhereItStands() {
    assertStanding(venue.alice.get("/v1/positions"), 200, 3, 2);
    assertStanding(venue.alice.get("/v1/positions"), 200, 3, 1);
    assertStanding(venue.bob.get("/v1/positions"), 200, 3, 2);
    assertStanding(venue.alice.get("/v1/orders/ord_9"), 404, 3, 0);

    final Answer refused = venue.alice.get("/v1/positions");

    assertStanding(refused, 429, 3, 0);
    assertThat(refused.code()).isEqualTo("RATE_LIMIT_EXCEEDED");
    assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 60L);
    assertThat(refused.details().path("retry_after").asText())
        .isEqualTo(refused.header("Retry-After"));
    assertStanding(venue.operator.get("/v1/staff/clock"), 200, 1_000, 999);
  }

  @Test
  void anAddressIsCountedOnPublicDoorsAndForFailedSignatures() {
    assertStanding(venue.anyone.get("/v1/markets"), 200, 4, 3);
    assertStanding(venue.anyone.get("/v1/markets/suez-apr2025"), 200, 4, 2);
    assertStanding(venue.anyone.get("/v1/positions"), 401, 4, 1);
    assertStanding(venue.anyone.get("/v1/markets"), 200, 4, 0);
    assertStanding(venue.anyone.get("/v1/markets"), 429, 4, 0);
    assertStanding(venue.anyone.get("/v1/positions"), 429, 4, 0);

    final Answer status = venue.anyone.get("/v1/status");

    assertThat(status.status()).isEqualTo(200);
    assertThat(status.header("X-RateLimit-Limit")).isEmpty();
    assertThat(venue.anyone.get("/v1/health").status()).isEqualTo(200);
    assertThat(venue.anyone.get("/v1/openapi.json").status()).isEqualTo(200);
  }

  private static void assertStanding(Answer answer, int status, int limit, int remaining) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("X-RateLimit-Limit")).isEqualTo(String.valueOf(limit));
    assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(String.valueOf(remaining));
    final long now = Instant.now().getEpochSecond();
    assertThat(Long.parseLong(answer.header("X-RateLimit-Reset"))).isBetween(now, now + 62);
  }
}
