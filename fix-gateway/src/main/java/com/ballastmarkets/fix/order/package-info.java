/** Order entry: requests in, execution reports out, and the orders as the journal tells them. */
@NullMarked
package com.ballastmarkets.fix.order;

import org.jspecify.annotations.NullMarked;
