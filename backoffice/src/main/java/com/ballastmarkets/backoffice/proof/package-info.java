/**
 * The venue's own Merkle log in PostgreSQL, its keys, and its attestors.
 *
 * <pre>
 *   documents ─► ProofLog (proof.leaf, append-only) ─► checkpoint ─ signed by the log's key
 *                                                          │
 *                       attestors check that the log only grew, and cosign: more than half needed
 * </pre>
 *
 * <p>The sandbox runs three attestors in the venue's own process, each with a key of its own: that
 * shows the form and proves nothing about independence, which takes attestors of other firms.
 */
@NullMarked
package com.ballastmarkets.backoffice.proof;

import org.jspecify.annotations.NullMarked;
