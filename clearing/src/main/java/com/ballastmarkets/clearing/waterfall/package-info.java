/**
 * Who bears a loss that the insurance fund can not: pure arithmetic, called after a takeover.
 *
 * <pre>
 *   loss ─► defaulter's margin ─► defaulter's contribution ─► house tranche
 *        ─► other members' contributions, pro rata ─► deleveraging of opposite positions
 * </pre>
 */
@NullMarked
package com.ballastmarkets.clearing.waterfall;

import org.jspecify.annotations.NullMarked;
