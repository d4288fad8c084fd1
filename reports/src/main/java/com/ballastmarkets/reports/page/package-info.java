/**
 * Set pages: JasperReports templates, found beside the classes, that hold no expression but names.
 * All text is made here in Java, so a template needs no compiler and no class of its own.
 */
@NullMarked
package com.ballastmarkets.reports.page;

import org.jspecify.annotations.NullMarked;
