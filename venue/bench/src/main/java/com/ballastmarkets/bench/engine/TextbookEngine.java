package com.ballastmarkets.bench.engine;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The textbook for a whole engine: trees of queues, hash maps of everything, full collateral summed
 * over an account's markets for every order, fees, no events. It knows just enough to make the same
 * trades of a benchmark's stream.
 */
final class TextbookEngine implements TimedEngine {
  private static final long FACE = 1_000_000;
  private static final long TAKER_PPM = 70_000;

  private final Map<Long, Account> accounts = new HashMap<>();
  private final Map<Integer, Book> books = new HashMap<>();
  private final Map<Long, Order> orders = new HashMap<>();
  private final Command[] commands;
  private long nextOrderId = 1;
  private long trades;

  private static final class Account {
    final Map<Integer, Position> positions = new HashMap<>();
    long cash;

    /** What is left in every market's worst outcome, all losing orders filled. */
    long available() {
      long sum = cash;
      for (final Position p : positions.values()) {
        final long ifZero = -p.value - p.buyValue;
        final long ifOne = (p.lots - p.sellLots) * FACE - p.value + p.sellValue;
        sum += Math.min(ifZero, ifOne);
      }
      return sum;
    }
  }

  private static final class Position {
    long lots;
    long value;
    long buyValue;
    long sellLots;
    long sellValue;

    void order(Side side, long price, long lots) {
      if (side == Side.BUY) {
        buyValue += price * lots;
      } else {
        sellLots += lots;
        sellValue += price * lots;
      }
    }

    void trade(long signedLots, long price) {
      lots += signedLots;
      value += signedLots * price;
    }
  }

  private static final class Order {
    final long id;
    final long account;
    final Book book;
    final Position position;
    final Side side;
    long price;
    long lots;
    long open;

    Order(long id, OrderTicket ticket, Book book, Position position) {
      this.id = id;
      this.account = ticket.accountId();
      this.book = book;
      this.position = position;
      this.side = ticket.side();
      this.price = ticket.priceMicros();
      this.lots = ticket.lots();
      this.open = lots;
    }
  }

  private static final class Book {
    final TreeMap<Long, LinkedHashMap<Long, Order>> bids = new TreeMap<>(Comparator.reverseOrder());
    final TreeMap<Long, LinkedHashMap<Long, Order>> asks = new TreeMap<>();

    NavigableMap<Long, LinkedHashMap<Long, Order>> of(Side side) {
      return side == Side.BUY ? bids : asks;
    }

    void add(Order order) {
      of(order.side).computeIfAbsent(order.price, _ -> new LinkedHashMap<>()).put(order.id, order);
    }

    void remove(Order order) {
      final Map<Long, Order> level = of(order.side).get(order.price);
      if (level != null && level.remove(order.id) != null && level.isEmpty()) {
        of(order.side).remove(order.price);
      }
    }
  }

  TextbookEngine(EngineStream stream) {
    commands = stream.commands();
    stream.preparation().forEach(this::apply);
  }

  @Override
  public void play() {
    for (final Command command : commands) {
      apply(command);
    }
  }

  @Override
  public long trades() {
    return trades;
  }

  private void apply(Command command) {
    if (command instanceof Command.PlaceOrder(var ticket)) {
      place(ticket);
    } else if (command instanceof Command.ReplaceOrder replace) {
      replace(replace);
    } else if (command instanceof Command.CancelOrder cancel) {
      close(order(cancel.orderId()));
    } else if (command instanceof Command.Deposit(var account, var amount, _)) {
      accounts.computeIfAbsent(account, _ -> new Account()).cash += amount;
    }
  }

  private Order order(long orderId) {
    final @Nullable Order order = orders.get(orderId);
    if (order == null) {
      throw new IllegalStateException("no order " + orderId);
    }
    return order;
  }

  private void place(OrderTicket ticket) {
    final Account account = accounts.computeIfAbsent(ticket.accountId(), _ -> new Account());
    final Order order =
        new Order(
            nextOrderId,
            ticket,
            books.computeIfAbsent(ticket.marketId(), _ -> new Book()),
            account.positions.computeIfAbsent(ticket.marketId(), _ -> new Position()));
    reserve(account, order, order.price, order.open);
    nextOrderId++;
    work(order, ticket.timeInForce() == TimeInForce.IOC);
  }

  private static void reserve(Account account, Order order, long price, long lots) {
    order.position.order(order.side, price, lots);
    if (account.available() < 0) {
      throw new IllegalStateException("the stream overdraws an account");
    }
  }

  private void replace(Command.ReplaceOrder replace) {
    final Order order = order(replace.orderId());
    order.book.remove(order);
    order.position.order(order.side, order.price, -order.open);
    order.open += replace.lots() - order.lots;
    order.lots = replace.lots();
    order.price = replace.priceMicros();
    final Account account = accounts.get(order.account);
    if (account != null) {
      reserve(account, order, order.price, order.open);
    }
    work(order, false);
  }

  private void close(Order order) {
    order.book.remove(order);
    order.position.order(order.side, order.price, -order.open);
    order.open = 0;
    orders.remove(order.id);
  }

  private void work(Order taker, boolean immediate) {
    final NavigableMap<Long, LinkedHashMap<Long, Order>> makers =
        taker.book.of(taker.side.opposite());
    while (taker.open > 0 && !makers.isEmpty()) {
      final var level = makers.firstEntry();
      if (taker.side.sign() * (taker.price - level.getKey()) < 0) {
        break;
      }
      final Order maker = level.getValue().firstEntry().getValue();
      if (maker.account == taker.account) {
        close(taker);
        return;
      }
      trade(maker, taker, level.getKey());
    }
    if (taker.open > 0 && !immediate) {
      taker.book.add(taker);
      orders.put(taker.id, taker);
    } else {
      close(taker);
    }
  }

  private void trade(Order maker, Order taker, long price) {
    final long lots = Math.min(maker.open, taker.open);
    fill(maker, price, lots);
    fill(taker, price, lots);
    final Account payer = accounts.get(taker.account);
    if (payer != null) {
      payer.cash -= Math.ceilDiv(TAKER_PPM * (price * (FACE - price)) / FACE * lots, FACE * FACE);
    }
    trades++;
    if (maker.open == 0) {
      close(maker);
    }
  }

  private static void fill(Order order, long price, long lots) {
    order.position.order(order.side, order.price, -lots);
    order.position.trade(order.side.sign() * lots, price);
    order.open -= lots;
  }
}
