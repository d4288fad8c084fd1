/**
 * The certification of a FIX venue from the outside: what a counterparty's script would check, case
 * by case, as a client of any address.
 *
 * <pre>
 *   Target (address, keys) ─► Certification ─► cases, each a Script of steps ─► Report, transcripts
 *                                                   │
 *                                              WireClient: a socket that sends what it is told
 * </pre>
 */
@NullMarked
package com.ballastmarkets.app.certify;

import org.jspecify.annotations.NullMarked;
