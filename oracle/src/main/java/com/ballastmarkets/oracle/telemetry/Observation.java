package com.ballastmarkets.oracle.telemetry;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.ballastmarkets.oracle.merkle.Hash;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One value of one source for one place and UTC day.
 *
 * @param source the source's id; ids that begin with {@code SYNTHETIC} are made up
 * @param vintage when the raw file was received, on the venue's clock
 * @param rawSha256 of the file that it came in, byte for byte
 * @param place a place's id, {@code suez}
 * @param day UTC
 * @param value not negative; null if and only if the qualifier is {@code MISSING}
 */
public record Observation(
    String source,
    Instant vintage,
    Hash rawSha256,
    String place,
    LocalDate day,
    Metric metric,
    VesselClass vesselClass,
    @Nullable BigDecimal value,
    Qualifier qualifier) {

  /** By source, metric, class and day, earlier vintages first: the order of every document. */
  public static final Comparator<Observation> ORDER =
      Comparator.comparing(Observation::place)
          .thenComparing(Observation::metric)
          .thenComparing(Observation::vesselClass)
          .thenComparing(Observation::day)
          .thenComparing(Observation::source)
          .thenComparing(Observation::vintage)
          .thenComparing(o -> o.rawSha256().hex());

  private static final int MAX_DIGITS = 40;

  public Observation {
    if ((value == null) != (qualifier == Qualifier.MISSING)) {
      throw new IllegalArgumentException("an observation has a value, or it is MISSING");
    }
    if (value != null) {
      value = normalised(value);
    }
  }

  /** What the value is of, apart from who says so and when. */
  public record Key(
      String source, String place, LocalDate day, Metric metric, VesselClass vesselClass) {}

  public Key key() {
    return new Key(source, place, day, metric, vesselClass);
  }

  /** Whether the source makes its figures up. */
  public boolean isSynthetic() {
    return source.startsWith(SyntheticTelemetry.SOURCE_PREFIX);
  }

  /** The observation as it stands in documents. */
  public ObjectNode toJson() {
    return CanonicalJson.object()
        .put("day", day.toString())
        .put("metric", metric.name())
        .put("place", place)
        .put("qualifier", qualifier.name())
        .put("raw_sha256", rawSha256.hex())
        .put("source", source)
        .put("unit", metric.unit())
        .put("value", value == null ? null : value.toPlainString())
        .put("vessel_class", vesselClass.name())
        .put("vintage", vintage.toString());
  }

  /**
   * Reads the members of an observation and leaves others to the caller.
   *
   * @throws MalformedJsonException naming the member that is wrong
   */
  public static Observation read(Fields fields) {
    Qualifier qualifier = fields.oneOf("qualifier", Qualifier.class);
    BigDecimal value = null;
    if (qualifier == Qualifier.MISSING) {
      if (!fields.any("value").isNull()) {
        throw new MalformedJsonException(fields.path() + ".value must be null when MISSING");
      }
    } else {
      value = decimal(fields, "value");
    }
    Metric metric = fields.oneOf("metric", Metric.class);
    fields.literal("unit", metric.unit());
    return new Observation(
        fields.text("source"),
        fields.parsed("vintage", "a UTC time", Instant::parse),
        fields.parsed("raw_sha256", "a SHA-256", Hash::ofHex),
        fields.text("place"),
        fields.parsed("day", "a day", LocalDate::parse),
        metric,
        fields.oneOf("vessel_class", VesselClass.class),
        value,
        qualifier);
  }

  static BigDecimal decimal(Fields fields, String name) {
    return fields.parsed(
        name, "a decimal in a string, not negative, without exponent", Observation::decimal);
  }

  static BigDecimal decimal(String text) {
    if (!text.matches("[0-9]{1,30}(\\.[0-9]{1,30})?")) {
      throw new IllegalArgumentException("not a plain decimal");
    }
    return new BigDecimal(text);
  }

  /** One decimal for one value: no trailing zeros, no exponent. */
  private static BigDecimal normalised(BigDecimal value) {
    if (value.signum() < 0 || value.precision() > MAX_DIGITS || Math.abs(value.scale()) > 30) {
      throw new IllegalArgumentException("a value is not negative and has at most 40 digits");
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
