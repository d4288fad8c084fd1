/**
 * How much a participant may hold.
 *
 * <pre>
 *   limit of (participant, market) = the market's limit + the participant's hedge exemption in it
 * </pre>
 */
@NullMarked
package com.ballastmarkets.clearing.limit;

import org.jspecify.annotations.NullMarked;
