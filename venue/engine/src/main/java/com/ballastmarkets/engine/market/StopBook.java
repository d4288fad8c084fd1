package com.ballastmarkets.engine.market;

import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.book.BookSide;
import com.ballastmarkets.engine.book.PriceLevel;
import com.ballastmarkets.engine.book.RestingOrder;
import org.jspecify.annotations.Nullable;

/**
 * Stop orders that wait for a trade at their stop price. While an order waits, the price it rests
 * at is its stop price.
 *
 * <p>A buy is triggered by a trade at its stop or above, the lowest stop first; a sell by one at
 * its stop or below, the highest first; at one price, first come, first triggered.
 */
public final class StopBook {
  private final BookSide buys = new BookSide(false);
  private final BookSide sells = new BookSide(true);
  private boolean traded;
  private long highest;
  private long lowest;

  /** The waiting orders of a side. */
  public BookSide side(Side side) {
    return side == Side.BUY ? buys : sells;
  }

  public void add(RestingOrder order) {
    side(order.side()).append(order);
  }

  public void remove(RestingOrder order) {
    side(order.side()).remove(order);
  }

  /** Puts an order back that was written with this visible size. */
  public void restore(RestingOrder order, long visibleLots) {
    side(order.side()).restore(order, visibleLots);
  }

  void writeState(StateOutput output) {
    output.putBoolean(traded);
    output.putLong(highest);
    output.putLong(lowest);
  }

  void readState(StateInput input) {
    traded = input.getBoolean();
    highest = input.getLong();
    lowest = input.getLong();
  }

  /** Makes a waiting order smaller; it keeps its place. */
  public void reduce(RestingOrder order, long lots) {
    side(order.side()).reduce(order, lots);
  }

  public boolean isEmpty() {
    return buys.levels() == 0 && sells.levels() == 0;
  }

  /** No order waits that could have been triggered by the trades so far. */
  public void forgetTrades() {
    traded = false;
  }

  /** A trade that stops have not been held against yet. */
  void trade(long price) {
    highest = traded ? Math.max(highest, price) : price;
    lowest = traded ? Math.min(lowest, price) : price;
    traded = true;
  }

  /**
   * The next order that a trade since the last call with no answer has triggered, buys first; null
   * if there is none. The caller takes it out.
   */
  public @Nullable RestingOrder triggered() {
    if (!traded) {
      return null;
    }
    final PriceLevel buy = buys.best();
    if (buy != null && buy.price() <= highest) {
      return buy.first();
    }
    final PriceLevel sell = sells.best();
    if (sell != null && sell.price() >= lowest) {
      return sell.first();
    }
    traded = false;
    return null;
  }
}
