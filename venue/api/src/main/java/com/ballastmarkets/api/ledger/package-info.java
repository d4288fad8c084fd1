/** The books as bookkeepers read them: trial balance, statements, reconciliations. */
@NullMarked
package com.ballastmarkets.api.ledger;

import org.jspecify.annotations.NullMarked;
