package com.ballastmarkets.oracle.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.oracle.SharedFolder;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.rules.Baseline;
import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.rules.FallbackRule;
import com.ballastmarkets.oracle.rules.RulesFixture;
import com.ballastmarkets.oracle.rules.SourceRule;
import com.ballastmarkets.oracle.telemetry.Metric;
import com.ballastmarkets.oracle.telemetry.Observation;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.oracle.telemetry.Qualifier;
import com.ballastmarkets.oracle.telemetry.RawFormat;
import com.ballastmarkets.oracle.telemetry.SourceClass;
import com.ballastmarkets.oracle.telemetry.TelemetryReading;
import com.ballastmarkets.oracle.telemetry.VesselClass;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementFormulaTest {
  private static final Hash RAW = Hash.ofEmptyTree();
  private static final Instant SNAPSHOT = Instant.parse("2026-12-01T00:00:00Z");
  private static final List<SourceRule> TWO =
      List.of(
          new SourceRule("AIS-1", SourceClass.AIS, 0),
          new SourceRule("SCA", SourceClass.AUTHORITY, 0));
  private final List<Observation> observations = new ArrayList<>();

  @Test
  void theGroundingOfEverGivenClosesSuezForTheWeek() throws IOException {
    Computation week = onPortWatch("2021-03-22", "2021-03-29");
    assertThat(step(week, "ratio")).isEqualTo("417/1183");
    assertThat(week.valueMicros()).isZero();
    assertThat(week.needsReview()).as("one source cannot verify itself").isTrue();

    Computation month = onPortWatch("2021-03-01", "2021-04-01");
    assertThat(step(month, "ratio")).isEqualTo("510/589");
    assertThat(month.valueMicros()).isEqualTo(1_000_000);
  }

  @Test
  void fourFifthsIsEnoughAndAnythingLessIsNot() {
    baseline("AIS-1", "SCA", 10);
    window("AIS-1", 8, 8, 8, 8, 8, 8, 8);
    window("SCA", 8, 8, 8, 8, 8, 8, 8);
    Computation exact = binary(TWO, List.of());
    assertThat(step(exact, "ratio")).isEqualTo("4/5");
    assertThat(exact.valueMicros()).isEqualTo(1_000_000);
    assertThat(exact.needsReview()).isFalse();

    observations.clear();
    baseline("AIS-1", "SCA", 10);
    window("AIS-1", 8, 8, 8, 8, 8, 8, 7);
    window("SCA", 8, 8, 8, 8, 8, 8, 8);
    Computation less = binary(TWO, List.of());
    assertThat(step(less, "transits")).as("the median of two is their mean").isEqualTo("111/2");
    assertThat(less.valueMicros()).isZero();
  }

  @Test
  void anInterruptionOfAFullHourInTheWindowClosesIt() {
    baseline("AIS-1", "SCA", 10);
    window("AIS-1", 10, 10, 10, 10, 10, 10, 10);
    window("SCA", 10, 10, 10, 10, 10, 10, 10);
    Instant noon = Instant.parse("2026-11-25T12:00:00Z");
    assertThat(value(closed(noon, Duration.ofMinutes(59)))).isEqualTo(1_000_000);
    assertThat(value(closed(noon, Duration.ofMinutes(60)))).isZero();
    assertThat(
            value(
                closed(noon, Duration.ofMinutes(40)),
                closed(noon.plusSeconds(2400), Duration.ofMinutes(20))))
        .as("notices that touch are one")
        .isZero();
    assertThat(
            value(
                closed(noon, Duration.ofMinutes(40)),
                closed(noon.plusSeconds(2401), Duration.ofMinutes(40))))
        .isEqualTo(1_000_000);
    Instant opens = Instant.parse("2026-11-23T00:00:00Z");
    assertThat(value(closed(opens.minusSeconds(7200), Duration.ofMinutes(150))))
        .as("only half an hour of it lies in the window")
        .isEqualTo(1_000_000);
    assertThat(
            value(new Interruption("n", "suez", Interruption.Kind.FORCE_MAJEURE, noon, null, RAW)))
        .as("still in force")
        .isZero();
  }

  @Test
  void sourcesThatDisagreeAreFlaggedAndAThirdDecides() {
    baseline("AIS-1", "SCA", 10);
    window("AIS-1", 10, 10, 10, 10, 10, 10, 10);
    window("SCA", 5, 5, 5, 5, 5, 5, 5);
    Computation two = binary(TWO, List.of());
    assertThat(two.needsReview()).isTrue();
    assertThat(step(two, "ratio")).isEqualTo("3/4");

    window("SAT", 10, 10, 10, 10, 10, 10, 10);
    List<SourceRule> three = new ArrayList<>(TWO);
    three.add(new SourceRule("SAT", SourceClass.SATELLITE, 0));
    Computation median = binary(three, List.of());
    assertThat(median.needsReview()).isFalse();
    assertThat(step(median, "ratio")).isEqualTo("1");
  }

  @Test
  void providersOfOneClassAreReconciledFirst() {
    baseline("AIS-1", "SCA", 10);
    window("AIS-1", 10, 10, 10, 10, 10, 10, 10);
    window("AIS-2", 10, 10, 10, 10, 10, 10, 10);
    window("AIS-3", 1, 1, 1, 1, 1, 1, 1);
    List<SourceRule> sources = new ArrayList<>(TWO);
    sources.add(new SourceRule("AIS-2", SourceClass.AIS, 0));
    sources.add(new SourceRule("AIS-3", SourceClass.AIS, 0));
    window("SCA", 10, 10, 10, 10, 10, 10, 10);
    assertThat(step(binary(sources, List.of()), "ratio")).isEqualTo("1");
  }

  @Test
  void aDeclaredOffsetMovesASourceIntoPlace() {
    List<SourceRule> sources =
        List.of(
            new SourceRule("AIS-1", SourceClass.AIS, 0),
            new SourceRule("SCA", SourceClass.AUTHORITY, 1));
    baseline("AIS-1", "SCA", 10);
    window("AIS-1", 10, 10, 10, 10, 10, 10, 10);
    add("SCA", LocalDate.parse("2026-11-23"), 10, SNAPSHOT.minusSeconds(1));
    for (int i = 1; i <= 7; i++) {
      add("SCA", LocalDate.parse("2026-11-23").plusDays(i), 10, SNAPSHOT.minusSeconds(1));
    }
    Computation computed = binary(sources, List.of());
    assertThat(computed.needsReview()).isFalse();
    assertThat(step(computed, "transits")).isEqualTo("70");
  }

  @Test
  void missingIsNeverZeroAndTheFallbackRuleIsMarked() {
    baseline("AIS-1", "SCA", 10);
    window("AIS-1", 10, 10, 10, 10, 10, 10);
    window("SCA", 10, 10, 10, 10, 10, 10);
    missing("AIS-1", "2026-11-29");
    Computation last = binary(TWO, List.of());
    assertThat(step(last, "transits")).isEqualTo("70");
    assertThat(last.days().getOrDefault(Metric.TRANSITS, List.of()).getLast().status())
        .isEqualTo(DayStatus.FALLBACK);

    ContractRules excluding =
        RulesFixture.binary(
            "2026-11-23", "2026-11-30", Baseline.TRAILING_30, TWO, FallbackRule.EXCLUDE);
    Computation less = compute(excluding, List.of());
    assertThat(step(less, "transits")).isEqualTo("60");
    assertThat(step(less, "days")).isEqualTo("6");
    assertThat(step(less, "ratio")).isEqualTo("1");
  }

  @Test
  void withoutABaselineThereIsNoValue() {
    window("AIS-1", 10, 10, 10, 10, 10, 10, 10);
    assertThatThrownBy(() -> binary(TWO, List.of()))
        .isInstanceOf(IncompleteTelemetryException.class)
        .hasMessageContaining("0 of 30 days");
  }

  @Test
  void theBaselineIsFrozenWhenTheWindowOpensAndTheWindowAtTheSnapshot() {
    LocalDate before = LocalDate.parse("2026-11-22");
    LocalDate inside = LocalDate.parse("2026-11-24");
    Instant opens = Instant.parse("2026-11-23T00:00:00Z");
    add("AIS-1", before, 10, opens);
    add("AIS-1", before, 20, opens.plusSeconds(1));
    add("AIS-1", before.minusDays(1), 30, opens.plusSeconds(2));
    add("AIS-1", before.minusDays(1), 40, opens.plusSeconds(3));
    add("AIS-1", inside, 1, opens.plusSeconds(4));
    add("AIS-1", inside, 2, SNAPSHOT);
    add("AIS-1", inside, 3, SNAPSHOT.plusSeconds(1));
    add("PORTWATCH", inside, 9, opens);
    ContractRules rules =
        RulesFixture.binary(
            "2026-11-23", "2026-11-30", Baseline.TRAILING_30, TWO, FallbackRule.LAST_KNOWN);
    ObservationSelection selection = ObservationSelection.of(rules, observations, SNAPSHOT);
    assertThat(selection.used())
        .extracting(o -> String.valueOf(o.value()))
        .containsExactly("30", "10", "2");
    assertThat(selection.excluded())
        .extracting(e -> e.observation().value() + " " + e.reason())
        .containsExactly(
            "40 revised after the baseline was frozen",
            "20 revised after the baseline was frozen",
            "1 superseded by a later vintage",
            "3 received after the snapshot",
            "9 the source is a cross-check only");
  }

  @Test
  void congestionOfHalfAsMuchAgainStandsAtSeventyFive() {
    assertThat(index("15", "30").valueMicros()).isEqualTo(75_000_000);
    observations.clear();
    assertThat(index("10", "20").valueMicros()).as("a normal week").isEqualTo(50_000_000);
    observations.clear();
    assertThat(index("100", "200").valueMicros()).as("clamped").isEqualTo(100_000_000);
    observations.clear();
    Computation third = index("10", "20.001");
    assertThat(step(third, "raw")).isEqualTo("40001/800");
    assertThat(step(third, "index")).as("half up to 0.01").isEqualTo("50.00");
  }

  private Computation index(String wait, String anchored) {
    ContractRules rules = RulesFixture.index("2026-11-23", "2026-11-30", TWO);
    for (LocalDate day : rules.observed().days()) {
      boolean inside = rules.window().contains(day);
      for (SourceRule source : TWO) {
        observations.add(
            observation(source.source(), "shanghai", day, Metric.WAIT_HOURS, inside ? wait : "10"));
        observations.add(
            observation(
                source.source(), "shanghai", day, Metric.ANCHORED_COUNT, inside ? anchored : "20"));
      }
    }
    Computation computed = compute(rules, List.of());
    assertThat(computed.needsReview()).isFalse();
    return computed;
  }

  private static Observation observation(
      String source, String place, LocalDate day, Metric metric, String value) {
    return new Observation(
        source,
        Instant.EPOCH,
        RAW,
        place,
        day,
        metric,
        VesselClass.ALL,
        new BigDecimal(value),
        Qualifier.OBSERVED);
  }

  private static Computation onPortWatch(String from, String until) throws IOException {
    TelemetryReading reading =
        TelemetryReading.of(
            RawFormat.PORTWATCH_CSV,
            Files.readAllBytes(SharedFolder.at("data/portwatch/chokepoints.csv")),
            SNAPSHOT,
            Places.listed());
    ContractRules rules = RulesFixture.portWatch(from, until, Baseline.TRAILING_30);
    ObservationSelection selection =
        ObservationSelection.of(rules, reading.observations(), SNAPSHOT);
    return SettlementFormula.of(rules).compute(rules, selection.used(), List.of());
  }

  private long value(Interruption... interruptions) {
    return binary(TWO, List.of(interruptions)).valueMicros();
  }

  private Computation binary(List<SourceRule> sources, List<Interruption> interruptions) {
    return compute(
        RulesFixture.binary(
            "2026-11-23", "2026-11-30", Baseline.TRAILING_30, sources, FallbackRule.LAST_KNOWN),
        interruptions);
  }

  private Computation compute(ContractRules rules, List<Interruption> interruptions) {
    ObservationSelection selection = ObservationSelection.of(rules, observations, SNAPSHOT);
    return SettlementFormula.of(rules).compute(rules, selection.used(), interruptions);
  }

  private static Interruption closed(Instant from, Duration length) {
    return new Interruption(
        "n" + from, "suez", Interruption.Kind.CLOSURE, from, from.plus(length), RAW);
  }

  private void baseline(String one, String other, long perDay) {
    LocalDate open = LocalDate.parse("2026-11-23");
    for (LocalDate day = open.minusDays(30); day.isBefore(open); day = day.plusDays(1)) {
      add(one, day, perDay, Instant.EPOCH);
      add(other, day, perDay, Instant.EPOCH);
    }
  }

  private void window(String source, long... transits) {
    for (int i = 0; i < transits.length; i++) {
      add(
          source,
          LocalDate.parse("2026-11-23").plusDays(i),
          transits[i],
          SNAPSHOT.minusSeconds(60));
    }
  }

  private void missing(String source, String day) {
    observations.add(
        new Observation(
            source,
            SNAPSHOT.minusSeconds(60),
            RAW,
            "suez",
            LocalDate.parse(day),
            Metric.TRANSITS,
            VesselClass.ALL,
            null,
            Qualifier.MISSING));
  }

  private void add(String source, LocalDate day, long transits, Instant vintage) {
    observations.add(
        new Observation(
            source,
            vintage,
            RAW,
            "suez",
            day,
            Metric.TRANSITS,
            VesselClass.ALL,
            BigDecimal.valueOf(transits),
            Qualifier.OBSERVED));
  }

  private static String step(Computation computation, String name) {
    return computation.steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
