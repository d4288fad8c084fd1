/** Mass quotes, ladders and kill switches over FIX: requests as commands, answers as messages. */
@NullMarked
package com.ballastmarkets.fix.quote;

import org.jspecify.annotations.NullMarked;
