package com.ballastmarkets.oracle.bundle;

import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.ballastmarkets.oracle.merkle.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people did to a settlement, each a leaf of the log for ever. */
public sealed interface Decision {
  /** The market that it is about. */
  String market();

  ObjectNode toJson();

  /** The canonical bytes, which are the log's entry. */
  default byte[] bytes() {
    return CanonicalJson.encode(toJson());
  }

  /** SHA-256 of {@link #bytes}: the evidence hash that the engine is given. */
  default Hash hash() {
    return Hash.sha256(bytes());
  }

  /**
   * A holder disputes a provisional value.
   *
   * @param position the holder's pseudonym in the market
   * @param reason in the holder's words
   * @param evidence of the file that was handed in; null if there was none
   * @param bondMicros set aside until the ruling
   */
  record Dispute(
      String market,
      long disputeId,
      String position,
      String reason,
      @Nullable Hash evidence,
      long bondMicros,
      Instant at)
      implements Decision {
    private static final String SCHEMA = "ballast/dispute/v1";

    @Override
    public ObjectNode toJson() {
      return CanonicalJson.object()
          .put("schema", SCHEMA)
          .put("market", market)
          .put("dispute_id", Long.toString(disputeId))
          .put("position", position)
          .put("reason", reason)
          .put("evidence_sha256", evidence == null ? null : evidence.hex())
          .put("bond_micros", Long.toString(bondMicros))
          .put("at", at.toString());
    }
  }

  /**
   * An arbitrator rules on a dispute.
   *
   * @param valueMicros the new value with {@link Ruling#AMEND}, else null
   * @param arbitrator who ruled
   * @param attestsNoPosition that the arbitrator has no position in the contract; always true
   * @param reason in the arbitrator's words
   */
  record ArbitratorRuling(
      String market,
      long disputeId,
      Ruling ruling,
      @Nullable Long valueMicros,
      String arbitrator,
      boolean attestsNoPosition,
      String reason,
      Instant at)
      implements Decision {
    private static final String SCHEMA = "ballast/ruling/v1";

    public ArbitratorRuling {
      if ((valueMicros != null) != (ruling == Ruling.AMEND)) {
        throw new IllegalArgumentException("a value comes with AMEND and with nothing else");
      }
      if (!attestsNoPosition) {
        throw new IllegalArgumentException("an arbitrator attests to hold no position");
      }
    }

    @Override
    public ObjectNode toJson() {
      return CanonicalJson.object()
          .put("schema", SCHEMA)
          .put("market", market)
          .put("dispute_id", Long.toString(disputeId))
          .put("ruling", ruling.name())
          .put("value_micros", valueMicros == null ? null : Long.toString(valueMicros))
          .put("arbitrator", arbitrator)
          .put("attests_no_position", attestsNoPosition)
          .put("reason", reason)
          .put("at", at.toString());
    }
  }

  /** Market operations void a market. */
  record OperatorVoid(String market, String operator, String reason, Instant at)
      implements Decision {
    private static final String SCHEMA = "ballast/operator-void/v1";

    @Override
    public ObjectNode toJson() {
      return CanonicalJson.object()
          .put("schema", SCHEMA)
          .put("market", market)
          .put("operator", operator)
          .put("reason", reason)
          .put("at", at.toString());
    }
  }

  /**
   * Reads any of them by its schema.
   *
   * @throws MalformedJsonException naming what is wrong
   */
  static Decision read(String path, JsonNode node) {
    Fields json = Fields.of(path, node);
    Decision decision;
    try {
      decision =
          switch (json.text("schema")) {
            case Dispute.SCHEMA ->
                new Dispute(
                    json.text("market"),
                    json.micros("dispute_id"),
                    json.text("position"),
                    json.text("reason"),
                    json.any("evidence_sha256").isNull()
                        ? null
                        : json.parsed("evidence_sha256", "a SHA-256", Hash::ofHex),
                    json.micros("bond_micros"),
                    json.parsed("at", "a UTC time", Instant::parse));
            case ArbitratorRuling.SCHEMA ->
                new ArbitratorRuling(
                    json.text("market"),
                    json.micros("dispute_id"),
                    json.oneOf("ruling", Ruling.class),
                    json.any("value_micros").isNull() ? null : json.micros("value_micros"),
                    json.text("arbitrator"),
                    json.flag("attests_no_position"),
                    json.text("reason"),
                    json.parsed("at", "a UTC time", Instant::parse));
            case OperatorVoid.SCHEMA ->
                new OperatorVoid(
                    json.text("market"),
                    json.text("operator"),
                    json.text("reason"),
                    json.parsed("at", "a UTC time", Instant::parse));
            default -> throw new MalformedJsonException(path + ".schema is not known");
          };
    } catch (MalformedJsonException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new MalformedJsonException(path + ": " + e.getMessage());
    }
    json.end();
    return decision;
  }
}
