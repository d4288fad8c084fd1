/** Makers' quotes: what stands, how it is put and withdrawn, and the protection of quote groups. */
@NullMarked
package com.ballastmarkets.api.quote;

import org.jspecify.annotations.NullMarked;
