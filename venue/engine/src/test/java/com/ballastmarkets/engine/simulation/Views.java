package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.Side;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What can be known of the venue from its events alone. */
final class Views {
  final Map<Integer, Market> markets = new TreeMap<>();
  final Map<Long, Account> accounts = new TreeMap<>();
  final Map<Long, Order> orders = new HashMap<>();

  /** A market that is listed. */
  static final class Market {
    final Instrument instrument;
    final TreeMap<Long, long[]> bids = new TreeMap<>(Comparator.reverseOrder());
    final TreeMap<Long, long[]> asks = new TreeMap<>();
    final Map<Long, Order> orders = new LinkedHashMap<>();
    MarketState state = MarketState.PRE_OPEN;
    long reference;
    long mark;

    /** The highest that there was: what came to rest under it may fill after it fell. */
    long highestLimit;

    long highestExemption;

    Market(Instrument instrument) {
      this.instrument = instrument;
      this.highestLimit = instrument.positionLimitLots();
      this.reference = instrument.referencePriceMicros();
      this.mark = reference;
    }

    TreeMap<Long, long[]> levels(Side side) {
      return side == Side.BUY ? bids : asks;
    }

    /** The market whose value decides what this one pays. */
    int underlying() {
      return instrument.contract() instanceof Contract.Option option
          ? option.underlyingMarketId()
          : instrument.marketId();
    }
  }

  /** An account; the venue's own are there from the beginning. */
  static final class Account {
    final long participantId;
    final Map<Integer, Position> positions = new TreeMap<>();
    final Map<Long, Order> orders = new LinkedHashMap<>();
    int leverage;
    long cash;
    long reserved;

    /** A market that could not end void by its terms was voided: variation may be owed. */
    boolean mayOwe;

    Account(long participantId, int leverage) {
      this.participantId = participantId;
      this.leverage = leverage;
    }
  }

  /** What an account has in a market. */
  static final class Position {
    long lots;
    long openValue;
    long paid;
  }

  /** An order that is open. */
  static final class Order {
    final long id;
    final OrderTicket ticket;
    long limit;
    long lots;
    long leaves;
    long cum;
    long value;
    boolean waiting;

    Order(long id, OrderTicket ticket) {
      this.id = id;
      this.ticket = ticket;
      this.limit = ticket.priceMicros();
      this.lots = ticket.lots();
      this.leaves = lots;
      this.waiting = ticket.type() == OrderType.STOP || ticket.type() == OrderType.STOP_LIMIT;
    }

    /** Whether its limit is its owner's, and not a collar. */
    boolean isPriced() {
      return ticket.type() == OrderType.LIMIT || ticket.type() == OrderType.STOP_LIMIT;
    }

    @Override
    public String toString() {
      return "order %d, %d of %d open at %d, %s".formatted(id, leaves, lots, limit, ticket);
    }
  }

  Market market(int id) {
    final Market market = markets.get(id);
    Violation.unless(market != null, "an event of market %d, which is not listed", id);
    return java.util.Objects.requireNonNull(market);
  }

  Account account(long id) {
    return accounts.computeIfAbsent(id, _ -> new Account(0, 1));
  }

  Position position(long accountId, int marketId) {
    return account(accountId).positions.computeIfAbsent(marketId, _ -> new Position());
  }

  Order order(long id) {
    final Order order = orders.get(id);
    Violation.unless(order != null, "an event of order %d, which is not open", id);
    return java.util.Objects.requireNonNull(order);
  }

  void add(Order order) {
    orders.put(order.id, order);
    account(order.ticket.accountId()).orders.put(order.id, order);
    market(order.ticket.marketId()).orders.put(order.id, order);
  }

  void remove(Order order) {
    orders.remove(order.id);
    account(order.ticket.accountId()).orders.remove(order.id);
    market(order.ticket.marketId()).orders.remove(order.id);
  }
}
