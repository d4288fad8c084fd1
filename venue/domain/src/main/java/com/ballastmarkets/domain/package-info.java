/**
 * The words of the venue. Everything that is said to the engine is a {@link
 * com.ballastmarkets.domain.command.Command}, everything that it says is an {@link
 * com.ballastmarkets.domain.event.Event}, and both speak of instruments, orders, accounts and money
 * as defined here.
 *
 * <pre>
 *   command ──► engine ──► event      money       Micros: exact, 10⁻⁶ USDC
 *                                     instrument  what trades, its payoff range and ticks
 *                                     order       side, type, time in force, flags
 *                                     account     who owns what
 *                                     settlement  values, disputes, rulings
 *                                     state       the engine's memory, written and read back
 * </pre>
 *
 * <p>Units everywhere: amounts and prices in micros (10⁻⁶ USDC), sizes in whole lots, times in
 * nanoseconds since 1970-01-01T00:00Z on the venue's clock. Intervals are half-open.
 */
@NullMarked
package com.ballastmarkets.domain;

import org.jspecify.annotations.NullMarked;
