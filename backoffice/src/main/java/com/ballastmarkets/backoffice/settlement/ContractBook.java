package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.sql.generated.settlement.Sequences.MARKET_NUMBER;
import static com.ballastmarkets.sql.generated.settlement.Tables.CONTRACT;

import com.ballastmarkets.backoffice.limit.PositionLimits;
import com.ballastmarkets.backoffice.telemetry.SyntheticFeed;
import com.ballastmarkets.backoffice.telemetry.TelemetryStore;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.rules.Baseline;
import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.rules.ContractRulesJson;
import com.ballastmarkets.oracle.rules.FallbackRule;
import com.ballastmarkets.oracle.rules.FlaggedDays;
import com.ballastmarkets.oracle.rules.FormulaId;
import com.ballastmarkets.oracle.rules.SourceRule;
import com.ballastmarkets.oracle.telemetry.Metric;
import com.ballastmarkets.oracle.telemetry.Place;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.oracle.telemetry.SourceClass;
import com.ballastmarkets.oracle.telemetry.SyntheticTelemetry;
import com.ballastmarkets.oracle.telemetry.VesselClass;
import com.ballastmarkets.sql.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The drafts of contracts: full terms under a market id of their own, kept before the venue lists
 * them. Drafting the same contract twice gives the same terms. Safe for use by many threads.
 */
public final class ContractBook {
  private static final String PORTWATCH = "PORTWATCH";

  private final Database database;
  private final Places places;
  private final TelemetryStore telemetry;
  private final @Nullable SyntheticFeed synthetic;
  private final PositionLimits limits;

  /**
   * @param synthetic where made-up telemetry comes from; null where none may
   * @param limits of the products at listing
   */
  public ContractBook(
      Database database,
      Places places,
      TelemetryStore telemetry,
      @Nullable SyntheticFeed synthetic,
      PositionLimits limits) {
    this.database = database;
    this.places = places;
    this.telemetry = telemetry;
    this.synthetic = synthetic;
    this.limits = limits;
  }

  /**
   * Fills in the terms of a contract and keeps them.
   *
   * @param venueNow time of the draft
   * @throws IllegalArgumentException if the place is unknown, the terms are impossible, or the
   *     symbol has other terms; the message may be shown to whoever asked
   */
  public DraftedContract draft(ContractDraft draft, Instant venueNow) {
    Place place =
        places
            .find(draft.place())
            .orElseThrow(() ->
                new IllegalArgumentException("the place \"" + draft.place() + "\" is not known"));
    Optional<DraftedContract> before = find(draft.symbol());
    if (before.isPresent()) {
      return requireSame(before.get(), draft);
    }
    ContractRules rules = rules(draft, place);
    boolean binary = rules.type().equals("binary");
    Long asked = draft.referencePriceMicros();
    long price = asked != null ? asked : binary ? 850_000 : 50_000_000;
    DraftedContract drafted =
        database
            .sql()
            .transactionResult(tx -> {
              DraftedContract contract =
                  new DraftedContract(
                      tx.dsl().nextval(MARKET_NUMBER),
                      rules,
                      price,
                      binary ? 100_000 : 10_000,
                      limits.atListing(rules.type(), rules.place()));
              contract.instrument(); // refuses impossible terms before they are kept
              insert(tx.dsl(), contract, venueNow);
              return contract;
            });
    // Two that draft the same symbol at once: one insert wins, and both get its terms.
    DraftedContract kept = find(draft.symbol()).orElse(drafted);
    SyntheticFeed feed = synthetic;
    if (feed != null && rules.synthetic()) {
      feed.extendHistory(place, rules.observed().from(), venueNow);
    }
    return requireSame(kept, draft);
  }

  public Optional<DraftedContract> find(String symbol) {
    return one(CONTRACT.SYMBOL.eq(symbol));
  }

  public Optional<DraftedContract> find(int marketId) {
    return one(CONTRACT.MARKET_ID.eq(marketId));
  }

  /** The contract whose rules have this hash. */
  Optional<DraftedContract> withRules(String rulesSha256) {
    return one(CONTRACT.RULES_SHA256.eq(rulesSha256));
  }

