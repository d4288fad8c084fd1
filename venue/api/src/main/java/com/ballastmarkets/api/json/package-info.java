/** Requests read strictly, field by field; numbers exact both ways. */
@NullMarked
package com.ballastmarkets.api.json;

import org.jspecify.annotations.NullMarked;
