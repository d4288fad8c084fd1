package com.ballastmarkets.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.app.client.RestClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account as the venue shows it, held against what its client was told. */
final class Reckoning {
  private final RestClient client;
  private final Map<String, JsonNode> orders = new HashMap<>();
  private final Map<String, JsonNode> fills = new HashMap<>();
  private BigDecimal fees = BigDecimal.ZERO;

  private Reckoning(RestClient client) {
    this.client = client;
  }

  /** Reads all orders and fills of the account, each of which must be there once. */
  static Reckoning of(RestClient client) {
    final Reckoning reckoning = new Reckoning(client);
    for (JsonNode order : all(client, "/v1/orders?limit=500", "orders")) {
      final String clOrdId = order.path("client_order_id").asText();
      assertThat(reckoning.orders.put(clOrdId, order)).as("%s is placed once", clOrdId).isNull();
    }
    for (JsonNode fill : all(client, "/v1/account/fills?limit=500", "fills")) {
      final String tradeId = fill.path("trade_id").asText();
      assertThat(reckoning.fills.put(tradeId, fill)).as("%s is booked once", tradeId).isNull();
      reckoning.fees = reckoning.fees.add(fill.path("fee").decimalValue());
    }
    return reckoning;
  }

  private static List<JsonNode> all(RestClient client, String target, String name) {
    final List<JsonNode> found = new ArrayList<>();
    String cursor = "";
    do {
      final JsonNode page =
          client.get(cursor.isEmpty() ? target : target + "&cursor=" + cursor).ok();
      page.path(name).forEach(found::add);
      cursor = page.path("next_cursor").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    return found;
  }

  /** Everything that was acknowledged is there as it was told, and nothing is there twice. */
  void check(Told told) {
    told.allAnswers()
        .forEach((clOrdId, answer) -> {
          final JsonNode order = found(orders, clOrdId);
          assertThat(order.path("order_id").asText()).isEqualTo(answer.orderId());
          final long filled = order.path("filled_size").asLong();
          assertThat(filled).as("filled of %s", clOrdId).isGreaterThanOrEqualTo(answer.filled());
          if (answer.over()) {
            assertThat(filled)
                .as("filled of %s, which is over", clOrdId)
                .isEqualTo(answer.filled());
            assertThat(order.path("status").asText()).isIn("filled", "cancelled");
          }
        });
    assertThat(told.allSent().keySet()).containsAll(orders.keySet());
    told.allFills()
        .forEach((tradeId, fill) -> {
          final JsonNode booked = found(fills, tradeId);
          assertThat(booked.path("order_id").asText()).isEqualTo(fill.orderId());
          assertThat(booked.path("size").asLong()).isEqualTo(fill.lots());
          assertThat(booked.path("price").decimalValue())
              .isEqualByComparingTo(new BigDecimal(fill.price()));
        });
    final Map<String, Long> booked = new HashMap<>();
    fills
        .values()
        .forEach(fill ->
            booked.merge(fill.path("order_id").asText(), fill.path("size").asLong(), Long::sum));
    orders.forEach((clOrdId, order) ->
        assertThat(order.path("filled_size").asLong())
            .as("fills of %s", clOrdId)
            .isEqualTo(booked.getOrDefault(order.path("order_id").asText(), 0L)));
    assertThat(position()).isEqualTo(positionByFills());
  }

  private static JsonNode found(Map<String, JsonNode> there, String told) {
    final JsonNode found = there.get(told);
    if (found == null) {
      throw new AssertionError(told + " was told and is not there");
    }
    return found;
  }

  /** Every fill that is booked was told: for a client that has heard all there is. */
  void checkAllTold(Told told) {
    assertThat(told.allFills().keySet()).containsExactlyInAnyOrderElementsOf(fills.keySet());
  }

  int fillCount() {
    return fills.size();
  }

  /** Signed lots as the venue shows them. */
  long position() {
    return client.get("/v1/positions").ok().path("positions").path(0).path("size").asLong();
  }

  private long positionByFills() {
    return fills.values().stream()
        .mapToLong(fill ->
            fill.path("side").asText().equals("buy")
                ? fill.path("size").asLong()
                : -fill.path("size").asLong())
        .sum();
  }

  /** What the account is worth and has paid in fees: over all accounts, what was deposited. */
  BigDecimal worthAndFees() {
    return client.get("/v1/account/balance").ok().path("total_balance").decimalValue().add(fees);
  }
}
