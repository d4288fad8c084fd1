/**
 * Signed notes, checkpoints, cosignatures and log proofs in the text forms of C2SP, with Ed25519 of
 * the JDK.
 *
 * <pre>
 *   ballastmarkets.com/log          ┐
 *   42                              │ checkpoint text: origin, size, root
 *   CsUYapGGPo4dkMgIAUqom/Xajj7h…=  ┘
 *
 *   — ballastmarkets.com/log Az3g…  the log's own signature        (type 0x01)
 *   — attestor-one.example   jWbP…  a cosignature with its time    (type 0x04)
 * </pre>
 *
 * <p>Sources: c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature, tlog-proof.
 */
@NullMarked
package com.ballastmarkets.oracle.note;

import org.jspecify.annotations.NullMarked;
