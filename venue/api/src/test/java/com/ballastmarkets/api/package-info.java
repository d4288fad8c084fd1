/** The API through real sockets, on the in-process venue. */
@NullMarked
package com.ballastmarkets.api;

import org.jspecify.annotations.NullMarked;
