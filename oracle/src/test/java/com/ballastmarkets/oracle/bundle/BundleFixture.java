package com.ballastmarkets.oracle.bundle;

import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.oracle.bundle.SettlementBundle.Logged;
import com.ballastmarkets.oracle.bundle.SettlementBundle.RawFile;
import com.ballastmarkets.oracle.bundle.Snapshot.RawFileReference;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.merkle.MerkleLog;
import com.ballastmarkets.oracle.note.Checkpoint;
import com.ballastmarkets.oracle.note.SignatureType;
import com.ballastmarkets.oracle.note.SignedNote;
import com.ballastmarkets.oracle.note.SignerKey;
import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.telemetry.Observation;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.oracle.telemetry.RawFormat;
import com.ballastmarkets.oracle.telemetry.TelemetryReading;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds bundles as the venue does: each part is appended to a log, and the log is signed. */
final class BundleFixture {
  static final String ORIGIN = "ballastmarkets.com/test-log";
  static final Instant TAKEN = Instant.parse("2026-12-01T00:00:00Z");
  static final Instant SETTLED = Instant.parse("2026-12-03T00:00:00Z");

  final MerkleLog log = new MerkleLog();
  final SignerKey logKey = key(ORIGIN, SignatureType.ED25519, 1);
  final List<SignerKey> attestors =
      List.of(
          key("attestor.test/one", SignatureType.COSIGNATURE_V1, 2),
          key("attestor.test/two", SignatureType.COSIGNATURE_V1, 3),
          key("attestor.test/three", SignatureType.COSIGNATURE_V1, 4));
  final List<Logged> decisions = new ArrayList<>();
  private final ContractRules rules;
  private final long rulesIndex;
  @Nullable Snapshot snapshot;
  private long snapshotIndex;
  private @Nullable SignedNote earlier;
  private final List<RawFile> raw = new ArrayList<>();

  BundleFixture(ContractRules rules) {
    this.rules = rules;
    log.append("something older".getBytes(StandardCharsets.UTF_8));
    rulesIndex = log.append(rules.bytes());
    log.append("something of another market".getBytes(StandardCharsets.UTF_8));
  }

  void snapshot(List<byte[]> submissions, Instant received) {
    List<Observation> observations = new ArrayList<>();
    List<RawFileReference> files = new ArrayList<>();
    for (byte[] content : submissions) {
      raw.add(new RawFile(Hash.sha256(content), content));
      files.add(new RawFileReference(Hash.sha256(content), RawFormat.SUBMISSION, received));
      observations.addAll(
          TelemetryReading.of(RawFormat.SUBMISSION, content, received, Places.listed())
              .observations());
    }
    Snapshot taken = Snapshot.take(rules, TAKEN, "test 1", null, observations, List.of(), files);
    snapshot = taken;
    snapshotIndex = log.append(taken.bytes());
    earlier = checkpoint();
  }

  void decide(Decision decision) {
    long index = log.append(decision.bytes());
    decisions.add(new Logged(index, List.of(), decision.toJson()));
  }

  void disputeAndRuling(Ruling ruling, @Nullable Long value) {
    decide(
        new Decision.Dispute("suez-test", 7, "pos_b", "it was closed", null, 250_000_000, TAKEN));
    decide(
        new Decision.ArbitratorRuling(
            "suez-test", 7, ruling, value, "arbitrator", true, "as the notices say", SETTLED));
  }

  byte[] bundle(Payouts payouts) {
    Snapshot taken = snapshot;
    SettlementRecord record =
        new SettlementRecord(
            rules.market(),
            rules.hash(),
            taken == null ? null : taken.hash(),
            payouts.outcome(),
            payouts.hash(),
            SETTLED,
            taken != null && taken.isSynthetic());
    long recordIndex = log.append(record.bytes());
    long size = log.size();
    SignedNote first = earlier;
    return new SettlementBundle(
            logged(rulesIndex, rules.toJson()),
            taken == null ? null : logged(snapshotIndex, taken.toJson()),
            decisions.stream().map(d -> logged(d.index(), d.document())).toList(),
            logged(recordIndex, record.toJson()),
            payouts.toJson(),
            raw,
            first,
            first == null
                ? List.of()
                : log.consistencyProof(Checkpoint.parse(first.text()).size(), size),
            checkpoint(),
            new LogKeys(logKey.verifier(), attestors.stream().map(SignerKey::verifier).toList()))
        .bytes();
  }

  SignedNote checkpoint() {
    SignedNote note =
        SignedNote.sign(new Checkpoint(ORIGIN, log.size(), log.root()).text(), logKey, SETTLED);
    return note.alsoSignedBy(attestors.get(0), SETTLED).alsoSignedBy(attestors.get(2), SETTLED);
  }

  static Payouts payouts(Outcome outcome) {
    long value = outcome instanceof Outcome.Settled settled ? settled.valueMicros() : 0;
    boolean voided = outcome instanceof Outcome.Voided;
    return new Payouts(
        "suez-test",
        outcome,
        List.of(
            new Payouts.Position(
                "pos_a",
                400,
                340_000_000,
                8_000_000,
                voided ? -8_000_000 : 400 * value - 340_000_000),
            new Payouts.Position(
                "pos_b",
                -400,
                -340_000_000,
                -8_000_000,
                voided ? 8_000_000 : -400 * value + 340_000_000)));
  }

  private Logged logged(long index, JsonNode document) {
    return new Logged(
        index,
        log.inclusionProof(index, log.size()),
        CanonicalJson.parse(CanonicalJson.encode(document)));
  }

  private static SignerKey key(String name, SignatureType type, int fill) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) fill);
    return SignerKey.ofSeed(name, type, seed);
  }
}
