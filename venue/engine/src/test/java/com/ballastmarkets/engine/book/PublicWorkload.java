package com.ballastmarkets.engine.book;

import com.ballastmarkets.domain.order.Side;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Plays a file of the public matching benchmark (flash1-dev) against a book and hands out its
 * reports. The format is in PERFORMANCE.md.
 */
final class PublicWorkload implements MatchListener {
  private static final int HEADER = 16;
  private static final int RECORD = 40;

  /** Takes the reports; the fields that a type does not have are 0. */
  interface Reports {
    void accepted(long sequence, int side, long id, long price, long lots);

    void traded(long sequence, long price, long lots, long maker, long taker);

    void canceled(long sequence, int side, long id, long price);

    void modified(long sequence, int side, long id, long price, long lots);

    void cancelRefused(long sequence, long id);

    void modifyRefused(long sequence, long id);
  }

  private final OrderBook book = new OrderBook();
  private final Long2ObjectHashMap<RestingOrder> orders = new Long2ObjectHashMap<>();
  private final Reports reports;
  private long sequence;

  PublicWorkload(Reports reports) {
    this.reports = reports;
  }

  static ByteBuffer read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  void play(ByteBuffer file) {
    for (int at = HEADER; at < file.capacity(); at += RECORD) {
      final int type = file.get(at);
      final int side = file.get(at + 1);
      final boolean immediate = file.get(at + 2) != 0;
      final long lots = Integer.toUnsignedLong(file.getInt(at + 4));
      sequence = file.getLong(at + 8);
      final long id = file.getLong(at + 16);
      final long price = file.getLong(at + 24);
      switch (type) {
        case 0 -> enter(side, immediate, id, price, lots);
        case 1 -> cancel(id);
        case 2 -> modify(id, price, lots);
        default -> throw new IllegalArgumentException("record type " + type);
      }
      book.discardDepthChanges();
    }
  }

  private void enter(int side, boolean immediate, long id, long price, long lots) {
    final RestingOrder order =
        new RestingOrder(id, side == 0 ? Side.BUY : Side.SELL, price, lots, 0);
    reports.accepted(sequence, side, id, price, lots);
    book.match(order, price, this);
    if (order.openLots() > 0) {
      if (immediate) {
        reports.canceled(sequence, side, id, price);
      } else {
        book.add(order);
        orders.put(id, order);
      }
    }
  }

  private void cancel(long id) {
    final RestingOrder order = orders.remove(id);
    if (order == null) {
      reports.cancelRefused(sequence, id);
    } else {
      book.remove(order);
      reports.canceled(sequence, order.side().ordinal(), id, order.price());
    }
  }

  private void modify(long id, long price, long lots) {
    final @Nullable RestingOrder order = orders.remove(id);
    if (order == null) {
      reports.modifyRefused(sequence, id);
      return;
    }
    book.remove(order);
    order.amend(price, lots);
    reports.modified(sequence, order.side().ordinal(), id, price, lots);
    book.match(order, price, this);
    if (order.openLots() > 0) {
      book.add(order);
      orders.put(id, order);
    }
  }

  @Override
  public Verdict beforeMatch(RestingOrder maker, RestingOrder taker) {
    return Verdict.TRADE;
  }

  @Override
  public void onMatch(RestingOrder maker, RestingOrder taker, long price, long lots) {
    if (maker.openLots() == 0) {
      orders.remove(maker.orderId());
    }
    reports.traded(sequence, price, lots, maker.orderId(), taker.orderId());
  }
}
