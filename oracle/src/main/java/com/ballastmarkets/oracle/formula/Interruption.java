package com.ballastmarkets.oracle.formula;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.merkle.Hash;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An official closure or restriction of a place, or a force majeure event that blocks passage.
 *
 * @param notice the id of the notice that says so
 * @param from when it came into force
 * @param until when it ended; null while it is in force
 * @param documentSha256 of the notice itself
 */
public record Interruption(
    String notice,
    String place,
    Kind kind,
    Instant from,
    @Nullable Instant until,
    Hash documentSha256) {

  /** The order in documents. */
  public static final Comparator<Interruption> ORDER =
      Comparator.comparing(Interruption::from).thenComparing(Interruption::notice);

  public Interruption {
    if (until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("an interruption ends after it begins");
    }
  }

  /** What happened. */
  public enum Kind {
    CLOSURE,
    RESTRICTION,
    FORCE_MAJEURE
  }

  public ObjectNode toJson() {
    return CanonicalJson.object()
        .put("notice", notice)
        .put("place", place)
        .put("kind", kind.name())
        .put("from", from.toString())
        .put("until", until == null ? null : until.toString())
        .put("document_sha256", documentSha256.hex());
  }

  /** Reads the object and nothing more. */
  public static Interruption read(Fields fields) {
    boolean open = fields.any("until").isNull();
    Interruption interruption =
        new Interruption(
            fields.text("notice"),
            fields.text("place"),
            fields.oneOf("kind", Kind.class),
            fields.parsed("from", "a UTC time", Instant::parse),
            open ? null : fields.parsed("until", "a UTC time", Instant::parse),
            fields.parsed("document_sha256", "a SHA-256", Hash::ofHex));
    fields.end();
    return interruption;
  }
}
