/**
 * Contract rules: the one document that says how a market settles. A market pins its SHA-256 from
 * listing to settlement, so the rules cannot change under a position.
 */
@NullMarked
package com.ballastmarkets.oracle.rules;

import org.jspecify.annotations.NullMarked;
