package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.backoffice.settlement.Rehearsal.ALICE;
import static com.ballastmarkets.backoffice.settlement.Rehearsal.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.rules.Window;
import com.ballastmarkets.oracle.telemetry.RawFormat;
import com.ballastmarkets.oracle.verify.OfflineVerifier;
import com.ballastmarkets.oracle.verify.Verification;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlementScenario {
  private static final String SUEZ = "suez-2026w48";
  @TempDir private Path folder = Path.of("");

  @Test
  void aListedWeekIsTradedDisputedRuledPaidAndPublished() throws IOException {
    try (Rehearsal venue = new Rehearsal(folder, Instant.parse("2026-11-22T12:00:00Z"), true)) {
      int market =
          venue
              .sees(Event.MarketListed.class, listed -> listed.instrument().symbol().equals(SUEZ))
              .instrument()
              .marketId();
      venue.sees(
          Event.MarketListed.class,
          listed -> listed.instrument().symbol().equals("hamburg-2027-01"));
      venue.sees(
          Event.MarketStateChanged.class,
          changed -> changed.marketId() == market && changed.to().acceptsOrders());
      assertThat(venue.count(Event.MarketListed.class)).isEqualTo(12 * (5 + 3));
      venue.trades(market, 400, 840_000);

      venue.movesTo("2026-11-24T00:00:01Z");
      venue.sees(
          Event.DailySettled.class,
          day -> day.epochDay() == LocalDate.parse("2026-11-23").toEpochDay());

      venue.movesTo("2026-12-01T00:00:01Z");
      Event.ProvisionalPublished provisional =
          venue.sees(Event.ProvisionalPublished.class, p -> p.marketId() == market);
      await().until(() -> venue.office().archive().evidence(SUEZ).isPresent());
      SettlementArchive.Evidence evidence = venue.office().archive().evidence(SUEZ).orElseThrow();
      assertThat(evidence.synthetic()).isTrue();
      assertThat(evidence.formula()).isEqualTo("availability-v1");
      assertThat(evidence.sources()).allMatch(source -> source.startsWith("SYNTHETIC-"));

      Papers.DisputePapers papers =
          venue.office().papers().fileDispute(BOB, SUEZ, "two days are wrong", "log", "key-1");
      assertThat(
              venue.office().papers().fileDispute(BOB, SUEZ, "two days are wrong", "log", "key-1"))
          .isEqualTo(papers);
      assertThatThrownBy(
              () -> venue.office().papers().fileDispute(BOB, SUEZ, "else", "log", "key-1"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another dispute");
      venue.does(new Command.OpenDispute(papers.disputeId(), market, BOB, papers.evidenceHash()));
      String ruling =
          venue
              .office()
              .papers()
              .fileRuling(papers.disputeId(), Ruling.UPHOLD, 0, "the counts agree", "arbitrator");
      venue.does(new Command.RuleDispute(papers.disputeId(), Ruling.UPHOLD, 0, ruling));

      venue.movesTo("2026-12-03T00:00:01Z");
      Event.MarketSettled settled =
          venue.sees(Event.MarketSettled.class, s -> s.marketId() == market);
      assertThat(settled.valueMicros()).isEqualTo(provisional.valueMicros());

      byte[] bundle = venue.bundle(SUEZ);
      assertThat(folder.resolve("settlements").resolve(SUEZ + ".json")).hasBinaryContent(bundle);
      Verification answer = verify(bundle);
      assertThat(answer.failure()).isNull();
      assertThat(answer.warnings()).anyMatch(warning -> warning.startsWith("SYNTHETIC"));
      JsonNode document = CanonicalJson.parse(bundle);
      assertThat(document.required("decisions")).hasSize(2);
      long due = 400 * settled.valueMicros() - 400 * 840_000L;
      assertThat(paid(document, venue.office().pseudonym(SUEZ, ALICE))).isEqualTo(due);
      assertThat(paid(document, venue.office().pseudonym(SUEZ, BOB))).isEqualTo(-due);

      bundle[bundle.length / 2] ^= 1;
      assertThat(verify(bundle).isOk()).isFalse();
    }
  }

  @Test
  void portsSettleToAnIndexBetweenZeroAndHundred() throws IOException {
    try (Rehearsal venue = new Rehearsal(folder, Instant.parse("2026-11-22T12:00:00Z"), false)) {
      int market =
          venue.lists(
              ContractDraft.plain(
                  "shanghai-2026w48",
                  "Shanghai Congestion Index - Week 48 of 2026",
                  "index",
                  "shanghai",
                  week("2026-11-23")));
      venue.trades(market, 5, 50_000_000);
      venue.movesTo("2026-12-03T00:00:01Z");
      Event.MarketSettled settled =
          venue.sees(Event.MarketSettled.class, s -> s.marketId() == market);
      assertThat(settled.valueMicros()).isBetween(20_000_000L, 100_000_000L);
      assertThat(settled.valueMicros() % 10_000).as("to 0.01").isZero();
      assertThat(verify(venue.bundle("shanghai-2026w48")).failure()).isNull();
    }
  }

  @Test
  void theWeekOfTheGroundingSettlesToZeroOnTheRealFile() throws IOException {
    Path file =
        Path.of(
            System.getProperty("ballast.shared", "../../shared"), "data/portwatch/chokepoints.csv");
    Assumptions.assumeTrue(Files.exists(file), "skipped: the shared folder has no PortWatch file");
    try (Rehearsal venue = new Rehearsal(folder, Instant.parse("2021-03-20T12:00:00Z"), false)) {
      venue
          .office()
          .telemetry()
          .receive(
              Files.readAllBytes(file),
              RawFormat.PORTWATCH_CSV,
              "IMF PortWatch",
              venue.office().venueTime());
      int market =
          venue.lists(
              ContractDraft.plain(
                  "suez-2021w12", "Suez Canal Availability", "binary", "suez", week("2021-03-22")));
      venue.trades(market, 400, 870_000);
      venue.movesTo("2021-04-01T00:00:01Z");
      assertThat(venue.sees(Event.MarketSettled.class, s -> s.marketId() == market).valueMicros())
          .isZero();
      byte[] bundle = venue.bundle("suez-2021w12");
      Verification answer = verify(bundle);
      assertThat(answer.failure()).isNull();
      assertThat(answer.warnings()).isEmpty();
      assertThat(venue.office().archive().evidence("suez-2021w12").orElseThrow().summary())
          .isEqualTo("139 transits against 1183/3 usual: ratio 417/1183");
    }
  }

  @Test
  void anOfficeThatIsRestartedGoesOnAndDoesNothingTwice() throws IOException {
    try (Rehearsal venue = new Rehearsal(folder, Instant.parse("2026-11-22T12:00:00Z"), false)) {
      int market = venue.lists(suez());
      venue.trades(market, 10, 850_000);
      venue.movesTo("2026-12-01T00:00:01Z");
      venue.sees(Event.ProvisionalPublished.class, p -> p.marketId() == market);
      venue.restartsTheOffice();
      venue.movesTo("2026-12-02T00:00:01Z");
      venue.restartsTheOffice();
      venue.movesTo("2026-12-03T00:00:01Z");
      assertThat(verify(venue.bundle(SUEZ)).failure()).isNull();
      assertThat(venue.count(Event.ProvisionalPublished.class)).isEqualTo(1);
      assertThat(venue.count(Event.MarketSettled.class)).isEqualTo(1);
      assertThat(
              venue
                  .database()
                  .database()
                  .sql()
                  .fetch("SELECT kind FROM proof.leaf ORDER BY leaf_index")
                  .getValues(0, String.class))
          .containsExactly("RULES", "SNAPSHOT", "SETTLEMENT");
    }
  }

  @Test
  void arbitratorsMayAmendAndMarketsMayBecomeVoid() throws IOException {
    try (Rehearsal venue = new Rehearsal(folder, Instant.parse("2026-11-22T12:00:00Z"), false)) {
      int amended = venue.lists(suez());
      int voided =
          venue.lists(
              ContractDraft.plain(
                  "panama-2026w48", "Panama", "binary", "panama", week("2026-11-23")));
      int withdrawn =
          venue.lists(
              ContractDraft.plain(
                  "hormuz-2026w48", "Hormuz", "binary", "hormuz", week("2026-11-23")));
      for (int market : List.of(amended, voided, withdrawn)) {
        venue.trades(market, 100, 850_000);
      }
      venue.does(new Command.VoidMarket(withdrawn));
      venue.movesTo("2026-12-01T00:00:01Z");
      long value =
          venue.sees(Event.ProvisionalPublished.class, p -> p.marketId() == amended).valueMicros();
      venue.sees(Event.ProvisionalPublished.class, p -> p.marketId() == voided);
      long other = 1_000_000 - value;
      rule(venue, amended, SUEZ, Ruling.AMEND, other);
      rule(venue, voided, "panama-2026w48", Ruling.VOID, 0);
      venue.movesTo("2026-12-03T00:00:01Z");
      assertThat(venue.sees(Event.MarketSettled.class, s -> s.marketId() == amended).valueMicros())
          .isEqualTo(other);
      assertThat(verify(venue.bundle(SUEZ)).failure()).isNull();
      assertThat(verify(venue.bundle("panama-2026w48")).failure()).isNull();
      assertThat(verify(venue.bundle("hormuz-2026w48")).failure()).isNull();
      JsonNode document = CanonicalJson.parse(venue.bundle("panama-2026w48"));
      assertThat(paid(document, venue.office().pseudonym("panama-2026w48", ALICE))).isZero();
    }
  }

  private static void rule(Rehearsal venue, int market, String symbol, Ruling ruling, long value) {
    Papers papers = venue.office().papers();
    Papers.DisputePapers dispute = papers.fileDispute(ALICE, symbol, "wrong", "", "key-" + symbol);
    venue.does(new Command.OpenDispute(dispute.disputeId(), market, ALICE, dispute.evidenceHash()));
    String hash =
        papers.fileRuling(dispute.disputeId(), ruling, value, "as the notices say", "arbitrator");
    venue.does(new Command.RuleDispute(dispute.disputeId(), ruling, value, hash));
  }

  private Verification verify(byte[] bundle) throws IOException {
    String keys = Files.readString(folder.resolve("keys").resolve("trusted-keys.txt"));
    return new OfflineVerifier(OfflineVerifier.keys(keys)).verify(bundle);
  }

  private static long paid(JsonNode bundle, String position) {
    for (JsonNode entry : bundle.required("payouts").required("positions")) {
      if (entry.required("position").textValue().equals(position)) {
        return Long.parseLong(entry.required("total_micros").textValue());
      }
    }
    throw new AssertionError("no payout for " + position);
  }

  private static ContractDraft suez() {
    return ContractDraft.plain(
        SUEZ, "Suez Canal Availability", "binary", "suez", week("2026-11-23"));
  }

  private static Window week(String monday) {
    LocalDate from = LocalDate.parse(monday);
    return new Window(from, from.plusWeeks(1));
  }
}
