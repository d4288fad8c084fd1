package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.TestClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of the public API page, to the letter. */
class PublicApiPageTest {
  private TestVenue venue;

  @BeforeEach
  void open() {
    venue = new TestVenue();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void marketsShowTheBestPricesTheLastTradeAndTheDaysVolume() {
    buys(venue.alice, "0.865", 5_000);
    sells(venue.bob, "0.875", 3_000);
    buys(venue.alice, "0.870", 1_000);
    sells(venue.bob, "0.870", 1_000);

    final Answer answer = venue.anyone.get("/v1/markets");

    assertThat(answer.status()).isEqualTo(200);
    final JsonNode market = answer.body().path("markets").path(0);
    assertThat(market.path("id").asText()).isEqualTo("suez-apr2025");
    assertThat(market.path("name").asText()).isEqualTo("Suez Canal Availability - April 2025");
    assertThat(market.path("type").asText()).isEqualTo("binary");
    assertThat(market.path("settlement_date").asText()).isEqualTo("2025-05-01T00:00:00Z");
    assertThat(number(market, "last_price")).isEqualByComparingTo("0.87");
    assertThat(number(market, "bid")).isEqualByComparingTo("0.865");
    assertThat(number(market, "ask")).isEqualByComparingTo("0.875");
    assertThat(market.path("volume_24h").asLong()).isEqualTo(1_000);
    assertThat(market.path("volume_24h").isIntegralNumber()).isTrue();
  }

  @Test
  void aMarketShowsItsTerms() {
    final JsonNode market = venue.anyone.get("/v1/markets/suez-apr2025").body();

    assertThat(market.path("rules_hash").asText()).isEqualTo(TestDesks.HASH);
    assertThat(number(market, "tick_size")).isEqualByComparingTo("0.005");
    assertThat(number(market, "max_price")).isEqualByComparingTo("1");
    assertThat(market.path("state").asText()).isEqualTo("continuous");
    assertThat(market.path("last_price").isNull()).isTrue();
  }

  @Test
  void theOrderBookShowsAbsoluteSizesBestFirstDownToTheDepth() {
    buys(venue.alice, "0.860", 12_000);
    buys(venue.alice, "0.865", 5_000);
    buys(venue.alice, "0.855", 1);
    sells(venue.bob, "0.880", 8_000);
    sells(venue.bob, "0.875", 3_000);

    final Answer answer = venue.anyone.get("/v1/markets/suez-apr2025/orderbook?depth=2");

    assertThat(answer.body().path("market_id").asText()).isEqualTo("suez-apr2025");
    assertThat(answer.body().path("timestamp").asText()).startsWith("2025-03-15T10:3");
    assertThat(answer.text())
        .contains(
            "\"bids\":[{\"price\":0.865,\"size\":5000},{\"price\":0.860,\"size\":12000}]",
            "\"asks\":[{\"price\":0.875,\"size\":3000},{\"price\":0.880,\"size\":8000}]");
  }

  @Test
  void anOrderIsAnsweredWithItsState() {
    final Answer answer =
        venue.alice.post(
            "/v1/orders",
            """
            {
              "market_id": "suez-apr2025",
              "side": "buy",
              "type": "limit",
              "price": 0.870,
              "size": 1000,
              "time_in_force": "GTC"
            }\
            """);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("order_id").asText()).matches("ord_[a-z0-9]+");
    assertThat(answer.header("Location")).endsWith(answer.body().path("order_id").asText());
    assertThat(answer.body().path("status").asText()).isEqualTo("open");
    assertThat(answer.body().path("filled_size").asLong()).isZero();
    assertThat(answer.body().path("remaining_size").asLong()).isEqualTo(1_000);
    assertThat(answer.body().path("created_at").asText())
        .startsWith("2025-03-15T10:3")
        .endsWith("Z");
  }

  @Test
  void anOrderThatMeetsAnotherIsAnsweredAsFilled() {
    sells(venue.bob, "0.870", 400);

    final JsonNode order = buys(venue.alice, "0.870", 1_000);

    assertThat(order.path("status").asText()).isEqualTo("open");
    assertThat(order.path("filled_size").asLong()).isEqualTo(400);
    assertThat(order.path("remaining_size").asLong()).isEqualTo(600);
    assertThat(number(order, "average_fill_price")).isEqualByComparingTo("0.87");
  }

