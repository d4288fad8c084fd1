/**
 * How much participants may hold: what the calendar recomputes every day, and what staff exempts.
 *
 * <pre>
 *   trades of 30 days ─ LimitPolicy ─► position_limit ─┐
 *                                                      ├─► SetPositionLimits, SetHedgeExemption
 *   papers of staff ─► hedge_exemption ────────────────┘
 * </pre>
 */
@NullMarked
package com.ballastmarkets.backoffice.limit;

import org.jspecify.annotations.NullMarked;
