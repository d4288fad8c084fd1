package com.ballastmarkets.reports.desk;

import com.ballastmarkets.reports.settlement.ComputationStep;
import com.ballastmarkets.reports.settlement.Exclusion;
import com.ballastmarkets.reports.settlement.Observation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A settlement snapshot, {@code ballast/settlement-snapshot/v1}, read for what is printed of it.
 */
final class SnapshotDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final JsonNode document;

  private SnapshotDocument(JsonNode document) {
    this.document = document;
  }

  static SnapshotDocument parse(byte[] bytes) {
    try {
      return new SnapshotDocument(JSON.readTree(bytes));
    } catch (IOException e) {
      throw new IllegalStateException("a snapshot in the database is not JSON", e);
    }
  }

  String formula() {
    final JsonNode formula = document.required("formula");
    return "%s v%s, code %s"
        .formatted(
            text(formula, "id"),
            formula.required("version").asText(),
            text(document, "code_version"));
  }

  List<ComputationStep> steps() {
    final List<ComputationStep> steps = new ArrayList<>();
    for (final JsonNode step : document.required("steps")) {
      steps.add(
          new ComputationStep(text(step, "name"), text(step, "expression"), text(step, "value")));
    }
    return steps;
  }

  /**
   * @param windowStart days before it were observed for the baseline
   */
  List<Observation> observations(Instant windowStart) {
    final LocalDate first = LocalDate.ofInstant(windowStart, ZoneOffset.UTC);
    final List<Observation> observations = new ArrayList<>();
    for (final JsonNode node : document.required("observations")) {
      final JsonNode value = node.required("value");
      final LocalDate day = LocalDate.parse(text(node, "day"));
      observations.add(
          new Observation(
              day,
              word(node, "metric"),
              word(node, "vessel_class"),
              value.isNull() ? null : new BigDecimal(value.asText()),
              text(node, "unit"),
              text(node, "qualifier"),
              day.isBefore(first) ? "baseline" : "window",
              text(node, "source"),
              Instant.parse(text(node, "vintage")),
              text(node, "raw_sha256")));
    }
    return observations;
  }

  List<Exclusion> exclusions() {
    final List<Exclusion> exclusions = new ArrayList<>();
    for (final JsonNode node : document.required("excluded")) {
      exclusions.add(
          new Exclusion(
              LocalDate.parse(text(node, "day")),
              text(node, "source"),
              text(node, "reason"),
              text(node, "raw_sha256")));
    }
    return exclusions;
  }

  private static String text(JsonNode node, String member) {
    return node.required(member).asText();
  }

  private static String word(JsonNode node, String member) {
    return text(node, member).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
