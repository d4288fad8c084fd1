/**
 * The engine's state as bytes: typed primitives in sections, each with its name and version.
 *
 * <pre>
 *   '#' name version ─ section      'L' 8 bytes ─ long      little-endian
 *   'S' length UTF-8 ─ text         'I' 4 bytes ─ int
 * </pre>
 */
@NullMarked
package com.ballastmarkets.protocol.snapshot;

import org.jspecify.annotations.NullMarked;
