package com.ballastmarkets.oracle.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * An append-only log in memory: the hashes of its complete subtrees, from which roots and proofs at
 * any earlier size follow in logarithmic time. It keeps hashes only, not entries.
 *
 * <p>One thread at a time.
 */
public final class MerkleLog {
  /** {@code levels.get(k).get(i)} is the root of entries {@code [i·2^k, (i+1)·2^k)}. */
  private final List<List<Hash>> levels = new ArrayList<>();

  public MerkleLog() {
    levels.add(new ArrayList<>());
  }

  /** A log with these leaf hashes, as read back from where they are kept. */
  public static MerkleLog ofLeaves(Iterable<Hash> leafHashes) {
    MerkleLog log = new MerkleLog();
    leafHashes.forEach(log::appendLeafHash);
    return log;
  }

  /** Appends an entry and returns its index. */
  public long append(byte[] entry) {
    return appendLeafHash(Hash.leaf(entry));
  }

  /** Appends a leaf by its hash and returns its index. */
  public long appendLeafHash(Hash leafHash) {
    List<Hash> leaves = levels.get(0);
    leaves.add(leafHash);
    int level = 0;
    while (levels.get(level).size() % 2 == 0) {
      List<Hash> below = levels.get(level);
      if (++level == levels.size()) {
        levels.add(new ArrayList<>());
      }
      levels.get(level).add(Hash.node(below.get(below.size() - 2), below.get(below.size() - 1)));
    }
    return leaves.size() - 1L;
  }

  /** How many entries there are. */
  public long size() {
    return levels.get(0).size();
  }

  public Hash leafHash(long index) {
    return levels.get(0).get(Math.toIntExact(index));
  }

  public Hash root() {
    return root(size());
  }

  /** The root as it was when the log had {@code size} entries. */
  public Hash root(long size) {
    requireSize(size);
    return size == 0 ? Hash.ofEmptyTree() : hashOf(0, size);
  }

  /**
   * The sibling hashes from a leaf to the root at {@code size}, leaf first (RFC 6962 section
   * 2.1.1).
   */
  public List<Hash> inclusionProof(long index, long size) {
    requireSize(size);
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " in a tree of size " + size);
    }
    List<Hash> proof = new ArrayList<>();
    path(index, 0, size, proof);
    return proof;
  }

  /**
   * The hashes that show the tree at {@code oldSize} to be a prefix of the one at {@code newSize}
   * (RFC 6962 section 2.1.2).
   *
   * @throws IllegalArgumentException if {@code oldSize} is 0: everything extends an empty tree, so
   *     there is nothing to prove
   */
  public List<Hash> consistencyProof(long oldSize, long newSize) {
    requireSize(newSize);
    if (oldSize <= 0 || oldSize > newSize) {
      throw new IllegalArgumentException("no consistency from " + oldSize + " to " + newSize);
    }
    List<Hash> proof = new ArrayList<>();
    if (oldSize < newSize) {
      subproof(oldSize, 0, newSize, true, proof);
    }
    return proof;
  }

  /** The hashes of one tile; see {@link Tile}. */
  public List<Hash> tile(Tile tile) {
    int height = Math.multiplyExact(8, tile.level());
    long first = Math.multiplyExact(tile.index(), Tile.FULL);
    if (height >= levels.size() || levels.get(height).size() < first + tile.width()) {
      throw new IllegalArgumentException("no " + tile.path() + " in a tree of size " + size());
    }
    int from = Math.toIntExact(first);
    return List.copyOf(levels.get(height).subList(from, from + tile.width()));
  }

  private void path(long index, long from, long to, List<Hash> proof) {
    if (to - from == 1) {
      return;
    }
    long split = from + split(to - from);
    if (index < split) {
      path(index, from, split, proof);
      proof.add(hashOf(split, to));
    } else {
      path(index, split, to, proof);
      proof.add(hashOf(from, split));
    }
  }

  private void subproof(long size, long from, long to, boolean whole, List<Hash> proof) {
    if (size == to) {
      if (!whole) {
        proof.add(hashOf(from, to));
      }
      return;
    }
    long split = from + split(to - from);
    if (size <= split) {
      subproof(size, from, split, whole, proof);
      proof.add(hashOf(split, to));
    } else {
      subproof(size, split, to, false, proof);
      proof.add(hashOf(from, split));
    }
  }

  private Hash hashOf(long from, long to) {
    long width = to - from;
    if (Long.bitCount(width) == 1) {
      int level = Long.numberOfTrailingZeros(width);
      return levels.get(level).get(Math.toIntExact(from >> level));
    }
    long split = from + split(width);
    return Hash.node(hashOf(from, split), hashOf(split, to));
  }

  /** The largest power of two smaller than {@code width}. */
  private static long split(long width) {
    return Long.highestOneBit(width - 1);
  }

  private void requireSize(long size) {
    if (size < 0 || size > size()) {
      throw new IllegalArgumentException("the log has " + size() + " entries, not " + size);
    }
  }
}
