/** Commands of the command line, run as a user runs them. */
@NullMarked
package com.ballastmarkets.app.cli;

import org.jspecify.annotations.NullMarked;
