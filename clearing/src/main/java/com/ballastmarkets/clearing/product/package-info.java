/**
 * What is cleared: markets, and the underlyings that decide what they pay.
 *
 * <pre>
 *   Underlying  outcomes [0, 100, strike, strike …]      one binary, one conditional spread,
 *      │                                                 or an index with all its options
 *      ├─ ClearedMarket  index   pays [0, 100, K …]      payoffs: one per outcome
 *      └─ ClearedMarket  call K  pays [0, 100−K, 0 …]
 * </pre>
 */
@NullMarked
package com.ballastmarkets.clearing.product;

import org.jspecify.annotations.NullMarked;
