/**
 * What is said to the engine and by it, as SBE bytes and back.
 *
 * <pre>
 *   CommandEnvelope ─ CommandCodec ─┐             ┌─ …CommandCodec, …EventCodec   by area
 *   JournalFrame ──── EventCodec ───┴─ header,  ──┼─ InstrumentCodec, Blocks      shared parts
 *                                      template   └─ …Codes                       words as numbers
 * </pre>
 *
 * <p>The schema is {@code sbe/ballast.xml}. Encoders switch exhaustively over the words, so that a
 * new one does not compile without its bytes. Readers refuse what is cut short, garbled or written
 * by a newer schema with a {@link com.ballastmarkets.protocol.codec.CodecException}.
 */
@NullMarked
package com.ballastmarkets.protocol.codec;

import org.jspecify.annotations.NullMarked;
