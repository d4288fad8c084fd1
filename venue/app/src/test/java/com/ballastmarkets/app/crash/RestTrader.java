package com.ballastmarkets.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.app.ChildVenue;
import com.ballastmarkets.app.client.RestClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trades by REST, one request after the other; asks again with the same id when no answer came. */
final class RestTrader implements Trader {
  private final int account;
  private final String market;
  private final OrderFlow flow;
  private final Told told = new Told();
  private final List<String> live = new ArrayList<>();

  private @Nullable RestClient client;
  private Told.@Nullable Sent unanswered;
  private volatile boolean stopped;

  RestTrader(int account, String market, OrderFlow flow) {
    this.account = account;
    this.market = market;
    this.flow = flow;
  }

  @Override
  public int account() {
    return account;
  }

  @Override
  public Told told() {
    return told;
  }

  @Override
  public void connect(ChildVenue venue) throws Exception {
    final RestClient connected = venue.client(account);
    client = connected;
    stopped = false;
    await().atMost(Duration.ofSeconds(90)).until(() -> connected.get("/v1/status").status() == 200);
    final Told.Sent open = unanswered;
    if (open != null) {
      assertThat(place(connected, open)).as("%s, asked again", open).isTrue();
    }
  }

  @Override
  public void trade() {
    final RestClient connected = client;
    try {
      while (connected != null && !stopped) {
        if (flow.isCancelDue() && !live.isEmpty()) {
          final String orderId = live.remove(flow.pick(live.size()));
          note(connected.delete("/v1/orders/" + orderId).body());
        } else {
          final Told.Sent order = flow.next();
          told.sent(order);
          if (!place(connected, order)) {
            return;
          }
        }
      }
    } catch (IllegalStateException venueIsGone) {
      // What was asked last stays open until the venue is back.
    }
  }

  /** Sends an order; false if the answer leaves its outcome open. */
  private boolean place(RestClient connected, Told.Sent order) {
    unanswered = order;
    final RestClient.Answer answer =
        connected.post(
            "/v1/orders",
            Map.of(
                "market_id",
                market,
                "side",
                order.buy() ? "buy" : "sell",
                "type",
                "limit",
                "price",
                order.price(),
                "size",
                order.lots(),
                "client_order_id",
                order.clOrdId()));
    if (answer.status() >= 500) {
      return false;
    }
    assertThat(answer.status()).as("%s: %s", order, answer.body()).isIn(200, 201);
    unanswered = null;
    note(answer.body());
    return true;
  }

  private void note(JsonNode order) {
    if (!order.has("order_id")) {
      return;
    }
    final String status = order.path("status").asText();
    final boolean over = status.equals("filled") || status.equals("cancelled");
    final String orderId = order.path("order_id").asText();
    told.answered(
        order.path("client_order_id").asText(), orderId, order.path("filled_size").asLong(), over);
    if (!over) {
      live.add(orderId);
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public void disconnect() {
    if (client != null) {
      client.close();
    }
  }
}
