package com.ballastmarkets.api;

import static com.ballastmarkets.api.PublicApiPageTest.buys;
import static com.ballastmarkets.api.PublicApiPageTest.sells;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.TestClient.Answer;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff's doors, and a market's way from expiry to payment as the interface shows it. */
class SettlementAndStaffTest {
  private static final String SETTLEMENT = "/v1/settlements/suez-apr2025";
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
  void aSettlementIsPublishedDisputedAmendedAndPaid() {
    sells(venue.bob, "0.870", 100);
    buys(venue.alice, "0.870", 100);
    assertThat(venue.anyone.get(SETTLEMENT).code()).isEqualTo("SETTLEMENT_NOT_FOUND");
    advanceTo("2025-05-02T00:00:00Z");
    publish("0");

    final JsonNode line = venue.anyone.get("/v1/settlements").body().path("settlements").path(0);
    assertThat(line.path("market_id").asText()).isEqualTo("suez-apr2025");
    assertThat(line.path("state").asText()).isEqualTo("provisional");
    assertThat(line.path("notice").asText()).isEqualTo("synthetic telemetry");
    assertThat(line.at("/settlement/provisional_value").decimalValue()).isEqualByComparingTo("0");
    assertThat(line.at("/settlement/dispute_until").asText()).isEqualTo("2025-05-04T00:00:00Z");

    final String reason = "{\"reason\":\"The closure notice was withdrawn\"}";
    final Answer stranger =
        new TestClient(venue.server.port(), newAccount("carol"))
            .post(SETTLEMENT + "/disputes", reason);
    assertThat(stranger.status()).as(stranger.text()).isEqualTo(403);
    assertThat(stranger.code()).isEqualTo("NO_POSITION");
    final Answer dispute = venue.alice.post(SETTLEMENT + "/disputes", reason);
    assertThat(dispute.status()).as(dispute.text()).isEqualTo(201);
    assertThat(dispute.text()).contains("\"bond\":250.00");
    final JsonNode disputed = venue.anyone.get(SETTLEMENT).body();
    assertThat(disputed.path("state").asText()).isEqualTo("disputed");
    assertThat(disputed.at("/disputes/0/state").asText()).isEqualTo("open");
    assertThat(disputed.at("/evidence/synthetic").asBoolean()).isTrue();
    assertThat(disputed.toString()).doesNotContain("closure notice").doesNotContain("1001");

    final String ruling =
        "/v1/staff/disputes/" + dispute.body().path("dispute_id").asText() + "/ruling";
    final String amend =
        "{\"ruling\":\"amend\",\"value\":\"1\",\"reason\":\"It was\",\"attests_no_position\":%s}";
    assertThat(
            venue.arbitrator.post(ruling, amend.formatted(false)).details().path("field").asText())
        .isEqualTo("attests_no_position");
    final Answer ruled = venue.arbitrator.post(ruling, amend.formatted(true));
    assertThat(ruled.body().path("ruling").asText()).as(ruled.text()).isEqualTo("amend");
    assertThat(ruled.body().path("reason").asText()).contains("closure notice");

    advanceTo("2025-05-04T00:00:00Z");
    venue.call(new Command.FinalizeMarket(1));

    final JsonNode paid = venue.anyone.get(SETTLEMENT).body();
    assertThat(paid.path("state").asText()).isEqualTo("final");
    assertThat(paid.at("/settlement/final_value").decimalValue()).isEqualByComparingTo("1");
    assertThat(venue.alice.get("/v1/positions").body().path("positions")).isEmpty();
    assertThat(balance(venue.alice, "total_balance")).isEqualByComparingTo("50013");
    assertThat(balance(venue.bob, "available")).isEqualByComparingTo("49987");
    assertThat(venue.anyone.get("/v1/markets").body().path("markets")).isEmpty();
    assertThat(venue.anyone.get("/v1/markets?state=final").body().path("markets")).hasSize(1);
  }

