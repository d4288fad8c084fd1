package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rewards of the maker programme, as their account sees them. */
class MakerRewardTest {
  @Test
  void onlyTheOwnRewardsAreShown() {
    try (TestVenue venue = new TestVenue()) {
      final var own = venue.alice.get("/v1/account/maker-rewards").body().path("rewards");
      assertThat(own).hasSize(1);
      assertThat(own.path(0).path("week").asText()).isEqualTo("2025-W10");
      assertThat(own.path(0).path("score").decimalValue()).isEqualByComparingTo("1333.333333");
      assertThat(own.path(0).path("pool").decimalValue()).isEqualByComparingTo("10");
      assertThat(own.path(0).path("reward").decimalValue()).isEqualByComparingTo("3.333333");
      assertThat(own.path(0).path("paid_at").asText()).startsWith("2025-03-10T00:00:05");

      assertThat(venue.bob.get("/v1/account/maker-rewards").body().path("rewards")).isEmpty();
      assertThat(venue.anyone.get("/v1/account/maker-rewards").status()).isEqualTo(401);
    }
  }
}
