/**
 * JSON as the proofs need it: one text for one document.
 *
 * <pre>
 *   bytes ──parse──► tree (Jackson JsonNode) ──encode──► canonical bytes (RFC 8785) ──► SHA-256
 *                      │
 *                      └──Fields──► records; a field too many or too few is refused by its name
 * </pre>
 *
 * <p>Reading is strict: UTF-8 without a byte order mark, no duplicate key, nothing after the value,
 * no lone surrogate, no number that a double cannot hold. Decimals of the product's own documents
 * are strings, so that no amount ever passes through a double.
 */
@NullMarked
package com.ballastmarkets.oracle.json;

import org.jspecify.annotations.NullMarked;
