/**
 * The order book alone, on the public matching benchmark's format, beside a textbook book.
 *
 * <pre>
 *   file or shape ──► Workload ──► BookPlayer (VenueBook: the engine's own OrderBook │ TextbookBook)
 *                                      │ reports, as six longs each
 *                                      ▼
 *                                 ReportTape ──► ReportHash (SHA-256), or nobody while time is taken
 * </pre>
 */
@NullMarked
package com.ballastmarkets.bench.book;

import org.jspecify.annotations.NullMarked;
