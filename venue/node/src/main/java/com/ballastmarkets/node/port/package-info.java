/** What the hosts' client ports have in common. */
@NullMarked
package com.ballastmarkets.node.port;

import org.jspecify.annotations.NullMarked;
