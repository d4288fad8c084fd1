package com.ballastmarkets.clearing;

import com.ballastmarkets.clearing.fee.FeeMeter;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives a clearing house as an engine would, one step at a time, in USDC text; remembers the
 * events of the last step.
 */
final class Desk {
  final Map<Integer, Instrument> instruments = new HashMap<>();
  final List<Event> events = new ArrayList<>();
  ClearingHouse house = new ClearingHouse();
  long timeNanos;
  private long trades;
  private long references;

  @Nullable RejectReason step(Supplier<@Nullable RejectReason> action) {
    events.clear();
    house.begin(timeNanos, (time, event) -> events.add(event));
    final RejectReason reason = action.get();
    house.end();
    return reason;
  }

  void run(Runnable action) {
    step(() -> {
      action.run();
      return null;
    });
  }

  int list(Instrument instrument) {
    instruments.put(instrument.marketId(), instrument);
    final int[] handle = new int[1];
    run(() -> handle[0] = house.list(instrument, OpenOrders.NONE));
    return handle[0];
  }

  int open(long accountId, int leverage, String deposit) {
    step(() -> house.openAccount(accountId, accountId, AccountKind.CLIENT, leverage));
    if (!deposit.equals("0")) {
      step(() -> house.deposit(accountId, Micros.parse(deposit), "deposit-" + ++references));
    }
    return house.account(accountId);
  }

  @Nullable RejectReason order(int account, int market, Side side, long lots, String price) {
    return step(() -> house.reserve(account, market, side, Micros.parse(price), lots));
  }

  /** Reserves and fills both sides at one price. */
  void trade(int buyer, int seller, int market, long lots, String price) {
    final long micros = Micros.parse(price);
    run(() -> {
      expectNull(house.reserve(buyer, market, Side.BUY, micros, lots));
      expectNull(house.reserve(seller, market, Side.SELL, micros, lots));
      final long id = ++trades;
      house.fill(seller, market, Side.SELL, micros, micros, lots, new FeeMeter(), true, id);
      house.fill(buyer, market, Side.BUY, micros, micros, lots, new FeeMeter(), false, id);
    });
  }

  private static void expectNull(@Nullable RejectReason reason) {
    if (reason != null) {
      throw new AssertionError("refused: " + reason);
    }
  }

  String cash(int account) {
    return Micros.formatMoney(house.cashMicros(account));
  }

  String equity(int account) {
    return Micros.formatMoney(house.equityMicros(account));
  }

  String available(int account) {
    return Micros.formatMoney(house.availableMicros(account));
  }

  /** What is tied up: margin and reserved withdrawals. */
  String margin(int account) {
    return Micros.formatMoney(house.equityMicros(account) - house.availableMicros(account));
  }

  /** Replaces the house by what its written state makes. */
  void restart() {
    final StateWriter state = new StateWriter();
    house.writeState(state);
    house =
        ClearingHouse.readState(
            state.reader(), id -> java.util.Objects.requireNonNull(instruments.get(id)), timeNanos);
  }
}
