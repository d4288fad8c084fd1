package com.ballastmarkets.backoffice.limit;

import static com.ballastmarkets.sql.generated.market.Tables.HEDGE_EXEMPTION;
import static com.ballastmarkets.sql.generated.market.Tables.HEDGE_EXEMPTION_END;
import static com.ballastmarkets.sql.generated.market.Tables.INSTRUMENT;

import com.ballastmarkets.sql.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The papers of hedge exemptions: entered once, ended by their last day or before by staff. */
public final class HedgeExemptions {
  /** For every pair that an exemption ever named, what is in force on a day, 0 if nothing is. */
  private static final String ON_DAY =
      """
      SELECT e.participant_id, i.market_id,
             coalesce(sum(e.extra_lots) FILTER (
               WHERE CAST(? AS DATE) BETWEEN e.from_date AND e.to_date AND n.exemption_id IS NULL), 0) AS lots
        FROM market.hedge_exemption e
        LEFT JOIN market.hedge_exemption_end n USING (exemption_id)
        JOIN market.instrument i
          ON i.symbol = e.symbol OR (i.type = e.type AND i.place = e.place)
        JOIN market.status s USING (market_id)
       WHERE s.state NOT IN ('FINAL', 'VOID') AND i.type <> 'combo'
       GROUP BY e.participant_id, i.market_id
       ORDER BY e.participant_id, i.market_id\
      """;

  private final Database database;

  public HedgeExemptions(Database database) {
    this.database = database;
  }

  /**
   * What is exempted.
   *
   * @param symbol the market; null for each market of a product
   * @param type of the product, with {@code place}; null with a symbol
   * @param documentSha256 of the paper that proves the hedge
   * @param to the last day, included
   */
  public record Terms(
      long participantId,
      @Nullable String symbol,
      @Nullable String type,
      @Nullable String place,
      long extraLots,
      String documentSha256,
      String reason,
      LocalDate from,
      LocalDate to) {}

  /** An exemption as it stands; ended before its last day if {@code endedAt} is there. */
  public record Exemption(
      long exemptionId,
      Terms terms,
      String approvedBy,
      Instant approvedAt,
      @Nullable String endedBy,
      @Nullable Instant endedAt) {

    public boolean isInForce(LocalDate day) {
      return endedAt == null && !day.isBefore(terms.from) && !day.isAfter(terms.to);
    }
  }

  /** A participant and a market. */
  public record Pair(long participantId, int marketId) {}

