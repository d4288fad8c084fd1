/** What an account statement says: opening balance, movements, closing balance, positions. */
@NullMarked
package com.ballastmarkets.reports.statement;

import org.jspecify.annotations.NullMarked;
