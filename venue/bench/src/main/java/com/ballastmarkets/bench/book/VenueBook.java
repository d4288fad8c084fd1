package com.ballastmarkets.bench.book;

import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.book.MatchListener;
import com.ballastmarkets.engine.book.OrderBook;
import com.ballastmarkets.engine.book.OrderIndex;
import com.ballastmarkets.engine.book.RestingOrder;
import org.jspecify.annotations.Nullable;

/** The engine's own book and index of orders, driven by the benchmark's messages. */
final class VenueBook implements BookPlayer, MatchListener {
  private final OrderBook book = new OrderBook();
  private final OrderIndex<RestingOrder> orders = new OrderIndex<>();
  private final ReportTape tape;
  private long sequence;

  VenueBook(ReportTape tape) {
    this.tape = tape;
  }

  @Override
  public void play(Workload messages) {
    for (int i = 0; i < messages.count(); i++) {
      sequence = messages.sequence(i);
      final long id = messages.id(i);
      switch (messages.type(i)) {
        case Workload.NEW ->
            enter(messages.side(i), messages.immediate(i), id, messages.price(i), messages.lots(i));
        case Workload.CANCEL -> cancel(id);
        case Workload.MODIFY -> modify(id, messages.price(i), messages.lots(i));
        default -> throw new IllegalStateException("message " + i);
      }
      book.discardDepthChanges();
    }
  }

  private void enter(int side, boolean immediate, long id, long price, long lots) {
    final RestingOrder order =
        new RestingOrder(id, side == 0 ? Side.BUY : Side.SELL, price, lots, 0);
    tape.accepted(sequence, side, id, price, lots);
    book.match(order, price, this);
    if (order.openLots() > 0) {
      if (immediate) {
        tape.canceled(sequence, side, id, price);
      } else {
        book.add(order);
        orders.put(order);
      }
    }
  }

  private static int code(RestingOrder order) {
    return order.side() == Side.BUY ? 0 : 1;
  }

  private void cancel(long id) {
    final RestingOrder order = orders.remove(id);
    if (order == null) {
      tape.cancelRefused(sequence, id);
    } else {
      book.remove(order);
      tape.canceled(sequence, code(order), id, order.price());
    }
  }

  private void modify(long id, long price, long lots) {
    final @Nullable RestingOrder order = orders.get(id);
    if (order == null) {
      tape.modifyRefused(sequence, id);
      return;
    }
    book.remove(order);
    order.amend(price, lots);
    tape.modified(sequence, code(order), id, price, lots);
    book.match(order, price, this);
    if (order.openLots() > 0) {
      book.add(order);
    } else {
      orders.remove(id);
    }
  }

  @Override
  public Verdict beforeMatch(RestingOrder resting, RestingOrder incoming) {
    return Verdict.TRADE;
  }

  @Override
  public void onMatch(RestingOrder maker, RestingOrder taker, long price, long lots) {
    if (maker.openLots() == 0) {
      orders.remove(maker.orderId());
    }
    tape.traded(sequence, price, lots, maker.orderId(), taker.orderId());
  }
}
