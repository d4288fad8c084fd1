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
    venue.call(new Command.SetLeverage(1_001, 10));
    venue.call(new Command.DefaultFund.PayContribution(1_001, 22_000_000_000L, "contribution"));
    assertThat(standing()).isEqualTo("SAFE");
    for (int i = 0; i < 2; i++) {
      sells(venue.bob, "0.87", 100_000);
      buys(venue.alice, "0.87", 100_000);
    }
    assertThat(standing()).isEqualTo("REDUCE_ONLY");
    final JsonNode ranking =
        venue.alice.get("/v1/account/liquidations/ranking").body().path("positions").path(0);
    assertThat(ranking.path("market_id").asText()).isEqualTo(TestVenue.SUEZ);
    assertThat(ranking.path("rank").asInt()).isEqualTo(1);
    assertThat(ranking.path("of").asInt()).isEqualTo(1);
    final var refused = PublicApiPageTest.order(venue.alice, "buy", "0.80", "1");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/error/code").asText()).isEqualTo("ACCOUNT_REDUCE_ONLY");

    for (final Side side : Side.values()) {
      final long account = side == Side.BUY ? 1_003 : 1_004;
      venue.call(new Command.OpenAccount(account, account, AccountKind.CLIENT, 1));
      venue.call(new Command.Deposit(account, 1_000_000_000L, "opening-" + account));
      venue.call(
          new Command.PlaceOrder(OrderTicket.of(account, 1, side, 1).limit(850_000).build()));
    }
    venue.call(new Command.Tick());

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

  private JsonNode packets() {
    return venue.alice.get("/v1/account/liquidations").body().path("liquidations");
  }

  private String standing() {
    return venue.alice.get("/v1/account/liquidations").body().path("standing").asText();
  }
}
