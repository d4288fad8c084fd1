/** The book alone. */
@NullMarked
package com.ballastmarkets.engine.book;

import org.jspecify.annotations.NullMarked;