  @Test
  void theBundleIsAFileToSave() {
    final Answer bundle = venue.anyone.get(SETTLEMENT + "/bundle");

    assertThat(bundle.text()).isEqualTo("{\"bundle\":1}");
    assertThat(bundle.header("Content-Disposition")).contains("suez-apr2025.json");
    assertThat(venue.anyone.get("/v1/settlements/atlantis/bundle").code())
        .isEqualTo("MARKET_NOT_FOUND");
  }

  @Test
  void ordersAfterExpiryAreRefusedAndRestingOnesExpire() {
    final String order = buys(venue.alice, "0.500", 1).path("order_id").asText();
    advanceTo("2025-05-01T00:00:00Z");

    assertThat(PublicApiPageTest.order(venue.alice, "buy", "0.5", "1").code())
        .isEqualTo("MARKET_CLOSED");
    final JsonNode expired = venue.alice.get("/v1/orders/" + order).body();
    assertThat(expired.path("status").asText()).isEqualTo("expired");
    assertThat(expired.path("cancel_reason").asText()).isEqualTo("market_expired");
    assertThat(venue.anyone.get("/v1/markets/suez-apr2025/orderbook").body().path("bids"))
        .isEmpty();
  }

  @Test
  void aMarketIsListedHaltedAndResumedByHand() {
    final Answer listed =
        venue.operator.post(
            "/v1/staff/markets",
            """
            {"id":"shanghai-may2025","name":"Shanghai Congestion - May 2025","type":"index",
             "place":"shanghai","window_start":"2025-05-01T00:00:00Z",
             "window_end":"2025-06-01T00:00:00Z","reference_price":"50",
             "tick_table":[{"from_price":0,"tick_size":"0.1"}]}\
            """);
    assertThat(listed.status()).as(listed.text()).isEqualTo(201);
    assertThat(listed.body().path("state").asText()).isEqualTo("continuous");
    assertThat(venue.anyone.get("/v1/markets?place=shanghai").body().path("markets")).hasSize(1);

    final String market = "/v1/staff/markets/shanghai-may2025";
    assertThat(venue.operator.post(market + "/halt", "").body().path("state").asText())
        .isEqualTo("halted");
    assertThat(
            venue
                .alice
                .post(
                    "/v1/orders",
                    """
                    {"market_id":"shanghai-may2025","side":"buy","type":"limit","price":50,
                     "size":1}\
                    """)
                .code())
        .isEqualTo("MARKET_CLOSED");
    assertThat(venue.operator.post(market + "/resume", "").body().path("state").asText())
        .isEqualTo("auction");
    assertThat(venue.desks.staffRecord)
        .contains("olga list_market shanghai-may2025", "olga halt_market shanghai-may2025");
  }

  @Test
  void profitMayBeUsedAndDoesNotLeaveBeforeItIsFinal() {
    PublicApiPageTest.order(venue.bob, "sell", "0.80", "10");
    PublicApiPageTest.order(venue.alice, "buy", "0.80", "10");
    PublicApiPageTest.order(venue.bob, "buy", "0.90", "10");
    PublicApiPageTest.order(venue.alice, "sell", "0.90", "10");

    assertThat(balance(venue.alice, "available")).isEqualByComparingTo("50001");
    assertThat(balance(venue.alice, "withdrawable")).isEqualByComparingTo("50000");
    final Answer refused =
        venue.alice.post("/v1/account/withdrawals", "{\"amount\":50001,\"address\":\"0xabc\"}");
    assertThat(refused.code()).as(refused.text()).isEqualTo("INSUFFICIENT_BALANCE");
    assertThat(refused.details().path("available").decimalValue()).isEqualByComparingTo("50000");
  }

