package com.ballastmarkets.oracle.merkle;

import java.util.Arrays;
import java.util.List;

/**
 * Checks inclusion and consistency proofs with nothing but hashes, by the algorithms of RFC 9162
 * sections 2.1.3.2 and 2.1.4.2. A proof either holds or throws; there is no third answer.
 */
public final class MerkleProofs {
  private MerkleProofs() {}

  /**
   * Checks that a leaf is entry {@code index} of the tree of {@code size} entries with this root.
   *
   * @throws InvalidProofException if it is not shown to be
   */
  public static void verifyInclusion(
      Hash leafHash, long index, long size, Hash root, List<Hash> proof) {
    if (index < 0 || size <= 0 || index >= size) {
      throw new InvalidProofException("there is no leaf " + index + " in a tree of size " + size);
    }
    long fn = index;
    long sn = size - 1;
    Hash running = leafHash;
    for (Hash sibling : proof) {
      if (sn == 0) {
        throw new InvalidProofException("the inclusion proof has too many hashes");
      }
      if ((fn & 1) == 1 || fn == sn) {
        running = Hash.node(sibling, running);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        running = Hash.node(running, sibling);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) {
      throw new InvalidProofException("the inclusion proof has too few hashes");
    }
    if (!running.equals(root)) {
      throw new InvalidProofException("the inclusion proof leads to another root");
    }
  }

  /**
   * {@link #verifyInclusion(Hash, long, long, Hash, List)} on bytes as they came from outside.
   *
   * @throws InvalidProofException also for a hash that is not 32 bytes
   */
  public static void verifyInclusion(
      byte[] leafHash, long index, long size, byte[] root, List<byte[]> proof) {
    verifyInclusion(hash(leafHash), index, size, hash(root), hashes(proof));
  }

  /**
   * {@link #verifyConsistency(long, long, Hash, Hash, List)} on bytes as they came from outside.
   * Two roots of one size are only compared, never hashed, so there (and only there) they may be
   * any bytes, as in the published test vectors.
   *
   * @throws InvalidProofException also for a hash that is not 32 bytes
   */
  public static void verifyConsistency(
      long oldSize, long newSize, byte[] oldRoot, byte[] newRoot, List<byte[]> proof) {
    if (oldSize == newSize && oldSize > 0 && proof.isEmpty() && Arrays.equals(oldRoot, newRoot)) {
      return;
    }
    verifyConsistency(oldSize, newSize, hash(oldRoot), hash(newRoot), hashes(proof));
  }

  /**
   * Checks that the tree of {@code newSize} entries starts with all of the tree of {@code oldSize}.
   *
   * @throws InvalidProofException if it is not shown to; also from size 0, which would prove
   *     nothing
   */
  public static void verifyConsistency(
      long oldSize, long newSize, Hash oldRoot, Hash newRoot, List<Hash> proof) {
    if (oldSize <= 0) {
      throw new InvalidProofException("consistency from an empty tree proves nothing");
    }
    if (oldSize > newSize) {
      throw new InvalidProofException("the log shrank from " + oldSize + " to " + newSize);
    }
    if (oldSize == newSize) {
      if (!proof.isEmpty()) {
        throw new InvalidProofException("equal sizes need an empty consistency proof");
      }
      if (!oldRoot.equals(newRoot)) {
        throw new InvalidProofException("two roots for one size");
      }
      return;
    }
    if (proof.isEmpty()) {
      throw new InvalidProofException("the consistency proof is empty");
    }
    long fn = oldSize - 1;
    long sn = newSize - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    // A complete old tree is a node of the new one: its root is the first hash, left out.
    boolean complete = Long.bitCount(oldSize) == 1;
    Hash first = complete ? oldRoot : proof.getFirst();
    Hash fr = first;
    Hash sr = first;
    for (Hash hash : complete ? proof : proof.subList(1, proof.size())) {
      if (sn == 0) {
        throw new InvalidProofException("the consistency proof has too many hashes");
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = Hash.node(hash, fr);
        sr = Hash.node(hash, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = Hash.node(sr, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) {
      throw new InvalidProofException("the consistency proof has too few hashes");
    }
    if (!fr.equals(oldRoot)) {
      throw new InvalidProofException("the consistency proof leads to another old root");
    }
    if (!sr.equals(newRoot)) {
      throw new InvalidProofException("the consistency proof leads to another new root");
    }
  }

  private static List<Hash> hashes(List<byte[]> all) {
    return all.stream().map(MerkleProofs::hash).toList();
  }

  private static Hash hash(byte[] bytes) {
    try {
      return Hash.of(bytes);
    } catch (IllegalArgumentException e) {
      throw new InvalidProofException("a hash has 32 bytes, not " + bytes.length);
    }
  }
}
