/** What the maker programme has paid, shown to whom it paid. */
@NullMarked
package com.ballastmarkets.api.maker;

import org.jspecify.annotations.NullMarked;
