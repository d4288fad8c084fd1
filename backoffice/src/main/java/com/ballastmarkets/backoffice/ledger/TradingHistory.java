package com.ballastmarkets.backoffice.ledger;

import static com.ballastmarkets.sql.generated.market.Tables.INSTRUMENT;
import static com.ballastmarkets.sql.generated.trading.Tables.FILL;
import static com.ballastmarkets.sql.generated.trading.Tables.ORDERS;
import static org.jooq.impl.DSL.noCondition;

import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.sql.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Orders and fills of an account, as far as the projector has read. Prices in micros, sizes in
 * lots. Safe for use by many threads.
 */
public final class TradingHistory {
  private final DSLContext sql;

  public TradingHistory(Database database) {
    this.sql = database.sql();
  }

  /** Where an order stands; EXPIRED is an end by time, its own or its market's. */
  public enum Status {
    OPEN,
    FILLED,
    CANCELLED,
    EXPIRED
  }

  /**
   * An order as it stands.
   *
   * @param leavesLots still open: 0 once the order has ended
   * @param filledValueMicros Σ price × lots of its fills
   * @param cancelReason why it ended with size left, else null
   */
  public record Order(
      long orderId,
      long accountId,
      String clOrdId,
      String market,
      Side side,
      OrderType type,
      TimeInForce timeInForce,
      long priceMicros,
      long stopPriceMicros,
      long lots,
      long filledLots,
      long leavesLots,
      long filledValueMicros,
      long feeMicros,
      Status status,
      @Nullable CancelReason cancelReason,
      Instant createdAt,
      Instant updatedAt) {}

  /** One side of a trade. */
  public record Fill(
      long tradeId,
      long orderId,
      long accountId,
      String market,
      Side side,
      long priceMicros,
      long lots,
      long feeMicros,
      boolean maker,
      Instant tradedAt) {}

  /**
   * Which orders: those of the account for which all conditions hold.
   *
   * @param market symbol, or null for all
   * @param status or null for all
   * @param clOrdId or null for all
   * @param from begin of the time of creation, inclusive
   * @param to its end, exclusive
   * @param beforeOrderId only lower ids: the last one of the page before
   */
  public record OrderQuery(
      long accountId,
      @Nullable String market,
      @Nullable Status status,
      @Nullable String clOrdId,
      Instant from,
      Instant to,
      long beforeOrderId,
      int limit) {}

  /**
   * Which fills.
   *
   * @param orderId only this order's; 0 for all
   * @param from begin of the time of the trade, inclusive
   * @param to its end, exclusive
   */
  public record FillQuery(
      long accountId,
      @Nullable String market,
      long orderId,
      Instant from,
      Instant to,
      long beforeTradeId,
      int limit) {}

  /** A page of orders, the newest (highest id) first. */
  public List<Order> orders(OrderQuery query) {
    return sql.select()
        .from(ORDERS)
        .join(INSTRUMENT)
        .on(INSTRUMENT.MARKET_ID.eq(ORDERS.MARKET_ID))
        .where(ORDERS.ACCOUNT_ID.eq(query.accountId))
        .and(query.market == null ? noCondition() : INSTRUMENT.SYMBOL.eq(query.market))
        .and(query.status == null ? noCondition() : ORDERS.STATUS.eq(query.status.name()))
        .and(query.clOrdId == null ? noCondition() : ORDERS.CL_ORD_ID.eq(query.clOrdId))
        .and(ORDERS.CREATED_AT.ge(utc(query.from)).and(ORDERS.CREATED_AT.lt(utc(query.to))))
        .and(ORDERS.ORDER_ID.lt(query.beforeOrderId))
        .orderBy(ORDERS.ORDER_ID.desc())
        .limit(query.limit)
        .fetch(TradingHistory::order);
  }

  /** One order, if it is the account's. */
  public Optional<Order> order(long accountId, long orderId) {
    return sql.select()
        .from(ORDERS)
        .join(INSTRUMENT)
        .on(INSTRUMENT.MARKET_ID.eq(ORDERS.MARKET_ID))
        .where(ORDERS.ORDER_ID.eq(orderId).and(ORDERS.ACCOUNT_ID.eq(accountId)))
        .fetchOptional(TradingHistory::order);
  }

  /** A page of fills, the newest (highest trade id) first. */
  public List<Fill> fills(FillQuery query) {
    Condition ofOrder = query.orderId == 0 ? noCondition() : FILL.ORDER_ID.eq(query.orderId);
    return sql.select()
        .from(FILL)
        .join(INSTRUMENT)
        .on(INSTRUMENT.MARKET_ID.eq(FILL.MARKET_ID))
        .where(FILL.ACCOUNT_ID.eq(query.accountId))
        .and(query.market == null ? noCondition() : INSTRUMENT.SYMBOL.eq(query.market))
        .and(ofOrder)
        .and(FILL.TRADED_AT.ge(utc(query.from)).and(FILL.TRADED_AT.lt(utc(query.to))))
        .and(FILL.TRADE_ID.lt(query.beforeTradeId))
        .orderBy(FILL.TRADE_ID.desc(), FILL.LIQUIDITY)
        .limit(query.limit)
        .fetch(TradingHistory::fill);
  }

  private static Order order(Record row) {
    String cancelReason = row.get(ORDERS.CANCEL_REASON);
    return new Order(
        row.get(ORDERS.ORDER_ID),
        row.get(ORDERS.ACCOUNT_ID),
        row.get(ORDERS.CL_ORD_ID),
        row.get(INSTRUMENT.SYMBOL),
        Side.valueOf(row.get(ORDERS.SIDE)),
        OrderType.valueOf(row.get(ORDERS.TYPE)),
        TimeInForce.valueOf(row.get(ORDERS.TIME_IN_FORCE)),
        row.get(ORDERS.PRICE_MICROS),
        row.get(ORDERS.STOP_PRICE_MICROS),
        row.get(ORDERS.LOTS),
        row.get(ORDERS.FILLED_LOTS),
        row.get(ORDERS.LEAVES_LOTS),
        row.get(ORDERS.FILLED_VALUE_MICROS).longValueExact(),
        row.get(ORDERS.FEE_MICROS),
        Status.valueOf(row.get(ORDERS.STATUS)),
        cancelReason == null ? null : CancelReason.valueOf(cancelReason),
        row.get(ORDERS.CREATED_AT).toInstant(),
        row.get(ORDERS.UPDATED_AT).toInstant());
  }

  private static Fill fill(Record row) {
    return new Fill(
        row.get(FILL.TRADE_ID),
        row.get(FILL.ORDER_ID),
        row.get(FILL.ACCOUNT_ID),
        row.get(INSTRUMENT.SYMBOL),
        Side.valueOf(row.get(FILL.SIDE)),
        row.get(FILL.PRICE_MICROS),
        row.get(FILL.LOTS),
        row.get(FILL.FEE_MICROS),
        row.get(FILL.LIQUIDITY).equals("MAKER"),
        row.get(FILL.TRADED_AT).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
