/**
 * The gateways' questions answered by the back office: each class implements what a gateway asks
 * for with what the back office has, so that neither knows the other.
 */
@NullMarked
package com.ballastmarkets.app.desk;

import org.jspecify.annotations.NullMarked;
