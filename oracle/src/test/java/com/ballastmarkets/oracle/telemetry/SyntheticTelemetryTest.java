package com.ballastmarkets.oracle.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticTelemetryTest {
  private static final LocalDate FROM = LocalDate.parse("2026-10-01");
  private static final LocalDate UNTIL = LocalDate.parse("2026-11-01");

  @Test
  void everyListedPlaceHasASeriesOfEverySourceThatReadsBack() {
    Places places = Places.listed();
    assertThat(places.all()).hasSize(12);
    SyntheticTelemetry synthetic = new SyntheticTelemetry(7);
    for (Place place : places.all()) {
      for (SourceClass source : SyntheticTelemetry.classes()) {
        Submission submission = synthetic.submission(place, source, FROM, UNTIL);
        assertThat(submission.notice()).startsWith("SYNTHETIC");
        byte[] raw = submission.encode();
        assertThat(Submission.parse(raw).encode()).isEqualTo(raw);
        TelemetryReading reading =
            TelemetryReading.of(RawFormat.SUBMISSION, raw, Instant.EPOCH, places);
        assertThat(reading.refused()).isEmpty();
        assertThat(reading.observations())
            .hasSize(31 * (place.kind() == Place.Kind.PORT ? 3 : 7))
            .allSatisfy(o -> assertThat(o.isSynthetic()).isTrue());
      }
    }
  }

  @Test
  void oneSeedGivesOneHistoryWhateverTheWindow() {
    Place suez = Places.listed().find("suez").orElseThrow();
    Submission whole = new SyntheticTelemetry(7).submission(suez, SourceClass.AIS, FROM, UNTIL);
    Submission part =
        new SyntheticTelemetry(7)
            .submission(suez, SourceClass.AIS, FROM.plusDays(10), FROM.plusDays(12));
    assertThat(whole.values()).containsAll(part.values());
    assertThat(new SyntheticTelemetry(8).submission(suez, SourceClass.AIS, FROM, UNTIL).values())
        .isNotEqualTo(whole.values());
  }

  @Test
  void submissionsThatAreNotInFormAreRefused() {
    String good =
        new String(new Submission("SCA", "suez", "", List.of()).encode(), StandardCharsets.UTF_8);
    refused(good.replace("}", ",\"more\":1}"), "unknown field \"more\"");
    refused(good.replace("v1", "v2"), "schema");
    refused(good.replace("[]", "[{}]"), "values[0]");
    refused(
        good.replace(
            "[]",
            "[{\"day\":\"2026-11-24\",\"metric\":\"TRANSITS\",\"value\":\"-1\",\"vessel_class\":\"ALL\"}]"),
        "decimal");
    assertThatThrownBy(() ->
            TelemetryReading.of(
                RawFormat.SUBMISSION,
                good.replace("suez", "atlantis").getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                Places.listed()))
        .hasMessageContaining("\"atlantis\" is not listed");
  }

  private static void refused(String text, String words) {
    assertThatThrownBy(() -> Submission.parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedTelemetryException.class)
        .hasMessageContaining(words);
  }
}
