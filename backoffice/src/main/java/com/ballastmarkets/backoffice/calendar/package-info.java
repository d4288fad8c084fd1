/**
 * The venue's calendar, on Quartz with its clustered store in PostgreSQL.
 *
 * <pre>
 *   every few seconds, and at once when the journal says that something changed or the clock jumped:
 *   telemetry → variation → listing → snapshot → finality → publication
 * </pre>
 *
 * <p>Each job looks at the <em>venue's</em> clock, not at Quartz's, and does all that is due by
 * then. So each is idempotent, a misfire is made good by the next run, and a sandbox that moves its
 * clock by a week settles that week in seconds.
 */
@NullMarked
package com.ballastmarkets.backoffice.calendar;

import org.jspecify.annotations.NullMarked;
