/** The clearing house shown from outside: worked numbers, and seeded properties. */
@NullMarked
package com.ballastmarkets.clearing;

import org.jspecify.annotations.NullMarked;
