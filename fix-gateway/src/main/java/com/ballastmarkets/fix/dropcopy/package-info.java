/**
 * {@code BALLAST-DC}: a copy of every execution report of a participant, over all its accounts and
 * doors, numbered without a gap.
 *
 * <pre>
 *   journal ─► Executions (numbers) ─► lane ─► the participant's sessions        8 with 797=Y, 1181=n
 *   BW ─► BX, then 8 8 8 with 1352=Y, then BY      any executions again, by number or from a time
 * </pre>
 */
@NullMarked
package com.ballastmarkets.fix.dropcopy;

import org.jspecify.annotations.NullMarked;
