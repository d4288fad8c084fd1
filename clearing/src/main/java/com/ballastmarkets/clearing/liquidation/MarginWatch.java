package com.ballastmarkets.clearing.liquidation;

import com.ballastmarkets.clearing.margin.InitialMargin;
import com.ballastmarkets.clearing.margin.LeverageRamp;
import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Exposure;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.clearing.product.Underlying;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Knows which leveraged accounts may have moved on the ladder, and which others a void has left
 * short, without looking at those that can not have. An account is looked at again when its money
 * or positions changed, when the marks of what it holds have moved further than its <i>slack</i>,
 * when a market that it holds changed its phase, and in the last day of what can jump, where
 * leverage falls, every minute.
 *
 * <p>Slack: margin is at most the face part F, in which there is no mark, so with equity E usage
 * stays below 60 % until E has fallen to F ÷ 0.6. A mark that moves by d takes lots × d of it at
 * most. A maker with 1,000.00 of equity and a face part of 300.00 has a slack of 500.00: 70 lots of
 * an index can lose 7 points before anybody computes. Held markets share the slack evenly, so that
 * a mark that moves is compared with one figure, however many hold the market: the <i>alarm</i>,
 * how far the mark may travel until the first holder's share is used up.
 *
 * <p>Nothing here is state: what is forgotten with a snapshot only makes an account looked at once
 * more, which tells nothing.
 */
public final class MarginWatch {
  private final Accounts accounts;
  private final Markets markets;
  private final InitialMargin margin;
  private final RampTimers ramps = new RampTimers();

  /** The watched accounts' positions that are not flat, by market handle; others drop out. */
  private final Int2ObjectHashMap<List<Position>> holders = new Int2ObjectHashMap<>();

  // By market handle: how far the mark has travelled in all, and the least alarm of its holders.
  private long[] travelled = new long[64];
  private long[] alarms = new long[64];

  private boolean[] isPending = new boolean[16];
  private int[] pending = new int[16];
  private int pendingCount;

  public MarginWatch(Accounts accounts, Markets markets, InitialMargin margin) {
    this.accounts = accounts;
    this.markets = markets;
    this.margin = margin;
  }

  // ---- what happens ------------------------------------------------------------------------

  /** A watched account was touched in a step. */
  public void touched(Account account, long timeNanos) {
    if (account.takeChange()) {
      listPositions(account, timeNanos);
      look(account);
    }
  }

  /** A market's mark moves. */
  public void marked(int market, long fromMicros, long toMicros) {
    reserve(market);
    travelled[market] = Math.addExact(travelled[market], Math.abs(toMicros - fromMicros));
    final List<Position> positions = holders.get(market);
    if (positions != null && travelled[market] > alarms[market]) {
      ring(positions, market);
    }
  }

  /** Looks at those whose share of the slack is used up, and finds who is next. */
  private void ring(List<Position> positions, int market) {
    long next = Long.MAX_VALUE;
    for (int i = positions.size() - 1; i >= 0; i--) {
      final Position position = positions.get(i);
      if (isGone(position)) {
        drop(positions, i);
        continue;
      }
      if (position.alarm() < travelled[market]) {
        look(position.account());
        position.alarm(travelled[market]);
      }
      next = Math.min(next, position.alarm());
    }
    alarms[market] = next;
  }

  /** The account's alarms ring when its markets together may have taken so much of its equity. */
  private void allow(Account account, long slackMicros) {
    final int count = account.heldCount();
    for (int i = 0; i < count; i++) {
      final Position position = account.held(i);
      final int market = position.market().handle();
      reserve(market);
      set(position, market, travelled[market] + slackMicros / count / Math.abs(position.lots()));
    }
  }

  private void set(Position position, int market, long alarm) {
    position.alarm(alarm);
    alarms[market] = Math.min(alarms[market], alarm);
  }

  private void reserve(int market) {
    if (market >= travelled.length) {
      final int length = travelled.length;
      travelled = Arrays.copyOf(travelled, Math.max(market + 1, length * 2));
      alarms = Arrays.copyOf(alarms, travelled.length);
    }
  }

  /** Something else about a market changed, as its phase: all who hold it are looked at. */
  public void changed(int market) {
    final List<Position> positions = holders.get(market);
    if (positions != null) {
      for (int i = positions.size() - 1; i >= 0; i--) {
        if (isGone(positions.get(i))) {
          drop(positions, i);
        } else {
          look(positions.get(i).account());
        }
      }
    }
  }

  /** A market is settled or void. */
  public void forget(int market) {
    holders.remove(market);
    ramps.forget(market);
  }

  private static boolean isGone(Position position) {
    return position.lots() == 0 || !position.account().isWatched();
  }

  private static void drop(List<Position> positions, int index) {
    positions.get(index).watched(false);
    final Position last = positions.removeLast();
    if (index < positions.size()) {
      positions.set(index, last);
    }
  }

