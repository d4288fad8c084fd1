/** What the certification leaves on the wire, kept and compared. */
@org.jspecify.annotations.NullMarked
package com.ballastmarkets.app.certify;
