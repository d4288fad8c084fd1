/** How far a leveraged account is from losing more than it has, and who stands behind it. */
@NullMarked
package com.ballastmarkets.domain.liquidation;

import org.jspecify.annotations.NullMarked;
