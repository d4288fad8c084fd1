package com.ballastmarkets.engine.book;

import com.ballastmarkets.domain.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * An order as its book sees it: a side, a price, open lots, and a place in the queue of its level.
 * An incoming order is one too, before it rests.
 *
 * <p>An iceberg shows at most {@code displayLots}; when the slice is filled, the next one goes to
 * the back of the queue.
 */
public class RestingOrder {
  private final long orderId;
  private final Side side;
  long price;
  long openLots;
  long visibleLots;
  private final long displayLots;

  @Nullable PriceLevel level;
  @Nullable RestingOrder previous;
  @Nullable RestingOrder next;

  /**
   * @param displayLots the visible slice; 0 shows all
   */
  public RestingOrder(long orderId, Side side, long price, long openLots, long displayLots) {
    this.orderId = orderId;
    this.side = side;
    this.price = price;
    this.openLots = openLots;
    this.displayLots = displayLots;
  }

  public final long orderId() {
    return orderId;
  }

  public final Side side() {
    return side;
  }

  /** The limit, in the book's unit. */
  public final long price() {
    return price;
  }

  /** What is left of it, hidden lots included. */
  public final long openLots() {
    return openLots;
  }

  /** What its level shows of it while it rests. */
  public final long visibleLots() {
    return visibleLots;
  }

  public final long displayLots() {
    return displayLots;
  }

  /** Whether it stands in a book's queue. */
  public final boolean isResting() {
    return level != null;
  }

  /** The order behind it in the queue of its level. */
  public final @Nullable RestingOrder next() {
    return next;
  }

  /** Gives an order that does not rest other terms. */
  public final void amend(long newPrice, long newOpenLots) {
    if (level != null) {
      throw new IllegalStateException("order " + orderId + " rests");
    }
    price = newPrice;
    openLots = newOpenLots;
  }

  final void showSlice() {
    visibleLots = displayLots > 0 && displayLots < openLots ? displayLots : openLots;
  }
}
