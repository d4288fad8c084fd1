package com.ballastmarkets.oracle.bundle;

import com.ballastmarkets.oracle.formula.Computation;
import com.ballastmarkets.oracle.formula.Interruption;
import com.ballastmarkets.oracle.formula.ObservationSelection;
import com.ballastmarkets.oracle.formula.SettlementFormula;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.telemetry.Observation;
import com.ballastmarkets.oracle.telemetry.RawFormat;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a provisional value follows from, and the way to it. Taken once at T+1 and never
 * again; its canonical JSON is a leaf of the log.
 *
 * @param takenAt venue time
 * @param codeVersion which program computed it
 * @param review who reviewed days that were not verified and what they found; null if nobody had to
 * @param rawFiles the files that the observations came in
 */
public record Snapshot(
    ContractRules rules,
    Instant takenAt,
    String codeVersion,
    @Nullable String review,
    List<RawFileReference> rawFiles,
    ObservationSelection selection,
    List<Interruption> interruptions,
    Computation computation) {

  /** The name of this document's form. */
  public static final String SCHEMA = "ballast/settlement-snapshot/v1";

  public Snapshot {
    rawFiles = List.copyOf(rawFiles);
    interruptions = List.copyOf(interruptions);
  }

  /**
   * A raw file by its hash.
   *
   * @param receivedAt when it came: the vintage of all that is in it
   */
  public record RawFileReference(Hash sha256, RawFormat format, Instant receivedAt) {
    static final Comparator<RawFileReference> ORDER =
        Comparator.comparing(file -> file.sha256().hex());
  }

  /**
   * Takes a snapshot of what is at hand and computes.
   *
   * @param candidates observations at hand; those of no concern to the contract are passed over
   * @param interruptions at hand; those of other places are passed over
   * @param files the raw files at hand
   * @throws com.ballastmarkets.oracle.formula.IncompleteTelemetryException if no value follows
   * @throws IllegalArgumentException if the raw file of an observation is not at hand
   */
  public static Snapshot take(
      ContractRules rules,
      Instant takenAt,
      String codeVersion,
      @Nullable String review,
      Collection<Observation> candidates,
      Collection<Interruption> interruptions,
      Collection<RawFileReference> files) {
    ObservationSelection selection = ObservationSelection.of(rules, candidates, takenAt);
    TreeSet<String> needed = new TreeSet<>();
    Stream.concat(
            selection.used().stream(),
            selection.excluded().stream().map(ObservationSelection.Excluded::observation))
        .forEach(observation -> needed.add(observation.rawSha256().hex()));
    List<RawFileReference> references =
        files.stream()
            .filter(file -> needed.contains(file.sha256().hex()))
            .sorted(RawFileReference.ORDER)
            .toList();
    references.forEach(file -> needed.remove(file.sha256().hex()));
    if (!needed.isEmpty()) {
      throw new IllegalArgumentException("no raw file with SHA-256 " + needed.first());
    }
    List<Interruption> ofPlace =
        interruptions.stream()
            .filter(interruption -> interruption.place().equals(rules.place()))
            .sorted(Interruption.ORDER)
            .toList();
    Computation computation = SettlementFormula.of(rules).compute(rules, selection.used(), ofPlace);
    return new Snapshot(
        rules, takenAt, codeVersion, review, references, selection, ofPlace, computation);
  }

  /** Whether any observation that was used is made up. */
  public boolean isSynthetic() {
    return selection.used().stream().anyMatch(Observation::isSynthetic);
  }

  public ObjectNode toJson() {
    return SnapshotJson.write(this);
  }

  /** The canonical bytes, which are the log's entry. */
  public byte[] bytes() {
    return CanonicalJson.encode(toJson());
  }

  /** SHA-256 of {@link #bytes}: the evidence hash of the provisional value. */
  public Hash hash() {
    return Hash.sha256(bytes());
  }
}