  @Test
  void accountsAndKeysAreMadeAndRevoked() {
    final ApiKey key = newAccount("carol");
    final TestClient carol = new TestClient(venue.server.port(), key);
    assertThat(balance(carol, "available")).isEqualByComparingTo("0");

    final String deposit =
        "{\"account_id\":%d,\"amount\":\"100.25\",\"reference\":\"wire-1\"}"
            .formatted(key.accountId());
    assertThat(venue.operator.post("/v1/staff/deposits", deposit).status()).isEqualTo(201);
    assertThat(carol.post("/v1/account/faucet", "{\"amount\":50}").status()).isEqualTo(201);
    assertThat(balance(carol, "available")).isEqualByComparingTo("150.25");
    assertThat(carol.post("/v1/account/faucet", "{\"amount\":-1}").code())
        .isEqualTo("INVALID_AMOUNT");
    final JsonNode seen =
        venue.auditor.get("/v1/staff/accounts/" + key.accountId()).body().at("/balance/cash");
    assertThat(seen.decimalValue()).isEqualByComparingTo("150.25");

    assertThat(venue.operator.delete("/v1/staff/keys/" + key.apiKey()).status()).isEqualTo(204);
    assertThat(carol.get("/v1/account/balance").status()).isEqualTo(401);
  }

  @Test
  void aWithdrawalIsReservedAndNeedsItsApprovals() {
    final Answer asked =
        venue.alice.post("/v1/account/withdrawals", "{\"amount\":1000,\"address\":\"0xabc\"}");
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    assertThat(asked.text()).contains("\"amount\":1000.00");
    assertThat(balance(venue.alice, "available")).isEqualByComparingTo("49000");
    assertThat(balance(venue.alice, "withdrawable")).isEqualByComparingTo("49000");
    final String id = asked.body().path("withdrawal_id").asText();

    assertThat(
            venue.auditor.get("/v1/staff/withdrawals?state=requested").body().path("withdrawals"))
        .hasSize(1);
    final String approve = "/v1/staff/withdrawals/" + id + "/approve";
    assertThat(venue.operator.post(approve, "").body().path("state").asText())
        .isEqualTo("requested");
    assertThat(venue.operator.post(approve, "").body().path("state").asText())
        .isEqualTo("approved");
    final Answer tooMuch =
        venue.alice.post("/v1/account/withdrawals", "{\"amount\":1e9,\"address\":\"0xabc\"}");
    assertThat(tooMuch.code()).isEqualTo("INSUFFICIENT_BALANCE");
  }

  @Test
  void theClockMovesForwardOnly() {
    final Answer back =
        venue.operator.post("/v1/staff/clock", "{\"advance_to\":\"2025-03-01T00:00:00Z\"}");
    final Answer on = venue.operator.post("/v1/staff/clock", "{\"advance_seconds\":3600}");

    assertThat(back.code()).isEqualTo("CLOCK_MOVES_BACK");
    assertThat(on.body().path("venue_time").asText()).startsWith("2025-03-15T11:3");
    assertThat(venue.operator.post("/v1/staff/clock", "{}").code()).isEqualTo("INVALID_REQUEST");
  }

  private ApiKey newAccount(String name) {
    final Answer account =
        venue.operator.post(
            "/v1/staff/accounts",
            "{\"participant\":\"%s Ltd\",\"name\":\"%s\"}".formatted(name, name));
    assertThat(account.status()).as(account.text()).isEqualTo(201);
    final long accountId = account.body().path("account_id").asLong();
    final Answer key =
        venue.operator.post(
            "/v1/staff/accounts/" + accountId + "/keys", "{\"label\":\"%s\"}".formatted(name));
    assertThat(key.status()).as(key.text()).isEqualTo(201);
    return new ApiKey(
        key.body().path("api_key").asText(),
        key.body().path("api_secret").asText(),
        Role.TRADER,
        accountId,
        accountId,
        0,
        name,
        1,
        "",
        List.of());
  }

  private void advanceTo(String time) {
    final Answer answer =
        venue.operator.send(
            "POST", "/v1/staff/clock", "{\"advance_to\":\"" + time + "\"}", Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void publish(String value) {
    venue.call(
        new Command.PublishProvisional(
            1, new BigDecimal(value).movePointRight(6).longValueExact(), TestDesks.HASH, 0));
  }

  private static BigDecimal balance(TestClient client, String field) {
    return client.get("/v1/account/balance").body().path(field).decimalValue();
  }
}
