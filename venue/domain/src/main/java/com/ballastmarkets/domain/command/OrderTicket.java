package com.ballastmarkets.domain.command;

import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;

/**
 * The content of a new order. Any values can stand here: the engine checks them and answers with a
 * reject that names what is wrong.
 *
 * @param clOrdId the client's id (FIX 11), unique per account while remembered (24 h): the same id
 *     with the same content is answered as before and places nothing; with other content it is
 *     rejected. Empty: none, and no protection against sending twice
 * @param marketId 0 if the market is unknown to the gateway
 * @param priceMicros the limit; ignored for market and stop orders
 * @param stopPriceMicros the trigger of stop and stop-limit orders, else ignored
 * @param expireTimeNanos the end of a GTD order (exclusive), else ignored
 * @param displayLots the visible slice of an iceberg; 0 shows all
 * @param minLots with IOC, the least that must fill at once; 0 for any
 * @param selfMatchId 0 applies to the whole participant; others restrict it to orders of the same
 *     id
 * @param sessionId which FIX session or stream placed it, for cancel on disconnect; 0 for none
 */
public record OrderTicket(
    long accountId,
    String clOrdId,
    int marketId,
    Side side,
    OrderType type,
    TimeInForce timeInForce,
    long priceMicros,
    long stopPriceMicros,
    long lots,
    long expireTimeNanos,
    PostOnly postOnly,
    boolean reduceOnly,
    long displayLots,
    long minLots,
    long selfMatchId,
    SelfMatchPrevention selfMatchPrevention,
    boolean cancelOnHalt,
    long sessionId) {

  /** The same order at another limit. */
  public OrderTicket withPrice(long newPriceMicros) {
    return new OrderTicket(
        accountId,
        clOrdId,
        marketId,
        side,
        type,
        timeInForce,
        newPriceMicros,
        stopPriceMicros,
        lots,
        expireTimeNanos,
        postOnly,
        reduceOnly,
        displayLots,
        minLots,
        selfMatchId,
        selfMatchPrevention,
        cancelOnHalt,
        sessionId);
  }

  /** A ticket with everything optional at its default. */
  public static Builder of(long accountId, int marketId, Side side, long lots) {
    return new Builder(accountId, marketId, side, lots);
  }

  /** Fills in a ticket; a GTC limit order unless told otherwise. */
  public static final class Builder {
    private final long accountId;
    private final int marketId;
    private final Side side;
    private final long lots;
    private String clOrdId = "";
    private OrderType type = OrderType.LIMIT;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private long priceMicros;
    private long stopPriceMicros;
    private long expireTimeNanos;
    private PostOnly postOnly = PostOnly.NONE;
    private boolean reduceOnly;
    private long displayLots;
    private long minLots;
    private long selfMatchId;
    private SelfMatchPrevention selfMatchPrevention = SelfMatchPrevention.CANCEL_NEWEST;
    private boolean cancelOnHalt;
    private long sessionId;

    private Builder(long accountId, int marketId, Side side, long lots) {
      this.accountId = accountId;
      this.marketId = marketId;
      this.side = side;
      this.lots = lots;
    }

    public Builder limit(long priceMicros) {
      this.type = OrderType.LIMIT;
      this.priceMicros = priceMicros;
      return this;
    }

    public Builder market() {
      this.type = OrderType.MARKET;
      return this;
    }

    public Builder stop(long stopPriceMicros) {
      this.type = OrderType.STOP;
      this.stopPriceMicros = stopPriceMicros;
      return this;
    }

    public Builder stopLimit(long stopPriceMicros, long priceMicros) {
      this.type = OrderType.STOP_LIMIT;
      this.stopPriceMicros = stopPriceMicros;
      this.priceMicros = priceMicros;
      return this;
    }

    public Builder clOrdId(String clOrdId) {
      this.clOrdId = clOrdId;
      return this;
    }

    public Builder timeInForce(TimeInForce timeInForce) {
      this.timeInForce = timeInForce;
      return this;
    }

    public Builder goodTill(long expireTimeNanos) {
      this.timeInForce = TimeInForce.GTD;
      this.expireTimeNanos = expireTimeNanos;
      return this;
    }

    public Builder postOnly(PostOnly postOnly) {
      this.postOnly = postOnly;
      return this;
    }

    public Builder reduceOnly(boolean reduceOnly) {
      this.reduceOnly = reduceOnly;
      return this;
    }

    public Builder displayLots(long displayLots) {
      this.displayLots = displayLots;
      return this;
    }

    public Builder minLots(long minLots) {
      this.minLots = minLots;
      return this;
    }

    public Builder selfMatch(long selfMatchId, SelfMatchPrevention prevention) {
      this.selfMatchId = selfMatchId;
      this.selfMatchPrevention = prevention;
      return this;
    }

    public Builder cancelOnHalt(boolean cancelOnHalt) {
      this.cancelOnHalt = cancelOnHalt;
      return this;
    }

    public Builder sessionId(long sessionId) {
      this.sessionId = sessionId;
      return this;
    }

    public OrderTicket build() {
      return new OrderTicket(
          accountId,
          clOrdId,
          marketId,
          side,
          type,
          timeInForce,
          priceMicros,
          stopPriceMicros,
          lots,
          expireTimeNanos,
          postOnly,
          reduceOnly,
          displayLots,
          minLots,
          selfMatchId,
          selfMatchPrevention,
          cancelOnHalt,
          sessionId);
    }
  }
}
