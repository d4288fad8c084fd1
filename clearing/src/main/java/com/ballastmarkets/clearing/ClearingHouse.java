package com.ballastmarkets.clearing;

import com.ballastmarkets.clearing.fee.FeeMeter;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counterparty to every trade: accounts, cash, positions, margin, fees, limits, variation and
 * settlement. It is called by the engine inside the step of a command, between {@link #begin} and
 * {@link #end}, by one thread; it reads no clock.
 *
 * <p>Accounts and markets go by dense handles, {@link #account} and {@link #market}; a handle means
 * the same for ever, through snapshots too. A method that answers a {@link RejectReason} has
 * changed nothing; the caller tells it. One that answers null has done it and has told the sink,
 * with {@code NothingToDo} if it had been done before.
 *
 * <p>{@code PositionUpdated} comes once per position that changed and {@code AccountUpdated} once
 * per account that was touched, at {@link #end}, in the order of the first touch. {@code CashMoved}
 * comes at once, but the house's fee income: once per market and command.
 */
public final class ClearingHouse {
  /** A clearing house on its first day: the system accounts, no markets. */
  public ClearingHouse() {}

  // ---- the step ----------------------------------------------------------------------------

  /** Begins a step at the venue's time; what happens in it is told to the sink. */
  public void begin(long timeNanos, EventSink sink) {
    throw new UnsupportedOperationException();
  }

  /** Ends the step: tells the positions and accounts that it touched. */
  public void end() {
    throw new UnsupportedOperationException();
  }

  // ---- accounts and treasury ---------------------------------------------------------------

  /** The handle of an account, −1 if there is none. */
  public int account(long accountId) {
    throw new UnsupportedOperationException();
  }

  public long accountId(int account) {
    throw new UnsupportedOperationException();
  }

  public long participantOf(int account) {
    throw new UnsupportedOperationException();
  }

  /** How many accounts there are: handles are 0 up to this. */
  public int accountCount() {
    throw new UnsupportedOperationException();
  }

  /** Opens an account: {@code ACCOUNT_EXISTS}, {@code INVALID_LEVERAGE}. */
  public @Nullable RejectReason openAccount(
      long accountId, long participantId, AccountKind kind, int leverage) {
    throw new UnsupportedOperationException();
  }

  /** {@code UNKNOWN_ACCOUNT}, {@code INVALID_LEVERAGE}, {@code INSUFFICIENT_BALANCE}. */
  public @Nullable RejectReason setLeverage(long accountId, int leverage) {
    throw new UnsupportedOperationException();
  }

  /** {@code UNKNOWN_ACCOUNT}, {@code INVALID_AMOUNT}, {@code REFERENCE_USED}. */
  public @Nullable RejectReason deposit(long accountId, long amountMicros, String reference) {
    throw new UnsupportedOperationException();
  }

  /**
   * {@code UNKNOWN_ACCOUNT}, {@code INVALID_AMOUNT}, {@code REFERENCE_USED}, {@code
   * INSUFFICIENT_BALANCE}.
   */
  public @Nullable RejectReason reserveWithdrawal(
      long accountId, long amountMicros, String reference) {
    throw new UnsupportedOperationException();
  }

  /** {@code WITHDRAWAL_NOT_FOUND}, {@code WITHDRAWAL_CLOSED} if it was released. */
  public @Nullable RejectReason confirmWithdrawal(String reference) {
    throw new UnsupportedOperationException();
  }

  /** {@code WITHDRAWAL_NOT_FOUND}, {@code WITHDRAWAL_CLOSED} if it was confirmed. */
  public @Nullable RejectReason releaseWithdrawal(String reference) {
    throw new UnsupportedOperationException();
  }

  /** After a reject for money or a limit: what was needed (U, or lots for a position limit). */
  public long requiredMicros() {
    throw new UnsupportedOperationException();
  }

  /** After a reject for money or a limit: what there was (U, or lots for a position limit). */
  public long availableMicros() {
    throw new UnsupportedOperationException();
  }

  public long cashMicros(int account) {
    throw new UnsupportedOperationException();
  }

  /** Cash + Σ unrealised P&amp;L at mark. */
  public long equityMicros(int account) {
    throw new UnsupportedOperationException();
  }

  /** Equity − margin − reserved withdrawals: what new orders and withdrawals may use. */
  public long availableMicros(int account) {
    throw new UnsupportedOperationException();
  }

  // ---- markets -----------------------------------------------------------------------------

  /**
   * Whether the clearing house can carry the contract: amounts fit, and what it refers to is listed
   * here and fits. A combo is never held, so it is never listed here.
   */
  public boolean isListable(Instrument instrument) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes a market on, marked at its reference price.
   *
   * @param orders the open orders of the markets on the same underlying: an option adds its strike
   *     to the outcomes that they are margined at
   * @return its handle
   * @throws IllegalArgumentException if not {@link #isListable}
   */
  public int list(Instrument instrument, OpenOrders orders) {
    throw new UnsupportedOperationException();
  }

  /** The handle of a market that is listed and not yet settled or void, else −1. */
  public int market(int marketId) {
    throw new UnsupportedOperationException();
  }

  /** Sets the mark, within the contract's range. Tells nothing. */
  public void mark(int market, long priceMicros) {
    throw new UnsupportedOperationException();
  }

  public long markMicros(int market) {
    throw new UnsupportedOperationException();
  }

  /** Sets the position limit per participant, in lots, from now on. */
  public void setPositionLimit(int market, long lots) {
    throw new UnsupportedOperationException();
  }

  // ---- orders and fills --------------------------------------------------------------------

  /**
   * Tests the participant's limit ({@code POSITION_LIMIT_EXCEEDED}), then margin and fee at the
   * order's own price ({@code INSUFFICIENT_BALANCE}, {@code MARGIN_USAGE_TOO_HIGH}), and reserves
   * the order. An order that adds no risk always passes the margin test.
   */
  public @Nullable RejectReason reserve(
      int account, int market, Side side, long priceMicros, long lots) {
    throw new UnsupportedOperationException();
  }

  /** Frees lots that were reserved at this price: a cancel, a replace down or before another. */
  public void release(int account, int market, Side side, long priceMicros, long lots) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reserves an order with other terms in the place of the one that is reserved, tested as if that
   * were gone; with a reject, the old reservation stands as it was.
   */
  public @Nullable RejectReason replace(
      int account,
      int market,
      Side side,
      long oldPriceMicros,
      long oldLots,
      long newPriceMicros,
      long newLots) {
    throw new UnsupportedOperationException();
  }

  /**
   * Novates one side of a trade: frees its reservation, moves the position, charges the fee.
   *
   * @param orderPriceMicros the price at which the lots were reserved
   * @param tradePriceMicros the same or better for the order
   * @param meter the order's
   * @return the fee charged, never negative
   */
  public long fill(
      int account,
      int market,
      Side side,
      long orderPriceMicros,
      long tradePriceMicros,
      long lots,
      FeeMeter meter,
      boolean maker,
      long tradeId) {
    throw new UnsupportedOperationException();
  }

  /** The account's position, in signed lots. */
  public long positionLots(int account, int market) {
    throw new UnsupportedOperationException();
  }

  /** Whether the account has ever traded in the market. */
  public boolean everHeld(int account, int market) {
    throw new UnsupportedOperationException();
  }

  // ---- variation and settlement ------------------------------------------------------------

  /** Pays the variation of all markets in cash against their marks. */
  public void settleDaily() {
    throw new UnsupportedOperationException();
  }

  /** Pays a market at its value and forgets it. Its orders must be released. */
  public void settle(int market, long valueMicros) {
    throw new UnsupportedOperationException();
  }

  /** Takes back all that a market ever paid, but fees, and forgets it. Orders: as above. */
  public void voidMarket(int market) {
    throw new UnsupportedOperationException();
  }

  /** Moves a dispute's bond into escrow: {@code INSUFFICIENT_BALANCE}. */
  public @Nullable RejectReason postBond(
      int account, int marketId, long amountMicros, long disputeId) {
    throw new UnsupportedOperationException();
  }

  /** Moves a bond from escrow back to the account. */
  public void returnBond(int account, int marketId, long amountMicros, long disputeId) {
    throw new UnsupportedOperationException();
  }

  /** Moves a bond from escrow to the insurance fund. */
  public void forfeitBond(int marketId, long amountMicros, long disputeId) {
    throw new UnsupportedOperationException();
  }

  // ---- state -------------------------------------------------------------------------------

  /** Writes everything, between steps. */
  public void writeState(StateOutput output) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads what {@link #writeState} wrote.
   *
   * @param instruments terms by market id, of every market that was listed here
   */
  public static ClearingHouse readState(StateInput input, IntFunction<Instrument> instruments) {
    throw new UnsupportedOperationException();
  }
}
