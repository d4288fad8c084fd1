/** How fast the ledger follows the journal, beside bare COPY into the same server. */
@NullMarked
package com.ballastmarkets.bench.ledger;

import org.jspecify.annotations.NullMarked;
