package com.ballastmarkets.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.app.client.FixClient;
import com.ballastmarkets.app.client.RestClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, killed and started again, as its clients see it. */
class KilledVenueScenario {
  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
    final String market;
    final String orderId;
    try (ChildVenue venue = ChildVenue.up(folder);
        RestClient alpha = venue.client(0);
        RestClient borealis = venue.client(1)) {
      market = aMarket(alpha);
      orderId = order(alpha, market, "buy", 1_000).path("order_id").asText();
      sellOverFix(venue, market);
      final JsonNode sold = order(borealis, market, "sell", 300);
      assertThat(sold.path("status").asText()).isEqualTo("filled");
      venue.kill();
    }
    try (ChildVenue venue = ChildVenue.up(folder);
        RestClient alpha = venue.client(0);
        RestClient borealis = venue.client(1)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> alpha.get("/v1/status").status() == 200);
      final JsonNode order = alpha.get("/v1/orders/" + orderId).ok();
      assertThat(order.path("filled_size").asLong()).isEqualTo(400);
      assertThat(order.path("remaining_size").asLong()).isEqualTo(600);
      assertThat(position(alpha)).isEqualTo(400);
      assertThat(position(borealis)).isEqualTo(-300);
      final JsonNode balance = alpha.get("/v1/account/balance").ok();
      assertThat(balance.path("total_balance").decimalValue())
          .isEqualByComparingTo(new BigDecimal("1000000"));
      assertThat(balance.path("reserved").decimalValue()).isEqualByComparingTo("871.3572");

      assertThat(order(borealis, market, "sell", 600).path("status").asText()).isEqualTo("filled");
      assertThat(position(alpha)).isEqualTo(1_000);
    }
  }

  @Test
  void whatASessionOwesWhenTheVenueIsKilledIsDoneAtTheNextStart() throws Exception {
    try (ChildVenue venue = ChildVenue.up(folder);
        RestClient operator = venue.operator();
        RestClient delta = venue.client(3)) {
      final JsonNode who = venue.account(3);
      final String compId = who.path("fix_sender_comp_id").asText();
      operator
          .put("/v1/staff/fix-sessions/" + compId, Map.of("on_disconnect", "orders_and_quotes"))
          .ok();
      final String market = aMarket(delta);
      order(delta, market, "buy", 10);
      try (FixClient fix =
          FixClient.logOn(
              "127.0.0.1",
              venue.fixPort(),
              "FIX.4.4",
              compId,
              who.path("api_key").asText(),
              who.path("api_secret").asText())) {
        fix.awaitReport(fix.dayOrder(market, true, 100, "0.87"), '0');
        venue.kill();
      }
    }
    try (ChildVenue venue = ChildVenue.up(folder);
        RestClient delta = venue.client(3)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(delta.get("/v1/orders?limit=10").ok().path("orders"))
                  .extracting(o -> o.path("size").asLong() + " " + o.path("status").asText())
                  .containsExactlyInAnyOrder("10 open", "100 cancelled"));
    }
  }

  private static String aMarket(RestClient client) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !client.get("/v1/markets").body().path("markets").isEmpty());
    for (JsonNode market : client.get("/v1/markets").ok().path("markets")) {
      if (market.path("type").asText().equals("binary")) {
        return market.path("id").asText();
      }
    }
    throw new AssertionError("no binary market is listed");
  }

  private static JsonNode order(RestClient client, String market, String side, int size) {
    return client
        .post(
            "/v1/orders",
            Map.of(
                "market_id", market, "side", side, "type", "limit", "price", "0.87", "size", size))
        .ok();
  }

  private static void sellOverFix(ChildVenue venue, String market) throws IOException {
    final JsonNode cormorant = venue.account(2);
    try (FixClient fix =
        FixClient.logOn(
            "127.0.0.1",
            venue.fixPort(),
            "FIX.4.4",
            cormorant.path("fix_sender_comp_id").asText(),
            cormorant.path("api_key").asText(),
            cormorant.path("api_secret").asText())) {
      final String clOrdId = fix.order(market, false, 100, "0.87");
      assertThat(FixClient.text(fix.awaitReport(clOrdId, '2'), 32)).isEqualTo("100");
    }
  }

  private static long position(RestClient client) {
    return client.get("/v1/positions").ok().path("positions").path(0).path("size").asLong();
  }
}
