package com.ballastmarkets.engine.quote;

import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.order.Quoted;
import org.jspecify.annotations.Nullable;

/** A quote that has at least one side in the market. */
final class Quote implements Quoted {
  private final QuoteGroup group;
  private final String quoteId;
  private @Nullable Order bid;
  private @Nullable Order ask;

  Quote(QuoteGroup group, String quoteId) {
    this.group = group;
    this.quoteId = quoteId;
  }

  String quoteId() {
    return quoteId;
  }

  /** The name of its group. */
  String group() {
    return group.name();
  }

  /** The order that is this side, or null. */
  @Nullable Order side(Side side) {
    return side == Side.BUY ? bid : ask;
  }

  void enter(Order order) {
    if (order.side() == Side.BUY) {
      bid = order;
    } else {
      ask = order;
    }
    group.hold(this);
  }

  @Override
  public void onFill(Order side, long lots) {
    group.count(side.side().sign(), lots);
  }

  @Override
  public void onClose(Order side) {
    if (side == bid) {
      bid = null;
    } else if (side == ask) {
      ask = null;
    }
    if (bid == null && ask == null) {
      group.drop(this);
    }
  }
}
