package com.ballastmarkets.backoffice.telemetry;

import static com.ballastmarkets.sql.generated.telemetry.Tables.NOTICE;
import static com.ballastmarkets.sql.generated.telemetry.Tables.OBSERVATION;
import static com.ballastmarkets.sql.generated.telemetry.Tables.RAW_FILE;
import static com.ballastmarkets.sql.generated.telemetry.Tables.REFUSED_ROW;

import com.ballastmarkets.oracle.bundle.Snapshot.RawFileReference;
import com.ballastmarkets.oracle.formula.Interruption;
import com.ballastmarkets.oracle.formula.ObservationSelection;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.telemetry.Metric;
import com.ballastmarkets.oracle.telemetry.Observation;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.oracle.telemetry.Qualifier;
import com.ballastmarkets.oracle.telemetry.RawFormat;
import com.ballastmarkets.oracle.telemetry.TelemetryReading;
import com.ballastmarkets.oracle.telemetry.TelemetryReading.RefusedRow;
import com.ballastmarkets.oracle.telemetry.VesselClass;
import com.ballastmarkets.sql.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Everything that was ever observed. Safe for use by many threads. */
public final class TelemetryStore {
  /** Further than any source's declared offset. */
  private static final int OFFSET_MARGIN_DAYS = 8;

  private final Database database;
  private final Places places;

  public TelemetryStore(Database database, Places places) {
    this.database = database;
    this.places = places;
  }

  /**
   * What became of a file.
   *
   * @param known whether the very same bytes were received before, and so nothing was done
   * @param observations how many were read
   */
  public record Receipt(
      Hash sha256,
      boolean known,
      int observations,
      List<RefusedRow> refused,
      int rowsOfOtherPlaces,
      boolean moreToFetch) {}

  /**
   * Reads a raw file and keeps both it and its observations.
   *
   * @param submittedBy who handed it in
   * @param receivedAt venue time: the vintage of all that is in it, cut to microseconds
   * @throws com.ballastmarkets.oracle.telemetry.MalformedTelemetryException if the file as a whole
   *     cannot be read; nothing is kept then
   */
  public Receipt receive(byte[] content, RawFormat format, String submittedBy, Instant receivedAt) {
    Instant vintage = receivedAt.truncatedTo(ChronoUnit.MICROS);
    TelemetryReading reading = TelemetryReading.of(format, content, vintage, places);
    Hash hash = Hash.sha256(content);
    boolean synthetic = reading.observations().stream().anyMatch(Observation::isSynthetic);
    boolean isNew =
        database
            .sql()
            .transactionResult(tx -> {
              int added =
                  tx.dsl()
                      .insertInto(RAW_FILE)
                      .set(RAW_FILE.SHA256, hash.hex())
                      .set(RAW_FILE.FORMAT, format.name())
                      .set(RAW_FILE.SUBMITTED_BY, submittedBy)
                      .set(RAW_FILE.SYNTHETIC, synthetic)
                      .set(RAW_FILE.RECEIVED_AT, utc(vintage))
                      .set(RAW_FILE.CONTENT, content)
                      .onConflictDoNothing()
                      .execute();
              if (added == 1) {
                insert(tx.dsl(), reading.observations());
                refuse(tx.dsl(), hash, reading.refused());
              }
              return added == 1;
            });
    return new Receipt(
        hash,
        !isNew,
        reading.observations().size(),
        reading.refused(),
        reading.rowsOfOtherPlaces(),
        reading.moreToFetch());
  }

  /** One statement for all: a first start brings tens of thousands. */
  private static void insert(DSLContext sql, List<Observation> observations) {
    if (observations.isEmpty()) {
      return;
    }
    Map<String, List<Observation>> bySeries = new LinkedHashMap<>();
    for (Observation o : observations) {
      bySeries.computeIfAbsent(o.place() + "|" + o.source(), key -> new ArrayList<>()).add(o);
    }
    Map<Observation.Key, String> before = new HashMap<>();
    bySeries.values().forEach(series -> before.putAll(latest(sql, series)));
    Observation first = observations.getFirst();
    sql.execute(
        """
        INSERT INTO telemetry.observation
          (vintage, raw_sha256, place, metric, vessel_class, day, source, value, qualifier)
        SELECT ?::timestamptz, ?, * FROM unnest(
          ?::text[], ?::text[], ?::text[], ?::date[], ?::text[], ?::numeric[], ?::text[])
        """,
        utc(first.vintage()),
        first.rawSha256().hex(),
        column(observations, Observation::place, String[]::new),
        column(observations, o -> o.metric().name(), String[]::new),
        column(observations, o -> o.vesselClass().name(), String[]::new),
        column(observations, Observation::day, LocalDate[]::new),
        column(observations, Observation::source, String[]::new),
        column(observations, Observation::value, BigDecimal[]::new),
        column(observations, o -> qualifier(o, before.get(o.key())).name(), String[]::new));
  }

