package com.ballastmarkets.api;

import static com.ballastmarkets.api.PublicApiPageTest.buys;
import static com.ballastmarkets.api.PublicApiPageTest.sells;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.TestClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From placing to the end, as a client sees it. */
class OrderLifeTest {
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
  void theSameClientOrderIdPlacesOnce() {
    final String order =
        """
        {"market_id":"suez-apr2025","side":"buy","type":"limit","price":0.5,"size":10,
         "client_order_id":"alpha-1"}\
        """;

    final Answer first = venue.alice.post("/v1/orders", order);
    final Answer again = venue.alice.post("/v1/orders", order);
    final Answer other = venue.alice.post("/v1/orders", order.replace("0.5", "0.6"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.body().path("client_order_id").asText()).isEqualTo("alpha-1");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("DUPLICATE_CLIENT_ORDER_ID");
    assertThat(open(venue.alice)).hasSize(1);
    assertThat(venue.alice.get("/v1/orders?client_order_id=alpha-1").body().path("orders"))
        .hasSize(1);
  }

  @Test
  void theSameIdempotencyKeyAnswersAsBefore() {
    final String order =
        """
        {"market_id":"suez-apr2025","side":"buy","type":"limit","price":0.5,"size":10}\
        """;
    final Map<String, String> key = Map.of("Idempotency-Key", "key-1");

    final Answer first = venue.alice.send("POST", "/v1/orders", order, key);
    final Answer again = venue.alice.send("POST", "/v1/orders", order, key);
    final Answer other = venue.alice.send("POST", "/v1/orders", order.replace("10", "20"), key);
    final Answer bobs = venue.bob.send("POST", "/v1/orders", order, key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(bobs.status()).isEqualTo(201);
    assertThat(open(venue.alice)).hasSize(1);
  }

  @Test
  void aSecondCancelWithTheSameKeyIsAnsweredAsTheFirst() {
    final String order = "/v1/orders/" + buys(venue.alice, "0.5", 10).path("order_id").asText();
    final Map<String, String> key = Map.of("Idempotency-Key", "cancel-1");

    final Answer first = venue.alice.send("DELETE", order, "", key);
    final Answer again = venue.alice.send("DELETE", order, "", key);

    assertThat(first.body().path("status").asText()).isEqualTo("cancelled");
    assertThat(first.body().path("remaining_size").asLong()).isZero();
    assertThat(first.body().path("cancel_reason").asText()).isEqualTo("requested");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(venue.alice.delete(order).code()).isEqualTo("ORDER_CLOSED");
    assertThat(venue.alice.delete(order).status()).isEqualTo(409);
  }

  @Test
  void anOrderIsReplacedWholeOrInPart() {
    final String order = "/v1/orders/" + buys(venue.alice, "0.5", 10).path("order_id").asText();

    final Answer put = venue.alice.send("PUT", order, "{\"price\":0.6,\"size\":\"8\"}", Map.of());
    final Answer patch = venue.alice.send("PATCH", order, "{\"size\":5}", Map.of());
    final Answer lacking = venue.alice.send("PUT", order, "{\"size\":5}", Map.of());
    final Answer offGrid = venue.alice.send("PATCH", order, "{\"price\":0.601}", Map.of());

    assertThat(put.status()).as(put.text()).isEqualTo(200);
    assertThat(put.body().path("price").decimalValue()).isEqualByComparingTo("0.6");
    assertThat(put.body().path("remaining_size").asLong()).isEqualTo(8);
    assertThat(patch.body().path("price").decimalValue()).isEqualByComparingTo("0.6");
    assertThat(patch.body().path("size").asLong()).isEqualTo(5);
    assertThat(lacking.details().path("field").asText()).isEqualTo("price");
    assertThat(offGrid.code()).isEqualTo("PRICE_OFF_TICK");
    assertThat(venue.alice.get(order).body().path("size").asLong()).isEqualTo(5);
  }

  @Test
  void aMassCancelKeepsToItsFilter() {
    buys(venue.alice, "0.5", 1);
    buys(venue.alice, "0.6", 1);
    sells(venue.alice, "0.9", 1);

    assertThat(venue.alice.delete("/v1/orders?side=buy").body().path("cancelled").asInt())
        .isEqualTo(2);
    assertThat(open(venue.alice)).hasSize(1);
    assertThat(
            venue
                .alice
                .delete("/v1/orders?market_id=suez-apr2025")
                .body()
                .path("cancelled")
                .asInt())
        .isEqualTo(1);
    assertThat(open(venue.alice)).isEmpty();
  }

  @Test
  void immediateOrdersTellWhatBecameOfThem() {
    sells(venue.bob, "0.870", 5);

    final JsonNode ioc = post("\"type\":\"limit\",\"price\":0.87,\"time_in_force\":\"IOC\"", 8);
    final Answer fok =
        venue.alice.post(
            "/v1/orders", body("\"type\":\"limit\",\"price\":0.87,\"time_in_force\":\"FOK\"", 8));
    sells(venue.bob, "0.870", 5);
    final JsonNode market = post("\"type\":\"market\"", 3);

    assertThat(ioc.path("filled_size").asLong()).isEqualTo(5);
    assertThat(ioc.path("remaining_size").asLong()).isZero();
    assertThat(ioc.path("status").asText()).isEqualTo("cancelled");
    assertThat(ioc.path("cancel_reason").asText()).isEqualTo("immediate_rest");
    assertThat(fok.body().path("cancel_reason").asText()).isEqualTo("not_fillable");
    assertThat(market.path("status").asText()).isEqualTo("filled");
    assertThat(market.path("price").isNull()).isTrue();
    assertThat(market.path("average_fill_price").decimalValue()).isEqualByComparingTo("0.87");
  }

  @Test
  void fillsAndTradesArePagedNewestFirst() {
    for (int i = 1; i <= 5; i++) {
      sells(venue.bob, "0.870", i);
      buys(venue.alice, "0.870", i);
    }
    assertThat(sizes(venue.alice, "/v1/account/fills?limit=2", "fills"))
        .containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(sizes(venue.anyone, "/v1/markets/suez-apr2025/trades?limit=2", "trades"))
        .containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(sizes(venue.alice, "/v1/orders?limit=3", "orders"))
        .containsExactly(5L, 4L, 3L, 2L, 1L);

    final JsonNode fill = venue.bob.get("/v1/account/fills?limit=1").body().path("fills").path(0);
    assertThat(fill.path("liquidity").asText()).isEqualTo("maker");
    assertThat(fill.path("side").asText()).isEqualTo("sell");
  }

  @Test
  void aKillSwitchCancelsAndBars() {
    buys(venue.alice, "0.5", 1);

    assertThat(
            venue
                .alice
                .post("/v1/account/kill-switch", "{\"engaged\":true}")
                .body()
                .path("suspended")
                .asBoolean())
        .isTrue();

    assertThat(open(venue.alice)).isEmpty();
    final Answer barred = PublicApiPageTest.order(venue.alice, "buy", "0.5", "1");
    assertThat(barred.status()).isEqualTo(403);
    assertThat(barred.code()).isEqualTo("ACCOUNT_SUSPENDED");
    venue.alice.post("/v1/account/kill-switch", "{\"engaged\":false}");
    buys(venue.alice, "0.5", 1);
  }

  private JsonNode post(String how, long size) {
    final Answer answer = venue.alice.post("/v1/orders", body(how, size));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body();
  }

  private static String body(String how, long size) {
    return "{\"market_id\":\"suez-apr2025\",\"side\":\"buy\",\"size\":" + size + "," + how + "}";
  }

  private static JsonNode open(TestClient client) {
    return client.get("/v1/orders?status=open").body().path("orders");
  }

  /** The sizes over all pages. */
  private static List<Long> sizes(TestClient client, String target, String list) {
    final List<Long> sizes = new ArrayList<>();
    String next = target;
    while (true) {
      final JsonNode page = client.get(next).body();
      page.path(list).forEach(line -> sizes.add(line.path("size").asLong()));
      if (page.path("next_cursor").isNull()) {
        return sizes;
      }
      next = target + "&cursor=" + page.path("next_cursor").asText();
    }
  }
}
