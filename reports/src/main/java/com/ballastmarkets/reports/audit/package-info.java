/**
 * The audit export: what the venue did, per trading day, in files that show any later change.
 *
 * <pre>
 *   DIR/export.json                 the days and their roots
 *   DIR/2025-03-15/manifest.json    SHA-256 of each file, the ends of the chain, the day root
 *                  journal.jsonl    every engine event, each line naming the hash of the one before
 *                  order-events.csv the life of every order, in the manner of CME rule 536.B
 * </pre>
 *
 * A day's root covers its files, its place in the chain and the root of the day before. Whoever
 * keeps a root (the venue's Merkle log, a regulator) can tell whether the export is what it was.
 */
@NullMarked
package com.ballastmarkets.reports.audit;

import org.jspecify.annotations.NullMarked;
