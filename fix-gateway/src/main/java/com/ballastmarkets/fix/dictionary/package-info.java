/** The messages of both profiles: the published FIX versions and what the venue adds. */
@NullMarked
package com.ballastmarkets.fix.dictionary;

import org.jspecify.annotations.NullMarked;
