/**
 * Trading days, told with actors and without ids. The words stand for commands and events at the
 * venue's port, so a scenario holds for whatever hosts the engine.
 */
@NullMarked
package com.ballastmarkets.scenario;

import org.jspecify.annotations.NullMarked;
