/**
 * What was observed, by whom, and when we learnt it.
 *
 * <pre>
 *   raw bytes ──┬─ PortWatch CSV / JSON ─┐
 *   (kept, and  ├─ Submission (JSON)     ├──► Observation {source, vintage, raw hash, place, day,
 *    hashed)    └─ SyntheticTelemetry ───┘         metric, vessel class, value, qualifier}
 * </pre>
 *
 * <p>An observation is never changed: a revision is a further observation with a later vintage. A
 * missing value is said to be missing and is never 0. Values are exact decimals.
 *
 * <p><b>What is synthetic.</b> {@link com.ballastmarkets.oracle.telemetry.SyntheticTelemetry} makes
 * figures up, for the sandbox. Its sources have names that begin with {@code SYNTHETIC}, its raw
 * documents say so in words, and everything computed from them carries a {@code synthetic} flag.
 */
@NullMarked
package com.ballastmarkets.oracle.telemetry;

import org.jspecify.annotations.NullMarked;
