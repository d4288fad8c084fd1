/** Workbooks: one sheet per table, with numbers that are numbers. */
@NullMarked
package com.ballastmarkets.reports.sheet;

import org.jspecify.annotations.NullMarked;
