/**
 * A report as plain tables: the columns are named once here, and every format reads the same cells.
 */
@NullMarked
package com.ballastmarkets.reports.table;

import org.jspecify.annotations.NullMarked;
