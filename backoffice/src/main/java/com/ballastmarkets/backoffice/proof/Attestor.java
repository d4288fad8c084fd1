package com.ballastmarkets.backoffice.proof;

import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.merkle.MerkleProofs;
import com.ballastmarkets.oracle.note.Checkpoint;
import com.ballastmarkets.oracle.note.SignedNote;
import com.ballastmarkets.oracle.note.SignerKey;
import com.ballastmarkets.oracle.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/**
 * Cosigns checkpoints of one log. It remembers the last that it signed and signs no other that does
 * not extend it, so that the log cannot show two histories.
 */
final class Attestor {
  private final SignerKey key;
  private final VerifierKey log;
  private final Path memory;

  Attestor(SignerKey key, VerifierKey log, Path memory) {
    this.key = key;
    this.log = log;
    this.memory = memory;
  }

  /** Asks the log for a consistency proof between two sizes. */
  @FunctionalInterface
  interface ConsistencySource {
    List<Hash> proof(long oldSize, long newSize);
  }

  /**
   * Adds the cosignature.
   *
   * @throws IllegalArgumentException if the log has not signed, or does not extend what was seen
   */
  SignedNote cosign(SignedNote note, ConsistencySource source, Instant at) {
    if (!note.verifiedBy(List.of(log)).contains(log)) {
      throw new IllegalArgumentException("the log has not signed the checkpoint");
    }
    Checkpoint next = Checkpoint.parse(note.text());
    try {
      if (Files.exists(memory)) {
        Checkpoint last = Checkpoint.parse(Files.readString(memory));
        if (!last.origin().equals(next.origin())) {
          throw new IllegalArgumentException("a checkpoint of another log");
        }
        MerkleProofs.verifyConsistency(
            last.size(),
            next.size(),
            last.root(),
            next.root(),
            source.proof(last.size(), next.size()));
      }
      Path draft = memory.resolveSibling(memory.getFileName() + ".draft");
      Files.writeString(draft, next.text());
      Files.move(
          draft, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the attestor's memory cannot be used", e);
    }
    return note.alsoSignedBy(key, at);
  }
}
