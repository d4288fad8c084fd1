/** The command line, one class a command. */
@NullMarked
package com.ballastmarkets.app.cli;

import org.jspecify.annotations.NullMarked;
