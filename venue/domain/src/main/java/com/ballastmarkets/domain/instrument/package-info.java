/** What trades: contracts, payoff ranges, tick tables, fee schedules. */
@NullMarked
package com.ballastmarkets.domain.instrument;

import org.jspecify.annotations.NullMarked;
