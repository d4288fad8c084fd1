/**
 * The venue's FIX gateway: FIX 4.4 and FIX 5.0 SP2 over FIXT.1.1 on one port.
 *
 * <pre>
 *             socket                                                        venue
 *   client ──────────► logon gate ─► FIX session ─► order entry ─ commands ──► port
 *   client ◄────────── FIX session ◄─ session log ◄─ reports ◄──── journal ◄── port
 *
 *   logon       who may come in, decided before any session is touched
 *   session     session numbers and sent messages, kept in one append-only log
 *   order       D F G H q in; 8 9 r j out; orders as the journal tells them
 *   dictionary  the messages of both profiles as XML
 * </pre>
 *
 * <p>The gateway holds no truth of its own: orders and fills come from the journal, and what each
 * session has been told is kept together with the place in the journal it was told from.
 */
@NullMarked
package com.ballastmarkets.fix;

import org.jspecify.annotations.NullMarked;
