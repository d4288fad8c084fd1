package com.ballastmarkets.api;

import static com.ballastmarkets.api.PublicApiPageTest.buys;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.TestClient.Answer;
import com.ballastmarkets.api.order.FillRecord;
import com.ballastmarkets.api.order.OrderHistory;
import com.ballastmarkets.api.order.OrderRecord;
import com.ballastmarkets.api.order.OrderStatus;
import com.ballastmarkets.api.status.HealthCheck;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Readiness, and what memory no longer holds. */
class StatusAndHistoryTest {

  @Test
  void theStatusIsGoodOnlyWhileAllThatIsRequiredIsThere() {
    final AtomicBoolean ledger = new AtomicBoolean();
    final AtomicBoolean node = new AtomicBoolean(true);
    try (TestVenue venue =
        new TestVenue(
            TestVenue.config(),
            OrderHistory.none(),
            List.of(check("node", true, node), check("ledger", false, ledger)))) {
      org.awaitility.Awaitility.await()
          .until(() -> status(venue).body().path("status").asText().equals("degraded"));
      assertThat(status(venue).status()).isEqualTo(200);

      ledger.set(true);
      assertThat(status(venue).body().path("status").asText()).isEqualTo("ready");
      assertThat(status(venue).body().path("sandbox").asBoolean()).isTrue();

      node.set(false);
      assertThat(status(venue).status()).isEqualTo(503);
      assertThat(status(venue).body().path("status").asText()).isEqualTo("unavailable");
      assertThat(venue.anyone.get("/v1/health").body().path("parts").findValuesAsText("name"))
          .containsExactly("journal", "node", "ledger");
    }
  }

  @Test
  void aVenueThatIsDownIsSaidToBeAndNothingWasApplied() {
    try (TestVenue venue = new TestVenue()) {
      venue.host.close();

      final Answer answer = PublicApiPageTest.order(venue.alice, "buy", "0.5", "1");

      assertThat(answer.status()).as(answer.text()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("VENUE_UNAVAILABLE");
      assertThat(answer.header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void ordersBeyondMemoryComeFromTheHistory() {
    final OldOrders old = new OldOrders();
    try (TestVenue venue = new TestVenue(TestVenue.config(), old, List.of())) {
      assertThat(venue.alice.get("/v1/orders/ord_7").body().path("status").asText())
          .isEqualTo("filled");
      assertThat(venue.bob.get("/v1/orders/ord_7").code()).isEqualTo("ORDER_NOT_FOUND");

      final String last = placeAndCancel(venue, 1_003);

      final var page = venue.alice.get("/v1/orders?limit=500").body();
      assertThat(page.path("orders").path(0).path("order_id").asText()).isEqualTo(last);
      assertThat(old.asked).isTrue();

      old.away = true;
      final Answer beyond = venue.alice.get("/v1/orders?limit=500");
      assertThat(beyond.status()).isEqualTo(503);
      assertThat(beyond.code()).isEqualTo("HISTORY_UNAVAILABLE");
      assertThat(venue.alice.get("/v1/orders?status=open").status()).isEqualTo(200);
    }
  }

  @Test
  void aPartThatCannotTellItsStateIsShownAsNotWell() {
    final HealthCheck ledger =
        new HealthCheck(
            "ledger",
            false,
            () -> {
              throw new IllegalStateException("/var/lib/secret");
            });
    try (TestVenue venue = new TestVenue(TestVenue.config(), new OldOrders(), List.of(ledger))) {
      assertThat(status(venue).status()).isEqualTo(200);
      assertThat(status(venue).body().path("status").asText()).isEqualTo("degraded");
      assertThat(venue.anyone.get("/v1/health").body().toString())
          .contains("does not answer")
          .doesNotContain("secret");
    }
  }

  private static String placeAndCancel(TestVenue venue, int count) {
    String last = "";
    for (int i = 0; i < count; i++) {
      last = buys(venue.alice, "0.5", 1).path("order_id").asText();
      if (i % 100 == 99 || i == count - 1) {
        venue.alice.delete("/v1/orders");
      }
    }
    return last;
  }

  private static Answer status(TestVenue venue) {
    return venue.anyone.get("/v1/status");
  }

  private static HealthCheck check(String name, boolean required, AtomicBoolean ok) {
    return new HealthCheck(
        name, required, () -> new HealthCheck.State(ok.get(), ok.get() ? "fine" : "away"));
  }

  /** Alice's order 7, filled long ago. */
  private static final class OldOrders implements OrderHistory {
    volatile boolean asked;
    volatile boolean away;

    @Override
    public List<OrderRecord> orders(OrderQuery query) {
      if (away) {
        throw new IllegalStateException("the database is away");
      }
      asked = true;
      return List.of();
    }

    @Override
    public Optional<OrderRecord> order(long accountId, long orderId) {
      if (accountId != 1_001 || orderId != 7) {
        return Optional.empty();
      }
      return Optional.of(
          new OrderRecord(
              7,
              1_001,
              "",
              TestVenue.SUEZ,
              Side.BUY,
              OrderType.LIMIT,
              TimeInForce.GTC,
              500_000,
              0,
              10,
              10,
              0,
              5_000_000,
              0,
              OrderStatus.FILLED,
              null,
              1,
              2));
    }

    @Override
    public List<FillRecord> fills(FillQuery query) {
      return List.of();
    }
  }
}
