/** Dropwizard put together: connectors, servlets, filters, and what Jetty itself answers. */
@NullMarked
package com.ballastmarkets.api.server;

import org.jspecify.annotations.NullMarked;
