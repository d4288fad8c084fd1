package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Combos over REST: defined by their legs, traded by their market id, filled leg by leg. */
class ComboTest {
  private static final String LEGS =
      "{\"legs\":[{\"market_id\":\"suez-apr2025\",\"ratio\":%d},"
          + "{\"market_id\":\"panama-apr2025\",\"ratio\":%d}]}";

  private final TestVenue venue = new TestVenue();

  ComboTest() {
    venue.call(
        new Command.ListMarket(
            new Instrument(
                2,
                "panama-apr2025",
                "Panama Canal Availability - April 2025",
                new Contract.Binary(),
                "panama",
                TestVenue.nanos(Instant.parse("2025-04-01T00:00:00Z")),
                TestVenue.nanos(TestVenue.EXPIRY),
                TickTable.uniform(0, 10_000),
                FeeSchedule.FREE,
                500_000,
                1_000_000,
                10_000_000,
                "0".repeat(64))));
    venue.call(new Command.OpenMarket(2));
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private JsonNode define(TestClient client, int suez, int panama, int status) {
    final var answer = client.post("/v1/combos", LEGS.formatted(suez, panama));
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.body();
  }

  private static JsonNode place(
      TestClient client, String market, String side, String price, long size) {
    final var answer =
        client.post(
            "/v1/orders",
            ("{\"market_id\":\"%s\",\"side\":\"%s\",\"type\":\"limit\",\"price\":%s,\"size\":%d}")
                .formatted(market, side, price, size));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body();
  }

  @Test
  void theSameLegsAreDefinedOnce() {
    final JsonNode first = define(venue.alice, 1, -1, 201);
    assertThat(first.path("reversed").asBoolean()).isFalse();
    final String id = first.at("/combo/market_id").asText();
    final JsonNode again = define(venue.bob, -3, 3, 200);
    assertThat(again.path("reversed").asBoolean()).isTrue();
    assertThat(again.at("/combo/market_id").asText()).isEqualTo(id);

    final JsonNode listed = venue.anyone.get("/v1/combos?market_id=panama-apr2025").body();
    assertThat(listed.path("combos")).hasSize(1);
    assertThat(listed.at("/combos/0/legs/0/market_id").asText()).isEqualTo("suez-apr2025");
    assertThat(listed.at("/combos/0/legs/1/ratio").asInt()).isEqualTo(-1);
    assertThat(listed.at("/combos/0/tick_size").decimalValue()).isEqualByComparingTo("0.005");
    assertThat(venue.anyone.get("/v1/markets/" + id).body().path("type").asText())
        .isEqualTo("combo");
  }

  @Test
  void legsThatAreNoComboAreNamed() {
    final var zero = venue.alice.post("/v1/combos", LEGS.formatted(1, 0));
    assertThat(zero.status()).isEqualTo(400);
    assertThat(zero.body().at("/error/details/field").asText()).isEqualTo("legs[1].ratio");
    final var one =
        venue.alice.post("/v1/combos", "{\"legs\":[{\"market_id\":\"suez-apr2025\",\"ratio\":1}]}");
    assertThat(one.status()).isEqualTo(400);
    assertThat(one.body().at("/error/code").asText()).isEqualTo("INVALID_COMBO");
    assertThat(venue.anyone.post("/v1/combos", LEGS.formatted(1, -1)).status()).isEqualTo(401);
  }

  @Test
  void anOrderOfAComboFillsItsLegs() {
    final String combo = define(venue.alice, 1, -1, 201).at("/combo/market_id").asText();
    place(venue.bob, "suez-apr2025", "sell", "0.88", 5);
    place(venue.bob, "panama-apr2025", "buy", "0.49", 5);

    final JsonNode order = place(venue.alice, combo, "buy", "0.40", 8);
    assertThat(order.path("filled_size").asLong()).isEqualTo(5);
    assertThat(order.path("remaining_size").asLong()).isEqualTo(3);

    final JsonNode fills =
        venue.alice.get("/v1/account/fills?order_id=" + order.path("order_id").asText()).body();
    assertThat(fills.path("fills")).hasSize(2);
    assertThat(fills.path("fills").findValuesAsText("market_id"))
        .containsExactlyInAnyOrder("suez-apr2025", "panama-apr2025");
    assertThat(venue.alice.get("/v1/positions").body().path("positions")).hasSize(2);

    final JsonNode book = venue.anyone.get("/v1/markets/" + combo + "/orderbook").body();
    assertThat(book.at("/bids/0/price").decimalValue()).isEqualByComparingTo("0.40");
    assertThat(book.at("/bids/0/size").asLong()).isEqualTo(3);
    final JsonNode trades = venue.anyone.get("/v1/markets/" + combo + "/trades").body();
    assertThat(trades.at("/trades/0/price").decimalValue()).isEqualByComparingTo("0.39");
  }
}
