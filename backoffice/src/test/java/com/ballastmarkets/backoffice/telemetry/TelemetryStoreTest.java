package com.ballastmarkets.backoffice.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.oracle.formula.Interruption;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.telemetry.MalformedTelemetryException;
import com.ballastmarkets.oracle.telemetry.Metric;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.oracle.telemetry.RawFormat;
import com.ballastmarkets.oracle.telemetry.Submission;
import com.ballastmarkets.oracle.telemetry.VesselClass;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryStoreTest {
  private static final Instant FIRST = Instant.parse("2026-11-24T06:00:00.123456789Z");
  private static final Instant SECOND = Instant.parse("2026-11-25T06:00:00Z");
  private final TestDatabase database = TestDatabase.create();
  private final TelemetryStore store = new TelemetryStore(database.database(), Places.listed());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aFileIsKeptByteForByteOnceWithItsReceiptTime() {
    byte[] raw = submission("50");
    TelemetryStore.Receipt receipt = store.receive(raw, RawFormat.SUBMISSION, "SCA", FIRST);
    assertThat(receipt.known()).isFalse();
    assertThat(receipt.observations()).isEqualTo(1);
    assertThat(store.content(Hash.sha256(raw)).orElseThrow()).isEqualTo(raw);
    assertThat(store.receive(raw, RawFormat.SUBMISSION, "SCA", SECOND).known()).isTrue();
    assertThat(rows()).containsExactly("50 OBSERVED 2026-11-24T06:00:00.123456Z");
  }

  @Test
  void aRevisionIsAFurtherVintage() {
    store.receive(submission("50"), RawFormat.SUBMISSION, "SCA", FIRST);
    store.receive(submission("48"), RawFormat.SUBMISSION, "SCA", SECOND);
    assertThat(rows())
        .containsExactly(
            "50 OBSERVED 2026-11-24T06:00:00.123456Z", "48 REVISED 2026-11-25T06:00:00Z");
  }

  @Test
  void aFileThatCannotBeReadLeavesNothing() {
    byte[] bad = "date,portid\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> store.receive(bad, RawFormat.PORTWATCH_CSV, "IMF", FIRST))
        .isInstanceOf(MalformedTelemetryException.class);
    assertThat(store.content(Hash.sha256(bad))).isEmpty();
  }

  @Test
  void theDatabaseRefusesToChangeWhatWasObserved() {
    store.receive(submission("50"), RawFormat.SUBMISSION, "SCA", FIRST);
    for (String statement :
        List.of(
            "UPDATE telemetry.observation SET value = 1",
            "DELETE FROM telemetry.observation",
            "UPDATE telemetry.raw_file SET submitted_by = 'x'",
            "TRUNCATE telemetry.notice")) {
      assertThatThrownBy(() -> database.database().sql().execute(statement))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void aNoticeIsKnownFromItsEntryOnAndItsEndReplacesNothing() {
    Instant began = Instant.parse("2026-11-23T05:40:00Z");
    Hash document = Hash.sha256(new byte[] {1});
    store.enter(
        new Interruption("SCA-1", "suez", Interruption.Kind.CLOSURE, began, null, document),
        "operator",
        FIRST);
    Interruption ended =
        new Interruption(
            "SCA-1", "suez", Interruption.Kind.CLOSURE, began, began.plusSeconds(7200), document);
    store.enter(ended, "operator", SECOND);
    assertThat(store.interruptions("suez", FIRST.minusSeconds(1))).isEmpty();
    assertThat(store.interruptions("suez", SECOND.minusSeconds(1)))
        .singleElement()
        .satisfies(notice -> assertThat(notice.until()).isNull());
    assertThat(store.interruptions("suez", SECOND)).containsExactly(ended);
    assertThat(store.interruptions("panama", SECOND)).isEmpty();
  }

  @Test
  void theSandboxFeedsEveryDayThatEndedOnce() {
    SyntheticFeed feed = new SyntheticFeed(store, Places.listed(), 1);
    assertThat(feed.feed(FIRST)).isTrue();
    assertThat(feed.feed(FIRST)).isFalse();
    assertThat(feed.feed(SECOND)).isTrue();
    TelemetryStore.DayRange range =
        java.util.Objects.requireNonNull(
            store.ranges("SYNTHETIC").get("hamburg|SYNTHETIC-AUTHORITY"));
    assertThat(range.last()).isEqualTo(LocalDate.parse("2026-11-24"));
    assertThat(range.first()).isEqualTo(LocalDate.parse("2026-11-24").minusDays(125));
  }

  private List<String> rows() {
    return database
        .database()
        .sql()
        .fetch("SELECT value, qualifier, vintage FROM telemetry.observation ORDER BY vintage")
        .map(row ->
            row.get(0, BigDecimal.class).toPlainString()
                + " "
                + row.get(1, String.class)
                + " "
                + row.get(2, java.time.OffsetDateTime.class).toInstant());
  }

  private static byte[] submission(String transits) {
    return new Submission(
            "SCA",
            "suez",
            "",
            List.of(
                new Submission.Value(
                    LocalDate.parse("2026-11-23"),
                    Metric.TRANSITS,
                    VesselClass.ALL,
                    new BigDecimal(transits))))
        .encode();
  }
}
