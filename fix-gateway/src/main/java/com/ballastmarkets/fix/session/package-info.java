/** FIX sessions: their numbers and messages on disk, and what a session is sent. */
@NullMarked
package com.ballastmarkets.fix.session;

import org.jspecify.annotations.NullMarked;
