package com.ballastmarkets.api;

import static com.ballastmarkets.api.PublicApiPageTest.buys;
import static com.ballastmarkets.api.PublicApiPageTest.sells;
import static com.ballastmarkets.api.TestVenue.SUEZ;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stream, over a real WebSocket. */
class StreamTest {
  private TestVenue venue;
  private TestStream stream;

  @BeforeEach
  void open() {
    venue = new TestVenue();
    stream = new TestStream(venue.server.port());
  }

  @AfterEach
  void close() {
    stream.close();
    venue.close();
  }

  @Test
  void theBookIsASnapshotThenLinkedAbsoluteSizesWithTheirChecksum() {
    buys(venue.alice, "0.860", 10);
    stream.subscribe("orderbook", SUEZ);
    final ClientBook book = new ClientBook();
    book.take(stream.next("orderbook"));
    assertThat(book.text()).isEqualTo("0.86:10");

    buys(venue.alice, "0.865", 5);
    sells(venue.bob, "0.875", 3);
    sells(venue.bob, "0.865", 2);
    final String order = buys(venue.alice, "0.860", 7).path("order_id").asText();
    venue.alice.delete("/v1/orders/" + order);
    for (int i = 0; i < 5; i++) {
      book.take(stream.next("orderbook"));
    }

    assertThat(book.text()).isEqualTo("0.865:3,0.86:10,0.875:3");
  }

  @Test
  void whoComesBackGetsWhatItMissedOrASnapshot() {
    stream.subscribe("orderbook", SUEZ);
    final ClientBook book = new ClientBook();
    book.take(stream.next("orderbook"));
    buys(venue.alice, "0.860", 1);
    final JsonNode last = stream.next("orderbook");
    book.take(last);
    stream.close();
    buys(venue.alice, "0.860", 2);
    sells(venue.bob, "0.875", 3);

    stream = new TestStream(venue.server.port());
    stream.say(resume(last.path("sequence").asLong()));
    book.take(stream.next("orderbook"));
    book.take(stream.next("orderbook"));

    assertThat(book.text()).isEqualTo("0.86:3,0.875:3");
    stream.say(resume(1));
    assertThat(stream.next("orderbook").path("type").asText()).isEqualTo("snapshot");
  }

  private static String resume(long sequence) {
    return "{\"op\":\"subscribe\",\"channel\":\"orderbook\",\"market_id\":\"%s\",\"resume_from\":%d}"
        .formatted(SUEZ, sequence);
  }

  @Test
  void tradesTickersAndStatesAreTold() {
    stream.subscribe("trades", SUEZ);
    stream.subscribe("ticker", SUEZ);
    stream.subscribe("market_state", SUEZ);
    assertThat(stream.next("trades").path("data")).isEmpty();
    assertThat(stream.next("ticker").path("data").path("last_price").isNull()).isTrue();
    assertThat(stream.next("market_state").path("data").path("state").asText())
        .isEqualTo("continuous");

    sells(venue.bob, "0.870", 4);
    buys(venue.alice, "0.870", 4);
    final JsonNode trade = stream.next("trades").path("data").path(0);
    JsonNode ticker = stream.next("ticker").path("data");
    while (ticker.path("volume_24h").asLong() == 0) {
      ticker = stream.next("ticker").path("data");
    }
    venue.operator.post("/v1/staff/markets/suez-apr2025/halt", "");

    assertThat(trade.path("size").asLong()).isEqualTo(4);
    assertThat(trade.path("side").asText()).isEqualTo("buy");
    assertThat(ticker.path("last_price").decimalValue()).isEqualByComparingTo("0.87");
    assertThat(ticker.path("volume_24h").asLong()).isEqualTo(4);
    assertThat(stream.next("market_state").path("data").path("state").asText()).isEqualTo("halted");
  }

  @Test
  void theOwnAccountIsToldAfterAuthenticationOnly() {
    stream.say("{\"op\":\"subscribe\",\"channel\":\"orders\",\"id\":\"7\"}");
    final JsonNode refused = stream.nextOfType("error");
    assertThat(refused.path("id").asText()).isEqualTo("7");
    assertThat(refused.path("error").path("code").asText()).isEqualTo("NOT_AUTHENTICATED");

    stream.authenticate(venue.alice.key());
    assertThat(stream.nextOfType("authenticated").path("account_id").asLong()).isEqualTo(1_001);
    for (String channel : List.of("orders", "fills", "positions", "balance")) {
      stream.say("{\"op\":\"subscribe\",\"channel\":\"" + channel + "\"}");
      assertThat(stream.next(channel).path("type").asText()).isEqualTo("snapshot");
    }
    sells(venue.bob, "0.870", 10);
    final String order = buys(venue.alice, "0.870", 4).path("order_id").asText();

    final JsonNode told = stream.next("orders").path("data").path(0);
    assertThat(told.path("order_id").asText()).isEqualTo(order);
    assertThat(told.path("status").asText()).isEqualTo("filled");
    assertThat(stream.next("fills").path("data").path(0).path("size").asLong()).isEqualTo(4);
    assertThat(stream.next("positions").path("data").path(0).path("size").asLong()).isEqualTo(4);
    assertThat(stream.next("balance").path("data").path("available").decimalValue())
        .isEqualByComparingTo("49996.52");
  }

