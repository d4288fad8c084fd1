/** The client port: commands in, journal out. */
@NullMarked
package com.ballastmarkets.protocol.port;

import org.jspecify.annotations.NullMarked;
