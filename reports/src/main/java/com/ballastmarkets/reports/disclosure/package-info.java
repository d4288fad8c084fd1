/** What the public may know of the clearing house's resources. */
@NullMarked
package com.ballastmarkets.reports.disclosure;

import org.jspecify.annotations.NullMarked;
