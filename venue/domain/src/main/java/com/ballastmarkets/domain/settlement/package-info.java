/** Values, disputes and rulings. */
@NullMarked
package com.ballastmarkets.domain.settlement;

import org.jspecify.annotations.NullMarked;
