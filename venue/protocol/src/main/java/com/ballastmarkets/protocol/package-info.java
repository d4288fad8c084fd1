/**
 * How gateways speak with the engine, whatever hosts it.
 *
 * <pre>
 *   gateway ── submit(command) ──►  VenuePort  ──► log ──► engine
 *   gateway ◄── JournalEntry … ───  VenuePort  ◄── journal ◄──┘
 * </pre>
 */
@NullMarked
package com.ballastmarkets.protocol;

import org.jspecify.annotations.NullMarked;
