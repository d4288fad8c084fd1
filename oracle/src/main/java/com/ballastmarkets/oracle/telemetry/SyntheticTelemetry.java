package com.ballastmarkets.oracle.telemetry;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.merkle.Hash;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Telemetry that is <b>made up</b>, for a sandbox without data contracts. One seed gives one
 * history for all time: each figure is a function of seed, place, day and source, in whole numbers.
 *
 * <p>Three sources of three classes see one truth with errors of their own, up to ±3 %, so that the
 * verification by several sources can run. The satellite has no value on about every tenth day. In
 * about one ISO week of nine a chokepoint runs at 45 to 75 % of its traffic, and a port waits 30 to
 * 90 % longer.
 */
public final class SyntheticTelemetry {
  /** What the id of every synthetic source begins with. */
  public static final String SOURCE_PREFIX = "SYNTHETIC";

  /** What every raw document of it says. */
  public static final String NOTICE =
      "SYNTHETIC: these figures were made up by the sandbox. They describe no vessel and no place.";

  private static final List<VesselClass> BASIC =
      List.of(
          VesselClass.CONTAINER,
          VesselClass.DRY_BULK,
          VesselClass.GENERAL_CARGO,
          VesselClass.RORO,
          VesselClass.TANKER);

  private final long seed;
  private final Map<String, Map<VesselClass, Long>> transits = new HashMap<>();
  private final Map<String, PortLevel> ports = new HashMap<>();

  private record PortLevel(long waitTenths, long anchoredHundredths, long calls) {}

  public SyntheticTelemetry(long seed) {
    this.seed = seed;
    Fields file =
        Fields.of("synthetic.json", CanonicalJson.parse(Places.resource("synthetic.json")));
    for (Fields entry : file.objects("chokepoints")) {
      Map<VesselClass, Long> levels = new EnumMap<>(VesselClass.class);
      BASIC.forEach(c -> levels.put(c, entry.integer(c.columnName())));
      transits.put(entry.text("place"), levels);
    }
    for (Fields entry : file.objects("ports")) {
      ports.put(
          entry.text("place"),
          new PortLevel(
              entry.integer("wait_tenths_of_hours"),
              entry.integer("anchored_hundredths"),
              entry.integer("calls")));
    }
  }

  /** The id of the synthetic source of a class: {@code SYNTHETIC-AIS}. */
  public static String sourceOf(SourceClass sourceClass) {
    return SOURCE_PREFIX + "-" + sourceClass;
  }

  /** The classes that it has sources of. */
  public static List<SourceClass> classes() {
    return List.of(SourceClass.AIS, SourceClass.AUTHORITY, SourceClass.SATELLITE);
  }

  /**
   * What one source hands in for one place and the days {@code [from, until)}.
   *
   * @throws IllegalArgumentException if no levels are made up for the place
   */
  public Submission submission(
      Place place, SourceClass sourceClass, LocalDate from, LocalDate until) {
    List<Submission.Value> values = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
      switch (place.kind()) {
        case CHOKEPOINT -> chokepoint(place, sourceClass, day, values);
        case PORT -> port(place, sourceClass, day, values);
      }
    }
    return new Submission(sourceOf(sourceClass), place.id(), NOTICE, values);
  }

  private void chokepoint(
      Place place, SourceClass source, LocalDate day, List<Submission.Value> out) {
    Map<VesselClass, Long> levels = transits.get(place.id());
    if (levels == null) {
      throw new IllegalArgumentException("no synthetic levels for " + place.id());
    }
    boolean missing = isMissing(place, source, day);
    long traffic = disturbed(place, day) ? 1000 - between(250, 550, place, week(day)) : 1000;
    long cargo = 0;
    long all = 0;
    for (VesselClass vesselClass : BASIC) {
      long level = levels.getOrDefault(vesselClass, 0L);
      // In thousandths of a vessel until the source rounds to whole vessels.
      long truth = level * traffic * between(880, 1120, place, vesselClass, day) / 1000;
      long seen = (truth * between(970, 1030, place, source, vesselClass, day) / 1000 + 500) / 1000;
      all += seen;
      cargo += vesselClass == VesselClass.TANKER ? 0 : seen;
      add(out, day, Metric.TRANSITS, vesselClass, missing, BigDecimal.valueOf(seen));
    }
    add(out, day, Metric.TRANSITS, VesselClass.CARGO, missing, BigDecimal.valueOf(cargo));
    add(out, day, Metric.TRANSITS, VesselClass.ALL, missing, BigDecimal.valueOf(all));
  }

  private void port(Place place, SourceClass source, LocalDate day, List<Submission.Value> out) {
    PortLevel level = ports.get(place.id());
    if (level == null) {
      throw new IllegalArgumentException("no synthetic levels for " + place.id());
    }
    boolean missing = isMissing(place, source, day);
    long crowding = disturbed(place, day) ? 1000 + between(300, 900, place, week(day)) : 1000;
    long error = between(970, 1030, place, source, day);
    long wait = level.waitTenths() * crowding / 1000 * between(850, 1150, place, "w", day) / 1000;
    long anchored =
        level.anchoredHundredths() * crowding / 1000 * between(850, 1150, place, "n", day) / 1000;
    long calls = level.calls() * between(880, 1120, place, "c", day) / 1000;
    add(out, day, Metric.WAIT_HOURS, VesselClass.ALL, missing, decimal(wait * error / 1000, 1));
    add(
        out,
        day,
        Metric.ANCHORED_COUNT,
        VesselClass.ALL,
        missing,
        decimal(anchored * error / 1000, 2));
    add(out, day, Metric.CALLS, VesselClass.ALL, missing, BigDecimal.valueOf(calls * error / 1000));
  }

  private boolean isMissing(Place place, SourceClass source, LocalDate day) {
    return source == SourceClass.SATELLITE && between(0, 9, place, "clouds", day) == 0;
  }

  private boolean disturbed(Place place, LocalDate day) {
    return between(0, 8, place, "disturbed", week(day)) == 0;
  }

  private static String week(LocalDate day) {
    return day.get(IsoFields.WEEK_BASED_YEAR) + "w" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  private static BigDecimal decimal(long unscaled, int scale) {
    return BigDecimal.valueOf(unscaled, scale);
  }

  private static void add(
      List<Submission.Value> out,
      LocalDate day,
      Metric metric,
      VesselClass vesselClass,
      boolean missing,
      BigDecimal value) {
    out.add(new Submission.Value(day, metric, vesselClass, missing ? null : value));
  }

  /** A number from {@code low} to {@code high}, both possible, that the seed and the words fix. */
  private long between(long low, long high, Place place, Object... words) {
    StringBuilder text = new StringBuilder().append(seed).append('|').append(place.id());
    for (Object word : words) {
      text.append('|').append(word);
    }
    byte[] hash = Hash.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).bytes();
    return low + Math.floorMod(ByteBuffer.wrap(hash).getLong(), high - low + 1);
  }
}
