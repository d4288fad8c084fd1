package com.ballastmarkets.oracle.bundle;

import static com.ballastmarkets.oracle.bundle.BundleFixture.payouts;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.note.SignerKey;
import com.ballastmarkets.oracle.note.VerifierKey;
import com.ballastmarkets.oracle.rules.Baseline;
import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.rules.FallbackRule;
import com.ballastmarkets.oracle.rules.RulesFixture;
import com.ballastmarkets.oracle.rules.SourceRule;
import com.ballastmarkets.oracle.telemetry.Metric;
import com.ballastmarkets.oracle.telemetry.Place;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.oracle.telemetry.SourceClass;
import com.ballastmarkets.oracle.telemetry.Submission;
import com.ballastmarkets.oracle.telemetry.SyntheticTelemetry;
import com.ballastmarkets.oracle.telemetry.VesselClass;
import com.ballastmarkets.oracle.verify.OfflineVerifier;
import com.ballastmarkets.oracle.verify.Verification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BundleVerifierTest {
  private static final Outcome ONE = new Outcome.Settled(1_000_000);

  @Test
  void aBundleVerifiesAndSaysWhatWasChecked() {
    Verification answer = verify(compact());
    assertThat(answer.failure()).isNull();
    assertThat(answer.passed())
        .hasSize(9)
        .anyMatch(check -> check.contains("availability v1 gives 1000000 micros"))
        .anyMatch(check -> check.contains("2 raw files read again"))
        .anyMatch(check -> check.contains("2 positions"));
    assertThat(answer.warnings()).hasSize(1).first().asString().contains("no trusted keys");
    assertThat(answer.report()).endsWith("VERIFIED\n");
  }

  @Test
  void everyByteThatIsChangedIsRefused() {
    byte[] good = compact();
    assertThat(verify(good).isOk()).isTrue();
    List<String> unnoticed = new ArrayList<>();
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      int mask = 1 << (i % 8);
      bad[i] ^= (byte) mask;
      Verification answer = verify(bad);
      if (answer.isOk() || answer.failure() == null || answer.failure().isBlank()) {
        unnoticed.add("byte " + i + " with mask " + mask);
      }
    }
    assertThat(unnoticed).isEmpty();
  }

  @Test
  void aTruncatedOrExtendedFileIsRefused() {
    byte[] good = compact();
    for (int length : new int[] {0, 1, good.length / 2, good.length - 1}) {
      assertThat(verify(java.util.Arrays.copyOf(good, length)).isOk()).isFalse();
    }
    assertThat(
            verify(
                    (new String(good, StandardCharsets.UTF_8) + "\n")
                        .getBytes(StandardCharsets.UTF_8))
                .isOk())
        .isFalse();
  }

  @Test
  void syntheticSettlementsSaySo() {
    ContractRules rules =
        RulesFixture.binary(
            "2026-11-23",
            "2026-11-30",
            Baseline.TRAILING_30,
            RulesFixture.synthetic(),
            FallbackRule.LAST_KNOWN);
    BundleFixture fixture = new BundleFixture(rules);
    SyntheticTelemetry synthetic = new SyntheticTelemetry(3);
    Place suez = Places.listed().find("suez").orElseThrow();
    List<byte[]> submissions = new ArrayList<>();
    for (SourceClass source : SyntheticTelemetry.classes()) {
      submissions.add(
          synthetic
              .submission(suez, source, rules.observed().from(), rules.observed().until())
              .encode());
    }
    fixture.snapshot(submissions, Instant.parse("2026-11-30T06:00:00Z"));
    Snapshot snapshot = java.util.Objects.requireNonNull(fixture.snapshot);
    assertThat(snapshot.computation().needsReview()).isFalse();
    Outcome outcome = new Outcome.Settled(snapshot.computation().valueMicros());
    Verification answer = verify(fixture.bundle(payouts(outcome)));
    assertThat(answer.failure()).isNull();
    assertThat(answer.warnings()).anyMatch(warning -> warning.startsWith("SYNTHETIC"));
  }

  @Test
  void trustedKeysFromOutsideMustBeTheBundlesKeys() {
    BundleFixture fixture = fixture();
    byte[] bundle = fixture.bundle(payouts(ONE));
    List<VerifierKey> keys = new ArrayList<>(List.of(fixture.logKey.verifier()));
    fixture.attestors.stream().map(SignerKey::verifier).forEach(keys::add);
    StringBuilder file = new StringBuilder("# trusted\n\n");
    keys.forEach(key -> file.append(key.text()).append('\n'));

    Verification answer = new OfflineVerifier(OfflineVerifier.keys(file.toString())).verify(bundle);
    assertThat(answer.failure()).isNull();
    assertThat(answer.warnings()).isEmpty();

    keys.remove(0);
    assertThat(new OfflineVerifier(keys).verify(bundle).failure()).contains("is not a trusted one");

    byte[] checkpoint = fixture.checkpoint().encode().getBytes(StandardCharsets.UTF_8);
    assertThat(new OfflineVerifier(keys).verify(checkpoint).isOk()).isTrue();
    assertThat(new OfflineVerifier(List.of()).verify(checkpoint).failure())
        .contains("no trusted keys");
  }

  @Test
  void disputesAndRulingsDecideTheOutcome() {
    BundleFixture amended = fixture();
    amended.disputeAndRuling(Ruling.AMEND, 0L);
    assertThat(verify(amended.bundle(payouts(new Outcome.Settled(0)))).failure()).isNull();

    BundleFixture ignored = fixture();
    ignored.disputeAndRuling(Ruling.AMEND, 0L);
    assertThat(verify(ignored.bundle(payouts(ONE))).failure()).contains("the outcome should be");

    BundleFixture upheld = fixture();
    upheld.disputeAndRuling(Ruling.UPHOLD, null);
    assertThat(verify(upheld.bundle(payouts(ONE))).failure()).isNull();

    BundleFixture voided = fixture();
    voided.disputeAndRuling(Ruling.VOID, null);
    assertThat(verify(voided.bundle(payouts(new Outcome.Voided()))).failure()).isNull();

    BundleFixture open = fixture();
    open.decide(new Decision.Dispute("suez-test", 7, "pos_b", "?", null, 1, BundleFixture.TAKEN));
    assertThat(verify(open.bundle(payouts(ONE))).failure()).contains("no ruling");
  }

  @Test
  void aMarketThatOperationsVoidNeedsNoSnapshot() {
    BundleFixture fixture = new BundleFixture(rules());
    fixture.decide(
        new Decision.OperatorVoid("suez-test", "ops", "listed in error", BundleFixture.TAKEN));
    assertThat(verify(fixture.bundle(payouts(new Outcome.Voided()))).failure()).isNull();
  }

  @Test
  void payoutsThatDoNotFollowAreRefusedEvenWhenSigned() {
    Payouts.Position long1 = new Payouts.Position("pos_a", 400, 340_000_000, 0, 60_000_001);
    Payouts.Position short1 = new Payouts.Position("pos_b", -400, -340_000_000, 0, -60_000_000);
    assertThat(
            verify(fixture().bundle(new Payouts("suez-test", ONE, List.of(long1, short1))))
                .failure())
        .contains("pos_a is due 60000000 micros");
    Payouts.Position fair = new Payouts.Position("pos_a", 400, 340_000_000, 0, 60_000_000);
    assertThat(verify(fixture().bundle(new Payouts("suez-test", ONE, List.of(fair)))).failure())
        .contains("sum to");
  }

  @Test
  void aSnapshotThatDoesNotFollowFromItsInputsIsNamedByMember() {
    refused(bundle -> result(bundle).put("value_micros", "0"), "inclusion proof");
    // What a venue could do that signs false documents: the log holds them, the sums do not.
    BundleFixture lying = fixture();
    assertThat(verify(lying.bundle(payouts(new Outcome.Settled(0)))).failure())
        .contains("the outcome should be");
  }

  @Test
  void missingPartsAreNamed() {
    refused(bundle -> bundle.remove("payouts"), "lacks the field \"payouts\"");
    refused(bundle -> bundle.put("note", "x"), "unknown field \"note\"");
    refused(bundle -> bundle.putNull("snapshot"), "earlier checkpoint comes with a snapshot");
    refused(bundle -> bundle.set("raw", CanonicalJson.array()), null);
    refused(
        bundle -> ((ArrayNode) bundle.required("log").required("consistency")).removeAll(),
        "consistency proof is empty");
    refused(
        bundle -> {
          ObjectNode log = (ObjectNode) bundle.required("log");
          String checkpoint = log.required("checkpoint").textValue();
          int last = checkpoint.lastIndexOf("— ");
          log.put("checkpoint", checkpoint.substring(0, last));
        },
        "1 of the 2 cosignatures");
  }

  @Test
  void filesOfOtherKindsAreRefusedInWords() {
    assertThat(verify("hello".getBytes(StandardCharsets.UTF_8)).failure())
        .isEqualTo("it is neither a settlement bundle nor a signed checkpoint");
    assertThat(verify("{\"schema\":\"x\"}".getBytes(StandardCharsets.UTF_8)).failure())
        .contains("not one that can be verified");
  }

  /** Alters the document and writes it canonically again; null words: it must still verify. */
  private static void refused(
      Consumer<ObjectNode> change, @org.jspecify.annotations.Nullable String words) {
    JsonNode bundle = CanonicalJson.parse(compact());
    change.accept((ObjectNode) bundle);
    Verification answer = verify(CanonicalJson.encode(bundle));
    if (words == null) {
      assertThat(answer.failure()).isNull();
      assertThat(answer.passed()).anyMatch(check -> check.contains("by hash only"));
    } else {
      assertThat(answer.failure()).contains(words);
    }
  }

  private static ObjectNode result(ObjectNode bundle) {
    return (ObjectNode) bundle.required("snapshot").required("document").required("result");
  }

  private static Verification verify(byte[] file) {
    return new OfflineVerifier(List.of()).verify(file);
  }

  private static byte[] compact() {
    return fixture().bundle(payouts(ONE));
  }

  private static ContractRules rules() {
    return RulesFixture.binary(
        "2026-11-29",
        "2026-11-30",
        Baseline.TRAILING_30,
        List.of(
            new SourceRule("AIS-1", SourceClass.AIS, 0),
            new SourceRule("SCA", SourceClass.AUTHORITY, 0)),
        FallbackRule.LAST_KNOWN);
  }

  private static BundleFixture fixture() {
    BundleFixture fixture = new BundleFixture(rules());
    fixture.snapshot(
        List.of(submission("AIS-1", 16), submission("SCA", 1)),
        Instant.parse("2026-11-30T06:00:00Z"));
    return fixture;
  }

  private static byte[] submission(String source, int days) {
    List<Submission.Value> values = new ArrayList<>();
    LocalDate last = LocalDate.parse("2026-11-29");
    for (LocalDate day = last.minusDays(days - 1); !day.isAfter(last); day = day.plusDays(1)) {
      values.add(
          new Submission.Value(day, Metric.TRANSITS, VesselClass.ALL, BigDecimal.valueOf(50)));
    }
    return new Submission(source, "suez", "", values).encode();
  }
}
