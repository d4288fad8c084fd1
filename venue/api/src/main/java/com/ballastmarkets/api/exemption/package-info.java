/** Hedge exemptions from position limits: entered by staff, shown to whom they are for. */
@NullMarked
package com.ballastmarkets.api.exemption;

import org.jspecify.annotations.NullMarked;