  /**
   * Enters an exemption; the same terms again are the same exemption.
   *
   * @throws IllegalArgumentException if there is no such market or product, or the terms are
   *     impossible; its message may be shown to whoever asked
   */
  public Exemption approve(Terms terms, String staff, Instant at) {
    check(terms);
    database
        .sql()
        .insertInto(HEDGE_EXEMPTION)
        .set(HEDGE_EXEMPTION.PARTICIPANT_ID, terms.participantId)
        .set(HEDGE_EXEMPTION.SYMBOL, terms.symbol)
        .set(HEDGE_EXEMPTION.TYPE, terms.type)
        .set(HEDGE_EXEMPTION.PLACE, terms.place)
        .set(HEDGE_EXEMPTION.EXTRA_LOTS, terms.extraLots)
        .set(HEDGE_EXEMPTION.DOCUMENT_SHA256, terms.documentSha256)
        .set(HEDGE_EXEMPTION.REASON, terms.reason)
        .set(HEDGE_EXEMPTION.FROM_DATE, terms.from)
        .set(HEDGE_EXEMPTION.TO_DATE, terms.to)
        .set(HEDGE_EXEMPTION.APPROVED_BY, staff)
        .set(HEDGE_EXEMPTION.APPROVED_AT, at.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
    return select(
            HEDGE_EXEMPTION
                .PARTICIPANT_ID
                .eq(terms.participantId)
                .and(HEDGE_EXEMPTION.SYMBOL.isNotDistinctFrom(terms.symbol))
                .and(HEDGE_EXEMPTION.TYPE.isNotDistinctFrom(terms.type))
                .and(HEDGE_EXEMPTION.PLACE.isNotDistinctFrom(terms.place))
                .and(HEDGE_EXEMPTION.EXTRA_LOTS.eq(terms.extraLots))
                .and(HEDGE_EXEMPTION.DOCUMENT_SHA256.eq(terms.documentSha256))
                .and(HEDGE_EXEMPTION.FROM_DATE.eq(terms.from))
                .and(HEDGE_EXEMPTION.TO_DATE.eq(terms.to)))
        .getFirst();
  }

  private void check(Terms terms) {
    if ((terms.symbol == null) != (terms.type != null)
        || (terms.type == null) != (terms.place == null)) {
      throw new IllegalArgumentException("an exemption is of a market, or of a type at a place");
    }
    if (terms.extraLots <= 0) {
      throw new IllegalArgumentException("the extra size is positive");
    }
    if (terms.to.isBefore(terms.from)) {
      throw new IllegalArgumentException("an exemption does not end before it begins");
    }
    if (!terms.documentSha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a document's hash is 64 lower-case hex digits");
    }
    Condition meant =
        terms.symbol != null
            ? INSTRUMENT.SYMBOL.eq(terms.symbol)
            : INSTRUMENT.TYPE.eq(terms.type).and(INSTRUMENT.PLACE.eq(terms.place));
    if (!database.sql().fetchExists(INSTRUMENT, meant.and(INSTRUMENT.TYPE.ne("combo")))) {
      throw new IllegalArgumentException(
          terms.symbol != null
              ? "no market \"" + terms.symbol + "\" to be held is listed"
              : "no " + terms.type + " on \"" + terms.place + "\" is listed");
    }
  }

  /** Ends an exemption now; one that is ended stays as it is. Empty if there is none. */
  public Optional<Exemption> end(long exemptionId, String staff, Instant at) {
    if (find(exemptionId).isEmpty()) {
      return Optional.empty();
    }
    database
        .sql()
        .insertInto(HEDGE_EXEMPTION_END)
        .set(HEDGE_EXEMPTION_END.EXEMPTION_ID, exemptionId)
        .set(HEDGE_EXEMPTION_END.ENDED_BY, staff)
        .set(HEDGE_EXEMPTION_END.ENDED_AT, at.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
    return find(exemptionId);
  }

  private Optional<Exemption> find(long exemptionId) {
    return select(HEDGE_EXEMPTION.EXEMPTION_ID.eq(exemptionId)).stream().findFirst();
  }

  /** All exemptions ever, oldest first. */
  public List<Exemption> all() {
    return select(DSL.trueCondition());
  }

  /** Those of a participant, oldest first. */
  public List<Exemption> of(long participantId) {
    return select(HEDGE_EXEMPTION.PARTICIPANT_ID.eq(participantId));
  }

  /** What each exempted participant may hold beyond the limit of each live market on a day. */
  public Map<Pair, Long> on(LocalDate day) {
    Map<Pair, Long> lots = new LinkedHashMap<>();
    for (Record row : database.sql().fetch(ON_DAY, day)) {
      lots.put(
          new Pair(row.get("participant_id", Long.class), row.get("market_id", Integer.class)),
          row.get("lots", Long.class));
    }
    return lots;
  }

  private List<Exemption> select(Condition which) {
    return database
        .sql()
        .select()
        .from(HEDGE_EXEMPTION)
        .leftJoin(HEDGE_EXEMPTION_END)
        .using(HEDGE_EXEMPTION.EXEMPTION_ID)
        .where(which)
        .orderBy(HEDGE_EXEMPTION.EXEMPTION_ID)
        .fetch(HedgeExemptions::exemption);
  }

  private static Exemption exemption(Record row) {
    OffsetDateTime ended = row.get(HEDGE_EXEMPTION_END.ENDED_AT);
    return new Exemption(
        row.get(HEDGE_EXEMPTION.EXEMPTION_ID),
        new Terms(
            row.get(HEDGE_EXEMPTION.PARTICIPANT_ID),
            row.get(HEDGE_EXEMPTION.SYMBOL),
            row.get(HEDGE_EXEMPTION.TYPE),
            row.get(HEDGE_EXEMPTION.PLACE),
            row.get(HEDGE_EXEMPTION.EXTRA_LOTS),
            row.get(HEDGE_EXEMPTION.DOCUMENT_SHA256),
            row.get(HEDGE_EXEMPTION.REASON),
            row.get(HEDGE_EXEMPTION.FROM_DATE),
            row.get(HEDGE_EXEMPTION.TO_DATE)),
        row.get(HEDGE_EXEMPTION.APPROVED_BY),
        row.get(HEDGE_EXEMPTION.APPROVED_AT).toInstant(),
        row.get(HEDGE_EXEMPTION_END.ENDED_BY),
        ended == null ? null : ended.toInstant());
  }
}
