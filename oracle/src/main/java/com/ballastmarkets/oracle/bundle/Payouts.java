package com.ballastmarkets.oracle.bundle;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.ballastmarkets.oracle.merkle.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What every position of a market was paid, under a pseudonym that its holder knows. Over all
 * positions lots, variation and final payments each sum to zero.
 *
 * @param positions in order of their pseudonyms
 */
public record Payouts(String market, Outcome outcome, List<Position> positions) {
  private static final String SCHEMA = "ballast/payouts/v1";

  public Payouts {
    positions = positions.stream().sorted(Comparator.comparing(Position::position)).toList();
  }

  /**
   * One position.
   *
   * @param position the pseudonym
   * @param lots signed, at the end of trading
   * @param openValueMicros Σ lots × price that daily variation had not settled yet
   * @param variationMicros daily variation received before the end, signed
   * @param finalMicros the last payment: lots × value − open value; or, if the market is void, the
   *     variation taken back
   */
  public record Position(
      String position, long lots, long openValueMicros, long variationMicros, long finalMicros) {

    /** Everything that the position was paid over its life. */
    public long totalMicros() {
      return Math.addExact(variationMicros, finalMicros);
    }
  }

  public ObjectNode toJson() {
    ArrayNode array = CanonicalJson.array();
    for (Position position : positions) {
      array
          .addObject()
          .put("position", position.position())
          .put("lots", Long.toString(position.lots()))
          .put("open_value_micros", Long.toString(position.openValueMicros()))
          .put("variation_micros", Long.toString(position.variationMicros()))
          .put("final_micros", Long.toString(position.finalMicros()))
          .put("total_micros", Long.toString(position.totalMicros()));
    }
    ObjectNode json = CanonicalJson.object().put("schema", SCHEMA).put("market", market);
    json.set("outcome", outcome.toJson());
    json.set("positions", array);
    return json;
  }

  /** SHA-256 of the canonical JSON, which the settlement record states. */
  public Hash hash() {
    return Hash.sha256(CanonicalJson.encode(toJson()));
  }

  static Payouts read(JsonNode node) {
    Fields json = Fields.of("payouts", node);
    json.literal("schema", SCHEMA);
    List<Position> positions = new ArrayList<>();
    for (Fields entry : json.objects("positions")) {
      Position position =
          new Position(
              entry.text("position"),
              entry.micros("lots"),
              entry.micros("open_value_micros"),
              entry.micros("variation_micros"),
              entry.micros("final_micros"));
      if (entry.micros("total_micros") != position.totalMicros()) {
        throw new MalformedJsonException(entry.path() + ".total_micros is not the sum");
      }
      entry.end();
      positions.add(position);
    }
    Payouts payouts =
        new Payouts(json.text("market"), Outcome.read(json.object("outcome")), positions);
    json.end();
    return payouts;
  }

  /**
   * Computes every payment again.
   *
   * @throws MalformedJsonException naming the position or the sum that is wrong
   */
  public void verify() {
    Set<String> seen = new HashSet<>();
    for (Position position : positions) {
      if (!seen.add(position.position())) {
        throw new MalformedJsonException("position " + position.position() + " is paid twice");
      }
      long due =
          switch (outcome) {
            case Outcome.Settled settled ->
                Math.subtractExact(
                    Math.multiplyExact(position.lots(), settled.valueMicros()),
                    position.openValueMicros());
            case Outcome.Voided voided -> Math.negateExact(position.variationMicros());
          };
      if (due != position.finalMicros()) {
        throw new MalformedJsonException(
            "position "
                + position.position()
                + " is due "
                + due
                + " micros at the end, not "
                + position.finalMicros());
      }
    }
    requireZero("lots", Position::lots);
    requireZero("open values", Position::openValueMicros);
    requireZero("variation", Position::variationMicros);
    requireZero("final payments", Position::finalMicros);
  }

  private void requireZero(String what, ToLongFunction<Position> part) {
    long sum = 0;
    for (Position position : positions) {
      sum = Math.addExact(sum, part.applyAsLong(position));
    }
    if (sum != 0) {
      throw new MalformedJsonException("the " + what + " of all positions sum to " + sum);
    }
  }
}
