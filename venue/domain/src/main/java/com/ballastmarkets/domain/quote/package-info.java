/** The vocabulary of makers: two-sided quotes in groups, and the protection of a group. */
@NullMarked
package com.ballastmarkets.domain.quote;

import org.jspecify.annotations.NullMarked;
