package com.ballastmarkets.oracle.bundle;

import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.oracle.bundle.SettlementBundle.Logged;
import com.ballastmarkets.oracle.formula.IncompleteTelemetryException;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.merkle.MerkleProofs;
import com.ballastmarkets.oracle.note.Checkpoint;
import com.ballastmarkets.oracle.note.VerifierKey;
import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.rules.ContractRulesJson;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.oracle.verify.Verification;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes a settlement again from its bundle and believes nothing in it.
 *
 * <p>Keys: without trusted keys from outside, good signatures show only that the file is whole and
 * by whoever holds the keys named in it. With them, the log's key and the attestors' keys must be
 * among the trusted.
 */
public final class BundleVerifier {
  private final Places places;
  private final Set<VerifierKey> trusted;

  /**
   * @param trusted keys pinned from outside; empty to take those of the bundle
   */
  public BundleVerifier(Places places, List<VerifierKey> trusted) {
    this.places = places;
    this.trusted = Set.copyOf(trusted);
  }

  /** Checks a file; the answer names each check, up to the first that fails. */
  public Verification verify(byte[] file) {
    Verification.Builder checks = Verification.of("settlement bundle");
    try {
      verify(file, checks);
      return checks.passed();
    } catch (IllegalArgumentException
        | ArithmeticException
        | DateTimeException
        | IncompleteTelemetryException e) {
      return checks.failed(String.valueOf(e.getMessage()));
    }
  }

  private void verify(byte[] file, Verification.Builder checks) {
    checks.next("the file is one canonical JSON document and has every part");
    SettlementBundle bundle = SettlementBundle.parse(file);
    ContractRules rules = ContractRulesJson.read("rules", bundle.rules().document());
    SettlementRecord record = SettlementRecord.read(bundle.settlement().document());
    Payouts payouts = Payouts.read(bundle.payouts());
    List<Decision> decisions = new ArrayList<>();
    for (Logged logged : bundle.decisions()) {
      decisions.add(Decision.read("decisions[" + decisions.size() + "]", logged.document()));
    }

    checks.next("rules, snapshot, decisions and settlement are in the log, in this order");
    Checkpoint head = Checkpoint.parse(bundle.checkpoint().text());
    inclusion(bundle, head);

    checks.next("the log only grew between the snapshot and the settlement");
    Checkpoint earlier = consistency(bundle, head);

    checks.next("the checkpoints are signed by the log and cosigned by a quorum of attestors");
    Checkpoint signed = bundle.keys().verify(bundle.checkpoint());
    if (earlier != null && bundle.earlier() != null) {
      Checkpoint then = bundle.keys().verify(bundle.earlier());
      if (!then.origin().equals(signed.origin())) {
        throw new IllegalArgumentException("the two checkpoints are of different logs");
      }
    }
    pinned(bundle.keys(), checks);

    checks.next("the settlement is of these rules, this snapshot and these payouts");
    same("rules", record.rules(), rules.hash());
    same("payouts", record.payouts(), payouts.hash());
    Logged snapshotLeaf = bundle.snapshot();
    Hash snapshotHash = snapshotLeaf == null ? null : Hash.sha256(snapshotLeaf.bytes());
    if (!Objects.equals(record.snapshot(), snapshotHash)) {
      throw new IllegalArgumentException("the settlement record names another snapshot");
    }
    sameMarket(rules.market(), record, payouts, decisions);

    Snapshot snapshot = null;
    if (snapshotLeaf != null) {
      checks.next("value and steps follow from the observations and the rules");
      snapshot = SnapshotJson.retake(rules, snapshotLeaf.document());
      checks.detail(
          rules.formula().id()
              + " v"
              + rules.formula().version()
              + " gives "
              + snapshot.computation().valueMicros()
              + " micros a lot");
      checks.next("the observations are what the raw files say");
      checks.detail(new RawFiles(places, bundle.raw()).verify(snapshot));
    } else if (!bundle.raw().isEmpty()) {
      throw new IllegalArgumentException("raw files without a snapshot");
    }

    checks.next("the outcome follows from the snapshot and the rulings");
    boolean synthetic = snapshot != null && snapshot.isSynthetic();
    if (record.synthetic() != synthetic) {
      throw new IllegalArgumentException("the settlement record's synthetic flag is wrong");
    }
    requireOutcome(rules, snapshot, decisions, record.outcome());

    checks.next("every payout follows from lots and value, and all sum to zero");
    if (!payouts.outcome().equals(record.outcome())) {
      throw new IllegalArgumentException("the payouts are of another outcome");
    }
    payouts.verify();
    checks.detail(payouts.positions().size() + " positions");
    if (synthetic) {
      checks.warn("SYNTHETIC: the telemetry of this settlement was made up by a sandbox");
    }
  }