  private static <T extends @Nullable Object> T[] column(
      List<Observation> rows, Function<Observation, T> part, IntFunction<T[]> array) {
    return rows.stream().map(part).toArray(array);
  }

  private static Qualifier qualifier(Observation o, @Nullable String earlier) {
    BigDecimal value = o.value();
    boolean revised = value != null && earlier != null && !earlier.equals(value.toPlainString());
    return revised ? Qualifier.REVISED : o.qualifier();
  }

  /** What the source last said of the same days; empty text if missing. */
  private static Map<Observation.Key, String> latest(DSLContext sql, List<Observation> series) {
    Observation like = series.getFirst();
    LocalDate from = series.stream().map(Observation::day).min(LocalDate::compareTo).orElseThrow();
    LocalDate to = series.stream().map(Observation::day).max(LocalDate::compareTo).orElseThrow();
    Map<Observation.Key, String> values = new HashMap<>();
    sql.selectFrom(OBSERVATION)
        .where(OBSERVATION.PLACE.eq(like.place()))
        .and(OBSERVATION.SOURCE.eq(like.source()))
        .and(OBSERVATION.DAY.between(from, to))
        .orderBy(OBSERVATION.VINTAGE, OBSERVATION.RAW_SHA256)
        .forEach(row -> {
          Observation o = observation(row);
          BigDecimal value = o.value();
          values.put(o.key(), value == null ? "" : value.toPlainString());
        });
    return values;
  }

  private static void refuse(DSLContext sql, Hash hash, List<RefusedRow> rows) {
    for (RefusedRow row : rows) {
      sql.insertInto(REFUSED_ROW)
          .set(REFUSED_ROW.RAW_SHA256, hash.hex())
          .set(REFUSED_ROW.ROW_NUMBER, row.row())
          .set(REFUSED_ROW.REASON, row.reason())
          .onConflictDoNothing()
          .execute();
    }
  }

  /** All vintages of everything that concerns a contract, in {@link Observation#ORDER}. */
  public List<Observation> observations(ContractRules rules) {
    List<String> metrics =
        ObservationSelection.metrics(rules.formula()).stream().map(Metric::name).toList();
    return database
        .sql()
        .selectFrom(OBSERVATION)
        .where(OBSERVATION.PLACE.eq(rules.place()))
        .and(OBSERVATION.METRIC.in(metrics))
        .and(OBSERVATION.VESSEL_CLASS.eq(rules.vesselClass().name()))
        .and(
            OBSERVATION.DAY.between(
                rules.observed().from().minusDays(OFFSET_MARGIN_DAYS),
                rules.observed().until().plusDays(OFFSET_MARGIN_DAYS)))
        .fetch(TelemetryStore::observation)
        .stream()
        .filter(o -> ObservationSelection.concerns(rules, o))
        .sorted(Observation.ORDER)
        .toList();
  }

  /** The files that some observations came in. */
  public List<RawFileReference> files(Collection<Observation> observations) {
    List<String> hashes =
        observations.stream().map(o -> o.rawSha256().hex()).distinct().sorted().toList();
    return database
        .sql()
        .select(RAW_FILE.SHA256, RAW_FILE.FORMAT, RAW_FILE.RECEIVED_AT)
        .from(RAW_FILE)
        .where(RAW_FILE.SHA256.in(hashes))
        .fetch(row ->
            new RawFileReference(
                Hash.ofHex(row.value1()),
                RawFormat.valueOf(row.value2()),
                row.value3().toInstant()));
  }

