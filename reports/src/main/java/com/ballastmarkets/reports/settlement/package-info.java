/** What a settlement report says: contract, inputs, computation, proof, payouts. */
@NullMarked
package com.ballastmarkets.reports.settlement;

import org.jspecify.annotations.NullMarked;
