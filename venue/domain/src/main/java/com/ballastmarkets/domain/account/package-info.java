/** Who owns what. */
@NullMarked
package com.ballastmarkets.domain.account;

import org.jspecify.annotations.NullMarked;
