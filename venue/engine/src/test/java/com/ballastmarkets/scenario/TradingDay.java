package com.ballastmarkets.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.domain.settlement.SettlementTimes;
import com.ballastmarkets.engine.Exchange;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A venue that begins on Monday 2025-03-31T00:00Z with nothing but the fees of the listing's
 * default, and whose clock moves only when the scenario says so.
 */
final class TradingDay {
  static final Instant BEGIN = Instant.parse("2025-03-31T00:00:00Z");
  private static final String HASH = "0".repeat(64);

  private Exchange exchange = new Exchange();
  private final List<Event> events = new ArrayList<>();
  private final Map<String, Instrument> markets = new HashMap<>();
  private final Map<Long, Long> cash = new HashMap<>();
  private final Map<Long, Event.AccountUpdated> money = new HashMap<>();
  private final Map<Long, Long> leaves = new HashMap<>();
  private final Map<Long, Map<Integer, Long>> positions = new HashMap<>();
  private final Map<Integer, MarketState> states = new HashMap<>();
  private long nowNanos = nanos(BEGIN);
  private long nextAccount = SystemAccounts.FIRST_CLIENT;
  private long nextDispute = 1;
  private int liquidationsSeen;

  static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  // ---- the cast --------------------------------------------------------------------------------

  Trader trader(String name) {
    final long accountId = nextAccount++;
    apply(new Command.OpenAccount(accountId, accountId, AccountKind.CLIENT, 1));
    return new Trader(this, name, accountId);
  }

  /** Lists and opens a binary over the month of April 2025. */
  void listsBinary(String symbol, String tick, String reference) {
    lists(symbol, new Contract.Binary(), tick, reference);
  }

  void listsIndex(String symbol, String tick, String reference) {
    lists(symbol, new Contract.Index(), tick, reference);
  }

  /** Lists and opens a spread of two indices that is void unless its condition settles at 1. */
  void listsSpread(String symbol, String condition, String legA, String legB, String tick) {
    lists(
        symbol,
        new Contract.ConditionalSpread(marketId(condition), true, marketId(legA), marketId(legB)),
        tick,
        "0");
  }

  private void lists(String symbol, Contract contract, String tick, String reference) {
    final Instrument instrument =
        new Instrument(
            markets.size() + 1,
            symbol,
            symbol,
            contract,
            symbol.substring(0, symbol.indexOf('-')),
            nanos(BEGIN),
            nanos(BEGIN.plus(Duration.ofDays(30))),
            TickTable.uniform(contract.loMicros(), Micros.parse(tick)),
            FeeSchedule.FREE,
            Micros.parse(reference),
            1_000_000,
            10_000_000,
            HASH);
    markets.put(symbol, instrument);
    apply(new Command.ListMarket(instrument));
    apply(new Command.OpenMarket(instrument.marketId()));
  }

  // ---- who stands behind a default -------------------------------------------------------------

  /** Money for the insurance fund. */
  void insures(String usdc) {
    apply(new Command.Deposit(SystemAccounts.INSURANCE_FUND, Micros.parse(usdc), "insurance"));
  }

  /** The house's capital ahead of the members' contributions. */
  void setsAside(String usdc) {
    final long amount = Micros.parse(usdc);
    apply(new Command.Deposit(SystemAccounts.HOUSE, amount, "capital"));
    apply(new Command.DefaultFund.FundHouseTranche(amount, "tranche"));
  }

  /** Everything told of liquidations since it was asked last. */
  List<Event.Liquidation> liquidations() {
    final List<Event.Liquidation> told = new ArrayList<>();
    for (; liquidationsSeen < events.size(); liquidationsSeen++) {
      if (events.get(liquidationsSeen) instanceof Event.Liquidation event) {
        told.add(event);
      }
    }
    return told;
  }

  /** Goes on with an engine made from its snapshot. */
  void restarts() {
    final StateWriter state = new StateWriter();
    exchange.writeState(state);
    exchange = Exchange.readState(state.reader());
  }

  /** Asks for a combo; the answer's market goes by this name in the scenario. */
  Event.ComboDefined defines(long accountId, String name, String... legs) {
    final List<Contract.ComboLeg> parts =
        Stream.of(legs)
            .map(leg -> leg.split(" "))
            .map(words -> new Contract.ComboLeg(marketId(words[1]), Integer.parseInt(words[0])))
            .toList();
    for (Event event : apply(new Command.DefineCombo(accountId, parts))) {
      if (event instanceof Event.MarketListed listed) {
        markets.put(name, listed.instrument());
      } else if (event instanceof Event.ComboDefined defined) {
        markets.values().stream()
            .filter(instrument -> instrument.marketId() == defined.marketId())
            .findFirst()
            .ifPresent(instrument -> markets.putIfAbsent(name, instrument));
        return defined;
      }
    }
    throw new AssertionError("no combo was defined: " + name);
  }

  void halts(String market) {
    apply(new Command.HaltMarket(marketId(market)));
  }

  void resumes(String market) {
    apply(new Command.ResumeMarket(marketId(market)));
  }

  void voids(String market) {
    apply(new Command.VoidMarket(marketId(market)));
  }

  // ---- what the venue does ---------------------------------------------------------------------

