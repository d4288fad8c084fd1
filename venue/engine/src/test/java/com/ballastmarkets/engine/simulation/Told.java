package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.event.Event;

/** An event and the venue time at which it happened. */
record Told(long time, Event event) {}
