/**
 * The append-only Merkle log of RFC 6962 (and RFC 9162, which keeps its tree), SHA-256.
 *
 * <pre>
 *             root(3)                 leaf  = SHA-256(0x00 ‖ entry)
 *            /       \                node  = SHA-256(0x01 ‖ left ‖ right)
 *        node(0,1)   leaf 2           empty = SHA-256()
 *        /      \
 *     leaf 0   leaf 1
 * </pre>
 *
 * <p>{@link com.ballastmarkets.oracle.merkle.MerkleLog} grows the tree and builds proofs; {@link
 * com.ballastmarkets.oracle.merkle.MerkleProofs} checks them and needs nothing but the hashes.
 * Tiles are laid out as C2SP tlog-tiles says.
 */
@NullMarked
package com.ballastmarkets.oracle.merkle;

import org.jspecify.annotations.NullMarked;
