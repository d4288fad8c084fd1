/**
 * The composition root and the command line: which parts run, wired by constructor.
 *
 * <pre>
 *   Main ─► up       Venue: database ─► node ─► identity ─► back office ─► gateways
 *        ├► demo     a Venue and its clients, a week in a minute
 *        └► verify   offline, no Venue
 * </pre>
 */
@NullMarked
package com.ballastmarkets.app;

import org.jspecify.annotations.NullMarked;
