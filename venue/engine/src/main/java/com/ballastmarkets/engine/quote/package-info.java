/**
 * Two-sided quotes of makers, and their protection.
 *
 * <pre>
 *   account ─► QuoteGroup ─► Quote ─► bid, ask: orders like any other
 *                  └► Protection: fills of the group's quotes in a rolling interval
 * </pre>
 */
@NullMarked
package com.ballastmarkets.engine.quote;

import org.jspecify.annotations.NullMarked;