  @Test
  void openOrdersAndHistoryAreListed() {
    final String first = buys(venue.alice, "0.860", 10).path("order_id").asText();
    final String second = buys(venue.alice, "0.865", 20).path("order_id").asText();
    assertThat(venue.alice.delete("/v1/orders/" + first).status()).isEqualTo(200);

    final JsonNode open = venue.alice.get("/v1/orders?status=open").body().path("orders");
    final JsonNode history =
        venue
            .alice
            .get("/v1/orders?start_date=2025-03-01&end_date=2025-03-16")
            .body()
            .path("orders");

    assertThat(open.findValuesAsText("order_id")).containsExactly(second);
    assertThat(history.findValuesAsText("order_id")).containsExactly(second, first);
    assertThat(history.path(1).path("status").asText()).isEqualTo("cancelled");
    assertThat(
            venue
                .alice
                .get("/v1/orders?start_date=2025-03-01&end_date=2025-03-15")
                .body()
                .path("orders"))
        .isEmpty();
  }

  @Test
  void balanceIsWhatIsAvailableAndWhatIsReserved() {
    buys(venue.alice, "0.800", 10_000);

    final Answer answer = venue.alice.get("/v1/account/balance");

    assertThat(answer.text())
        .contains(
            "\"total_balance\":50000.00",
            "\"available\":42000.00",
            "\"reserved\":8000.00",
            "\"currency\":\"USDC\"");
  }

  @Test
  void positionsCarryProfitAgainstTheirAveragePrice() {
    buys(venue.alice, "0.850", 5_000);
    sells(venue.bob, "0.850", 5_000);
    buys(venue.alice, "0.870", 1);
    sells(venue.bob, "0.880", 1);

    final JsonNode position = venue.alice.get("/v1/positions").body().path("positions").path(0);

    assertThat(position.path("market_id").asText()).isEqualTo("suez-apr2025");
    assertThat(position.path("size").asLong()).isEqualTo(5_000);
    assertThat(number(position, "average_price")).isEqualByComparingTo("0.85");
    // The median of bid 0.87, ask 0.88 and last trade 0.85.
    assertThat(number(position, "current_price")).isEqualByComparingTo("0.87");
    assertThat(number(position, "unrealized_pnl")).isEqualByComparingTo("100.00");
    // Without leverage, all that the position can lose from its mark.
    assertThat(number(position, "margin_used")).isEqualByComparingTo("4350.00");
  }

  @Test
  void anOrderBeyondTheBalanceIsRefusedWithTheFigures() {
    final Answer answer =
        venue.alice.post(
            "/v1/orders",
            """
            {"market_id": "suez-apr2025", "side": "buy", "type": "limit", "price": "0.870",
             "size": 60000, "time_in_force": "GTC"}\
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INSUFFICIENT_BALANCE");
    assertThat(answer.body().path("error").path("message").asText())
        .isEqualTo("Insufficient collateral for this order");
    assertThat(answer.text()).contains("\"required\":52200.00", "\"available\":50000.00");
  }

  @Test
  void theCommonErrorsHaveTheirCodesAndStatuses() {
    assertThat(venue.anyone.get("/v1/account/balance").status()).isEqualTo(401);
    assertThat(venue.anyone.get("/v1/account/balance").code()).isEqualTo("INVALID_SIGNATURE");
    assertThat(venue.anyone.get("/v1/markets/atlantis").status()).isEqualTo(404);
    assertThat(venue.anyone.get("/v1/markets/atlantis").code()).isEqualTo("MARKET_NOT_FOUND");
    assertThat(order(venue.alice, "buy", "0.870", "0").code()).isEqualTo("ORDER_SIZE_TOO_SMALL");
    assertThat(order(venue.alice, "buy", "0.870", "0").status()).isEqualTo(400);
    assertThat(order(venue.alice, "buy", "0.010", "100000").status()).isEqualTo(201);
    assertThat(order(venue.alice, "buy", "0.010", "100000").status()).isEqualTo(201);
    assertThat(order(venue.alice, "buy", "0.010", "1").code()).isEqualTo("POSITION_LIMIT_EXCEEDED");
  }

  static JsonNode buys(TestClient client, String price, long size) {
    return placed(order(client, "buy", price, String.valueOf(size)));
  }

  static JsonNode sells(TestClient client, String price, long size) {
    return placed(order(client, "sell", price, String.valueOf(size)));
  }

  private static JsonNode placed(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body();
  }

  static Answer order(TestClient client, String side, String price, String size) {
    return client.post(
        "/v1/orders",
        """
        {"market_id": "suez-apr2025", "side": "%s", "type": "limit", "price": %s, "size": %s}\
        """
            .formatted(side, price, size));
  }

  private static BigDecimal number(JsonNode node, String field) {
    assertThat(node.path(field).isNumber()).as(field).isTrue();
    return node.path(field).decimalValue();
  }
}
