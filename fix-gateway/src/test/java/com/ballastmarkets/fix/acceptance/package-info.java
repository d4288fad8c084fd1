/** The public QuickFIX acceptance definitions, run against the gateway as it ships. */
@NullMarked
package com.ballastmarkets.fix.acceptance;

import org.jspecify.annotations.NullMarked;
