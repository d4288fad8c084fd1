package com.ballastmarkets.oracle.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.oracle.merkle.MerkleLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
  private static final SignerKey LOG = key("ballastmarkets.com/log", SignatureType.ED25519, 1);
  private static final SignerKey WITNESS =
      key("attestor.example/one", SignatureType.COSIGNATURE_V1, 2);

  /** The key and note that the specification's reference implementation is tested with. */
  @Test
  void aNoteOfTheReferenceImplementationVerifies() {
    VerifierKey peter =
        VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    SignedNote note =
        SignedNote.parse(
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """);
    assertThat(note.verifiedBy(List.of(peter))).containsExactly(peter);
  }

  /** RFC 8032 section 7.1, test 1. */
  @Test
  void publicKeysDeriveFromSeedsAsTheRfcSays() {
    byte[] seed =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    assertThat(HexFormat.of().formatHex(Ed25519.publicKey(seed)))
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  }

  @Test
  void checkpointIsSignedCosignedAndReadBack() {
    MerkleLog log = new MerkleLog();
    log.append("rules".getBytes(StandardCharsets.UTF_8));
    Checkpoint checkpoint = new Checkpoint("ballastmarkets.com/log", 1, log.root());
    SignedNote note = SignedNote.sign(checkpoint.text(), LOG, NOW).alsoSignedBy(WITNESS, NOW);

    SignedNote read = SignedNote.parse(note.encode());
    assertThat(Checkpoint.parse(read.text())).isEqualTo(checkpoint);
    assertThat(read.verifiedBy(List.of(LOG.verifier(), WITNESS.verifier())))
        .containsExactly(LOG.verifier(), WITNESS.verifier());
    assertThat(Cosignature.time(read.signatures().get(1))).isEqualTo(NOW);
    assertThat(read.verifiedBy(List.of())).as("strangers are passed over").isEmpty();
  }

  @Test
  void everyFlippedByteOfASignedCheckpointIsRefused() {
    Checkpoint checkpoint = new Checkpoint("o", 7, new MerkleLog().root());
    byte[] good =
        SignedNote.sign(checkpoint.text(), LOG, NOW)
            .alsoSignedBy(WITNESS, NOW)
            .encode()
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      assertThat(accepted(new String(bad, StandardCharsets.UTF_8))).as("byte " + i).isFalse();
    }
    assertThat(accepted(new String(good, StandardCharsets.UTF_8))).isTrue();
  }

  @Test
  void keysHaveOneTextForm() {
    String text = WITNESS.verifier().text();
    assertThat(VerifierKey.parse(text)).isEqualTo(WITNESS.verifier());
    assertThat(SignerKey.parse(WITNESS.secretText()).verifier()).isEqualTo(WITNESS.verifier());
    assertThat(WITNESS.toString()).doesNotContain(WITNESS.secretText().substring(40));
    assertThatThrownBy(() -> VerifierKey.parse(text.replace("one", "two")))
        .isInstanceOf(MalformedNoteException.class)
        .hasMessageContaining("does not match");
    assertThatThrownBy(() -> VerifierKey.parse("a b+00000000+AQ=="))
        .isInstanceOf(MalformedNoteException.class);
    assertThatThrownBy(() -> VerifierKey.parse("no key"))
        .isInstanceOf(MalformedNoteException.class);
  }

  @Test
  void aLogProofIsSelfContained() {
    MerkleLog log = new MerkleLog();
    for (int i = 0; i < 11; i++) {
      log.append(new byte[] {(byte) i});
    }
    SignedNote head =
        SignedNote.sign(new Checkpoint("ballastmarkets.com/log", 11, log.root()).text(), LOG, NOW);
    TlogProof proof = new TlogProof(4, log.inclusionProof(4, 11), head);
    assertThat(proof.encode()).startsWith("c2sp.org/tlog-proof@v1\nindex 4\n");

    TlogProof read = TlogProof.parse(proof.encode());
    assertThat(read.encode()).isEqualTo(proof.encode());
    read.verifyEntry(new byte[] {4});
    assertThatThrownBy(() -> read.verifyEntry(new byte[] {5})).hasMessageContaining("another root");
    assertThatThrownBy(() -> TlogProof.parse(proof.encode().replace("index 4", "index 04")))
        .isInstanceOf(MalformedNoteException.class);
  }

  private static boolean accepted(String text) {
    try {
      SignedNote note = SignedNote.parse(text);
      Checkpoint.parse(note.text());
      return note.verifiedBy(List.of(LOG.verifier(), WITNESS.verifier())).size() == 2;
    } catch (MalformedNoteException e) {
      return false;
    }
  }

  private static SignerKey key(String name, SignatureType type, int fill) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) fill);
    return SignerKey.ofSeed(name, type, seed);
  }
}
