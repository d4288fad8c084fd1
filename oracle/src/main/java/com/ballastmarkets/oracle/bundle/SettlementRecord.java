package com.ballastmarkets.oracle.bundle;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.merkle.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last word on a market: a leaf of the log that ties rules, snapshot, outcome and payouts.
 *
 * @param snapshot hash of the snapshot; null if the market was void before there was one
 * @param settledAt venue time
 * @param synthetic whether the value rests on figures that were made up
 */
public record SettlementRecord(
    String market,
    Hash rules,
    @Nullable Hash snapshot,
    Outcome outcome,
    Hash payouts,
    Instant settledAt,
    boolean synthetic) {
  private static final String SCHEMA = "ballast/settlement-record/v1";

  public ObjectNode toJson() {
    ObjectNode json =
        CanonicalJson.object()
            .put("schema", SCHEMA)
            .put("market", market)
            .put("rules_sha256", rules.hex())
            .put("snapshot_sha256", snapshot == null ? null : snapshot.hex())
            .put("payouts_sha256", payouts.hex())
            .put("settled_at", settledAt.toString())
            .put("synthetic", synthetic);
    json.set("outcome", outcome.toJson());
    return json;
  }

  public byte[] bytes() {
    return CanonicalJson.encode(toJson());
  }

  static SettlementRecord read(JsonNode node) {
    Fields json = Fields.of("settlement", node);
    json.literal("schema", SCHEMA);
    SettlementRecord record =
        new SettlementRecord(
            json.text("market"),
            json.parsed("rules_sha256", "a SHA-256", Hash::ofHex),
            json.any("snapshot_sha256").isNull()
                ? null
                : json.parsed("snapshot_sha256", "a SHA-256", Hash::ofHex),
            Outcome.read(json.object("outcome")),
            json.parsed("payouts_sha256", "a SHA-256", Hash::ofHex),
            json.parsed("settled_at", "a UTC time", Instant::parse),
            json.flag("synthetic"));
    json.end();
    return record;
  }
}
