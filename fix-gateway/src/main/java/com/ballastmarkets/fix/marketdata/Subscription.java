package com.ballastmarkets.fix.marketdata;

import quickfix.SessionID;

/**
 * A session's request for a market's changes.
 *
 * @param requestId its MDReqID (FIX 262)
 */
record Subscription(SessionID sessionId, String requestId) {}
