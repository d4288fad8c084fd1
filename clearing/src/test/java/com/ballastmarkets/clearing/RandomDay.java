package com.ballastmarkets.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.clearing.fee.FeeMeter;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** A clearing house and a naive one, driven side by side by one seed. */
final class RandomDay {
  private static final int CLIENTS = 6;
  private static final FeeSchedule PROBABILITY =
      new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 17_501, 70_003);
  private static final FeeSchedule PER_LOT =
      new FeeSchedule(FeeSchedule.Basis.PER_LOT, 10_000, 25_000);

  private final Random random;
  private final NaiveBook naive = new NaiveBook();
  private final Map<Integer, Instrument> known = new HashMap<>();
  private final Map<Long, FeeMeter> meters = new HashMap<>();
  private final Map<Long, Long> cashByEvents = new HashMap<>();
  private final List<Event> events = new ArrayList<>();
  private ClearingHouse house = new ClearingHouse();
  private int nextMarketId = 1;
  private long nextId = 1;
  private long deposited;
  private int fills;

  RandomDay(long seed) {
    random = new Random(seed);
    run(() -> {
      for (int i = 0; i < CLIENTS; i++) {
        final long id = 1_000 + i;
        // The last account is a leveraged maker; the two before it are of one firm.
        final long firm = i == CLIENTS - 2 ? id - 1 : id;
        house.openAccount(id, firm, AccountKind.CLIENT, i == CLIENTS - 1 ? 10 : 1);
        deposit(id, Micros.parse("20000"));
      }
      list(Listings.binary(nextMarketId++, PROBABILITY));
      list(Listings.index(nextMarketId++, PER_LOT));
      list(Listings.index(nextMarketId++, FeeSchedule.FREE));
      list(Listings.spread(nextMarketId++, 1, 2, 3, PER_LOT));
    });
    check("opening");
  }

  List<Event> events() {
    return events;
  }

  int fills() {
    return fills;
  }

  /** The hash of the house's state. */
  byte[] state() {
    final StateWriter state = new StateWriter();
    house.writeState(state);
    return state.sha256();
  }

  void restart() {
    final StateWriter state = new StateWriter();
    house.writeState(state);
    house = ClearingHouse.readState(state.reader(), id -> Objects.requireNonNull(known.get(id)), 0);
  }

  private void run(Runnable action) {
    events.clear();
    house.begin(0, (time, event) -> events.add(event));
    action.run();
    house.end();
  }

  private void deposit(long accountId, long amount) {
    house.deposit(accountId, amount, "deposit-" + nextId++);
    naive.cash(house.account(accountId), amount);
    deposited += amount;
  }

  private void list(Instrument instrument) {
    known.put(instrument.marketId(), instrument);
    house.list(
        instrument,
        (market, visitor) ->
            naive.orders.stream()
                .filter(order -> house.market(order.marketId()) == market)
                .forEach(o -> visitor.order(o.account(), o.side(), o.price(), o.lots())));
    naive.live.put(instrument.marketId(), instrument);
  }

  /** Does something, and says what. */
  String step() {
    final int dice = random.nextInt(1_000);
    final String[] what = {"nothing"};
    run(() -> {
      if (dice < 600) {
        what[0] = order();
      } else if (dice < 750) {
        what[0] = cancel();
      } else if (dice < 900) {
        what[0] = mark();
      } else if (dice < 930) {
        what[0] = daily();
      } else if (dice < 960) {
        what[0] = listAnother();
      } else if (dice < 985) {
        what[0] = close();
      } else {
        deposit(1_000 + random.nextInt(CLIENTS), 1 + random.nextInt(1_000_000_000));
        what[0] = "deposit";
      }
    });
    return what[0];
  }

  private Instrument anyMarket() {
    final List<Integer> ids = naive.live.keySet().stream().sorted().toList();
    return naive.instrument(ids.get(random.nextInt(ids.size())));
  }

  private int anyClient() {
    return house.account(1_000 + random.nextInt(CLIENTS));
  }

  private long anyPrice(Contract contract) {
    final long tick = contract.faceMicros() / 200;
    return contract.loMicros() + tick * random.nextInt(201);
  }

  /** Places an order, and lets it trade with the opposite orders that it crosses. */
  private String order() {
    final Instrument instrument = anyMarket();
    final int market = house.market(instrument.marketId());
    final int account = anyClient();
    final Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    final long price = anyPrice(instrument.contract());
    final long lots = 1 + random.nextInt(random.nextInt(10) == 0 ? 2_000 : 60);
    if (house.reserve(account, market, side, price, lots) != null) {
      return "order refused";
    }
    final NaiveBook.Order order =
        new NaiveBook.Order(nextId++, account, instrument.marketId(), side, price, lots);
    naive.orders.add(order);
    match(order, market);
    return "order " + order;
  }

  private void match(NaiveBook.Order incoming, int market) {
    NaiveBook.Order taker = incoming;
    for (NaiveBook.Order maker : List.copyOf(naive.orders)) {
      final boolean crosses =
          maker.marketId() == taker.marketId()
              && maker.account() != taker.account()
              && maker.side() != taker.side()
              && taker.side().sign() * (taker.price() - maker.price()) >= 0;
      if (crosses && taker.lots() > 0) {
        final long lots = Math.min(maker.lots(), taker.lots());
        fill(maker, market, maker.price(), lots, true);
        fill(taker, market, maker.price(), lots, false);
        taker = taker.less(lots);
      }
    }
  }

  private void fill(NaiveBook.Order order, int market, long price, long lots, boolean maker) {
    final int account = order.account();
    final long before = house.availableMicros(account);
    final FeeMeter meter = meters.computeIfAbsent(order.id(), _ -> new FeeMeter());
    final long fee =
        house.fill(
            account, market, order.side(), order.price(), price, lots, meter, maker, nextId++);
    if (account != house.account(1_000 + CLIENTS - 1)) {
      // Options marked against all sense can make equity the smaller of the two.
      assertThat(house.availableMicros(account))
          .isGreaterThanOrEqualTo(Math.min(before, house.equityMicros(account)));
    }
    naive.cash(account, -fee);
    naive.cash(0, fee);
    naive.trade(account, order.marketId(), order.side().sign() * lots, price);
    naive.orders.replaceAll(o -> o.id() == order.id() ? o.less(lots) : o);
    naive.orders.removeIf(o -> o.lots() == 0);
    fills++;
  }

  /** Gives an order other terms; what it might cross stays where it is. */
  private String replace() {
    if (naive.orders.isEmpty()) {
      return "nothing to replace";
    }
    final int at = random.nextInt(naive.orders.size());
    final NaiveBook.Order old = naive.orders.get(at);
    final long price = anyPrice(naive.instrument(old.marketId()).contract());
    final long lots = 1 + random.nextInt(100);
    final int market = house.market(old.marketId());
    if (house.replace(old.account(), market, old.side(), old.price(), old.lots(), price, lots)
        != null) {
      return "replace refused";
    }
    naive.orders.set(
        at, new NaiveBook.Order(old.id(), old.account(), old.marketId(), old.side(), price, lots));
    return "replace";
  }

  private String cancel() {
    if (naive.orders.isEmpty()) {
      return "nothing to cancel";
    }
    cancel(naive.orders.get(random.nextInt(naive.orders.size())));
    return "cancel";
  }

  private void cancel(NaiveBook.Order order) {
    naive.orders.remove(order);
    house.release(
        order.account(), house.market(order.marketId()), order.side(), order.price(), order.lots());
  }

  private String mark() {
    final Instrument instrument = anyMarket();
    house.mark(house.market(instrument.marketId()), anyPrice(instrument.contract()));
    return "mark";
  }

  private String daily() {
    house.settleDaily();
    for (Instrument instrument : naive.live.values()) {
      final long mark = house.markMicros(house.market(instrument.marketId()));
      payAll(instrument.marketId(), mark);
    }
    return "daily";
  }

  private void payAll(int marketId, long price) {
    for (int account = 0; account < house.accountCount(); account++) {
      naive.pay(account, marketId, naive.unpaid(account, marketId, price));
    }
  }

  private String listAnother() {
    final int id = nextMarketId++;
    final Contract.PutOrCall putOrCall =
        random.nextBoolean() ? Contract.PutOrCall.CALL : Contract.PutOrCall.PUT;
    final List<Instrument> indices =
        naive.live.values().stream()
            .filter(i -> i.contract() instanceof Contract.Index)
            .sorted((a, b) -> Integer.compare(a.marketId(), b.marketId()))
            .toList();
    if (naive.live.size() > 9) {
      return "enough markets";
    }
    if (indices.size() < 2 || random.nextInt(4) == 0) {
      list(random.nextBoolean() ? Listings.index(id, PER_LOT) : Listings.binary(id, PROBABILITY));
      return "list";
    }
    final int index = indices.get(random.nextInt(indices.size())).marketId();
    final String strike = Integer.toString(5 + 10 * random.nextInt(10));
    list(Listings.option(id, index, putOrCall, strike, PER_LOT));
    return "list option on " + index;
  }

  /** Settles or voids a market; an index takes its options with it. */
  private String close() {
    final Instrument instrument = anyMarket();
    final boolean isVoid = random.nextBoolean();
    final long value = anyPrice(instrument.contract());
    for (Instrument option : List.copyOf(naive.live.values())) {
      if (option.contract() instanceof Contract.Option terms
          && terms.underlyingMarketId() == instrument.marketId()) {
        close(option, isVoid, NaiveBook.payoff(terms, value));
      }
    }
    close(instrument, isVoid, value);
    if (naive.live.isEmpty()) {
      list(Listings.index(nextMarketId++, PER_LOT));
    }
    return isVoid ? "void" : "settle";
  }

  private void close(Instrument instrument, boolean isVoid, long value) {
    final int id = instrument.marketId();
    List.copyOf(naive.orders).stream().filter(o -> o.marketId() == id).forEach(this::cancel);
    final int market = house.market(id);
    if (isVoid) {
      house.voidMarket(market);
      for (int account = 0; account < house.accountCount(); account++) {
        naive.pay(account, id, -naive.paid(account, id));
      }
    } else {
      house.settle(market, value);
      payAll(id, value);
    }
    naive.close(id);
  }

  void check(String what) {
    long cash = 0;
    long equity = 0;
    long moved = 0;
    for (Event event : events) {
      if (event instanceof Event.CashMoved move) {
        cashByEvents.merge(move.accountId(), move.amountMicros(), Long::sum);
        moved += move.reason() == CashReason.DEPOSIT ? 0 : move.amountMicros();
      }
    }
    assertThat(moved).as("%s: cash moves between accounts", what).isZero();
    for (int account = 0; account < house.accountCount(); account++) {
      cash += house.cashMicros(account);
      equity += house.equityMicros(account);
      assertThat(house.cashMicros(account))
          .as("%s: cash of %d", what, account)
          .isEqualTo(naive.cash(account))
          .isEqualTo(cashByEvents.getOrDefault(house.accountId(account), 0L));
      checkAvailable(what, account);
    }
    assertThat(cash).as("%s: cash", what).isEqualTo(deposited);
    assertThat(equity).as("%s: equity", what).isEqualTo(deposited);
    for (int id : naive.live.keySet()) {
      checkMarket(what, id);
    }
  }

  private void checkAvailable(String what, int account) {
    if (house.accountId(account) == 1_000 + CLIENTS - 1) {
      return;
    }
    final long worst = naive.available(account);
    assertThat(house.availableMicros(account))
        .as("%s: available of %d", what, account)
        .isEqualTo(Math.min(worst, house.equityMicros(account)));
  }

  private void checkMarket(String what, int marketId) {
    final int market = house.market(marketId);
    long sum = 0;
    for (int account = 0; account < house.accountCount(); account++) {
      assertThat(house.positionLots(account, market))
          .as("%s: lots of %d in %d", what, account, marketId)
          .isEqualTo(naive.lots(account, marketId));
      sum += house.positionLots(account, market);
    }
    assertThat(sum).as("%s: longs are shorts in %d", what, marketId).isZero();
  }
}
