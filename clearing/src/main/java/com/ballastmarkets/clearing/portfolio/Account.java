package com.ballastmarkets.clearing.portfolio;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One account: its cash, and sums over its positions that are kept up with every change. */
public final class Account {
  private final int handle;
  private final long accountId;
  private final Participant participant;
  private final AccountKind kind;
  private int leverage;
  private long cashMicros;
  private long reservedMicros;

  /** Σ over underlyings of the worst outcome. */
  private long guaranteedMicros;

  private long openValueMicros;

  /** Σ over positions of {@link Position#securedMicros}. */
  private long securedMicros;

  // Market and lots of the positions that are not flat, in turn, so that valuing them reads
  // memory in a row; and whose they are.
  private long[] heldLots = new long[8];
  private Position[] held = new Position[4];
  private int heldCount;

  private final List<Exposure> exposures = new ArrayList<>(2);
  private final MarginRow margins = new MarginRow();
  long touchedStep;
  private boolean changed;
  private MarginStanding standing = MarginStanding.SAFE;

  Account(int handle, long accountId, Participant participant, AccountKind kind, int leverage) {
    this.handle = handle;
    this.accountId = accountId;
    this.participant = participant;
    this.kind = kind;
    this.leverage = leverage;
  }

  public int handle() {
    return handle;
  }

  public long accountId() {
    return accountId;
  }

  public Participant participant() {
    return participant;
  }

  public AccountKind kind() {
    return kind;
  }

  /** L, 1 to 10. */
  public int leverage() {
    return leverage;
  }

  public void leverage(int tier) {
    leverage = tier;
    margins.forgetAll();
    changed = true;
  }

  /** Where it stands on the ladder of margin usage, as it was told last. */
  public MarginStanding standing() {
    return standing;
  }

  public void standing(MarginStanding now) {
    standing = now;
  }

  /** Whether it can lose more than it has, or carries what others lost: its figures are watched. */
  public boolean isWatched() {
    return leverage > 1 || kind == AccountKind.INSURANCE_FUND || standing != MarginStanding.SAFE;
  }

  /** Whether money or positions, not only orders, have changed since this was asked last. */
  public boolean takeChange() {
    final boolean was = changed;
    changed = false;
    return was;
  }

  /** Settled cash, reserved withdrawals included. */
  public long cashMicros() {
    return cashMicros;
  }

  /** Cash that is set aside for withdrawals. */
  public long reservedMicros() {
    return reservedMicros;
  }

  /** Sets more aside, or less. */
  public void reserve(long deltaMicros) {
    reservedMicros = Math.addExact(reservedMicros, deltaMicros);
    changed = true;
  }

  /**
   * Σ over underlyings of what positions bring in their worst outcome, open orders filled where
   * that is worse, fees included: mostly negative, and free of marks.
   */
  public long guaranteedMicros() {
    return guaranteedMicros;
  }

  /** Σ over positions of the profit that is secured but not yet final; free of marks. */
  public long securedMicros() {
    return securedMicros;
  }

  /** Cash + Σ unrealised P&amp;L, with marks by market handle. */
  public long equityMicros(long[] marks) {
    long equity = Math.subtractExact(cashMicros, openValueMicros);
    for (int i = 0; i < 2 * heldCount; i += 2) {
      final long mark = marks[(int) heldLots[i]];
      equity = Math.addExact(equity, Math.multiplyExact(heldLots[i + 1], mark));
    }
    return equity;
  }

  /** Underlyings in which it has a position, an order, or had one. */
  public List<Exposure> exposures() {
    return exposures;
  }

  /** What is known of their margins, by their places in {@link #exposures}. */
  public MarginRow margins() {
    return margins;
  }

  void add(Exposure exposure) {
    exposure.index = exposures.size();
    exposures.add(exposure);
  }

  void remove(Exposure exposure) {
    exposures.remove(exposure.index);
    margins.remove(exposure.index);
    for (int i = exposure.index; i < exposures.size(); i++) {
      exposures.get(i).index = i;
    }
  }

  /** How many positions are not flat. */
  public int heldCount() {
    return heldCount;
  }

  /** One of the positions that are not flat, in any order. */
  public Position held(int index) {
    return held[index];
  }

  /** Sets the cash as it was written. */
  public void restoreCash(long cash) {
    cashMicros = cash;
  }

  void cash(long deltaMicros) {
    cashMicros = Math.addExact(cashMicros, deltaMicros);
    changed = true;
  }

  void guarantee(long deltaMicros) {
    guaranteedMicros = Math.addExact(guaranteedMicros, deltaMicros);
  }

  void secure(long deltaMicros) {
    securedMicros = Math.addExact(securedMicros, deltaMicros);
  }

  void openValue(long deltaMicros) {
    openValueMicros = Math.addExact(openValueMicros, deltaMicros);
  }

  /** Keeps the row of held positions in step with a position's lots. */
  void hold(Position position) {
    changed = true;
    final int at = position.heldIndex;
    if (position.lots() == 0) {
      if (at >= 0) {
        drop(at);
        position.heldIndex = -1;
      }
      return;
    }
    if (at >= 0) {
      heldLots[2 * at + 1] = position.lots();
      return;
    }
    if (heldCount == held.length) {
      heldLots = Arrays.copyOf(heldLots, heldCount * 4);
      held = Arrays.copyOf(held, heldCount * 2);
    }
    heldLots[2 * heldCount] = position.market().handle();
    heldLots[2 * heldCount + 1] = position.lots();
    held[heldCount] = position;
    position.heldIndex = heldCount++;
  }

  private void drop(int at) {
    final int last = --heldCount;
    heldLots[2 * at] = heldLots[2 * last];
    heldLots[2 * at + 1] = heldLots[2 * last + 1];
    held[at] = held[last];
    held[at].heldIndex = at;
  }
}
