package com.ballastmarkets.oracle.telemetry;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.telemetry.TelemetryReading.RefusedRow;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The product's own form of a source's daily figures for one place: what a data partner or the
 * sandbox's generator hands in.
 *
 * <pre>
 * {"notice":"…","place":"suez","schema":"ballast/telemetry-submission/v1","source":"SCA",
 *  "values":[{"day":"2026-11-24","metric":"TRANSITS","value":"52","vessel_class":"ALL"},
 *            {"day":"2026-11-25","metric":"TRANSITS","value":null,"vessel_class":"ALL"}]}
 * </pre>
 *
 * @param source the source's id
 * @param notice what a reader should know of the figures; may be empty
 * @param values a null value is missing
 */
public record Submission(String source, String place, String notice, List<Value> values) {
  private static final String SCHEMA = "ballast/telemetry-submission/v1";

  public Submission {
    values = List.copyOf(values);
  }

  /** One day's value; null if the source has none. */
  public record Value(
      LocalDate day, Metric metric, VesselClass vesselClass, @Nullable BigDecimal value) {}

  /**
   * Reads a submission.
   *
   * @throws MalformedTelemetryException naming what is wrong
   */
  public static Submission parse(byte[] raw) {
    try {
      Fields fields = Fields.of("submission", CanonicalJson.parse(raw));
      fields.literal("schema", SCHEMA);
      List<Value> values = new ArrayList<>();
      for (Fields value : fields.objects("values")) {
        values.add(
            new Value(
                value.parsed("day", "a day", LocalDate::parse),
                value.oneOf("metric", Metric.class),
                value.oneOf("vessel_class", VesselClass.class),
                value.any("value").isNull() ? null : Observation.decimal(value, "value")));
        value.end();
      }
      Submission submission =
          new Submission(
              fields.text("source"), fields.text("place"), fields.text("notice"), values);
      fields.end();
      return submission;
    } catch (MalformedJsonException e) {
      throw new MalformedTelemetryException(String.valueOf(e.getMessage()));
    }
  }

  /** Canonical bytes. */
  public byte[] encode() {
    ArrayNode array = CanonicalJson.array();
    for (Value value : values) {
      array
          .addObject()
          .put("day", value.day().toString())
          .put("metric", value.metric().name())
          .put("value", value.value() == null ? null : value.value().toPlainString())
          .put("vessel_class", value.vesselClass().name());
    }
    return CanonicalJson.encode(
        CanonicalJson.object()
            .put("schema", SCHEMA)
            .put("source", source)
            .put("place", place)
            .put("notice", notice)
            .set("values", array));
  }

  TelemetryReading reading(Instant received, Hash rawHash, Places places) {
    if (places.find(place).isEmpty()) {
      throw new MalformedTelemetryException("the place \"" + place + "\" is not listed");
    }
    List<Observation> observations = new ArrayList<>();
    List<RefusedRow> refused = new ArrayList<>();
    Set<Observation.Key> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      Observation observation =
          new Observation(
              source,
              received,
              rawHash,
              place,
              value.day(),
              value.metric(),
              value.vesselClass(),
              value.value(),
              value.value() == null ? Qualifier.MISSING : Qualifier.OBSERVED);
      if (seen.add(observation.key())) {
        observations.add(observation);
      } else {
        refused.add(new RefusedRow(i + 1, "says the same thing a second time"));
      }
    }
    return new TelemetryReading(observations, refused, 0, false);
  }
}
