package com.ballastmarkets.backoffice.limit;

import static com.ballastmarkets.sql.generated.market.Tables.POSITION_LIMIT;

import com.ballastmarkets.backoffice.ledger.LedgerProjector;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.sql.Database;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The products' limits by business day, and what they make of each live market's. */
public final class PositionLimits {
  private static final String VOLUME =
      """
      SELECT coalesce(sum(t.lots), 0) AS lots
        FROM market.instrument i
        JOIN trading.trade t USING (market_id)
       WHERE i.type = ? AND i.place = ?
         AND t.traded_at >= CAST(? AS TIMESTAMPTZ) AND t.traded_at < CAST(? AS TIMESTAMPTZ)\
      """;

  /** Live markets with the newest limit of their product; a market that is over needs none. */
  private static final String LIVE =
      """
      SELECT i.market_id, i.hi_micros - i.lo_micros AS face_micros, l.limit_lots
        FROM market.instrument i
        JOIN market.status s USING (market_id)
        JOIN market.position_limit l
          ON l.type = i.type AND l.place = i.place AND l.business_date = CAST(? AS DATE)
       WHERE s.state NOT IN ('FINAL', 'VOID')
       ORDER BY i.market_id\
      """;

  private final Database database;
  private final LimitPolicy policy;

  public PositionLimits(Database database, LimitPolicy policy) {
    this.database = database;
    this.policy = policy;
  }

  /** The limit that a market of a product is listed with: the product's newest, else its floor. */
  public long atListing(String type, String place) {
    return database
        .sql()
        .select(POSITION_LIMIT.LIMIT_LOTS)
        .from(POSITION_LIMIT)
        .where(POSITION_LIMIT.TYPE.eq(type))
        .and(POSITION_LIMIT.PLACE.eq(place))
        .orderBy(POSITION_LIMIT.BUSINESS_DATE.desc())
        .limit(1)
        .fetchOptional(POSITION_LIMIT.LIMIT_LOTS)
        .orElse(policy.of(type, place).floorLots());
  }

  /** The sequence up to which the tape is in the database. */
  public long tapePosition() {
    Object position =
        database
            .sql()
            .fetchValue(
                "SELECT coalesce(max(sequence), 0) FROM feed.reader_position WHERE reader = ?",
                LedgerProjector.READER);
    return ((Number) position).longValue();
  }

  /**
   * Computes the limits of all products for a day from the trades of the days before it, unless
   * that was done; the tape must be complete up to the day.
   */
  public void compute(LocalDate day) {
    database
        .sql()
        .transaction(tx -> {
          DSLContext sql = tx.dsl();
          if (!sql.fetchExists(POSITION_LIMIT, POSITION_LIMIT.BUSINESS_DATE.eq(day))) {
            insert(sql, day);
          }
        });
  }

  private void insert(DSLContext sql, LocalDate day) {
    List<Record> products =
        List.copyOf(
            sql.fetch(
                "SELECT DISTINCT type, place FROM market.instrument WHERE type <> 'combo'"
                    + " ORDER BY type, place"));
    for (Record product : products) {
      String type = product.get("type", String.class);
      String place = product.get("place", String.class);
      LimitPolicy.Terms terms = policy.of(type, place);
      long volume = volume(sql, type, place, day.minusDays(terms.days()), day);
      sql.insertInto(POSITION_LIMIT)
          .set(POSITION_LIMIT.BUSINESS_DATE, day)
          .set(POSITION_LIMIT.TYPE, type)
          .set(POSITION_LIMIT.PLACE, place)
          .set(POSITION_LIMIT.VOLUME_LOTS, volume)
          .set(POSITION_LIMIT.DAYS, terms.days())
          .set(POSITION_LIMIT.SHARE_PERCENT, terms.sharePercent())
          .set(POSITION_LIMIT.FLOOR_LOTS, terms.floorLots())
          .set(POSITION_LIMIT.LIMIT_LOTS, terms.limitLots(volume))
          .onConflictDoNothing()
          .execute();
    }
  }

  private static long volume(
      DSLContext sql, String type, String place, LocalDate from, LocalDate to) {
    return sql.fetchSingle(
            VOLUME,
            type,
            place,
            from.atStartOfDay().atOffset(ZoneOffset.UTC),
            to.atStartOfDay().atOffset(ZoneOffset.UTC))
        .get("lots", BigDecimal.class)
        .longValueExact();
  }

  /** The limits in lots that a day's rows make of the live markets, none beyond what is cleared. */
  public Map<Integer, Long> ofLiveMarkets(LocalDate day) {
    Map<Integer, Long> limits = new TreeMap<>();
    for (Record row : database.sql().fetch(LIVE, day)) {
      long most = Markets.MAX_LIMIT_MICROS / row.get("face_micros", Long.class);
      limits.put(
          row.get("market_id", Integer.class), Math.min(most, row.get("limit_lots", Long.class)));
    }
    return limits;
  }
}
