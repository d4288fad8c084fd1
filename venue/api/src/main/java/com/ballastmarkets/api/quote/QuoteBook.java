package com.ballastmarkets.api.quote;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One account's quotes in the market, and what its quote groups are protected by. Written by the
 * journal's thread, read by any.
 */
public final class QuoteBook {
  private record Key(String quoteGroup, String quoteId) {}

  private record SideOf(Key key, Side side) {}

  /**
   * A quote with at least one side in the market.
   *
   * @param bidOrderId 0 if there is no bid
   * @param askOrderId 0 if there is no offer
   */
  public record Standing(
      String quoteGroup, String quoteId, int marketId, long bidOrderId, long askOrderId) {
    private Standing with(Side side, long orderId) {
      return side == Side.BUY
          ? new Standing(quoteGroup, quoteId, marketId, orderId, askOrderId)
          : new Standing(quoteGroup, quoteId, marketId, bidOrderId, orderId);
    }
  }

  /** A group's protection as it stands. */
  public record Protection(String quoteGroup, ProtectionLimits limits, boolean tripped) {}

  private final Map<Key, Standing> quotes = new LinkedHashMap<>();
  private final Map<Long, SideOf> orders = new HashMap<>();
  private final TreeMap<String, Protection> protections = new TreeMap<>();

  public synchronized void onEntered(Event.QuoteEntered entered) {
    final Key key = new Key(entered.quoteGroup(), entered.quoteId());
    final Standing before =
        quotes.getOrDefault(
            key, new Standing(key.quoteGroup(), key.quoteId(), entered.marketId(), 0, 0));
    quotes.put(key, before.with(entered.side(), entered.orderId()));
    orders.put(entered.orderId(), new SideOf(key, entered.side()));
  }

  /** An order has ended: filled, cancelled or expired. */
  public synchronized void onEnded(long orderId) {
    final SideOf side = orders.remove(orderId);
    if (side == null) {
      return;
    }
    quotes.computeIfPresent(
        side.key(),
        (key, quote) -> {
          final long standing = side.side() == Side.BUY ? quote.bidOrderId() : quote.askOrderId();
          final Standing after = standing == orderId ? quote.with(side.side(), 0) : quote;
          return after.bidOrderId() == 0 && after.askOrderId() == 0 ? null : after;
        });
  }

  public synchronized void onProtection(Event.ProtectionChanged changed) {
    if (changed.limits().isNone() && !changed.tripped()) {
      protections.remove(changed.quoteGroup());
    } else {
      protections.put(
          changed.quoteGroup(),
          new Protection(changed.quoteGroup(), changed.limits(), changed.tripped()));
    }
  }

  public synchronized void onTripped(Event.ProtectionTripped tripped) {
    protections.computeIfPresent(
        tripped.quoteGroup(),
        (group, protection) -> new Protection(group, protection.limits(), true));
  }

  /** All quotes in the market, oldest first. */
  public synchronized List<Standing> quotes() {
    return new ArrayList<>(quotes.values());
  }

  public synchronized @Nullable Standing quote(String quoteGroup, String quoteId) {
    return quotes.get(new Key(quoteGroup, quoteId));
  }

  /** The group's protection; of a group without, no limits. */
  public synchronized Protection protection(String quoteGroup) {
    return protections.getOrDefault(
        quoteGroup, new Protection(quoteGroup, ProtectionLimits.NONE, false));
  }

  public synchronized List<Protection> protections() {
    return new ArrayList<>(protections.values());
  }
}
