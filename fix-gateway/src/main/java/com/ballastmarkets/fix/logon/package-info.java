/** Who may come in: decided on the first message, before any session is touched. */
@NullMarked
package com.ballastmarkets.fix.logon;

import org.jspecify.annotations.NullMarked;
