package com.ballastmarkets.backoffice.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.oracle.merkle.InvalidProofException;
import com.ballastmarkets.oracle.merkle.MerkleLog;
import com.ballastmarkets.oracle.note.Checkpoint;
import com.ballastmarkets.oracle.note.SignedNote;
import com.ballastmarkets.oracle.note.TlogProof;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofLogTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final List<String> ATTESTORS = List.of("a.test/one", "a.test/two", "a.test/three");
  private final TestDatabase database = TestDatabase.create();
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void entriesAreAppendedSignedAndProven() {
    ProofLog log = log();
    for (int i = 0; i < 5; i++) {
      assertThat(append(log, i)).isEqualTo(i);
    }
    SignedNote note = log.checkpoint(NOW);
    Checkpoint checkpoint = log.publicKeys().verify(note);
    assertThat(checkpoint.size()).isEqualTo(5);
    assertThat(log.checkpoint(NOW.plusSeconds(9)).encode())
        .as("one size is signed once")
        .isEqualTo(note.encode());
    TlogProof proof = TlogProof.parse(log.proof(3).encode());
    proof.verifyEntry(entry(3));

    append(log, 5);
    assertThat(log().checkpoint(NOW).text()).as("after a restart").contains("\n6\n");
    assertThat(log.firstCovering(2).orElseThrow().encode()).isEqualTo(note.encode());
    assertThat(log.latest().orElseThrow().text()).contains("\n6\n");
  }

  @Test
  void anAppendThatIsRolledBackLeavesNoGap() {
    ProofLog log = log();
    append(log, 0);
    assertThatThrownBy(() ->
            database
                .database()
                .sql()
                .transaction(tx -> {
                  log.append(tx.dsl(), LeafKind.RULES, "m", entry(1), NOW);
                  throw new IllegalStateException("cut off");
                }))
        .hasMessageContaining("cut off");
    assertThat(append(log, 2)).isEqualTo(1);
    log.checkpoint(NOW);
    log.proof(1).verifyEntry(entry(2));
  }

  @Test
  void theDatabaseRefusesToRewriteTheLog() {
    append(log(), 0);
    for (String statement :
        List.of(
            "UPDATE proof.leaf SET market = 'other'",
            "DELETE FROM proof.leaf",
            "INSERT INTO proof.leaf SELECT 7, leaf_hash, kind, market, entry, appended_at FROM proof.leaf")) {
      assertThatThrownBy(() -> database.database().sql().execute(statement))
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void anAttestorSignsNoLogThatForgets() {
    ProofLog log = log();
    append(log, 0);
    append(log, 1);
    log.checkpoint(NOW);
    KeyFolder keys = KeyFolder.open(folder, "test/log", ATTESTORS);
    MerkleLog other = new MerkleLog();
    for (int i = 10; i < 14; i++) {
      other.append(entry(i));
    }
    Attestor attestor =
        new Attestor(
            keys.attestors().getFirst(), keys.log().verifier(), folder.resolve("attestor-1.seen"));
    SignedNote rewritten =
        SignedNote.sign(
            new Checkpoint("test/log", other.size(), other.root()).text(), keys.log(), NOW);
    assertThatThrownBy(() -> attestor.cosign(rewritten, other::consistencyProof, NOW))
        .isInstanceOf(InvalidProofException.class);
  }

  @Test
  void keysStayTheSameAreNotReadableByOthersAndPseudonymsTellNothing() throws IOException {
    KeyFolder first = KeyFolder.open(folder, "test/log", ATTESTORS);
    KeyFolder again = KeyFolder.open(folder, "test/log", ATTESTORS);
    assertThat(again.publicKeys()).isEqualTo(first.publicKeys());
    assertThat(Files.getPosixFilePermissions(folder.resolve("log.key")))
        .allMatch(permission -> permission.name().startsWith("OWNER"));
    assertThat(Files.readString(folder.resolve("trusted-keys.txt")))
        .contains("test/log+")
        .doesNotContain("PRIVATE");
    assertThat(first.pseudonym("m", 1001))
        .isEqualTo(again.pseudonym("m", 1001))
        .isNotEqualTo(first.pseudonym("m", 1002))
        .isNotEqualTo(first.pseudonym("n", 1001))
        .matches("pos_[0-9a-f]{24}");
  }

  private ProofLog log() {
    return new ProofLog(database.database(), KeyFolder.open(folder, "test/log", ATTESTORS));
  }

  private long append(ProofLog log, int i) {
    return database
        .database()
        .sql()
        .transactionResult(tx -> log.append(tx.dsl(), LeafKind.RULES, "m", entry(i), NOW));
  }

  private static byte[] entry(int i) {
    return ("entry " + i).getBytes(StandardCharsets.UTF_8);
  }
}
