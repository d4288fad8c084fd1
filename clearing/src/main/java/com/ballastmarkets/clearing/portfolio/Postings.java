package com.ballastmarkets.clearing.portfolio;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.EventSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves cash and tells it, and remembers what a step has touched. The house's fee income is told
 * once per market and step; everything else at once.
 */
public final class Postings {
  private static final EventSink NOBODY =
      (timeNanos, event) -> {
        throw new IllegalStateException("no step has begun");
      };

  private final Account house;
  private final List<Account> accounts = new ArrayList<>();
  private final List<Position> positions = new ArrayList<>();
  private EventSink sink = NOBODY;
  private long timeNanos;
  private long step;
  private long incomeMicros;
  private int incomeMarketId;

  /**
   * @param house receives the fees
   */
  public Postings(Account house) {
    this.house = house;
  }

  public void begin(long stepTimeNanos, EventSink eventSink) {
    timeNanos = stepTimeNanos;
    sink = eventSink;
    step++;
  }

  /** The step's time. */
  public long timeNanos() {
    return timeNanos;
  }

  public void tell(Event event) {
    sink.accept(timeNanos, event);
  }

  /** Moves cash of one account; a set of moves sums to zero, or is a deposit or withdrawal. */
  public void move(Account account, CashReason reason, long amountMicros, String reference) {
    move(account, reason, amountMicros, 0, 0, 0, reference);
  }

  /** As above, with the market, lots and price that caused it. */
  public void move(
      Account account,
      CashReason reason,
      long amountMicros,
      int marketId,
      long lots,
      long priceMicros,
      String reference) {
    account.cash(amountMicros);
    touch(account);
    tell(
        new Event.CashMoved(
            account.accountId(),
            reason,
            amountMicros,
            marketId,
            lots,
            priceMicros,
            reference,
            account.cashMicros()));
  }

  /** The house's side of a fee, told later. */
  public void income(int marketId, long feeMicros) {
    if (marketId != incomeMarketId) {
      tellIncome();
      incomeMarketId = marketId;
    }
    incomeMicros = Math.addExact(incomeMicros, feeMicros);
  }

  private void tellIncome() {
    if (incomeMicros != 0) {
      final long amount = incomeMicros;
      incomeMicros = 0;
      move(house, CashReason.FEE, amount, incomeMarketId, 0, 0, "");
    }
  }

  public void touch(Account account) {
    if (account.touchedStep != step) {
      account.touchedStep = step;
      accounts.add(account);
    }
  }

  public void touch(Position position) {
    touch(position.account());
    if (position.touchedStep != step) {
      position.touchedStep = step;
      positions.add(position);
    }
  }

  /** Tells what is left to tell, but the accounts' figures: these are for the caller. */
  public List<Account> finish() {
    tellIncome();
    for (int i = 0; i < positions.size(); i++) {
      final Position position = positions.get(i);
      tell(
          new Event.PositionUpdated(
              position.account().accountId(),
              position.market().marketId(),
              position.lots(),
              position.costMicros(),
              position.openValueMicros(),
              position.paidMicros()));
    }
    positions.clear();
    return accounts;
  }

  /** Ends the step. */
  public void end() {
    accounts.clear();
    sink = NOBODY;
  }
}
