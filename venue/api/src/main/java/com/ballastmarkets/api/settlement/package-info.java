/** Settlements, their proofs, disputes and rulings. */
@NullMarked
package com.ballastmarkets.api.settlement;

import org.jspecify.annotations.NullMarked;
