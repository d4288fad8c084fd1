package com.ballastmarkets.clearing.portfolio;

import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.clearing.product.Underlying;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** All positions: by account and market, and by market in the order of their first order. */
public final class Positions {
  private final Long2ObjectHashMap<Position> byKey = new Long2ObjectHashMap<>();
  private final Int2ObjectHashMap<List<Position>> byMarket = new Int2ObjectHashMap<>();

  public Positions() {}

  private static long key(int account, int market) {
    return ((long) account << 32) | market;
  }

  public @Nullable Position find(int account, int market) {
    return byKey.get(key(account, market));
  }

  /** A position that must be there. */
  public Position require(int account, int market) {
    final Position position = byKey.get(key(account, market));
    if (position == null) {
      throw new IllegalStateException("no position of account handle " + account);
    }
    return position;
  }

  /** Opens a position that is not there yet. */
  public Position open(Account account, ClearedMarket market) {
    final Exposure exposure = exposureFor(account, market.underlying());
    final Position position = new Position(exposure, market);
    exposure.add(position);
    joinSiblings(position);
    byKey.put(key(account.handle(), market.handle()), position);
    byMarket.computeIfAbsent(market.handle(), _ -> new ArrayList<>()).add(position);
    return position;
  }

  private void joinSiblings(Position position) {
    for (Account other : position.account().participant().accounts()) {
      final Position sibling = find(other.handle(), position.market().handle());
      if (sibling != null) {
        position.sibling = sibling.sibling;
        sibling.sibling = position;
        return;
      }
    }
  }

  private static void leaveSiblings(Position position) {
    Position before = position;
    while (before.sibling != position) {
      before = before.sibling;
    }
    before.sibling = position.sibling;
    position.sibling = position;
  }

  private static Exposure exposureFor(Account account, Underlying underlying) {
    final Exposure known = exposure(account, underlying);
    if (known != null) {
      return known;
    }
    final Exposure exposure = new Exposure(account, underlying);
    account.add(exposure);
    return exposure;
  }

  /** What an account has on an underlying, or null. */
  public static @Nullable Exposure exposure(Account account, Underlying underlying) {
    for (Exposure exposure : account.exposures()) {
      if (exposure.underlying() == underlying) {
        return exposure;
      }
    }
    return null;
  }

  /** The positions of a market, oldest first. */
  public List<Position> of(ClearedMarket market) {
    final List<Position> positions = byMarket.get(market.handle());
    return positions == null ? List.of() : positions;
  }

  /** Takes back a position that was opened last and never used. */
  public void dropUnused(Position position) {
    if (!position.isUnused()) {
      return;
    }
    final List<Position> siblings = byMarket.get(position.market().handle());
    if (siblings != null && siblings.getLast() == position) {
      siblings.removeLast();
      detach(position);
    }
  }

  /** Forgets all positions of a market, which must be empty. */
  public void forget(ClearedMarket market) {
    final List<Position> gone = byMarket.remove(market.handle());
    if (gone != null) {
      gone.forEach(this::detach);
    }
  }

  private void detach(Position position) {
    final Exposure exposure = position.exposure();
    final Account account = position.account();
    byKey.remove(key(account.handle(), position.market().handle()));
    exposure.remove(position);
    leaveSiblings(position);
    if (exposure.first() == null) {
      account.remove(exposure);
    }
  }
}
