package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.clearing.fee.FeeMeter;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.book.RestingOrder;
import com.ballastmarkets.engine.market.Market;
import org.jspecify.annotations.Nullable;

/**
 * An order that was accepted, with everything that matters until it is closed.
 *
 * <p>While a stop order waits, its book price is its stop price and nothing is reserved for it;
 * from its trigger on, and for every other order, the book price is the limit at which its open
 * lots are reserved.
 */
public final class Order extends RestingOrder {
  private final Market market;
  private final int account;
  private final long accountId;
  private final long participantId;
  private final OrderType type;
  private final TimeInForce timeInForce;
  private final PostOnly postOnly;
  private final boolean reduceOnly;
  private final long minLots;
  private final long selfMatchId;
  private final SelfMatchPrevention selfMatchPrevention;
  private final boolean cancelOnHalt;
  private final long sessionId;
  private final long expireTimeNanos;
  private final FeeMeter feeMeter = new FeeMeter();

  private String clOrdId;
  private long limitPrice;
  private long stopPrice;
  private long lots;
  private long cumLots;
  private long cumValue;
  private boolean waiting;
  private boolean forced;
  private @Nullable Position position;
  private @Nullable Quoted quoted;

  /** What it has reserved in the legs, if its market is a combo. */
  private @Nullable LegReservation reservation;

  /** Whether the registry knows it. */
  boolean live;

  @Nullable Order previousOfAccount;
  @Nullable Order nextOfAccount;
  @Nullable Order previousExpiring;
  @Nullable Order nextExpiring;

  /**
   * @param limitPrice the price it may trade at; for a market order the collar
   * @param expireTimeNanos when it ends, {@link Market#NEVER} if never
   */
  Order(
      long orderId,
      OrderTicket ticket,
      Market market,
      int account,
      long participantId,
      long limitPrice,
      long expireTimeNanos) {
    super(
        orderId,
        ticket.side(),
        isStop(ticket.type()) ? ticket.stopPriceMicros() : limitPrice,
        ticket.lots(),
        ticket.displayLots());
    this.market = market;
    this.account = account;
    this.accountId = ticket.accountId();
    this.participantId = participantId;
    this.type = ticket.type();
    this.timeInForce = ticket.timeInForce();
    this.postOnly = ticket.postOnly();
    this.reduceOnly = ticket.reduceOnly();
    this.minLots = ticket.minLots();
    this.selfMatchId = ticket.selfMatchId();
    this.selfMatchPrevention = ticket.selfMatchPrevention();
    this.cancelOnHalt = ticket.cancelOnHalt();
    this.sessionId = ticket.sessionId();
    this.expireTimeNanos = expireTimeNanos;
    this.clOrdId = ticket.clOrdId();
    this.limitPrice = limitPrice;
    this.stopPrice = ticket.stopPriceMicros();
    this.lots = ticket.lots();
    this.waiting = isStop(ticket.type());
  }

  static boolean isStop(OrderType type) {
    return type == OrderType.STOP || type == OrderType.STOP_LIMIT;
  }

  public Market market() {
    return market;
  }

  /** The account's handle at the clearing house. */
  public int account() {
    return account;
  }

  /** Its account's position in its market, found once: the order must be reserved there. */
  Position position(ClearingHouse clearing) {
    Position known = position;
    if (known == null) {
      known = clearing.position(account, market.handle());
      position = known;
    }
    return known;
  }

  public long accountId() {
    return accountId;
  }

  public long participantId() {
    return participantId;
  }

  public OrderType type() {
    return type;
  }

  public TimeInForce timeInForce() {
    return timeInForce;
  }

  public PostOnly postOnly() {
    return postOnly;
  }

  public boolean isReduceOnly() {
    return reduceOnly;
  }

  public long minLots() {
    return minLots;
  }

  public long selfMatchId() {
    return selfMatchId;
  }

  public SelfMatchPrevention selfMatchPrevention() {
    return selfMatchPrevention;
  }

  public boolean isCancelOnHalt() {
    return cancelOnHalt;
  }

  public long sessionId() {
    return sessionId;
  }

  public long expireTimeNanos() {
    return expireTimeNanos;
  }

  public FeeMeter feeMeter() {
    return feeMeter;
  }

  /** Whether it is reserved in the legs of a combo, not in its own market. */
  boolean isReservedInLegs() {
    return reservation != null;
  }

  /** What an order of a combo has reserved in its legs. */
  public LegReservation reservation() {
    if (reservation == null) {
      throw new IllegalStateException("order " + orderId() + " is not of a combo");
    }
    return reservation;
  }

  public void reserved(@Nullable LegReservation inLegs) {
    reservation = inLegs;
  }

  /** The client's id for it, as of the last replace; empty if there is none. */
  public String clOrdId() {
    return clOrdId;
  }

  public long limitPrice() {
    return limitPrice;
  }

  public long stopPrice() {
    return stopPrice;
  }

  /** Its size, filled lots included. */
  public long lots() {
    return lots;
  }

  public long cumLots() {
    return cumLots;
  }

  /** Σ price × lots of its fills. */
  public long cumValue() {
    return cumValue;
  }

  /** Whether it is a stop order that was not triggered yet. */
  public boolean isWaiting() {
    return waiting;
  }

  /** Whether a liquidation placed it. Such an order never rests. */
  public boolean isForced() {
    return forced;
  }

  void forced() {
    forced = true;
  }

  /** Whether what does not match at once is cancelled. */
  public boolean isImmediate() {
    return type == OrderType.MARKET
        || type == OrderType.STOP
        || timeInForce == TimeInForce.IOC
        || timeInForce == TimeInForce.FOK;
  }

  /** The quote that it is a side of, null if it is none. */
  @Nullable Quoted quoted() {
    return quoted;
  }

  /** Makes it a side of a quote. */
  public void quoted(Quoted quote) {
    quoted = quote;
  }

  /** Whether both belong to one participant and are not kept apart by their self-match ids. */
  public boolean isSelfMatch(Order other) {
    return participantId == other.participantId
        && (selfMatchId == 0 || other.selfMatchId == 0 || selfMatchId == other.selfMatchId);
  }

  /** Counts a fill; its open lots are reduced elsewhere. */
  public void filled(long price, long filledLots) {
    cumLots += filledLots;
    cumValue = Math.addExact(cumValue, Math.multiplyExact(price, filledLots));
  }

  /** Its size without the lots that self-match prevention or a shrunken position took away. */
  void shrunk(long lessLots) {
    lots -= lessLots;
  }

  void triggered(long newLimitPrice) {
    waiting = false;
    limitPrice = newLimitPrice;
    amend(newLimitPrice, openLots());
  }

  /** Takes new terms; an order that rests keeps its place and must have been reduced there. */
  void replaced(String newClOrdId, long newLimitPrice, long newStopPrice, long newLots) {
    clOrdId = newClOrdId;
    limitPrice = newLimitPrice;
    stopPrice = newStopPrice;
    lots = newLots;
  }

  /** Takes the state it was written with, before it rests again. */
  void restored(boolean isWaiting, long open, long filledLots, long filledValue, long creditParts) {
    waiting = isWaiting;
    amend(isWaiting ? stopPrice : limitPrice, open);
    cumLots = filledLots;
    cumValue = filledValue;
    feeMeter.creditParts(creditParts);
  }
}
