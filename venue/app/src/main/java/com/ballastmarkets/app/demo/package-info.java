/**
 * A trading week in under a minute: a venue of its own, clients on its public interfaces, time
 * travel, and a story that a newcomer can follow.
 */
@NullMarked
package com.ballastmarkets.app.demo;

import org.jspecify.annotations.NullMarked;
