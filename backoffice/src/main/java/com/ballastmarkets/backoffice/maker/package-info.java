/**
 * The maker programme from scores to payments.
 *
 * <pre>
 *   journal ─► ScoreReader (MakerScores) ─ Mondays ─► maker.pool, maker.score
 *                                                        └─► PayMakerRewards ─► maker.payment
 * </pre>
 */
@NullMarked
package com.ballastmarkets.backoffice.maker;

import org.jspecify.annotations.NullMarked;
