package com.ballastmarkets.clearing;

import com.ballastmarkets.clearing.fee.FeeMeter;
import com.ballastmarkets.clearing.limit.PositionLimits;
import com.ballastmarkets.clearing.liquidation.MarginWatch;
import com.ballastmarkets.clearing.liquidation.Shortfalls;
import com.ballastmarkets.clearing.liquidation.Takeovers;
import com.ballastmarkets.clearing.margin.InitialMargin;
import com.ballastmarkets.clearing.margin.MarginReport;
import com.ballastmarkets.clearing.margin.MarginStatement;
import com.ballastmarkets.clearing.margin.Reservation;
import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.portfolio.Positions;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.clearing.settlement.Bonds;
import com.ballastmarkets.clearing.settlement.Settlement;
import com.ballastmarkets.clearing.treasury.Contributions;
import com.ballastmarkets.clearing.treasury.MakerRewards;
import com.ballastmarkets.clearing.treasury.Treasury;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.EventSink;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counterparty to every trade: accounts, cash, positions, margin, fees, limits, variation and
 * settlement. It is called by the engine inside the step of a command, between {@link #begin} and
 * {@link #end}, by one thread; it reads no clock.
 *
 * <p>Accounts and markets go by dense handles, {@link #account} and {@link #market}; a handle means
 * the same as long as its account or market is there, through snapshots too. A method that answers
 * a {@link RejectReason} has changed nothing; the caller tells it. One that answers null has done
 * it and has told the sink, with {@code NothingToDo} if it had been done before.
 *
 * <p>{@code PositionUpdated} comes once per position that changed and {@code AccountUpdated} once
 * per account that was touched, at {@link #end}, in the order of the first touch. {@code CashMoved}
 * comes at once, but the house's fee income: once per market and command.
 */
public final class ClearingHouse {
  private static final int UNKNOWN = -1;

  private final Accounts accounts;
  private final Markets markets = new Markets();
  private final Positions positions = new Positions();
  private final InitialMargin margin = new InitialMargin(markets);
  private final Reservation reservation = new Reservation(markets, margin);
  private final Postings postings;
  private final Treasury treasury;
  private final Settlement settlement;
  private final Bonds bonds;
  private final Listing listing;
  private final Takeovers takeovers;
  private final Contributions contributions;
  private final MakerRewards rewards;
  private final PositionLimits limits;
  private final MarginWatch watch;
  private final Shortfalls shortfalls;
  private final Membership membership;
  private final MarketOrders orders;
  private final LegOrders legOrders;
  private final MarginReport report = new MarginReport(markets, margin);

  /** A clearing house on its first day: the system accounts, no markets. */
  public ClearingHouse() {
    this(new Accounts());
  }

  private ClearingHouse(Accounts accounts) {
    this.accounts = accounts;
    accounts.openSystemAccounts();
    postings = new Postings(accounts.require(SystemAccounts.HOUSE));
    treasury = new Treasury(accounts, postings, margin, reservation);
    settlement = new Settlement(markets, positions, postings);
    bonds = new Bonds(accounts, postings, margin, reservation);
    listing = new Listing(accounts, markets, positions);
    takeovers = new Takeovers(accounts, markets, positions, margin, postings);
    contributions = new Contributions(accounts, postings, treasury, reservation);
    rewards = new MakerRewards(accounts, postings, treasury);
    limits = new PositionLimits(accounts, markets, postings);
    watch = new MarginWatch(accounts, markets, margin);
    shortfalls =
        new Shortfalls(accounts, positions, margin, postings, contributions, takeovers, watch);
    membership = new Membership(accounts, margin, reservation, postings);
    orders = new MarketOrders(accounts, markets, positions, reservation, postings);
    legOrders = new LegOrders(accounts, markets, positions, reservation, postings);
  }

  // ---- the step ----------------------------------------------------------------------------

  /** Begins a step at the venue's time; what happens in it is told to the sink. */
  public void begin(long timeNanos, EventSink sink) {
    postings.begin(timeNanos, sink);
  }

  /** Ends the step: tells the positions and accounts that it touched. */
  public void end() {
    final List<Account> touched = postings.finish();
    for (int i = 0; i < touched.size(); i++) {
      final Account account = touched.get(i);
      final long equity = margin.equityMicros(account);
      final long available = margin.availableMicros(account, equity, postings.timeNanos());
      postings.tell(
          new Event.AccountUpdated(
              account.accountId(),
              account.cashMicros(),
              equity,
              Math.subtractExact(equity, available),
              available,
              margin.withheldMicros(account)));
      if (account.isWatched() || (available < 0 && watch.isShort(account, postings.timeNanos()))) {
        watch.touched(account, postings.timeNanos());
      }
    }
    postings.end();
  }

  // ---- accounts and treasury ---------------------------------------------------------------

  /** The handle of an account, −1 if there is none. */
  public int account(long accountId) {
    final Account account = accounts.find(accountId);
    return account == null ? UNKNOWN : account.handle();
  }

  public long accountId(int account) {
    return accounts.get(account).accountId();
  }

  public long participantOf(int account) {
    return accounts.get(account).participant().participantId();
  }

  /** How many accounts there are: handles are 0 up to this. */
  public int accountCount() {
    return accounts.count();
  }

  /** Opens an account: {@code ACCOUNT_EXISTS}, {@code INVALID_LEVERAGE}. */
  public @Nullable RejectReason openAccount(
      long accountId, long participantId, AccountKind kind, int leverage) {
    return membership.open(accountId, participantId, kind, leverage);
  }

  /** {@code UNKNOWN_ACCOUNT}, {@code INVALID_LEVERAGE}, {@code INSUFFICIENT_BALANCE}. */
  public @Nullable RejectReason setLeverage(long accountId, int leverage) {
    return membership.setLeverage(accountId, leverage);
  }

  /** {@code UNKNOWN_ACCOUNT}, {@code INVALID_AMOUNT}, {@code REFERENCE_USED}. */
  public @Nullable RejectReason deposit(long accountId, long amountMicros, String reference) {
    return treasury.deposit(accountId, amountMicros, reference);
  }

  /**
   * {@code UNKNOWN_ACCOUNT}, {@code INVALID_AMOUNT}, {@code REFERENCE_USED}, {@code
   * INSUFFICIENT_BALANCE}.
   */
  public @Nullable RejectReason reserveWithdrawal(
      long accountId, long amountMicros, String reference) {
    return treasury.reserve(accountId, amountMicros, reference);
  }

  /** {@code WITHDRAWAL_NOT_FOUND}, {@code WITHDRAWAL_CLOSED} if it was released. */
  public @Nullable RejectReason confirmWithdrawal(String reference) {
    return treasury.confirm(reference);
  }

  /** {@code WITHDRAWAL_NOT_FOUND}, {@code WITHDRAWAL_CLOSED} if it was confirmed. */
  public @Nullable RejectReason releaseWithdrawal(String reference) {
    return treasury.release(reference);
  }

  /** After a reject for money or a limit: what was needed (U, or lots for a position limit). */
  public long requiredMicros() {
    return reservation.required();
  }

  /** After a reject for money or a limit: what there was (U, or lots for a position limit). */
  public long availableMicros() {
    return reservation.available();
  }

  public long cashMicros(int account) {
    return accounts.get(account).cashMicros();
  }

  /** Cash + Σ unrealised P&amp;L at mark. */
  public long equityMicros(int account) {
    return margin.equityMicros(accounts.get(account));
  }

  /** Equity − margin − reserved withdrawals: what new orders may use. */
  public long availableMicros(int account) {
    return margin.availableMicros(accounts.get(account), postings.timeNanos());
  }

  /** What is available, but for profit that a void could still take back. */
  public long withdrawableMicros(int account) {
    return margin.withdrawableMicros(accounts.get(account), postings.timeNanos());
  }

  /** How the account's margin comes about, at the time of the last step. */
  public MarginStatement explain(int account) {
    return report.of(accounts.get(account), postings.timeNanos());
  }

  /**
   * How the account's margin would be with this order open; changes nothing. Whether it would be
   * taken is asked with {@link #whyRefused}.
   */
  public MarginStatement explainWith(
      int account, int market, Side side, long priceMicros, long lots) {
    return orders.with(account, market, side, priceMicros, lots, () -> explain(account));
  }

  // ---- markets -----------------------------------------------------------------------------

  /**
   * Whether the clearing house can carry the contract: amounts fit, and what it refers to is listed
   * here and fits. A combo is never held, so it is never listed here.
   */
  public boolean isListable(Instrument instrument) {
    return markets.isListable(instrument);
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
    if (!markets.isListable(instrument)) {
      throw new IllegalArgumentException("the market can not be cleared: " + instrument.symbol());
    }
    return listing.list(instrument, orders);
  }

  /** The handle of a market that is listed and not yet settled or void, else −1. */
  public int market(int marketId) {
    return markets.handle(marketId);
  }

  /** Sets the mark, within the contract's range. Tells nothing. */
  public void mark(int market, long priceMicros) {
    watch.marked(market, markets.marks()[market], priceMicros);
    markets.mark(market, priceMicros);
  }

  public long markMicros(int market) {
    return markets.marks()[market];
  }

  // ---- orders and fills --------------------------------------------------------------------

  /**
   * Tests the participant's limit ({@code POSITION_LIMIT_EXCEEDED}), then margin and fee at the
   * order's own price ({@code INSUFFICIENT_BALANCE}, {@code MARGIN_USAGE_TOO_HIGH}), and reserves
   * the order. An order that adds no risk always passes the margin test.
   */
  public @Nullable RejectReason reserve(
      int account, int market, Side side, long priceMicros, long lots) {
    return orders.reserve(account, market, side, priceMicros, lots);
  }

  /** What {@link #reserve} would answer now; changes nothing. */
  public @Nullable RejectReason whyRefused(
      int account, int market, Side side, long priceMicros, long lots) {
    return orders.whyRefused(account, market, side, priceMicros, lots);
  }

  /**
   * The account's position in a market where it has an order: orders that remember it need not look
   * it up again. It stays the same until the market is settled or void.
   */
  public Position position(int account, int market) {
    return positions.require(account, market);
  }

  /** Frees lots that were reserved at this price: a cancel, a replace down or before another. */
  public void release(int account, int market, Side side, long priceMicros, long lots) {
    release(positions.require(account, market), side, priceMicros, lots);
  }

  /** As above, of a known position. */
  public void release(Position position, Side side, long priceMicros, long lots) {
    orders.release(position, side, priceMicros, lots);
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
    return replace(
        positions.require(account, market), side, oldPriceMicros, oldLots, newPriceMicros, newLots);
  }

  /** As above, of a known position. */
  public @Nullable RejectReason replace(
      Position position,
      Side side,
      long oldPriceMicros,
      long oldLots,
      long newPriceMicros,
      long newLots) {
    return orders.replace(position, side, oldPriceMicros, oldLots, newPriceMicros, newLots);
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
    return fill(
        positions.require(account, market),
        side,
        orderPriceMicros,
        tradePriceMicros,
        lots,
        meter,
        maker,
        tradeId);
  }

  /** As above, of a known position. */
  public long fill(
      Position position,
      Side side,
      long orderPriceMicros,
      long tradePriceMicros,
      long lots,
      FeeMeter meter,
      boolean maker,
      long tradeId) {
    return orders.fill(
        position, side, orderPriceMicros, tradePriceMicros, lots, meter, maker, tradeId);
  }

  /** Orders of combos, reserved and filled in the combo's legs; used inside a step. */
  public LegOrders legOrders() {
    return legOrders;
  }

  /** The account's position, in signed lots. */
  public long positionLots(int account, int market) {
    final Position position = positions.find(account, market);
    return position == null ? 0 : position.lots();
  }

  /** Whether the account has ever traded in the market. */
  public boolean everHeld(int account, int market) {
    final Position position = positions.find(account, market);
    return position != null && position.traded();
  }

  // ---- variation and settlement ------------------------------------------------------------

  /** Pays the variation of all markets in cash against their marks. */
  public void settleDaily() {
    settlement.settleDaily();
  }

  /** Pays a market at its value and forgets it. Its orders must be released. */
  public void settle(int market, long valueMicros) {
    settlement.settle(markets.require(market), valueMicros);
    watch.forget(market);
  }

  /** Takes back all that a market ever paid, but fees, and forgets it. Orders: as above. */
  public void voidMarket(int market) {
    settlement.reverse(markets.require(market));
    watch.forget(market);
  }

  /** Moves a dispute's bond into escrow: {@code INSUFFICIENT_BALANCE}. */
  public @Nullable RejectReason postBond(
      int account, int marketId, long amountMicros, long disputeId) {
    return bonds.post(accounts.get(account), marketId, amountMicros, disputeId);
  }

  /** Moves a bond from escrow back to the account. */
  public void returnBond(int account, int marketId, long amountMicros, long disputeId) {
    bonds.giveBack(accounts.get(account), marketId, amountMicros, disputeId);
  }

  /** Moves a bond from escrow to the insurance fund. */
  public void forfeitBond(int marketId, long amountMicros, long disputeId) {
    bonds.forfeit(marketId, amountMicros, disputeId);
  }

  /** Usage, takeovers and covered losses of leveraged accounts; used inside a step. */
  public Takeovers takeovers() {
    return takeovers;
  }

  /** Who has to be looked at after a step. */
  public MarginWatch watch() {
    return watch;
  }

  /** What the insurance fund can not bear; used inside a step. */
  public Shortfalls shortfalls() {
    return shortfalls;
  }

  /**
   * The default fund and the house's tranche: {@code UNKNOWN_ACCOUNT}, {@code INVALID_AMOUNT},
   * {@code REFERENCE_USED}, {@code INSUFFICIENT_BALANCE}, {@code MARGIN_USAGE_TOO_HIGH}.
   */
  public @Nullable RejectReason change(Command.DefaultFund command) {
    return switch (command) {
      case Command.DefaultFund.PayContribution(var account, var amount, var reference) ->
          contributions.pay(account, amount, reference);
      case Command.DefaultFund.ReturnContribution(var account, var amount, var reference) ->
          contributions.giveBack(account, amount, reference);
      case Command.DefaultFund.FundHouseTranche(var amount, var reference) ->
          contributions.fundTranche(amount, reference);
    };
  }

  /**
   * Position limits and hedge exemptions: {@code INVALID_POSITION_LIMIT}, {@code
   * UNKNOWN_PARTICIPANT}, {@code MARKET_NOT_FOUND}.
   */
  public @Nullable RejectReason change(Command.Limits command) {
    return limits.change(command);
  }

  /**
   * Pays makers: {@code UNKNOWN_ACCOUNT}, {@code INVALID_AMOUNT}, {@code REFERENCE_USED}, {@code
   * INSUFFICIENT_BALANCE} of the house.
   */
  public @Nullable RejectReason pay(Command.PayMakerRewards command) {
    return rewards.pay(command);
  }

  // ---- state -------------------------------------------------------------------------------

  /** Writes everything, between steps. */
  public void writeState(StateOutput output) {
    ClearingState.write(output, accounts, markets, positions, treasury, contributions, limits);
  }

  /**
   * Reads what {@link #writeState} wrote.
   *
   * @param instruments terms by market id, of every market that was listed here
   * @param timeNanos of the last step
   */
  public static ClearingHouse readState(
      StateInput input, IntFunction<Instrument> instruments, long timeNanos) {
    final int version = ClearingState.version(input);
    final ClearingHouse house = new ClearingHouse(ClearingState.readAccounts(input));
    ClearingState.read(
        input,
        version,
        house.accounts,
        house.markets,
        house.positions,
        house.treasury,
        house.contributions,
        house.limits,
        instruments);
    house.watch.restore(timeNanos);
    return house;
  }
}
