package com.ballastmarkets.domain.event;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.liquidation.LossLayer;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.domain.margin.UnderlyingMargin;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.quote.ProtectionCause;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import com.ballastmarkets.domain.settlement.Ruling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the engine says: a fact, final when it is read. Events carry absolute figures (a
 * position after, a level's whole size), so that a reader needs no arithmetic of the engine's.
 *
 * <p>Cash moves only with {@link CashMoved}: the sum of its amounts over an account is the
 * account's cash, and over all accounts it is what was deposited less what has left.
 */
public sealed interface Event {

  /** What an account has and owes. */
  sealed interface Clearing extends Event {}

  /** Prices and sizes that anyone may see. */
  sealed interface MarketData extends Event {}

  /** What a day or a contract comes to, and how that was found. */
  sealed interface Settlement extends Event {}

  // ---- accounts and money ----------------------------------------------------------------------

  record AccountOpened(long accountId, long participantId, AccountKind kind, int leverage)
      implements Event {}

  record LeverageChanged(long accountId, int leverage) implements Clearing {}

  record KillSwitchChanged(long accountId, boolean engaged) implements Event {}

  /**
   * A switch of a participant, over all its accounts, that are there or come later.
   *
   * @param byOwner whether its own is engaged
   * @param byOperations whether that of operations is
   */
  record ParticipantKillSwitchChanged(long participantId, boolean byOwner, boolean byOperations)
      implements Event {}

  /**
   * Cash of one account changed. Movements that are not deposits or withdrawals come in sets that
   * sum to zero within one command.
   *
   * @param amountMicros signed: what the account gains
   * @param marketId the market that caused it, or 0
   * @param lots the signed position that variation was paid on, or the lots of a fee's fill, else 0
   * @param priceMicros the mark or settlement value of a variation, the price of a fee's fill, else
   *     0
   * @param reference of a deposit or withdrawal; trade id of a fee; dispute id of a bond; else
   *     empty
   * @param cashAfterMicros the account's cash after it
   */
  record CashMoved(
      long accountId,
      CashReason reason,
      long amountMicros,
      int marketId,
      long lots,
      long priceMicros,
      String reference,
      long cashAfterMicros)
      implements Clearing {}

  /**
   * What an account can do with its money, after a command that touched it.
   *
   * @param cashMicros settled cash, reserved withdrawals still included
   * @param equityMicros cash + Σ unrealised P&amp;L at mark
   * @param marginMicros initial margin of positions and open orders, and reserved withdrawals: what
   *     of equity is tied up
   * @param availableMicros equity − margin: what new orders may use
   * @param withheldMicros profit of contracts that may yet be made void: of what is available, the
   *     part that orders may use and withdrawals may not; never negative
   */
  record AccountUpdated(
      long accountId,
      long cashMicros,
      long equityMicros,
      long marginMicros,
      long availableMicros,
      long withheldMicros)
      implements Clearing {

    /** What may leave the venue. */
    public long withdrawableMicros() {
      return Math.max(0, Math.subtractExact(availableMicros, withheldMicros));
    }
  }

  /**
   * A position after a fill, a variation or a settlement.
   *
   * @param lots signed: long above zero
   * @param costMicros what the open lots cost at entry, signed as the lots: for the average price;
   *     a part that is closed takes its share, rounded half to even
   * @param openValueMicros Σ lots × price not yet settled in cash: unrealised P&amp;L = lots × mark
   *     − this
   * @param paidMicros variation and settlement received over the contract's life, signed
   */
  record PositionUpdated(
      long accountId,
      int marketId,
      long lots,
      long costMicros,
      long openValueMicros,
      long paidMicros)
      implements Clearing {}

  /** A withdrawal's amount is set aside. */
  record WithdrawalReserved(long accountId, long amountMicros, String reference)
      implements Clearing {}

  /** A reserved withdrawal is available again. */
  record WithdrawalReleased(long accountId, long amountMicros, String reference)
      implements Clearing {}

  /** The reserved amount has left; its cash movement comes with it. */
  record WithdrawalConfirmed(long accountId, long amountMicros, String reference)
      implements Clearing {}

  /** One underlying's part of a margin that is being explained; the whole follows. */
  record UnderlyingExplained(long accountId, UnderlyingMargin margin) implements Clearing {}

  /**
   * An account's margin with its reasons, after its underlyings. Nothing has changed.
   *
   * @param reservedMicros set aside for withdrawals
   * @param marginMicros Σ over the underlyings
   * @param availableMicros equity − reserved − margin, at most equity − reserved
   * @param underlyings how many were told before
   * @param refusal why the supposed order would be refused; null if it would not, or none was given
   * @param requiredMicros with a refusal for money or limits, what the order would need, else 0
   * @param offeredMicros what there is for it, else 0
   */
  record MarginExplained(
      long accountId,
      int leverage,
      long cashMicros,
      long equityMicros,
      long reservedMicros,
      long marginMicros,
      long availableMicros,
      int underlyings,
      @Nullable RejectReason refusal,
      long requiredMicros,
      long offeredMicros)
      implements Clearing {}

  // ---- markets ---------------------------------------------------------------------------------

  record MarketListed(Instrument instrument) implements Event {}

  /**
   * @param referencePriceMicros centre of the band from now on
   */
  record MarketStateChanged(
      int marketId, MarketState from, MarketState to, StateReason reason, long referencePriceMicros)
      implements Event {}

  /** The mark of a market that has open positions or a book changed. */
  record MarkChanged(int marketId, long markMicros) implements MarketData {}

  /**
   * A price level after a command, visible size only; 0 lots when it is gone. Auction orders are
   * included while they collect.
   */
  record LevelChanged(int marketId, Side side, long priceMicros, long lots, int orders)
      implements MarketData {}

  /** What the auction would uncross at now; 0 lots if nothing would match. */
  record IndicativeChanged(int marketId, long priceMicros, long lots) implements MarketData {}

  /** The daily settlement of all markets is done: variation is paid up to this day. */
  record DailySettled(long epochDay) implements Settlement {}

  record ClockAdvanced(long fromNanos, long toNanos) implements Event {}

  /**
   * A combo is there, now or since it was defined before: its market's terms were told when it was
   * listed.
   *
   * @param accountId who asked
   * @param reversed whether the combo trades what was asked for the other way round: who wants to
   *     buy that sells the combo at the negative price
   */
  record ComboDefined(long accountId, int marketId, boolean reversed) implements Event {}

  /**
   * An official notice halts the markets of a place, each with its own event after this one.
   *
   * @param reopensAtNanos when they trade again, by auction
   */
  record NewsHaltDeclared(String place, String reference, long reopensAtNanos) implements Event {}

  // ---- settlement ------------------------------------------------------------------------------

  record ProvisionalPublished(
      int marketId, long valueMicros, String evidenceHash, long leafIndex, long disputeUntilNanos)
      implements Settlement {}

  record DisputeOpened(long disputeId, int marketId, long accountId, String evidenceHash)
      implements Settlement {}

  record DisputeRuled(
      long disputeId, int marketId, Ruling ruling, long valueMicros, String evidenceHash)
      implements Settlement {}

  /** A market is paid at its value, after the cash movements and positions of all its holders. */
  record MarketSettled(int marketId, long valueMicros) implements Settlement {}

  /** A market is void, after the reversals of all who ever held it. */
  record MarketVoided(int marketId) implements Settlement {}

  // ---- orders ----------------------------------------------------------------------------------

  /** The order is live: it rests, waits for its trigger, or is about to match in this command. */
  record OrderAccepted(long orderId, OrderTicket ticket) implements Event {}

  /**
   * The order was refused and has changed nothing.
   *
   * @param requiredMicros what it would have needed, with a reason of money or limits, else 0
   * @param availableMicros what there was, else 0
   */
  record OrderRejected(
      OrderTicket ticket, RejectReason reason, long requiredMicros, long availableMicros)
      implements Event {}

  /** The same client order id with the same content: the order that was placed then. */
  record OrderRepeated(long orderId, OrderTicket ticket) implements Event {}

  /** A stop order's price was traded: it is a market or limit order now. */
  record OrderTriggered(long orderId, long accountId, int marketId) implements Event {}

  /**
   * @param lots total size now; {@code leavesLots} of it are still open
   */
  record OrderReplaced(
      long orderId,
      long accountId,
      int marketId,
      String clOrdId,
      String origClOrdId,
      long priceMicros,
      long stopPriceMicros,
      long lots,
      long leavesLots,
      boolean keptPriority)
      implements Event {}

  /**
   * @param orderId 0 if no such order is known
   */
  record ReplaceRejected(
      long accountId,
      long orderId,
      String clOrdId,
      String origClOrdId,
      RejectReason reason,
      long requiredMicros,
      long availableMicros)
      implements Event {}

  /**
   * @param clOrdId of the request, empty if there was none
   * @param lots what was still open and is now cancelled
   */
  record OrderCanceled(
      long orderId, long accountId, int marketId, String clOrdId, long lots, CancelReason reason)
      implements Event {}

  /**
   * @param orderId 0 if no such order is known
   */
  record CancelRejected(
      long accountId, long orderId, String clOrdId, String origClOrdId, RejectReason reason)
      implements Event {}

  /** All orders in a mass cancel's scope are gone, each with its own event before this one. */
  record MassCanceled(long accountId, int marketId, String clOrdId, int orders) implements Event {}

  /**
   * All orders of a ladder are live, each with its own event before this one; none has matched yet.
   *
   * @param firstOrderId the first one's id; the others' follow one by one
   * @param repeated the same ladder again: these are the orders that were placed then
   */
  record LadderPlaced(
      long accountId, String listId, int marketId, long firstOrderId, int orders, boolean repeated)
      implements Event {}

  /**
   * A ladder was refused and has changed nothing.
   *
   * @param position which order it is for, from 1 on; 0 for the whole
   * @param requiredMicros what that order would have needed, with a reason of money or limits
   * @param availableMicros what those before it had left
   */
  record LadderRejected(
      long accountId,
      String listId,
      int marketId,
      int position,
      RejectReason reason,
      long requiredMicros,
      long availableMicros)
      implements Event {}

  // ---- quotes ----------------------------------------------------------------------------------

  /** The order that is accepted with the event after this one is a side of a quote. */
  record QuoteEntered(
      long orderId, long accountId, int marketId, Side side, String quoteGroup, String quoteId)
      implements Event {}

  /** The answer to a mass quote, after all that its entries did; entry by entry. */
  record MassQuoteTaken(
      long accountId, String quoteGroup, String requestId, List<QuoteAnswer> answers)
      implements Event {
    public MassQuoteTaken {
      answers = List.copyOf(answers);
    }
  }

  /** A mass quote was refused as a whole and has changed nothing. */
  record MassQuoteRejected(long accountId, String quoteGroup, String requestId, RejectReason reason)
      implements Event {}

  /** The same request id with the same content: it was done then, and nothing is now. */
  record MassQuoteRepeated(long accountId, String quoteGroup, String requestId) implements Event {}

  /**
   * All quotes in the scope of a cancel are gone, each side with its own event before this one.
   *
   * @param quotes how many there were
   */
  record QuotesCanceled(
      long accountId, String quoteGroup, String quoteId, int marketId, String requestId, int quotes)
      implements Event {}

  /**
   * Limits and state of a quote group's protection after they were set or reset.
   *
   * @param tripped whether the group may not quote until it is reset
   */
  record ProtectionChanged(
      long accountId, String quoteGroup, ProtectionLimits limits, boolean tripped)
      implements Event {}

  /**
   * A fill made a quote group reach a limit: its quotes are cancelled, each side with its own event
   * after this one, and new ones refused until a reset.
   *
   * @param lots Σ lots of the fills within the interval
   * @param netDelta Σ side × lots, signed
   * @param fills how many
   */
  record ProtectionTripped(
      long accountId,
      String quoteGroup,
      ProtectionCause cause,
      long lots,
      long netDelta,
      long fills)
      implements Event {}

  // ---- trades ----------------------------------------------------------------------------------

  /**
   * A match at the resting order's price.
   *
   * @param tradeId unique for ever (FIX 880)
   * @param maker the resting side; in an uncrossing, the buyer
   * @param taker the incoming side; in an uncrossing, the seller
   */
  record Trade(
      long tradeId,
      int marketId,
      long priceMicros,
      long lots,
      Fill maker,
      Fill taker,
      boolean auction)
      implements Event {}

  /**
   * A combo order has filled all its legs in ratio, against another combo order or against the
   * legs' books. What changed hands are the legs: their {@link Trade}s follow it at once, and bear
   * the trade ids that come after this one's. In them the combo order's side is told with the leg's
   * side and fee, and with the combo order's own {@code cumLots}, {@code leavesLots} and {@code
   * cumValueMicros}.
   *
   * @param tradeId from the numbers of the trades
   * @param marketId the combo's
   * @param priceMicros per combo: Σ ratio × the leg's price. Against the legs' books it need not be
   *     on the combo's grid
   * @param lots combos
   * @param maker the resting combo order, null if the legs' books were the other side
   * @param taker the combo order that came in, or that the legs' books came to meet
   * @param legTrades how many trades of legs follow
   */
  record ComboTrade(
      long tradeId,
      int marketId,
      long priceMicros,
      long lots,
      @Nullable Fill maker,
      Fill taker,
      int legTrades)
      implements Event {}

  /**
   * One side of a trade.
   *
   * @param feeMicros charged for it, never negative; of a combo trade the sum over its legs, told
   *     again with each
   * @param cumLots filled so far, this fill included (FIX 14)
   * @param leavesLots still open (FIX 151)
   * @param cumValueMicros Σ price × lots of all its fills: divided by cumLots, the average (FIX 6)
   */
  record Fill(
      long orderId,
      long accountId,
      Side side,
      long feeMicros,
      long cumLots,
      long leavesLots,
      long cumValueMicros) {}

  // ---- liquidation -----------------------------------------------------------------------------

  /**
   * What becomes of leveraged accounts that lose, and who bears what they cannot. The events of one
   * liquidation, with the orders and trades that they name, are all that is needed to compute it
   * again.
   */
  sealed interface Liquidation extends Event {

    /**
     * An account crossed 60 or 70 % of margin usage, up or down, or left liquidation.
     *
     * @param equityMicros less withdrawals in flight
     * @param worstCaseLossMicros of the positions, from the marks
     * @param marginMicros of the positions, without open orders
     */
    record MarginNotice(
        long accountId,
        MarginStanding from,
        MarginStanding to,
        long equityMicros,
        long worstCaseLossMicros,
        long marginMicros)
        implements Liquidation {}

    /** Usage reached 80 %: a forced liquidation begins. The figures are as in a notice. */
    record LiquidationStarted(
        long liquidationId,
        long accountId,
        int leverage,
        long cashMicros,
        long reservedMicros,
        long equityMicros,
        long worstCaseLossMicros,
        long marginMicros)
        implements Liquidation {}

    /**
     * A position as the liquidation found it, told after its start.
     *
     * @param weightMicros its own margin: its share of equity is in proportion
     */
    record LiquidationInput(
        long liquidationId,
        long accountId,
        int marketId,
        long lots,
        long openValueMicros,
        long paidMicros,
        long markMicros,
        long weightMicros)
        implements Liquidation {}

    /**
     * A slice was offered, after the events of its order.
     *
     * @param orderId 0 if no price inside the band was good enough for an order
     * @param lots offered
     * @param limitMicros the bankruptcy price on the grid and inside the band, 0 without an order
     * @param markMicros from before the slice, as are all figures
     * @param weightMicros the position's own margin
     * @param weightsMicros all positions' own margins
     * @param feeMicros for the insurance fund
     */
    record LiquidationSlice(
        long liquidationId,
        long accountId,
        long orderId,
        int marketId,
        Side side,
        long lots,
        long filledLots,
        long limitMicros,
        long bankruptcyMicros,
        long markMicros,
        long equityMicros,
        long weightMicros,
        long weightsMicros,
        long feeMicros)
        implements Liquidation {}

    /**
     * The insurance fund took a position at its bankruptcy price. The figures are from before.
     *
     * @param lots signed, the whole position
     */
    record PositionTakenOver(
        long liquidationId,
        long accountId,
        int marketId,
        long lots,
        long priceMicros,
        long markMicros,
        long equityMicros,
        long weightMicros,
        long weightsMicros)
        implements Liquidation {}

    /**
     * A part of a loss beyond the insurance fund, told after its cash movements.
     *
     * @param liquidationId 0 if the fund lost it on positions taken over earlier
     * @param participantId whose money it was, 0 for the house
     */
    record LossCovered(long liquidationId, LossLayer layer, long participantId, long amountMicros)
        implements Liquidation {}

    /**
     * A position opposite to one of the fund's was closed against it: the last resort.
     *
     * @param lots signed: what of its position the account gave up
     */
    record AutoDeleveraged(
        long liquidationId,
        long accountId,
        int marketId,
        long lots,
        long priceMicros,
        long markMicros)
        implements Liquidation {}

    /** A liquidation is over; figures as in a notice, after it. */
    record LiquidationEnded(
        long liquidationId,
        long accountId,
        MarginStanding to,
        long equityMicros,
        long worstCaseLossMicros,
        long marginMicros)
        implements Liquidation {}

    /** What a member has in the default fund from now on. */
    record ContributionChanged(long participantId, long contributionMicros)
        implements Liquidation {}
  }

  // ---- position limits -------------------------------------------------------------------------

  /** How much participants may hold, from now on. */
  sealed interface Limits extends Event {

    /**
     * Everybody's limit in a market; before the first, it is that of the terms.
     *
     * @param lots on either side, open orders included at the worse side
     */
    record PositionLimitChanged(int marketId, long lots) implements Limits {}

    /**
     * What one participant may hold beyond everybody's limit.
     *
     * @param extraLots 0: nothing any more
     */
    record HedgeExemptionChanged(long participantId, int marketId, long extraLots)
        implements Limits {}
  }

  // ---- answers ---------------------------------------------------------------------------------

  /** A command without an event of its own was refused and has changed nothing. */
  record CommandRejected(RejectReason reason, long requiredMicros, long availableMicros)
      implements Event {}

  /** A command that had been done before, or for which there was nothing to do. */
  record NothingToDo() implements Event {}
}
