package com.ballastmarkets.api;

import static com.ballastmarkets.api.PublicApiPageTest.buys;
import static com.ballastmarkets.api.PublicApiPageTest.sells;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Margin, explained to its owner. */
class MarginTest {
  private final TestVenue venue = new TestVenue();

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void theStatementAddsUpToTheBalance() {
    buys(venue.alice, "0.87", 10);
    sells(venue.bob, "0.87", 10);
    buys(venue.alice, "0.85", 5);

    final JsonNode margin = venue.alice.get("/v1/account/margin").body();
    final JsonNode balance = venue.alice.get("/v1/account/balance").body();
    assertThat(margin.path("equity").decimalValue())
        .isEqualByComparingTo(balance.path("total_balance").decimalValue());
    assertThat(margin.path("available").decimalValue())
        .isEqualByComparingTo(balance.path("available").decimalValue());
    assertThat(margin.path("margin").decimalValue())
        .isEqualByComparingTo(balance.path("reserved").decimalValue());

    final JsonNode suez = margin.path("underlyings").path(0);
    assertThat(suez.path("market_id").asText()).isEqualTo("suez-apr2025");
    assertThat(suez.path("instruments").path(0).path("size").asLong()).isEqualTo(10);
    assertThat(suez.path("scenarios")).hasSize(2);
    final JsonNode worst = suez.path("scenarios").path(0);
    assertThat(worst.path("worst").asBoolean()).isTrue();
    assertThat(worst.path("outcome").asInt()).isZero();
    assertThat(worst.path("profit").decimalValue())
        .isEqualByComparingTo(
            suez.path("instruments")
                .path(0)
                .path("profit")
                .decimalValue()
                .add(suez.path("orders").decimalValue()));
    assertThat(suez.path("margin").decimalValue())
        .isEqualByComparingTo(worst.path("profit").decimalValue().negate());
  }

  @Test
  void whatAnOrderWouldMeetIsToldAndNothingIsPlaced() {
    final JsonNode fits = whatIf("0.87", 100);
    assertThat(fits.path("accepted").asBoolean()).isTrue();
    assertThat(fits.path("refusal").isNull()).isTrue();
    assertThat(fits.at("/margin/margin").decimalValue())
        .isGreaterThanOrEqualTo(new BigDecimal("87"));

    final JsonNode tooMuch = whatIf("0.99", 60_000);
    assertThat(tooMuch.path("accepted").asBoolean()).isFalse();
    assertThat(tooMuch.at("/refusal/code").asText()).isEqualTo("INSUFFICIENT_BALANCE");
    assertThat(tooMuch.at("/refusal/required").decimalValue())
        .isGreaterThan(tooMuch.at("/refusal/available").decimalValue());

    assertThat(whatIf("0.8701", 1).at("/refusal/code").asText()).isEqualTo("PRICE_OFF_TICK");
    assertThat(venue.alice.get("/v1/orders").body().path("orders")).isEmpty();
    assertThat(venue.alice.get("/v1/account/margin").body().path("margin").decimalValue()).isZero();
  }

  @Test
  void whatCannotBeReadIsNamed() {
    final var answer =
        venue.alice.post(
            "/v1/account/margin/what-if", "{\"market_id\":\"suez-apr2025\",\"side\":\"buy\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/error/details/field").asText()).isNotEmpty();
  }

  private JsonNode whatIf(String price, long size) {
    return venue
        .alice
        .post(
            "/v1/account/margin/what-if",
            ("{\"market_id\":\"suez-apr2025\",\"side\":\"buy\",\"type\":\"limit\","
                    + "\"price\":%s,\"size\":%d}")
                .formatted(price, size))
        .body();
  }
}
