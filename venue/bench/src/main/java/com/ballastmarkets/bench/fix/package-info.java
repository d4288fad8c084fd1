/** FIX orders through the durable venue, beside a bare QuickFIX/J acceptor in the same run. */
@NullMarked
package com.ballastmarkets.bench.fix;

import org.jspecify.annotations.NullMarked;