  private void listPositions(Account account, long timeNanos) {
    for (Exposure exposure : account.exposures()) {
      for (Position position = exposure.first(); position != null; position = position.next()) {
        if (position.lots() != 0 && !position.isWatched()) {
          final int market = position.market().handle();
          position.watched(true);
          holders.computeIfAbsent(market, _ -> new ArrayList<>()).add(position);
          ramps.watch(market, exposure.underlying(), timeNanos);
          reserve(market);
          set(position, market, travelled[market]);
        }
      }
    }
  }

  // ---- the last day ------------------------------------------------------------------------

  /** When leverage has fallen by so much that the holders of a market are to be looked at. */
  public long nextRamp() {
    return ramps.next();
  }

  /** Looks at the holders of the markets whose leverage falls and that are due. */
  public void ramp(long timeNanos) {
    for (int market = ramps.takeDue(timeNanos); market >= 0; market = ramps.takeDue(timeNanos)) {
      changed(market);
      final List<Position> positions = holders.get(market);
      if (positions != null && !positions.isEmpty()) {
        ramps.watch(market, markets.require(market).underlying(), timeNanos);
      }
    }
  }

  // ---- who is looked at --------------------------------------------------------------------

  private void look(Account account) {
    final int handle = account.handle();
    if (handle >= isPending.length) {
      isPending = Arrays.copyOf(isPending, Math.max(handle + 1, isPending.length * 2));
    }
    if (!isPending[handle]) {
      isPending[handle] = true;
      if (pendingCount == pending.length) {
        pending = Arrays.copyOf(pending, pendingCount * 2);
      }
      pending[pendingCount++] = handle;
    }
  }

  /** Whether an account is to be looked at. */
  public boolean isPending() {
    return pendingCount > 0;
  }

  /** Takes the accounts that are to be looked at, by handle, ascending. */
  public int[] takePending() {
    final int[] taken = Arrays.copyOf(pending, pendingCount);
    Arrays.sort(taken);
    pendingCount = 0;
    for (int handle : taken) {
      isPending[handle] = false;
    }
    return taken;
  }

  /**
   * Whether a client without leverage can lose more than it has. Nothing but a void brings it
   * there, of a contract whose profit it has used; the marks have no say in it.
   */
  public boolean isShort(Account account, long timeNanos) {
    return account.leverage() == 1
        && account.kind() == AccountKind.CLIENT
        && margin.freeMicros(account, timeNanos) < 0;
  }

  /** The same of a handle. */
  public boolean isShort(int handle, long timeNanos) {
    return isShort(accounts.get(handle), timeNanos);
  }

  /** Looks at an account: its standing by its figures of now. */
  public MarginStanding look(int handle, long timeNanos) {
    final Account account = accounts.get(handle);
    if (account.leverage() == 1 && !isShort(account, timeNanos)) {
      return MarginStanding.SAFE;
    }
    final long equity = Math.subtractExact(margin.equityMicros(account), account.reservedMicros());
    long loss = 0;
    long tiedUp = 0;
    long face = 0;
    boolean ramping = false;
    for (Exposure exposure : account.exposures()) {
      loss = Math.addExact(loss, margin.positionsLossMicros(exposure));
      tiedUp = Math.addExact(tiedUp, margin.positionsMarginMicros(exposure, timeNanos));
      face = Math.addExact(face, margin.positionsFaceMicros(exposure, timeNanos));
      ramping |= isRamping(exposure.underlying(), timeNanos);
    }
    final MarginStanding standing = AccountFigures.standing(equity, loss, tiedUp);
    final long slack = ramping ? 0 : Math.subtractExact(equity, atTarget(face));
    allow(account, standing == MarginStanding.SAFE ? Math.max(0, slack) : 0);
    return standing;
  }

  private static boolean isRamping(Underlying underlying, long timeNanos) {
    return underlying.jumps() && timeNanos >= LeverageRamp.beginNanos(underlying);
  }

  /** The equity at which this margin is 60 % of it, rounded up, and one more. */
  private static long atTarget(long marginMicros) {
    final int target = LiquidationRules.TARGET_PERCENT;
    return marginMicros / target * 100 + Math.ceilDiv(marginMicros % target * 100, target) + 1;
  }

  /** The leveraged positions of a market, in any order. */
  List<Position> leveraged(int market) {
    final List<Position> positions = holders.get(market);
    return positions == null
        ? List.of()
        : positions.stream()
            .filter(
                position -> !isGone(position) && position.account().kind() == AccountKind.CLIENT)
            .toList();
  }

  /** Begins to watch accounts that were read from a snapshot. */
  public void restore(long timeNanos) {
    for (int handle = 0; handle < accounts.count(); handle++) {
      final Account account = accounts.get(handle);
      if (account.isWatched()) {
        account.takeChange();
        listPositions(account, timeNanos);
      }
    }
  }
}
