/**
 * The venue in one process and in memory: the same port, order and journal as the cluster's, and
 * nothing durable. For tests and rehearsals.
 */
@NullMarked
package com.ballastmarkets.node.inprocess;

import org.jspecify.annotations.NullMarked;
