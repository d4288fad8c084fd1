package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.TestClient.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: a clear error in the standard shape, and nothing changed. */
class BadInputTest {
  private static TestVenue venue;

  @BeforeAll
  static void open() {
    venue = new TestVenue();
  }

  @AfterAll
  static void close() {
    venue.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // field to replace | status | code | field in details
        "\"price\": NaN | 400 | INVALID_REQUEST | body",
        "\"price\": \"NaN\" | 400 | INVALID_REQUEST | price",
        "\"price\": \"Infinity\" | 400 | INVALID_REQUEST | price",
        "\"price\": true | 400 | INVALID_REQUEST | price",
        "\"price\": [0.87] | 400 | INVALID_REQUEST | price",
        "\"price\": null | 400 | INVALID_REQUEST | price",
        "\"price\": \"\" | 400 | INVALID_REQUEST | price",
        "\"price\": \"0,87\" | 400 | INVALID_REQUEST | price",
        "\"price\": \"٠.٨٧\" | 400 | INVALID_REQUEST | price",
        "\"price\": 0.8701 | 400 | PRICE_OFF_TICK | ",
        "\"price\": 0.8700000001 | 400 | PRICE_OFF_TICK | price",
        "\"price\": 1e999999 | 400 | PRICE_OUT_OF_RANGE | price",
        "\"price\": 1e-999999 | 400 | PRICE_OFF_TICK | price",
        "\"price\": 1.005 | 400 | PRICE_OUT_OF_RANGE | ",
        "\"price\": -0.005 | 400 | PRICE_OUT_OF_RANGE | ",
        "\"size\": 0 | 400 | ORDER_SIZE_TOO_SMALL | size",
        "\"size\": -5 | 400 | ORDER_SIZE_TOO_SMALL | size",
        "\"size\": 0.5 | 400 | ORDER_SIZE_TOO_SMALL | size",
        "\"size\": 1.5 | 400 | INVALID_REQUEST | size",
        "\"size\": 1e400 | 400 | ORDER_SIZE_TOO_LARGE | size",
        "\"size\": 100001 | 400 | ORDER_SIZE_TOO_LARGE | ",
        "\"size\": \"ten\" | 400 | INVALID_REQUEST | size",
        "\"side\": \"hold\" | 400 | INVALID_REQUEST | side",
        "\"side\": 1 | 400 | INVALID_REQUEST | side",
        "\"type\": \"iceberg\" | 400 | INVALID_REQUEST | type",
        "\"market_id\": \"atlantis\" | 404 | MARKET_NOT_FOUND | ",
        "\"market_id\": 7 | 400 | INVALID_REQUEST | market_id",
        "\"time_in_force\": \"FOREVER\" | 400 | INVALID_REQUEST | time_in_force",
        "\"time_in_force\": \"GTD\" | 400 | INVALID_REQUEST | expire_time",
        "\"expire_time\": \"2025-04-01T00:00:00Z\" | 400 | INVALID_REQUEST | expire_time",
        "\"stop_price\": 0.5 | 400 | INVALID_REQUEST | stop_price",
        "\"client_order_id\": \"with space\" | 400 | INVALID_REQUEST | client_order_id",
        "\"post_only\": 1 | 400 | INVALID_REQUEST | post_only",
        "\"prise\": 0.87 | 400 | INVALID_REQUEST | prise",
        "\"account_id\": 1002 | 400 | INVALID_REQUEST | account_id",
      })
  void aWrongFieldIsNamed(String field, int status, String code, String named) {
    final Answer answer = venue.alice.post("/v1/orders", order(field));

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    if (named != null) {
      assertThat(answer.details().path("field").asText()).isEqualTo(named);
    }
    assertThat(answer.body().path("error").path("message").asText()).isNotBlank();
    nothingHappened();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{\"side\":\"buy\",\"side\":\"sell\"}",
        "{} {}",
        "\u0000\u0001",
        "<order/>",
        "{\"price\":00.1}"
      })
  void aBodyThatIsNoObjectIsRefused(String body) {
    final Answer answer = venue.alice.post("/v1/orders", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
    nothingHappened();
  }

  @Test
  void deepNestingAndEndlessNumbersAreRefused() {
    final String deep = "{\"price\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    final String endless = "{\"price\": 0." + "1".repeat(10_000) + "}";

    assertThat(venue.alice.post("/v1/orders", deep).code()).isEqualTo("INVALID_REQUEST");
    assertThat(venue.alice.post("/v1/orders", endless).code()).isEqualTo("INVALID_REQUEST");
    nothingHappened();
  }

  @Test
  void aBodyOfTenMegabytesIsRefused() {
    final Answer answer = venue.alice.post("/v1/orders", " ".repeat(10_000_000) + order(""));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    assertThat(answer.details().path("max_bytes").asInt()).isEqualTo(256 * 1024);
    nothingHappened();
  }

  @Test
  void numbersAreTakenFromNumbersAndStringsAlike() {
    final Answer asNumber = venue.alice.post("/v1/orders", order("\"price\": 8.70e-1"));
    final Answer asText = venue.alice.post("/v1/orders", order("\"size\": \"1000\""));

    assertThat(asNumber.status()).as(asNumber.text()).isEqualTo(201);
    assertThat(asNumber.body().path("price").decimalValue()).isEqualByComparingTo("0.87");
    assertThat(asText.status()).as(asText.text()).isEqualTo(201);
    assertThat(venue.alice.delete("/v1/orders").body().path("cancelled").asInt()).isEqualTo(2);
  }

  @Test
  void whatTheFrameworkRefusesHasTheStandardShapeToo() {
    assertRefused(venue.anyone.get("/v1/nowhere"), 404, "NOT_FOUND");
    assertRefused(venue.anyone.get("/nowhere"), 404, "NOT_FOUND");
    assertRefused(venue.anyone.delete("/v1/markets"), 405, "METHOD_NOT_ALLOWED");
    assertThat(venue.anyone.delete("/v1/markets").header("Allow")).contains("GET");
    assertRefused(
        venue.alice.send("POST", "/v1/orders", order(""), Map.of("Content-Type", "text/plain")),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    assertRefused(
        venue.anyone.send("GET", "/v1/markets", "", Map.of("Accept", "image/png")),
        406,
        "NOT_ACCEPTABLE");
    assertRefused(venue.auditor.get("/v1/staff/accounts/abc"), 404, "NOT_FOUND");
    assertRefused(venue.anyone.get("/v1/markets?colour=red"), 400, "INVALID_REQUEST");
    assertRefused(
        venue.anyone.get("/v1/markets/suez-apr2025/orderbook?depth=0"), 400, "INVALID_REQUEST");
    assertRefused(
        venue.anyone.get("/v1/markets/suez-apr2025/trades?cursor=zzz"), 400, "INVALID_REQUEST");
    assertRefused(venue.alice.get("/v1/orders?start_date=yesterday"), 400, "INVALID_REQUEST");
    assertRefused(venue.alice.delete("/v1/orders?maket_id=x"), 400, "INVALID_REQUEST");
  }

  @Test
  void bytesThatAreNoHttpGetJsonAndNoStackTrace() throws IOException {
    assertThat(raw("GARBAGE\r\n\r\n")).contains("400").contains("INVALID_REQUEST");
    assertThat(raw("GET /v1/markets HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n"))
        .contains("431")
        .contains("HEADERS_TOO_LARGE");
    assertThat(raw("GET /v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n")).contains("400");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", venue.server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      final String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).doesNotContain("Exception").doesNotContain("\tat ");
      return answer;
    }
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).as("%s %s", answer.headers(), answer.text()).isEqualTo(code);
    assertThat(answer.text()).doesNotContain("Exception");
  }

  /** A good order in which one field is replaced or added. */
  private static String order(String field) {
    final StringBuilder body = new StringBuilder("{");
    final String name = field.isEmpty() ? "" : field.substring(0, field.indexOf(':'));
    final String[] good = {
      "\"market_id\": \"suez-apr2025\"",
      "\"side\": \"buy\"",
      "\"type\": \"limit\"",
      "\"price\": 0.870",
      "\"size\": 1000"
    };
    for (String part : good) {
      if (!part.startsWith(name + ":") || name.isEmpty()) {
        body.append(part).append(',');
      }
    }
    if (field.isEmpty()) {
      body.setLength(body.length() - 1);
    }
    return body.append(field).append('}').toString();
  }

  private static void nothingHappened() {
    assertThat(venue.alice.get("/v1/orders?status=open").body().path("orders")).isEmpty();
  }
}
