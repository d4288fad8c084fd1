/** Balances, positions and money movements of the client's own account. */
@NullMarked
package com.ballastmarkets.api.account;

import org.jspecify.annotations.NullMarked;