  @Test
  void theHeartbeatTellsTheLastSequences() {
    stream.subscribe("orderbook", SUEZ);
    stream.next("orderbook");
    buys(venue.alice, "0.860", 1);
    final long sequence = stream.next("orderbook").path("sequence").asLong();

    JsonNode heartbeat = stream.nextOfType("heartbeat");
    while (heartbeat.path("channels").path(0).path("sequence").asLong() != sequence) {
      heartbeat = stream.nextOfType("heartbeat");
    }

    assertThat(heartbeat.path("sequence").asLong()).isGreaterThanOrEqualTo(sequence);
    assertThat(heartbeat.path("channels").path(0).path("market_id").asText()).isEqualTo(SUEZ);
  }

  @Test
  void badOperationsAreRefusedAndTheStreamGoesOn() {
    final Map<String, String> bad =
        Map.of(
            "hello", "INVALID_REQUEST",
            "{\"op\":\"dance\"}", "INVALID_REQUEST",
            "{\"op\":\"subscribe\",\"channel\":\"gossip\"}", "INVALID_REQUEST",
            "{\"op\":\"subscribe\",\"channel\":\"ticker\"}", "INVALID_REQUEST",
            "{\"op\":\"ping\",\"extra\":1}", "INVALID_REQUEST",
            "{\"op\":\"subscribe\",\"channel\":\"ticker\",\"market_id\":\"atlantis\"}",
                "MARKET_NOT_FOUND",
            "{\"op\":\"auth\",\"api_key\":\"x\",\"timestamp\":1,\"signature\":\"y\"}",
                "INVALID_SIGNATURE");
    bad.forEach((op, code) -> {
      stream.say(op);
      assertThat(stream.nextOfType("error").path("error").path("code").asText())
          .as(op)
          .isEqualTo(code);
    });
    stream.say("{\"op\":\"ping\",\"id\":\"a\"}");
    assertThat(stream.nextOfType("pong").path("id").asText()).isEqualTo("a");
  }

  @Test
  void aSixthStreamOfAKeyIsRefused() throws InterruptedException {
    final List<TestStream> streams = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      final TestStream next = new TestStream(venue.server.port());
      next.authenticate(venue.alice.key());
      next.nextOfType("authenticated");
      streams.add(next);
    }
    stream.authenticate(venue.alice.key());

    assertThat(stream.nextOfType("error").path("error").path("code").asText())
        .isEqualTo("RATE_LIMIT_EXCEEDED");
    assertThat(stream.closeReason()).isEqualTo("1008 RATE_LIMIT_EXCEEDED");
    streams.forEach(TestStream::close);
  }

  /** A book as a client keeps it: it checks every link and checksum. */
  private static final class ClientBook {
    private final TreeMap<java.math.BigDecimal, Long> bids =
        new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<java.math.BigDecimal, Long> asks = new TreeMap<>();
    private long sequence;

    void take(JsonNode message) {
      if (message.path("type").asText().equals("snapshot")) {
        bids.clear();
        asks.clear();
      } else {
        assertThat(message.path("previous_sequence").asLong()).isEqualTo(sequence);
      }
      sequence = message.path("sequence").asLong();
      apply(message.path("data").path("bids"), bids);
      apply(message.path("data").path("asks"), asks);
      final CRC32 crc = new CRC32();
      crc.update(text().getBytes(StandardCharsets.US_ASCII));
      assertThat(message.path("data").path("checksum").asLong()).isEqualTo(crc.getValue());
    }

    String text() {
      final List<String> levels = new ArrayList<>();
      bids.forEach((price, size) -> levels.add(price.toPlainString() + ":" + size));
      asks.forEach((price, size) -> levels.add(price.toPlainString() + ":" + size));
      return String.join(",", levels);
    }

    private static void apply(JsonNode levels, TreeMap<java.math.BigDecimal, Long> side) {
      for (JsonNode level : levels) {
        final java.math.BigDecimal price = level.path("price").decimalValue().stripTrailingZeros();
        if (level.path("size").asLong() == 0) {
          side.remove(price);
        } else {
          side.put(price, level.path("size").asLong());
        }
      }
    }
  }
}
