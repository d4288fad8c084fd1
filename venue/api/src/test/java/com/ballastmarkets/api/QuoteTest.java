package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Quotes, their protection and ladders over REST. */
class QuoteTest {
  private final TestVenue venue = new TestVenue();

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer quote(String entries) {
    return venue.alice.post(
        "/v1/quotes", "{\"quote_group\":\"front\",\"quotes\":[" + entries + "]}");
  }

  private static String entry(String id, String bid, String ask) {
    return "{\"quote_id\":\"%s\",\"market_id\":\"%s\",\"bid_price\":%s,\"bid_size\":10,\"ask_price\":%s,\"ask_size\":20}"
        .formatted(id, TestVenue.SUEZ, bid, ask);
  }

  @Test
  void eachQuoteIsAnsweredByItself() {
    final Answer answer = quote(entry("q1", "0.86", "0.88") + "," + entry("q2", "0.8612", "0.89"));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.at("/quote_group").asText()).isEqualTo("front");
    assertThat(answer.at("/quotes/0/status").asText()).isEqualTo("accepted");
    assertThat(answer.at("/quotes/0/bid_order_id").asText()).startsWith("ord_");
    assertThat(answer.at("/quotes/1/status").asText()).isEqualTo("rejected");
    assertThat(answer.at("/quotes/1/error/code").asText()).isEqualTo("PRICE_OFF_TICK");

    final Answer standing = venue.alice.get("/v1/quotes?quote_group=front");
    assertThat(standing.at("/quotes").size()).isEqualTo(1);
    assertThat(standing.at("/quotes/0/bid_price").decimalValue()).isEqualByComparingTo("0.86");
    assertThat(standing.at("/quotes/0/ask_size").asLong()).isEqualTo(20);
    assertThat(venue.bob.get("/v1/quotes").at("/quotes").size()).isZero();
  }

  @Test
  void quotesAreWithdrawnAndCancelled() {
    quote(entry("q1", "0.86", "0.88") + "," + entry("q2", "0.85", "0.89"));

    quote("{\"quote_id\":\"q1\",\"market_id\":\"" + TestVenue.SUEZ + "\"}");
    assertThat(venue.alice.get("/v1/quotes").at("/quotes").size()).isEqualTo(1);

    final Answer cancelled = venue.alice.delete("/v1/quotes?quote_id=q2");
    assertThat(cancelled.at("/cancelled").asInt()).isEqualTo(1);
    assertThat(venue.alice.get("/v1/quotes").at("/quotes").size()).isZero();
  }

  @Test
  void theSameRequestAgainDoesNothing() {
    final String body =
        "{\"request_id\":\"m1\",\"quote_group\":\"front\",\"quotes\":["
            + entry("q1", "0.86", "0.88")
            + "]}";
    final Answer first = venue.alice.post("/v1/quotes", body);
    final Answer second = venue.alice.post("/v1/quotes", body);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.at("/quotes/0/status").asText()).isEqualTo("repeated");
    assertThat(second.at("/quotes/0/bid_order_id").asText())
        .isEqualTo(first.at("/quotes/0/bid_order_id").asText());
  }

  @Test
  void protectionTripsAndIsReset() {
    final Answer set =
        venue.alice.put("/v1/quote-protections/front", "{\"interval_ms\":1000,\"size_limit\":10}");
    assertThat(set.at("/size_limit").asLong()).isEqualTo(10);
    assertThat(set.at("/interval_ms").decimalValue()).isEqualByComparingTo("1000");
    quote(entry("q1", "0.86", "0.88"));

    venue.bob.post(
        "/v1/orders",
        "{\"market_id\":\"%s\",\"side\":\"buy\",\"type\":\"limit\",\"price\":0.88,\"size\":10}"
            .formatted(TestVenue.SUEZ));

    assertThat(venue.alice.get("/v1/quote-protections/front").at("/tripped").asBoolean()).isTrue();
    assertThat(venue.alice.get("/v1/quotes").at("/quotes").size()).isZero();
    final Answer refused = quote(entry("q1", "0.86", "0.88"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/error/code").asText()).isEqualTo("QUOTE_GROUP_PROTECTED");

    final Answer reset = venue.alice.post("/v1/quote-protections/front/reset", "");
    assertThat(reset.at("/tripped").asBoolean()).isFalse();
    assertThat(quote(entry("q1", "0.86", "0.88")).status()).isEqualTo(200);
    assertThat(venue.alice.get("/v1/quote-protections").at("/groups").size()).isEqualTo(1);
  }

  private Answer ladder(String more) {
    return venue.alice.post(
        "/v1/orders/ladder",
        "{\"market_id\":\"%s\",\"side\":\"buy\",%s}".formatted(TestVenue.SUEZ, more));
  }

  @Test
  void aLadderSpreadsOrdersBetweenTwoPrices() {
    final Answer placed =
        ladder(
            "\"from_price\":0.80,\"to_price\":0.82,\"count\":5,\"total_size\":12,"
                + "\"client_order_id\":\"l1\"");

    assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
    assertThat(placed.at("/orders").size()).isEqualTo(5);
    assertThat(placed.at("/orders/1/price").decimalValue()).isEqualByComparingTo("0.805");
    assertThat(placed.at("/orders/0/size").asLong()).isEqualTo(3);
    assertThat(placed.at("/orders/4/size").asLong()).isEqualTo(2);
    assertThat(placed.at("/orders/4/client_order_id").asText()).isEqualTo("l1.5");
    assertThat(
            ladder(
                    "\"from_price\":0.80,\"to_price\":0.82,\"step\":0.01,\"size\":1,"
                        + "\"client_order_id\":\"l2\"")
                .at("/orders")
                .size())
        .isEqualTo(3);
  }

  @Test
  void aLadderOffTheGridNamesThePrice() {
    final Answer refused = ladder("\"from_price\":0.80,\"to_price\":0.82,\"count\":4,\"size\":1");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code").asText()).isEqualTo("PRICE_OFF_TICK");
    assertThat(refused.at("/error/details/position").asInt()).isEqualTo(2);
    assertThat(venue.alice.get("/v1/orders?status=open").at("/orders").size()).isZero();
  }

  @Test
  void aLadderThatIsNotCoveredIsRefusedAsAWhole() {
    final Answer refused =
        ladder("\"from_price\":0.80,\"to_price\":0.81,\"count\":3,\"size\":30000");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code").asText()).isEqualTo("INSUFFICIENT_BALANCE");
    assertThat(refused.at("/error/details/position").asInt()).isEqualTo(3);
    assertThat(venue.alice.get("/v1/orders?status=open").at("/orders").size()).isZero();
  }
}
