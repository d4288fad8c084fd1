/** What stands behind defaults: insurance fund, default fund, house tranche. */
@NullMarked
package com.ballastmarkets.api.fund;

import org.jspecify.annotations.NullMarked;
