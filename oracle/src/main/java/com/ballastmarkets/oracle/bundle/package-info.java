/**
 * The settlement bundle: one JSON file from which anyone can compute a settlement again, offline
 * and without trusting the venue.
 *
 * <pre>
 *   raw files ─hash─► observations ─formula─► snapshot ──┐
 *   contract rules ─hash─────────────────────────────────┤ leaves of the log, each with
 *   disputes, rulings ───────────────────────────────────┤ its inclusion proof
 *   payouts ─hash─► settlement record ───────────────────┘
 *                                     checkpoint at T+1 ─consistency─► checkpoint at the end,
 *                                     both signed by the log and cosigned by its attestors
 * </pre>
 *
 * <p>The file is canonical JSON itself, and every member is needed and checked, so that no byte of
 * it can be changed unnoticed. {@code synthetic} says whether any figure in it was made up.
 */
@NullMarked
package com.ballastmarkets.oracle.bundle;

import org.jspecify.annotations.NullMarked;
