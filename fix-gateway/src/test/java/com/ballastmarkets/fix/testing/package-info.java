/** A venue with a FIX gateway, and clients that speak FIX over real sockets. */
@NullMarked
package com.ballastmarkets.fix.testing;

import org.jspecify.annotations.NullMarked;
