/**
 * Fills reports from the database: the ledger for money, the histories for trades, the settlement's
 * papers for inputs and proof. What they say must agree, to the micro, or there is no report.
 */
@NullMarked
package com.ballastmarkets.reports.desk;

import org.jspecify.annotations.NullMarked;
