/** What every host does alike: applies commands in order and numbers their events. */
@NullMarked
package com.ballastmarkets.node.host;

import org.jspecify.annotations.NullMarked;