  /** A raw file, byte for byte. */
  public Optional<byte[]> content(Hash sha256) {
    return database
        .sql()
        .select(RAW_FILE.CONTENT)
        .from(RAW_FILE)
        .where(RAW_FILE.SHA256.eq(sha256.hex()))
        .fetchOptional(RAW_FILE.CONTENT);
  }

  /** Whether a source has ever spoken of a place. */
  public boolean hasObservations(String place, String source, Metric metric) {
    return database
        .sql()
        .fetchExists(
            DSL.selectOne()
                .from(OBSERVATION)
                .where(OBSERVATION.PLACE.eq(place))
                .and(OBSERVATION.METRIC.eq(metric.name()))
                .and(OBSERVATION.SOURCE.eq(source)));
  }

  /** First and last day that a source has spoken of, by place and source. */
  Map<String, DayRange> ranges(String sourcePrefix) {
    Map<String, DayRange> ranges = new HashMap<>();
    database
        .sql()
        .select(
            OBSERVATION.PLACE,
            OBSERVATION.SOURCE,
            DSL.min(OBSERVATION.DAY),
            DSL.max(OBSERVATION.DAY))
        .from(OBSERVATION)
        .where(OBSERVATION.SOURCE.startsWith(sourcePrefix))
        .groupBy(OBSERVATION.PLACE, OBSERVATION.SOURCE)
        .forEach(row ->
            ranges.put(
                row.value1() + "|" + row.value2(), new DayRange(row.value3(), row.value4())));
    return ranges;
  }

  /** From the first to the last day, both inclusive. */
  record DayRange(LocalDate first, LocalDate last) {}

  /**
   * Enters an official notice. A further entry with the same notice id replaces the one before, as
   * when the end becomes known; both are kept.
   */
  public void enter(Interruption notice, String enteredBy, Instant at) {
    if (places.find(notice.place()).isEmpty()) {
      throw new IllegalArgumentException("the place \"" + notice.place() + "\" is not listed");
    }
    Instant until = notice.until();
    database
        .sql()
        .insertInto(NOTICE)
        .set(NOTICE.NOTICE_, notice.notice())
        .set(NOTICE.ENTERED_AT, utc(at.truncatedTo(ChronoUnit.MICROS)))
        .set(NOTICE.PLACE, notice.place())
        .set(NOTICE.KIND, notice.kind().name())
        .set(NOTICE.BEGAN_AT, utc(notice.from()))
        .set(NOTICE.ENDED_AT, until == null ? null : utc(until))
        .set(NOTICE.DOCUMENT_SHA256, notice.documentSha256().hex())
        .set(NOTICE.ENTERED_BY, enteredBy)
        .execute();
  }

  /** The notices on a place as they were known at a time, each in its last form. */
  public List<Interruption> interruptions(String place, Instant knownAt) {
    Map<String, Interruption> last = new LinkedHashMap<>();
    database
        .sql()
        .selectFrom(NOTICE)
        .where(NOTICE.PLACE.eq(place).and(NOTICE.ENTERED_AT.le(utc(knownAt))))
        .orderBy(NOTICE.ENTERED_AT)
        .forEach(row ->
            last.put(
                row.getNotice(),
                new Interruption(
                    row.getNotice(),
                    row.getPlace(),
                    Interruption.Kind.valueOf(row.getKind()),
                    row.getBeganAt().toInstant(),
                    row.getEndedAt() == null ? null : row.getEndedAt().toInstant(),
                    Hash.ofHex(row.getDocumentSha256()))));
    return last.values().stream().sorted(Interruption.ORDER).toList();
  }

  private static Observation observation(Record row) {
    return new Observation(
        row.get(OBSERVATION.SOURCE),
        row.get(OBSERVATION.VINTAGE).toInstant(),
        Hash.ofHex(row.get(OBSERVATION.RAW_SHA256)),
        row.get(OBSERVATION.PLACE),
        row.get(OBSERVATION.DAY),
        Metric.valueOf(row.get(OBSERVATION.METRIC)),
        VesselClass.valueOf(row.get(OBSERVATION.VESSEL_CLASS)),
        row.get(OBSERVATION.VALUE),
        Qualifier.valueOf(row.get(OBSERVATION.QUALIFIER)));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
