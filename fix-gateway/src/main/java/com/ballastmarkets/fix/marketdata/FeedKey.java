package com.ballastmarkets.fix.marketdata;

import java.util.Set;

/**
 * What a subscription sees of a market. Subscriptions with the same key share one numbering.
 *
 * @param depth levels of each side, best first; 0 for all
 */
record FeedKey(int depth, Set<EntryType> types) {
  FeedKey {
    types = Set.copyOf(types);
  }
}
