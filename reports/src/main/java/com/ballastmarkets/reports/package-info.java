/**
 * Documents for people and machines: settlement reports and account statements, as PDF, XLSX and
 * CSV, every figure exact to the micro-USDC.
 *
 * <pre>
 *  SettlementReport ─┐             ┌─► pages  (JRXML templates)  ─► PDF
 *                    ├─► tables ───┼─► sheets (one per table)    ─► XLSX
 *  AccountStatement ─┘      │      └─► rows of the main table    ─► CSV
 *                           └─► document hash, the same in every format
 * </pre>
 *
 * {@link com.ballastmarkets.reports.ReportPrinter} is the door. The input records check themselves:
 * figures that do not tie are refused before a page is set.
 */
@NullMarked
package com.ballastmarkets.reports;

import org.jspecify.annotations.NullMarked;
