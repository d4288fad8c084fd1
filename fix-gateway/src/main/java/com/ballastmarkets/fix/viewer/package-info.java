/** FIX messages in files, found whatever stands around them, and printed with names. */
@NullMarked
package com.ballastmarkets.fix.viewer;

import org.jspecify.annotations.NullMarked;