  void passes(Duration duration) {
    nowNanos += duration.toNanos();
    apply(new Command.Tick());
  }

  /** An official notice for a place comes in. */
  void hearsNotice(String place, String reference) {
    apply(new Command.HaltForNews(place, reference));
  }

  /** Asserts the phase of a market. */
  void is(String market, MarketState expected) {
    assertThat(states.get(marketId(market))).as("the state of %s", market).isEqualTo(expected);
  }

  void settlesDaily() {
    apply(new Command.SettleDaily(Duration.ofNanos(nowNanos).toDays() - 1));
  }

  /** Half a sentence that ends with the settlement value. */
  final class SettlementOf {
    private final Instrument instrument;

    private SettlementOf(Instrument instrument) {
      this.instrument = instrument;
    }

    void at(String value) {
      provisionallyAt(value);
      reaches(SettlementTimes.FINAL_AFTER_NANOS);
      apply(new Command.FinalizeMarket(instrument.marketId()));
    }

    void provisionallyAt(String value) {
      reaches(SettlementTimes.SNAPSHOT_AFTER_NANOS);
      apply(new Command.PublishProvisional(instrument.marketId(), Micros.parse(value), HASH, 0));
    }

    void finallyAfterRuling() {
      reaches(SettlementTimes.FINAL_AFTER_NANOS);
      apply(new Command.FinalizeMarket(instrument.marketId()));
    }

    private void reaches(long afterExpiryNanos) {
      nowNanos = Math.max(nowNanos, instrument.expiryNanos() + afterExpiryNanos);
      apply(new Command.Tick());
    }
  }

  SettlementOf settles(String market) {
    return new SettlementOf(instrument(market));
  }

  long opensDispute(Trader trader, String market) {
    final long disputeId = nextDispute++;
    apply(new Command.OpenDispute(disputeId, marketId(market), trader.accountId(), HASH));
    return disputeId;
  }

  void rules(long disputeId, Ruling ruling, String value) {
    apply(new Command.RuleDispute(disputeId, ruling, Micros.parse(value), HASH));
  }

  List<Event> apply(Command command) {
    final int first = events.size();
    exchange.apply(
        command,
        nowNanos,
        (time, event) -> {
          assertThat(time).as("events are not stamped ahead").isLessThanOrEqualTo(nowNanos);
          events.add(event);
          note(event);
        });
    assertThat(cash.values().stream().mapToLong(Long::longValue).sum())
        .as("cash of all accounts is what was deposited")
        .isEqualTo(deposited());
    return events.subList(first, events.size());
  }

  // ---- what there is to see --------------------------------------------------------------------

  private void note(Event event) {
    if (event instanceof Event.CashMoved moved) {
      cash.merge(moved.accountId(), moved.amountMicros(), Long::sum);
      assertThat(cash.get(moved.accountId())).isEqualTo(moved.cashAfterMicros());
    } else if (event instanceof Event.AccountUpdated updated) {
      money.put(updated.accountId(), updated);
    } else if (event instanceof Event.PositionUpdated updated) {
      positions
          .computeIfAbsent(updated.accountId(), id -> new HashMap<>())
          .put(updated.marketId(), updated.lots());
    } else if (event instanceof Event.MarketStateChanged changed) {
      states.put(changed.marketId(), changed.to());
    } else if (event instanceof Event.OrderAccepted accepted) {
      leaves.put(accepted.orderId(), accepted.ticket().lots());
    } else if (event instanceof Event.Trade trade) {
      leaves.put(trade.maker().orderId(), trade.maker().leavesLots());
      leaves.put(trade.taker().orderId(), trade.taker().leavesLots());
    } else if (event instanceof Event.ComboTrade trade) {
      leaves.put(trade.taker().orderId(), trade.taker().leavesLots());
    } else if (event instanceof Event.OrderCanceled canceled) {
      leaves.put(canceled.orderId(), 0L);
    }
  }

  private long deposited() {
    long sum = 0;
    for (Event event : events) {
      if (event instanceof Event.CashMoved moved) {
        switch (moved.reason()) {
          case DEPOSIT, WITHDRAWAL -> sum += moved.amountMicros();
          case FEE,
              VARIATION,
              SETTLEMENT,
              VOID_REVERSAL,
              BOND_POSTED,
              BOND_RETURNED,
              BOND_FORFEITED,
              LIQUIDATION_FEE,
              LOSS_COVERED,
              MAKER_REWARD -> {}
        }
      }
    }
    return sum;
  }

  List<Event> events() {
    return events;
  }

  long leaves(long orderId) {
    return leaves.getOrDefault(orderId, 0L);
  }

  long position(long accountId, int marketId) {
    return positions.getOrDefault(accountId, Map.of()).getOrDefault(marketId, 0L);
  }

  long cash(long accountId) {
    return cash.getOrDefault(accountId, 0L);
  }

  Event.AccountUpdated money(long accountId) {
    return money.getOrDefault(accountId, new Event.AccountUpdated(accountId, 0, 0, 0, 0, 0));
  }

  int marketId(String symbol) {
    return instrument(symbol).marketId();
  }

  private Instrument instrument(String symbol) {
    return Objects.requireNonNull(markets.get(symbol), () -> "no market called " + symbol);
  }
}
