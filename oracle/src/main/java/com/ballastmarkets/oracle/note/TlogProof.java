package com.ballastmarkets.oracle.note;

import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.merkle.MerkleProofs;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry's place in a log, self-contained (c2sp.org/tlog-proof): index, inclusion proof and the
 * signed checkpoint it leads to. Files end in {@code .tlog-proof}. The optional {@code extra} line
 * is not authenticated, so none is written and one that is read is refused.
 *
 * @param index the entry's index in the log
 * @param path the inclusion proof, leaf first
 * @param checkpoint the checkpoint, a signed note
 */
public record TlogProof(long index, List<Hash> path, SignedNote checkpoint) {
  private static final String HEADER = "c2sp.org/tlog-proof@v1";

  public TlogProof {
    path = List.copyOf(path);
  }

  public String encode() {
    StringBuilder out = new StringBuilder(HEADER).append("\nindex ").append(index).append('\n');
    path.forEach(hash -> out.append(hash.base64()).append('\n'));
    return out.append('\n').append(checkpoint.encode()).toString();
  }

  /** Reads the text form, exactly as {@link #encode} writes it. */
  public static TlogProof parse(String text) {
    int split = text.indexOf("\n\n");
    if (split < 0) {
      throw new MalformedNoteException("a log proof has an empty line before its checkpoint");
    }
    String[] lines = text.substring(0, split).split("\n", -1);
    if (!lines[0].equals(HEADER)) {
      throw new MalformedNoteException("a log proof begins with " + HEADER);
    }
    if (lines.length < 2 || !lines[1].matches("index (0|[1-9][0-9]{0,17})")) {
      throw new MalformedNoteException("a log proof's second line is its index");
    }
    List<Hash> path = new ArrayList<>();
    for (int i = 2; i < lines.length; i++) {
      try {
        path.add(Hash.ofBase64(lines[i]));
      } catch (IllegalArgumentException e) {
        throw new MalformedNoteException("line " + (i + 1) + " of a log proof: " + e.getMessage());
      }
    }
    return new TlogProof(
        Long.parseLong(lines[1].substring("index ".length())),
        path,
        SignedNote.parse(text.substring(split + 2)));
  }

  /**
   * Checks that the entry is in the log that the checkpoint states. Signatures are checked apart,
   * by {@link SignedNote#verifiedBy}.
   *
   * @throws com.ballastmarkets.oracle.merkle.InvalidProofException if the proof does not hold
   */
  public void verifyEntry(byte[] entry) {
    Checkpoint head = Checkpoint.parse(checkpoint.text());
    MerkleProofs.verifyInclusion(Hash.leaf(entry), index, head.size(), head.root(), path);
  }
}