  private static void inclusion(SettlementBundle bundle, Checkpoint head) {
    List<Logged> leaves = new ArrayList<>();
    leaves.add(bundle.rules());
    if (bundle.snapshot() != null) {
      leaves.add(bundle.snapshot());
    }
    leaves.addAll(bundle.decisions());
    leaves.add(bundle.settlement());
    long last = -1;
    for (Logged leaf : leaves) {
      if (leaf.index() <= last) {
        throw new IllegalArgumentException("leaf " + leaf.index() + " is out of order");
      }
      last = leaf.index();
      MerkleProofs.verifyInclusion(
          Hash.leaf(leaf.bytes()), leaf.index(), head.size(), head.root(), leaf.path());
    }
  }

  private static @Nullable Checkpoint consistency(SettlementBundle bundle, Checkpoint head) {
    if ((bundle.snapshot() == null) != (bundle.earlier() == null)) {
      throw new IllegalArgumentException("an earlier checkpoint comes with a snapshot");
    }
    if (bundle.earlier() == null || bundle.snapshot() == null) {
      if (!bundle.consistency().isEmpty()) {
        throw new IllegalArgumentException("a consistency proof without an earlier checkpoint");
      }
      return null;
    }
    Checkpoint earlier = Checkpoint.parse(bundle.earlier().text());
    MerkleProofs.verifyConsistency(
        earlier.size(), head.size(), earlier.root(), head.root(), bundle.consistency());
    if (bundle.snapshot().index() >= earlier.size()) {
      throw new IllegalArgumentException("the earlier checkpoint does not cover the snapshot");
    }
    if (bundle.settlement().index() < earlier.size()) {
      throw new IllegalArgumentException(
          "the earlier checkpoint is not from before the settlement");
    }
    return earlier;
  }

  private void pinned(LogKeys keys, Verification.Builder checks) {
    if (trusted.isEmpty()) {
      checks.warn("no trusted keys were given: the signers are those that the file names");
      return;
    }
    for (VerifierKey key : keys.all()) {
      if (!trusted.contains(key)) {
        throw new IllegalArgumentException("the key of " + key.name() + " is not a trusted one");
      }
    }
    checks.detail("all keys are trusted ones");
  }

  private static void sameMarket(
      String market, SettlementRecord record, Payouts payouts, List<Decision> decisions) {
    boolean same =
        record.market().equals(market)
            && payouts.market().equals(market)
            && decisions.stream().allMatch(decision -> decision.market().equals(market));
    if (!same) {
      throw new IllegalArgumentException("a part of the bundle is of another market");
    }
  }

  private static void same(String what, Hash stated, Hash actual) {
    if (!stated.equals(actual)) {
      throw new IllegalArgumentException("the settlement record names other " + what);
    }
  }

  private static void requireOutcome(
      ContractRules rules, @Nullable Snapshot snapshot, List<Decision> decisions, Outcome stated) {
    Set<Long> open = new HashSet<>();
    Outcome due =
        snapshot == null ? null : new Outcome.Settled(snapshot.computation().valueMicros());
    boolean voided = false;
    for (Decision decision : decisions) {
      switch (decision) {
        case Decision.Dispute dispute -> {
          if (snapshot == null || !open.add(dispute.disputeId())) {
            throw new IllegalArgumentException("a dispute of nothing, or a second time");
          }
        }
        case Decision.ArbitratorRuling ruling -> {
          if (!open.remove(ruling.disputeId())) {
            throw new IllegalArgumentException(
                "a ruling on dispute " + ruling.disputeId() + ", which is not open");
          }
          voided |= ruling.ruling() == Ruling.VOID;
          Long amended = ruling.valueMicros();
          if (amended != null) {
            due = new Outcome.Settled(amended);
          }
        }
        case Decision.OperatorVoid action -> voided = true;
      }
    }
    if (voided) {
      due = new Outcome.Voided();
    } else if (!open.isEmpty()) {
      throw new IllegalArgumentException("a dispute has no ruling");
    }
    if (!stated.equals(due)) {
      throw new IllegalArgumentException("the outcome should be " + due + ", not " + stated);
    }
    if (due instanceof Outcome.Settled settled
        && (settled.valueMicros() < rules.loMicros() || settled.valueMicros() > rules.hiMicros())) {
      throw new IllegalArgumentException("the value is outside the contract's range");
    }
  }
}
