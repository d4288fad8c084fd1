package com.ballastmarkets.app.crash;

import com.ballastmarkets.app.ChildVenue;
import com.ballastmarkets.app.client.FixClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quickfix.Message;

/** Trades by FIX with a window of orders under way, on one session that outlives every kill. */
final class FixTrader implements Trader {
  private static final int WINDOW = 32;
  private static final Duration MOMENT = Duration.ofMillis(20);

  private final Wire wire;
  private final int account;
  private final String beginString;
  private final String market;
  private final Path store;
  private final OrderFlow flow;
  private final Told told = new Told();
  private final Set<String> open = new HashSet<>();
  private final List<Told.Sent> live = new ArrayList<>();

  private @Nullable FixClient client;
  private volatile boolean stopped;

  FixTrader(Wire wire, int account, String beginString, String market, Path store, OrderFlow flow) {
    this.wire = wire;
    this.account = account;
    this.beginString = beginString;
    this.market = market;
    this.store = store;
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

  /** What was sent and never seen by the venue is resent by the session itself. */
  @Override
  public void connect(ChildVenue venue) throws Exception {
    final JsonNode who = venue.account(account);
    stopped = false;
    client =
        FixClient.logOn(
            "127.0.0.1",
            wire.port(),
            beginString,
            who.path("fix_sender_comp_id").asText(),
            who.path("api_key").asText(),
            who.path("api_secret").asText(),
            store);
  }

  /** Takes what comes until every request has its answer and nothing more comes. */
  void settle() {
    final long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!open.isEmpty() && System.nanoTime() < deadline) {
      take(Duration.ofMillis(200));
    }
    if (!open.isEmpty()) {
      throw new AssertionError("no answer over FIX to " + open);
    }
    drain();
  }

  /** Takes what has come. */
  void drain() {
    while (take(Duration.ZERO)) {}
  }

  @Override
  public void trade() {
    final FixClient connected = client;
    while (connected != null && !stopped) {
      if (open.size() < WINDOW) {
        send(connected);
        take(Duration.ZERO);
      } else {
        take(MOMENT);
      }
    }
  }

  private void send(FixClient connected) {
    if (flow.isCancelDue() && !live.isEmpty()) {
      final Told.Sent order = live.remove(flow.pick(live.size()));
      open.add(connected.cancel(order.clOrdId() + "-c", order.clOrdId(), market, order.buy()));
    } else {
      final Told.Sent wanted = flow.next();
      final String clOrdId =
          connected.order(wanted.clOrdId(), market, wanted.buy(), wanted.lots(), wanted.price());
      told.sent(wanted);
      open.add(clOrdId);
    }
  }

  private boolean take(Duration limit) {
    final FixClient connected = client;
    final Message message = connected == null ? null : connected.next(limit);
    if (message == null) {
      return false;
    }
    final String type = FixClient.type(message);
    final String clOrdId = FixClient.text(message, 11);
    open.remove(clOrdId);
    if (type.equals("8")) {
      execution(message, clOrdId);
    } else if (!type.equals("9")) {
      throw new AssertionError("not an answer to an order: " + message);
    }
    return true;
  }

  private void execution(Message message, String clOrdId) {
    final String execType = FixClient.text(message, 150);
    if (execType.equals("8")) {
      throw new AssertionError("refused: " + message);
    }
    told.execution(FixClient.text(message, 17));
    final String orderId = FixClient.text(message, 37);
    final String ordStatus = FixClient.text(message, 39);
    final boolean over = ordStatus.equals("2") || ordStatus.equals("4");
    // The report of a cancel carries the id of the request and, in 41, that of the order.
    final String orig = FixClient.text(message, 41);
    final String order = orig.isEmpty() ? clOrdId : orig;
    final Told.@Nullable Answer before = told.answer(order);
    if (execType.equals("F") && before == null) {
      throw new AssertionError("a trade before its order was acknowledged: " + message);
    }
    told.answered(order, "ord_" + orderId, Long.parseLong(FixClient.text(message, 14)), over);
    if (execType.equals("F")) {
      told.filled(
          "trd_" + FixClient.text(message, 880),
          new Told.Fill(
              "ord_" + orderId,
              FixClient.text(message, 31),
              Long.parseLong(FixClient.text(message, 32))));
    }
    final Told.Sent sent = told.sentAs(order);
    if (execType.equals("0") && sent != null) {
      live.add(sent);
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public void disconnect() {
    final FixClient connected = client;
    if (connected != null) {
      connected.close();
      drain();
    }
  }
}
