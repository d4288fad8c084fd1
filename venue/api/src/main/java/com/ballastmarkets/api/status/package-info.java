/** Whether the venue is ready, and what is wrong if not. */
@NullMarked
package com.ballastmarkets.api.status;

import org.jspecify.annotations.NullMarked;
