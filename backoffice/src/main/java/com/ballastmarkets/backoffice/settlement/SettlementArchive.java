package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.sql.generated.settlement.Tables.BUNDLE;
import static com.ballastmarkets.sql.generated.settlement.Tables.SNAPSHOT;

import com.ballastmarkets.backoffice.proof.ProofLog;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.note.SignedNote;
import com.ballastmarkets.sql.Database;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What was published about settlements, for pages and reports. Safe for use by many threads. */
public final class SettlementArchive {
  private final Database database;
  private final ProofLog log;

  SettlementArchive(Database database, ProofLog log) {
    this.database = database;
    this.log = log;
  }

  /**
   * How a market's value came about.
   *
   * @param formula id and version: {@code availability-v1}
   * @param synthetic whether telemetry behind the value was made up: every page must say so
   * @param sources that were used, by name
   * @param summary one line for people
   * @param snapshotJson the canonical snapshot document
   * @param checkpoint the signed note that first covered its leaf; empty text while there is none
   */
  public record Evidence(
      String formula,
      boolean synthetic,
      List<String> sources,
      String summary,
      String snapshotJson,
      String checkpoint) {
    public Evidence {
      sources = List.copyOf(sources);
    }
  }

  /** The evidence of a market's value, once there is one. */
  public Optional<Evidence> evidence(String symbol) {
    return database
        .sql()
        .selectFrom(SNAPSHOT)
        .where(SNAPSHOT.SYMBOL.eq(symbol))
        .fetchOptional()
        .map(row -> {
          JsonNode document = CanonicalJson.parse(row.getDocument());
          Set<String> sources = new TreeSet<>();
          document
              .required("observations")
              .forEach(o -> sources.add(o.required("source").textValue()));
          JsonNode formula = document.required("formula");
          return new Evidence(
              formula.required("id").textValue() + "-v" + formula.required("version").intValue(),
              row.getSynthetic(),
              List.copyOf(sources),
              summary(document),
              new String(row.getDocument(), StandardCharsets.UTF_8),
              log.firstCovering(row.getLeafIndex()).map(SignedNote::encode).orElse(""));
        });
  }

  /** The bundle of a closed market, as {@code ballast verify} reads it. */
  public Optional<byte[]> bundle(String symbol) {
    return database
        .sql()
        .select(BUNDLE.CONTENT)
        .from(BUNDLE)
        .where(BUNDLE.SYMBOL.eq(symbol))
        .fetchOptional(BUNDLE.CONTENT);
  }

  /** The last signed checkpoint of the log, as text; empty before the first. */
  public Optional<String> checkpoint() {
    return log.latest().map(SignedNote::encode);
  }

  private static String summary(JsonNode document) {
    JsonNode steps = document.required("steps");
    if (has(steps, "ratio")) {
      return step(steps, "transits")
          + " transits against "
          + step(steps, "usual")
          + " usual: ratio "
          + step(steps, "ratio")
          + (step(steps, "open").equals("true") ? "" : ", interrupted");
    }
    return "wait ratio "
        + step(steps, "wait_ratio")
        + ", anchored ratio "
        + step(steps, "anchored_ratio")
        + ": index "
        + step(steps, "index");
  }

  private static boolean has(JsonNode steps, String name) {
    return !step(steps, name).isEmpty();
  }

  private static String step(JsonNode steps, String name) {
    for (JsonNode step : steps) {
      if (step.required("name").textValue().equals(name)) {
        return step.required("value").textValue();
      }
    }
    return "";
  }
}
