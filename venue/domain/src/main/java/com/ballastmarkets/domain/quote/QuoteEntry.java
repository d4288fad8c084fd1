package com.ballastmarkets.domain.quote;

/**
 * One two-sided quote of a mass quote (FIX QuoteEntryID 299, BidPx 132, OfferPx 133, BidSize 134,
 * OfferSize 135). It takes the place of the last one with its id in its group.
 *
 * @param quoteId the maker's, 1 to 64 characters
 * @param marketId 0 if the market is unknown to the gateway
 * @param bidLots what is to stand open, whatever was filled before; 0: no bid, and the last one is
 *     withdrawn
 * @param askLots as {@code bidLots}
 */
public record QuoteEntry(
    String quoteId,
    int marketId,
    long bidPriceMicros,
    long bidLots,
    long askPriceMicros,
    long askLots) {

  /** The longest quote id and quote group. */
  public static final int MAX_NAME = 64;

  /** How many entries a mass quote may have. */
  public static final int MAX_ENTRIES = 100;
}
