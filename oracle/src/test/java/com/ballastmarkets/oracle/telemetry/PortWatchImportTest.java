package com.ballastmarkets.oracle.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.oracle.SharedFolder;
import com.ballastmarkets.oracle.telemetry.TelemetryReading.RefusedRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortWatchImportTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-24T09:00:00Z");
  private static final String HEADER =
      "date,year,month,day,portid,portname,n_container,n_dry_bulk,n_general_cargo,n_roro,n_tanker,"
          + "n_cargo,n_total,capacity_container,capacity_dry_bulk,capacity_general_cargo,"
          + "capacity_roro,capacity_tanker,capacity_cargo,capacity,ObjectId\n";
  private static final String GOOD =
      "2026-11-23,2026,11,23,chokepoint1,Suez Canal,5,4,3,2,6,14,20,10.5,4,3,2,6,19.5,25.5,1\n";

  @Test
  void theRealChokepointFileIsReadWhole() throws IOException {
    TelemetryReading reading =
        TelemetryReading.of(
            RawFormat.PORTWATCH_CSV,
            Files.readAllBytes(SharedFolder.at("data/portwatch/chokepoints.csv")),
            RECEIVED,
            Places.listed());
    assertThat(reading.refused()).isEmpty();
    assertThat(reading.rowsOfOtherPlaces()).isPositive();
    assertThat(reading.observations()).isSortedAccordingTo(Observation.ORDER);
    Observation grounded =
        only(reading, "suez", LocalDate.parse("2021-03-25"), Metric.TRANSITS, VesselClass.ALL);
    assertThat(grounded.source()).isEqualTo("PORTWATCH");
    assertThat(grounded.vintage()).isEqualTo(RECEIVED);
    assertThat(grounded.value()).isLessThan(BigDecimal.valueOf(40));
  }

  @Test
  void realPortFilesAreReadAndAPortWithAHarbourMissingHasNoValue() throws IOException {
    TelemetryReading reading =
        TelemetryReading.of(
            RawFormat.PORTWATCH_CSV,
            Files.readAllBytes(SharedFolder.at("data/portwatch/port-yangshan.csv")),
            RECEIVED,
            Places.listed());
    assertThat(reading.refused()).isEmpty();
    assertThat(reading.observations())
        .isNotEmpty()
        .allSatisfy(o -> assertThat(o.qualifier()).isEqualTo(Qualifier.MISSING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-23", "2026/11/23 00:00:00+00", "1795392000000"})
  void allThreeFormsOfADateAreRead(String date) {
    TelemetryReading reading = csv("\uFEFF" + HEADER + GOOD.replaceFirst("2026-11-23", date));
    assertThat(reading.refused()).isEmpty();
    assertThat(
            only(reading, "suez", LocalDate.parse("2026-11-23"), Metric.TONNAGE, VesselClass.ALL)
                .value())
        .isEqualByComparingTo("25.5");
  }

  @Test
  void aBadRowIsRefusedByNumberAndReasonAndTheOthersStand() {
    TelemetryReading reading =
        csv(
            HEADER
                + GOOD
                + GOOD
                + row("2026-11-24").replace(",14,20,", ",13,20,")
                + row("2026-11-24").replace(",14,20,", ",14,21,")
                + row("2026-11-24").replace(",5,4,", ",-5,4,")
                + row("2026-11-24").replace(",5,4,", ",,4,")
                + row("2026-11-24").replace(",5,4,", ",5.5,4,")
                + row("2026-11-24").replace(",5,4,", ",NaN,4,")
                + row("2026-11-31")
                + row("24.11.2026")
                + "2026-11-24,short\n"
                + row("2026-11-24").replace("chokepoint1", "chokepoint9")
                + row("2026-11-24"));
    assertThat(reading.refused())
        .extracting(RefusedRow::toString)
        .containsExactly(
            "row 2: is chokepoint1 on 2026-11-23 again, after row 1",
            "row 3: n_cargo is 13, its classes sum to 14",
            "row 4: the total of n is 21, cargo and tankers sum to 20",
            "row 5: n_container is negative: -5",
            "row 6: n_container is empty",
            "row 7: n_container is no whole number: 5.5",
            "row 8: n_container is not a number: \"NaN\"",
            "row 9: date \"2026-11-31\" does not exist",
            "row 10: date \"24.11.2026\" has none of the three forms",
            "row 11: has 2 fields, not 21");
    assertThat(reading.rowsOfOtherPlaces()).isEqualTo(1);
    assertThat(reading.observations())
        .extracting(Observation::day)
        .containsOnly(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24"));
  }

  @Test
  void aPageOfTheFeatureServiceIsReadAndSaysThatThereIsMore() {
    TelemetryReading reading =
        json(
            """
            {"fields":[],"exceededTransferLimit":true,"features":[{"attributes":{"date":1795392000000,
            "portid":"chokepoint1","n_container":5,"n_dry_bulk":4,"n_general_cargo":3,"n_roro":2,
            "n_tanker":6,"n_cargo":14,"n_total":20,"capacity_container":10,"capacity_dry_bulk":4,
            "capacity_general_cargo":3,"capacity_roro":2,"capacity_tanker":6,"capacity_cargo":19,
            "capacity":25}},{"attributes":{"date":"2026-11-24","portid":"chokepoint1"}},{}]}
            """);
    assertThat(reading.moreToFetch()).isTrue();
    assertThat(
            only(
                    reading,
                    "suez",
                    LocalDate.parse("2026-11-23"),
                    Metric.TRANSITS,
                    VesselClass.TANKER)
                .value())
        .isEqualByComparingTo("6");
    assertThat(reading.refused())
        .extracting(RefusedRow::toString)
        .containsExactly("row 2: n_container is empty", "row 3: has no \"attributes\"");
  }

  @Test
  void filesThatAreNoTelemetryAreRefusedInWords() {
    refused(() -> json("{\"error\":{\"code\":400,\"message\":\"Invalid query\"}}"), "error 400");
    refused(() -> json("{\"features\":[]}"), "fetched again");
    refused(() -> json("{}"), "no \"features\"");
    refused(() -> json("{\"features\":[]"), "not JSON");
    refused(() -> csv(""), "empty");
    refused(
        () -> csv("date,portname,n_total\n2026-06-21,Suez Canal,44\n"), "lacks the column portid");
    refused(() -> csv("date,portid\n"), "neither n_total");
    refused(() -> csv("date,date,portid\n"), "two columns");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String words) {
    assertThatThrownBy(reading)
        .isInstanceOf(MalformedTelemetryException.class)
        .hasMessageContaining(words);
  }

  private static String row(String date) {
    return GOOD.replaceFirst("2026-11-23,2026,11,23", date + ",2026,11,24");
  }

  private static TelemetryReading csv(String text) {
    return TelemetryReading.of(
        RawFormat.PORTWATCH_CSV,
        text.getBytes(StandardCharsets.UTF_8),
        RECEIVED,
        chokepointsOnly());
  }

  private static TelemetryReading json(String text) {
    return TelemetryReading.of(
        RawFormat.PORTWATCH_JSON,
        text.getBytes(StandardCharsets.UTF_8),
        RECEIVED,
        chokepointsOnly());
  }

  private static Places chokepointsOnly() {
    return new Places(
        List.of(new Place("suez", "Suez Canal", Place.Kind.CHOKEPOINT, List.of("chokepoint1"))));
  }

  private static Observation only(
      TelemetryReading reading, String place, LocalDate day, Metric metric, VesselClass of) {
    List<Observation> found =
        reading.observations().stream()
            .filter(o -> o.place().equals(place) && o.day().equals(day))
            .filter(o -> o.metric() == metric && o.vesselClass() == of)
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
