package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.TestClient.Answer;
import com.ballastmarkets.api.order.OrderHistory;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.Network;
import com.ballastmarkets.sql.identity.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may pass. */
class AuthenticationTest {
  private static final byte[] NO_BODY = {};
  private static TestVenue venue;

  @BeforeAll
  static void open() {
    venue = new TestVenue();
  }

  @AfterAll
  static void close() {
    venue.close();
  }

  @Test
  void theSignatureCoversPathWithVersionAndQueryAsSent() {
    assertThat(venue.alice.get("/v1/orders?status=open").status()).isEqualTo(200);
    assertThat(venue.alice.get("/v1/orders?client_order_id=a%2Fb").status()).isEqualTo(200);

    final HttpRequest.Builder forAnother = venue.alice.signed("GET", "/v1/orders", NO_BODY);
    forAnother.uri(
        URI.create("http://127.0.0.1:" + venue.server.port() + "/v1/orders?status=open"));
    assertRefused(TestClient.send(forAnother, Map.of()), "signature");
  }

  @Test
  void aSignatureIsGoodOnceHoweverItIsSpelt() {
    final long now = TestClient.millis();
    final HttpRequest.Builder request = venue.alice.signed("GET", "/v1/positions", NO_BODY, now);
    final String signature =
        request.copy().build().headers().firstValue("X-BM-Signature").orElseThrow();

    assertThat(TestClient.send(request.copy(), Map.of()).status()).isEqualTo(200);
    assertRefused(TestClient.send(request.copy(), Map.of()), "replayed");
    assertRefused(
        TestClient.send(
            request.copy(), Map.of("X-BM-Signature", signature.toUpperCase(Locale.ROOT))),
        "replayed");
  }

  @Test
  void aReplayedOrderPlacesNothing() {
    final byte[] body =
        """
        {"market_id":"suez-apr2025","side":"buy","type":"limit","price":0.5,"size":1}\
        """
            .getBytes(StandardCharsets.UTF_8);
    final HttpRequest.Builder request = venue.bob.signed("POST", "/v1/orders", body);
    final int before = venue.bob.get("/v1/orders?status=open").body().path("orders").size();

    assertThat(TestClient.send(request.copy(), Map.of()).status()).isEqualTo(201);
    assertRefused(TestClient.send(request.copy(), Map.of()), "replayed");

    assertThat(venue.bob.get("/v1/orders?status=open").body().path("orders")).hasSize(before + 1);
  }

  @Test
  void aTimestampMustBeWithinFiveSeconds() {
    final long now = System.currentTimeMillis();

    assertRefused(
        TestClient.send(venue.alice.signed("GET", "/v1/positions", NO_BODY, now - 6_000), Map.of()),
        "timestamp");
    assertRefused(
        TestClient.send(venue.alice.signed("GET", "/v1/positions", NO_BODY, now + 9_000), Map.of()),
        "timestamp");
  }

  @Test
  void whatIsMissingOrMalformedIsRefused() {
    assertRefused(venue.anyone.get("/v1/positions"), "missing");
    assertRefused(
        venue.alice.send("GET", "/v1/positions", "", Map.of("Authorization", "Basic abc")),
        "missing");
    assertRefused(
        venue.alice.send("GET", "/v1/positions", "", Map.of("X-BM-Timestamp", "soon")),
        "malformed");
    assertRefused(
        venue.alice.send("GET", "/v1/positions", "", Map.of("X-BM-Signature", "abc")), "malformed");
    assertRefused(
        venue.alice.send("GET", "/v1/positions", "", Map.of("X-BM-Signature", "0".repeat(64))),
        "signature");
    assertRefused(
        venue.alice.send(
            "GET", "/v1/positions", "", Map.of("Authorization", "Bearer bmkt_test_nobody")),
        "signature");
  }

  @Test
  void aChangedBodyIsRefused() {
    final HttpRequest.Builder request =
        venue.alice.signed("POST", "/v1/orders", "{}".getBytes(StandardCharsets.UTF_8));
    request.POST(HttpRequest.BodyPublishers.ofString("{ }"));

    assertRefused(TestClient.send(request, Map.of()), "signature");
  }

  @Test
  void aKeyFromAForeignNetworkIsRefusedLikeAWrongOne() {
    final ApiKey home =
        new ApiKey(
            "bmkt_test_home",
            "bmkt_secret_home",
            Role.TRADER,
            1_001,
            1_001,
            0,
            "alice",
            1,
            "",
            List.of(Network.parse("10.0.0.0/8")));
    venue.desks.keys.put(home.apiKey(), home);

    assertRefused(
        new TestClient(venue.server.port(), home).get("/v1/account/balance"), "signature");
  }

  @Test
  void clientsMayComeOverIpv6() {
    Assumptions.assumeTrue(hasIpv6(), "this machine has no IPv6");
    try (TestVenue six =
        new TestVenue(TestVenue.config().withHost("::"), OrderHistory.none(), List.of())) {
      final HttpRequest.Builder request =
          six.alice
              .signed("GET", "/v1/positions", NO_BODY)
              .uri(URI.create("http://[::1]:" + six.server.port() + "/v1/positions"));

      assertThat(TestClient.send(request, Map.of()).status()).isEqualTo(200);
    }
  }

  private static boolean hasIpv6() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aRoleReachesItsOwnDoorsOnly() {
    assertForbidden(venue.alice.get("/v1/staff/accounts"));
    assertForbidden(venue.alice.post("/v1/staff/markets/suez-apr2025/halt", "{}"));
    assertForbidden(venue.operator.get("/v1/positions"));
    assertForbidden(venue.auditor.post("/v1/staff/markets/suez-apr2025/halt", "{}"));
    assertForbidden(venue.operator.post("/v1/staff/disputes/dsp_1/ruling", "{}"));
    assertForbidden(venue.arbitrator.post("/v1/staff/clock", "{}"));
    assertThat(venue.auditor.get("/v1/staff/accounts").status()).isEqualTo(200);
  }

  @Test
  void noAccountSeesAnothersOrders() {
    final String order = PublicApiPageTest.sells(venue.bob, "0.990", 1).path("order_id").asText();

    assertThat(venue.alice.get("/v1/orders/" + order).code()).isEqualTo("ORDER_NOT_FOUND");
    assertThat(venue.alice.delete("/v1/orders/" + order).code()).isEqualTo("ORDER_NOT_FOUND");
    assertThat(venue.alice.get("/v1/orders/" + order).text())
        .isEqualTo(venue.alice.get("/v1/orders/ord_999999").text());
    assertThat(venue.bob.get("/v1/orders/" + order).body().path("status").asText())
        .isEqualTo("open");
  }

  private static void assertForbidden(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("FORBIDDEN");
  }

  private static void assertRefused(Answer answer, String reason) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("INVALID_SIGNATURE");
    assertThat(answer.details().path("reason").asText()).isEqualTo(reason);
  }
}
