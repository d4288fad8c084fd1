package com.ballastmarkets.reports.settlement;

import java.util.List;

/**
 * What lets anyone re-compute the value and find it in the log. Hashes are 64 lower-case hex
 * digits.
 *
 * @param evidenceHash of the canonical snapshot document
 * @param leafIndex of the snapshot in the Merkle log
 * @param origin the log's name, first line of its checkpoints
 * @param treeSize leaves under the checkpoint
 * @param rootHash of the checkpoint
 * @param attestors who signed the checkpoint
 */
public record Proof(
    String evidenceHash,
    long leafIndex,
    String origin,
    long treeSize,
    String rootHash,
    List<Attestor> attestors) {

  /**
   * A signature on the checkpoint.
   *
   * @param name of the key, as in the signed note
   * @param keyId of the key, 8 hex digits
   * @param role {@code log} or {@code cosigner}
   */
  public record Attestor(String name, String keyId, String role) {}

  public Proof {
    attestors = List.copyOf(attestors);
    if (leafIndex < 0 || leafIndex >= treeSize) {
      throw new IllegalArgumentException(
          "leaf " + leafIndex + " is not under a checkpoint of " + treeSize + " leaves");
    }
  }
}
