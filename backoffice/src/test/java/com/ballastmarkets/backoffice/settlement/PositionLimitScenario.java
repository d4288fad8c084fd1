package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.backoffice.settlement.Rehearsal.ALICE;
import static com.ballastmarkets.backoffice.settlement.Rehearsal.BOB;
import static com.ballastmarkets.backoffice.settlement.Rehearsal.PATIENCE;
import static com.ballastmarkets.sql.generated.market.Tables.INSTRUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.backoffice.ledger.LedgerProjector;
import com.ballastmarkets.backoffice.limit.HedgeExemptions;
import com.ballastmarkets.backoffice.limit.LimitPolicy;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.oracle.rules.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of position limits: all of the day before's volume, at least 100 lots. */
class PositionLimitScenario {
  private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");
  private static final String DOCUMENT = "ab".repeat(32);

  @TempDir private Path folder = Path.of("");
  private Rehearsal venue;
  private LedgerProjector ledger;
  private int suez;

  @BeforeEach
  void open() {
    venue =
        new Rehearsal(
            Instant.parse("2026-11-23T12:00:00Z"),
            SettlementConfig.sandbox(folder)
                .withoutListing()
                .withLimits(
                    new LimitPolicy(
                        Map.of("binary/suez", new LimitPolicy.Terms(100, 100, 1)),
                        new LimitPolicy.Terms(7, 100, 1))));
    ledger = LedgerProjector.start(venue.port(), venue.database().database());
    suez = venue.lists(week("suez-2026w49", "suez"));
  }

  @AfterEach
  void close() {
    ledger.close();
    venue.close();
  }

  private static ContractDraft week(String symbol, String place) {
    return ContractDraft.plain(
        symbol,
        symbol,
        "binary",
        place,
        new Window(LocalDate.parse("2026-11-30"), LocalDate.parse("2026-12-07")));
  }

  /** Monday's volume is 500: Tuesday's limit. Nothing trades on Wednesday: Thursday's is 100. */
  @Test
  void theLimitFollowsTheVolumeDayByDayAndIsToldOnce() {
    venue.trades(BOB, ALICE, suez, 100, 850_000);
    venue.trades(ALICE, BOB, suez, 100, 850_000);
    venue.trades(ALICE, BOB, suez, 100, 850_000);
    venue.trades(BOB, ALICE, suez, 100, 850_000);
    venue.trades(BOB, ALICE, suez, 100, 850_000);

    venue.movesTo("2026-11-24T00:00:01Z");
    venue.sees(
        Event.Limits.PositionLimitChanged.class, e -> e.marketId() == suez && e.lots() == 500);
    assertThat(limitAtListing("suez-2026w50", "suez")).isEqualTo(500);
    assertThat(limitAtListing("panama-2026w49", "panama")).isEqualTo(7);
    venue.trades(BOB, ALICE, suez, 400, 850_000);

    venue.restartsTheOffice();
    venue.movesTo("2026-11-26T00:00:01Z");
    venue.sees(
        Event.Limits.PositionLimitChanged.class, e -> e.marketId() == suez && e.lots() == 100);
    assertThat(venue.count(Event.Limits.PositionLimitChanged.class)).isEqualTo(2);
  }

  private long limitAtListing(String symbol, String place) {
    return venue.office().draft(week(symbol, place)).instrument().positionLimitLots();
  }

  @Test
  void exemptionsBeginAndEndByTheirDaysOrByStaff() {
    approve(null, 50, TUESDAY, TUESDAY.plusDays(1));
    approve("suez-2026w49", 20, TUESDAY.plusDays(1), TUESDAY.plusDays(9));

    venue.movesTo("2026-11-24T00:00:01Z");
    seesExempt(50);
    venue.movesTo("2026-11-25T00:00:01Z");
    seesExempt(70);
    venue.restartsTheOffice();
    venue.movesTo("2026-11-26T00:00:01Z");
    seesExempt(20);
    HedgeExemptions.Exemption last = venue.office().exemptions().of(ALICE).getLast();
    venue.office().exemptions().end(last.exemptionId(), "olga", venue.office().venueTime());
    venue.office().wake();
    seesExempt(0);
    assertThat(venue.count(Event.Limits.HedgeExemptionChanged.class)).isEqualTo(4);
    assertThat(venue.office().exemptions().end(99, "olga", venue.office().venueTime())).isEmpty();
  }

  private void approve(@Nullable String symbol, long lots, LocalDate from, LocalDate to) {
    HedgeExemptions.Terms terms =
        new HedgeExemptions.Terms(
            ALICE,
            symbol,
            symbol == null ? "binary" : null,
            symbol == null ? "suez" : null,
            lots,
            DOCUMENT,
            "freight book",
            from,
            to);
    await().atMost(PATIENCE).until(() -> ledger.position() > 0 && isListed());
    HedgeExemptions papers = venue.office().exemptions();
    HedgeExemptions.Exemption entered = papers.approve(terms, "olga", Instant.EPOCH);
    assertThat(papers.approve(terms, "otto", Instant.EPOCH)).isEqualTo(entered);
  }

  private boolean isListed() {
    return venue.database().database().sql().fetchExists(INSTRUMENT);
  }

  private void seesExempt(long lots) {
    venue.sees(
        Event.Limits.HedgeExemptionChanged.class,
        e -> e.participantId() == ALICE && e.marketId() == suez && e.extraLots() == lots);
  }

  @Test
  void impossibleExemptionsAreRefusedInWords() {
    HedgeExemptions papers = venue.office().exemptions();
    assertThatThrownBy(() ->
            papers.approve(
                new HedgeExemptions.Terms(
                    ALICE, "none", null, null, 1, DOCUMENT, "x", TUESDAY, TUESDAY),
                "olga",
                Instant.EPOCH))
        .hasMessageContaining("no market \"none\"");
    assertThatThrownBy(() ->
            papers.approve(
                new HedgeExemptions.Terms(
                    ALICE, "none", "binary", "suez", 1, DOCUMENT, "x", TUESDAY, TUESDAY),
                "olga",
                Instant.EPOCH))
        .hasMessageContaining("of a market, or of a type at a place");
  }
}