  private ContractRules rules(ContractDraft draft, Place place) {
    boolean binary = draft.type().equals("binary");
    Place.Kind kind = binary ? Place.Kind.CHOKEPOINT : Place.Kind.PORT;
    if (!binary && !draft.type().equals("index")) {
      throw new IllegalArgumentException("a type is binary or index, not \"" + draft.type() + "\"");
    }
    if (place.kind() != kind) {
      throw new IllegalArgumentException(
          "a " + draft.type() + " contract needs a " + kind + ", and " + place.name() + " is none");
    }
    List<SourceRule> sources = sources(place, binary);
    boolean madeUp =
        sources.stream().anyMatch(s -> s.source().startsWith(SyntheticTelemetry.SOURCE_PREFIX));
    Baseline baseline = draft.baseline();
    TickTable ticks = draft.ticks();
    VesselClass vesselClass = draft.vesselClass();
    return new ContractRules(
        draft.symbol(),
        draft.name(),
        draft.type(),
        place.id(),
        draft.window(),
        binary ? FormulaId.AVAILABILITY_V1 : FormulaId.CONGESTION_INDEX_V1,
        baseline != null ? baseline : binary ? Baseline.TRAILING_30 : Baseline.TRAILING_90,
        vesselClass != null ? vesselClass : VesselClass.ALL,
        sources,
        FallbackRule.LAST_KNOWN,
        sources.size() == 1 ? FlaggedDays.ACCEPT : FlaggedDays.REVIEW,
        0,
        binary ? 1_000_000 : 100_000_000,
        ticks != null ? ticks : TickTable.uniform(0, binary ? 10_000 : 100_000),
        binary
            ? new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 0, 20_000)
            : new FeeSchedule(FeeSchedule.Basis.PER_LOT, 0, 20_000),
        madeUp);
  }

  /** Real history where it was imported, else what the sandbox makes up. */
  private List<SourceRule> sources(Place place, boolean binary) {
    if (binary && telemetry.hasObservations(place.id(), PORTWATCH, Metric.TRANSITS)) {
      return List.of(new SourceRule(PORTWATCH, SourceClass.REFERENCE, 0));
    }
    if (synthetic == null) {
      throw new IllegalArgumentException("no telemetry source covers " + place.name());
    }
    return SyntheticTelemetry.classes().stream()
        .map(c -> new SourceRule(SyntheticTelemetry.sourceOf(c), c, 0))
        .toList();
  }

  private static DraftedContract requireSame(DraftedContract known, ContractDraft draft) {
    ContractRules rules = known.rules();
    TickTable ticks = draft.ticks();
    Baseline baseline = draft.baseline();
    boolean same =
        rules.name().equals(draft.name())
            && rules.type().equals(draft.type())
            && rules.place().equals(draft.place())
            && rules.window().equals(draft.window())
            && (ticks == null || rules.ticks().equals(ticks))
            && (baseline == null || rules.baseline() == baseline);
    if (!same) {
      throw new IllegalArgumentException(
          "the symbol \"" + draft.symbol() + "\" belongs to a contract with other terms");
    }
    return known;
  }

  private static void insert(DSLContext sql, DraftedContract contract, Instant at) {
    ContractRules rules = contract.rules();
    sql.insertInto(CONTRACT)
        .set(CONTRACT.MARKET_ID, contract.marketId())
        .set(CONTRACT.SYMBOL, rules.market())
        .set(CONTRACT.RULES, rules.bytes())
        .set(CONTRACT.RULES_SHA256, rules.hash().hex())
        .set(CONTRACT.LISTING_PRICE_MICROS, contract.listingPriceMicros())
        .set(CONTRACT.MAX_ORDER_LOTS, contract.maxOrderLots())
        .set(CONTRACT.POSITION_LIMIT_LOTS, contract.positionLimitLots())
        .set(CONTRACT.SYNTHETIC, rules.synthetic())
        .set(CONTRACT.DRAFTED_AT, VenueTime.utc(at))
        .onConflictDoNothing()
        .execute();
  }

  private Optional<DraftedContract> one(Condition condition) {
    return database
        .sql()
        .selectFrom(CONTRACT)
        .where(condition)
        .fetchOptional(row ->
            new DraftedContract(
                row.getMarketId(),
                ContractRulesJson.read("rules", CanonicalJson.parse(row.getRules())),
                row.getListingPriceMicros(),
                row.getMaxOrderLots(),
                row.getPositionLimitLots()));
  }
}
