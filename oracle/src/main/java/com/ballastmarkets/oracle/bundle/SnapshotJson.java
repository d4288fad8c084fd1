package com.ballastmarkets.oracle.bundle;

import com.ballastmarkets.oracle.bundle.Snapshot.RawFileReference;
import com.ballastmarkets.oracle.formula.Interruption;
import com.ballastmarkets.oracle.formula.ObservationSelection.Excluded;
import com.ballastmarkets.oracle.formula.Step;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.telemetry.Observation;
import com.ballastmarkets.oracle.telemetry.RawFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A snapshot as a document, and its inputs read back so that the rest can be computed again. */
final class SnapshotJson {
  private SnapshotJson() {}

  static ObjectNode write(Snapshot snapshot) {
    ContractRules rules = snapshot.rules();
    ObjectNode json = CanonicalJson.object();
    json.put("schema", Snapshot.SCHEMA)
        .put("market", rules.market())
        .put("rules_sha256", rules.hash().hex())
        .put("taken_at", snapshot.takenAt().toString())
        .put("code_version", snapshot.codeVersion())
        .put("review", snapshot.review())
        .put("synthetic", snapshot.isSynthetic());
    json.putObject("formula")
        .put("id", rules.formula().id())
        .put("version", rules.formula().version());
    ArrayNode files = json.putArray("raw_files");
    for (RawFileReference file : snapshot.rawFiles()) {
      files
          .addObject()
          .put("sha256", file.sha256().hex())
          .put("format", file.format().name())
          .put("received_at", file.receivedAt().toString());
    }
    ArrayNode used = json.putArray("observations");
    snapshot.selection().used().forEach(observation -> used.add(observation.toJson()));
    ArrayNode excluded = json.putArray("excluded");
    for (Excluded exclusion : snapshot.selection().excluded()) {
      excluded.add(exclusion.observation().toJson().put("reason", exclusion.reason()));
    }
    ArrayNode interruptions = json.putArray("interruptions");
    snapshot.interruptions().forEach(i -> interruptions.add(i.toJson()));
    json.set("days", days(snapshot));
    ArrayNode steps = json.putArray("steps");
    for (Step step : snapshot.computation().steps()) {
      steps
          .addObject()
          .put("name", step.name())
          .put("expression", step.expression())
          .put("value", step.value());
    }
    json.putObject("result")
        .put("value_micros", Long.toString(snapshot.computation().valueMicros()));
    return json;
  }

  private static ArrayNode days(Snapshot snapshot) {
    ArrayNode days = CanonicalJson.array();
    snapshot
        .computation()
        .days()
        .forEach((metric, series) ->
            series.forEach(day -> {
              ObjectNode entry =
                  days.addObject()
                      .put("day", day.day().toString())
                      .put("metric", metric.name())
                      .put("status", day.status().name())
                      .put("value", day.value() == null ? null : day.value().toString());
              ObjectNode classes = entry.putObject("by_class");
              day.byClass().forEach((c, value) -> classes.put(c.name(), value.toString()));
            }));
    return days;
  }

  /**
   * Takes the snapshot again from the inputs that a document states.
   *
   * @throws MalformedJsonException if the document differs in any member from what follows from its
   *     inputs
   */
  static Snapshot retake(ContractRules rules, JsonNode document) {
    Fields json = Fields.of("snapshot", document);
    json.literal("schema", Snapshot.SCHEMA);
    json.literal("market", rules.market());
    json.literal("rules_sha256", rules.hash().hex());
    List<RawFileReference> files = new ArrayList<>();
    for (Fields file : json.objects("raw_files")) {
      files.add(
          new RawFileReference(
              file.parsed("sha256", "a SHA-256", Hash::ofHex),
              file.oneOf("format", RawFormat.class),
              file.parsed("received_at", "a UTC time", Instant::parse)));
      file.end();
    }
    List<Observation> candidates = new ArrayList<>();
    for (Fields observation : json.objects("observations")) {
      candidates.add(Observation.read(observation));
      observation.end();
    }
    for (Fields exclusion : json.objects("excluded")) {
      candidates.add(Observation.read(exclusion));
    }
    List<Interruption> interruptions = new ArrayList<>();
    for (Fields interruption : json.objects("interruptions")) {
      interruptions.add(Interruption.read(interruption));
    }
    Snapshot again =
        Snapshot.take(
            rules,
            json.parsed("taken_at", "a UTC time", Instant::parse),
            json.text("code_version"),
            json.any("review").isNull() ? null : json.text("review"),
            candidates,
            interruptions,
            files);
    requireSame(again.toJson(), document);
    return again;
  }

  private static void requireSame(ObjectNode again, JsonNode document) {
    List<String> names = new ArrayList<>();
    again.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode stated = document.get(name);
      if (stated == null
          || !CanonicalJson.text(stated).equals(CanonicalJson.text(again.required(name)))) {
        throw new MalformedJsonException(
            "snapshot." + name + " is not what follows from its observations and rules");
      }
    }
    if (document.size() != again.size()) {
      throw new MalformedJsonException("snapshot has a member that it should not have");
    }
  }
}
