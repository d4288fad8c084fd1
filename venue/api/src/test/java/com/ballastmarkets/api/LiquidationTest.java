package com.ballastmarkets.api;

import static com.ballastmarkets.api.PublicApiPageTest.buys;
import static com.ballastmarkets.api.PublicApiPageTest.sells;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.order.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A forced liquidation, as its owner can fetch it. */
class LiquidationTest {
  private final TestVenue venue = new TestVenue();

  @AfterEach
  void close() {
    venue.close();
  }

  /**
   * Alice has 28,000.00 at L = 10 and buys 200,000 lots at 0.87: margin 20,000.00, 71.4 %. At 0.85
   * she has 24,000.00, usage is 83.3 %.
   */
  @Test
  void thePacketHoldsWhatItTakesToComputeItAgain() {
    leverage();
    assertThat(standing()).isEqualTo("SAFE");
    buyTooMuch();
    assertThat(standing()).isEqualTo("REDUCE_ONLY");
    final JsonNode ranking =
        venue.alice.get("/v1/account/liquidations/ranking").body().path("positions").path(0);
    assertThat(ranking.path("market_id").asText()).isEqualTo(TestVenue.SUEZ);
    assertThat(ranking.path("rank").asInt()).isEqualTo(1);
    assertThat(ranking.path("of").asInt()).isEqualTo(1);
    final var refused = PublicApiPageTest.order(venue.alice, "buy", "0.80", "1");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/error/code").asText()).isEqualTo("ACCOUNT_REDUCE_ONLY");

    fallTo85();

    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> !packets().path(0).path("steps").isEmpty());
    final JsonNode packet = packets().path(0);
    assertThat(packet.path("leverage").asInt()).isEqualTo(10);
    assertThat(packet.path("equity").decimalValue()).isEqualByComparingTo("24000");
    assertThat(packet.path("margin").decimalValue()).isEqualByComparingTo("20000");
    assertThat(packet.path("positions").path(0).path("size").asLong()).isEqualTo(200_000);
    final JsonNode slice = packet.path("steps").path(0);
    assertThat(slice.path("type").asText()).isEqualTo("SLICE");
    // 24,000 ÷ 200,000 = 0.12 below the mark.
    assertThat(slice.path("bankruptcy_price").decimalValue()).isEqualByComparingTo("0.73");
  }

  @Test
  void theMarginChannelTellsEachStepOnTheLadder() {
    leverage();
    try (TestStream stream = new TestStream(venue.server.port())) {
      stream.authenticate(venue.alice.key());
      stream.nextOfType("authenticated");
      stream.say("{\"op\":\"subscribe\",\"channel\":\"margin\"}");
      final JsonNode snapshot = stream.next("margin");
      assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
      assertThat(snapshot.at("/data/0/standing").asText()).isEqualTo("SAFE");
      assertThat(snapshot.at("/data/0/event").isNull()).isTrue();

      buyTooMuch();
      final JsonNode notice = stream.next("margin").at("/data/0");
      assertThat(notice.path("event").asText()).isEqualTo("notice");
      assertThat(notice.path("standing").asText()).isEqualTo("REDUCE_ONLY");
      assertThat(notice.path("equity").decimalValue()).isEqualByComparingTo("28000");
      assertThat(notice.path("margin").decimalValue()).isEqualByComparingTo("20000");
      assertThat(notice.path("usage").decimalValue()).isEqualByComparingTo("71.42");

      fallTo85();
      final JsonNode started = stream.next("margin").at("/data/0");
      assertThat(started.path("event").asText()).isEqualTo("liquidation_started");
      assertThat(started.path("standing").asText()).isEqualTo("LIQUIDATION");
      assertThat(started.path("usage").decimalValue()).isEqualByComparingTo("83.33");
      assertThat(started.path("liquidation_id").asText())
          .isEqualTo(packets().path(0).path("liquidation_id").asText());
    }
  }

  private void leverage() {
    venue.call(new Command.SetLeverage(1_001, 10));
    venue.call(new Command.DefaultFund.PayContribution(1_001, 22_000_000_000L, "contribution"));
  }

  private void buyTooMuch() {
    for (int i = 0; i < 2; i++) {
      sells(venue.bob, "0.87", 100_000);
      buys(venue.alice, "0.87", 100_000);
    }
  }

  private void fallTo85() {
    for (final Side side : Side.values()) {
      final long account = side == Side.BUY ? 1_003 : 1_004;
      venue.call(new Command.OpenAccount(account, account, AccountKind.CLIENT, 1));
      venue.call(new Command.Deposit(account, 1_000_000_000L, "opening-" + account));
      venue.call(
          new Command.PlaceOrder(OrderTicket.of(account, 1, side, 1).limit(850_000).build()));
    }
    venue.call(new Command.Tick());
  }

  private JsonNode packets() {
    return venue.alice.get("/v1/account/liquidations").body().path("liquidations");
  }

  private String standing() {
    return venue.alice.get("/v1/account/liquidations").body().path("standing").asText();
  }
}
