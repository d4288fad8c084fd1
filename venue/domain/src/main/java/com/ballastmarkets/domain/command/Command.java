package com.ballastmarkets.domain.command;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import com.ballastmarkets.domain.quote.QuoteEntry;
import com.ballastmarkets.domain.settlement.Ruling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something said to the engine. Commands are put in one order, made durable, and applied one by
 * one; each has an answer: at least one event. A command that cannot be done changes nothing and is
 * answered with a {@link com.ballastmarkets.domain.event.RejectReason}.
 *
 * <p>Every command that a client may send again after a lost answer is idempotent, by the key named
 * at it: the second is answered as the first was, and does nothing.
 */
public sealed interface Command {

  // ---- accounts and treasury -------------------------------------------------------------------

  /**
   * Opens an account with no money. Idempotent by {@code accountId}.
   *
   * @param participantId the firm that owns it
   * @param leverage L, 1 to 10; more than 1 for approved market makers only
   */
  record OpenAccount(long accountId, long participantId, AccountKind kind, int leverage)
      implements Command {}

  /** Changes an account's leverage tier, 1 to 10. Refused if margin would exceed equity. */
  record SetLeverage(long accountId, int leverage) implements Command {}

  /**
   * Credits USDC that has arrived. Idempotent by {@code reference}.
   *
   * @param amountMicros positive
   * @param reference unique for ever over deposits and withdrawals together
   */
  record Deposit(long accountId, long amountMicros, String reference) implements Command {}

  /**
   * Sets aside USDC that is to leave: at most what is available. Idempotent by {@code reference}.
   *
   * @param amountMicros positive
   */
  record ReserveWithdrawal(long accountId, long amountMicros, String reference)
      implements Command {}

  /** The reserved amount has left. Idempotent. */
  record ConfirmWithdrawal(String reference) implements Command {}

  /** The reserved amount will not leave and is available again. Idempotent. */
  record ReleaseWithdrawal(String reference) implements Command {}

  /**
   * The account's switch: when engaged, all its orders are cancelled and new ones refused until it
   * is released.
   */
  record SetKillSwitch(long accountId, boolean engaged) implements Command {}

  /**
   * Asks how an account's margin comes about, and how it would with one more order. Changes
   * nothing.
   *
   * @param order what to suppose as open; its client order id is ignored. Null: as things stand
   */
  record ExplainMargin(long accountId, @Nullable OrderTicket order) implements Command {}

  /**
   * A participant's switch: while it is engaged, none of its accounts has an order or may place
   * one. The participant and operations each have one; accounts are free when neither is engaged.
   *
   * @param byOperations whose switch is meant
   */
  record SetParticipantKillSwitch(long participantId, boolean engaged, boolean byOperations)
      implements Command {}

  // ---- markets and the venue's day -------------------------------------------------------------

  /** Lists a market. Idempotent by symbol and terms. */
  record ListMarket(Instrument instrument) implements Command {}

  /**
   * Defines a combo of 2 to 4 markets, which becomes a market of its own. Idempotent by its legs:
   * the same legs in any order, with a common factor, or bought for sold, are the same combo.
   * Answered with {@link com.ballastmarkets.domain.event.Event.ComboDefined}.
   *
   * @param accountId who asks; anybody may
   * @param legs what buying one combo buys, and sells where the ratio is negative
   */
  record DefineCombo(long accountId, List<Contract.ComboLeg> legs) implements Command {
    public DefineCombo {
      legs = List.copyOf(legs);
    }
  }

  /** Opens a listed market for continuous trading. */
  record OpenMarket(int marketId) implements Command {}

  /** Halts a market: cancels only. */
  record HaltMarket(int marketId) implements Command {}

  /** Ends a halt: an auction, then continuous trading. */
  record ResumeMarket(int marketId) implements Command {}

  /**
   * Halts, as {@link HaltMarket} does, every market of a place that trades: its own, and those that
   * refer to one of its.
   *
   * @param place as in {@link Instrument#place}; empty for all markets
   */
  record HaltMarkets(String place) implements Command {}

  /** Ends the halts of all markets of a place, each with an auction of its own. */
  record ResumeMarkets(String place) implements Command {}

  /**
   * An official closure or reopening notice: every market of the place that trades is halted and
   * trades again ten minutes later, the last three of which are an auction. A market that
   * operations have halted stays halted. Idempotent by {@code reference} for 24 hours.
   *
   * @param reference of the notice
   */
  record HaltForNews(String place, String reference) implements Command {}

  /**
   * Pays the day's variation of all markets in cash against their marks. Idempotent by day.
   *
   * @param epochDay the UTC day that ended, days since 1970-01-01
   */
  record SettleDaily(long epochDay) implements Command {}

  /**
   * Moves the venue's clock forward (sandbox only): everything due until then happens, in order.
   *
   * @param toNanos the new venue time, not before the present one
   */
  record AdvanceClock(long toNanos) implements Command {}

  /**
   * Sets the clock of a venue on which nothing has happened yet, to any time: a rehearsal of the
   * past begins with it (sandbox only). Refused ({@code INVALID_STATE}) once an account or market
   * exists.
   */
  record StartClock(long atNanos) implements Command {}

  /** Nothing but the time: lets everything happen that is due. */
  record Tick() implements Command {}

  // ---- settlement ------------------------------------------------------------------------------

  /**
   * Publishes the provisional settlement value of an expired market, from E + 24 h on. Idempotent
   * by market and content.
   *
   * @param valueMicros within the contract's range
   * @param evidenceHash SHA-256 of the snapshot, 64 lower-case hex digits
   * @param leafIndex where the snapshot stands in the Merkle log
   */
  record PublishProvisional(int marketId, long valueMicros, String evidenceHash, long leafIndex)
      implements Command {}

  /**
   * Disputes a provisional value until E + 72 h; the bond moves into escrow. Idempotent by {@code
   * disputeId}.
   *
   * @param accountId must hold, or have held, a position in the contract
   * @param evidenceHash SHA-256 of reason and evidence, 64 lower-case hex digits
   */
  record OpenDispute(long disputeId, int marketId, long accountId, String evidenceHash)
      implements Command {}

  /**
   * Decides a dispute. Idempotent by {@code disputeId} and content.
   *
   * @param valueMicros the new value with {@link Ruling#AMEND}, else ignored and 0
   * @param evidenceHash SHA-256 of the ruling document, 64 lower-case hex digits
   */
  record RuleDispute(long disputeId, Ruling ruling, long valueMicros, String evidenceHash)
      implements Command {}

  /** Pays a market at its value: from E + 72 h on, with no dispute open. Idempotent. */
  record FinalizeMarket(int marketId) implements Command {}

  /** Voids a market, whatever its phase before final: every cash movement but fees is reversed. */
  record VoidMarket(int marketId) implements Command {}

  // ---- the default fund ------------------------------------------------------------------------

  /** Money that stands behind a member's default. Each is idempotent by its reference. */
  sealed interface DefaultFund extends Command {
    String reference();

    /**
     * A member pays into the default fund, at most what is available; its contribution is the sum
     * over all accounts of its participant.
     *
     * @param amountMicros positive
     * @param reference unique for ever over all movements
     */
    record PayContribution(long accountId, long amountMicros, String reference)
        implements DefaultFund {}

    /** Pays a part of a member's contribution back. */
    record ReturnContribution(long accountId, long amountMicros, String reference)
        implements DefaultFund {}

    /** Sets capital of the house aside for the waterfall, at most what the house has. */
    record FundHouseTranche(long amountMicros, String reference) implements DefaultFund {}
  }

  // ---- position limits and the maker programme -------------------------------------------------

  /**
   * How much a participant may hold. Each says figures, not changes: said again it does nothing.
   */
  sealed interface Limits extends Command {
    /** The most entries of one command. */
    int MAX_ENTRIES = 1_000;

    /**
     * The position limits of markets from now on; a market that is not live is passed over. Nobody
     * is forced to reduce, but orders that would go beyond are refused.
     *
     * @param limits 1 to {@link #MAX_ENTRIES}
     */
    record SetPositionLimits(List<PositionLimit> limits) implements Limits {
      public SetPositionLimits {
        limits = List.copyOf(limits);
      }
    }

    /**
     * What a participant may hold in a market beyond everybody's limit, for a documented hedge.
     *
     * @param extraLots 0 ends the exemption
     */
    record SetHedgeExemption(long participantId, int marketId, long extraLots) implements Limits {}
  }

  /**
   * Pays makers out of the house's account, all or none. Idempotent by {@code reference}.
   *
   * @param reference unique for ever over all movements: {@code makers/2026-W47/binary}
   * @param rewards 1 to {@link Limits#MAX_ENTRIES}
   */
  record PayMakerRewards(String reference, List<MakerReward> rewards) implements Command {
    public PayMakerRewards {
      rewards = List.copyOf(rewards);
    }
  }

  // ---- orders ----------------------------------------------------------------------------------

  /** Places one order. Idempotent by account and client order id, see {@link OrderTicket}. */
  record PlaceOrder(OrderTicket ticket) implements Command {}

  /**
   * Cancels an order, found by {@code orderId} if that is not 0, else by {@code origClOrdId}.
   *
   * @param clOrdId the request's own id (FIX 11), may be empty
   */
  record CancelOrder(long accountId, long orderId, String origClOrdId, String clOrdId)
      implements Command {}

  /**
   * Replaces price and size of an order, found as in {@link CancelOrder}. A smaller size at the
   * same price keeps priority; anything else loses it. Idempotent by account and {@code clOrdId}.
   *
   * @param clOrdId the order's client id from now on; empty keeps the old one
   * @param lots the new total size, what has been filled included (FIX 38)
   */
  record ReplaceOrder(
      long accountId,
      long orderId,
      String origClOrdId,
      String clOrdId,
      long priceMicros,
      long stopPriceMicros,
      long lots)
      implements Command {}

  /**
   * Cancels all orders of an account that fit every given condition.
   *
   * @param marketId 0 for all markets
   * @param side null for both
   * @param sessionId 0 for all sessions; see {@link OrderTicket#sessionId}
   * @param cause {@code REQUESTED} scope by its owner, or a lost session
   */
  record MassCancel(
      long accountId,
      int marketId,
      @Nullable Side side,
      long sessionId,
      Cause cause,
      String clOrdId)
      implements Command {
    /** Why a mass cancel was sent. */
    public enum Cause {
      REQUEST,
      /** Good-till-cancelled orders of a lost session stay; its day orders go. */
      DISCONNECT,
      OPERATIONS
    }
  }

  /** As {@link MassCancel} without a session, of every account of a participant. */
  record MassCancelParticipant(
      long participantId, int marketId, @Nullable Side side, MassCancel.Cause cause, String clOrdId)
      implements Command {}

  /**
   * Places several limit orders of one side of one market, all of them or none: the first that
   * would be rejected, alone or for the margin of those before it, rejects all. Idempotent by
   * account and {@code listId}, as {@link PlaceOrder} is by client order id.
   *
   * @param listId the client's id for the whole (FIX 66), may be empty
   * @param orders 1 to 50, all of this account, one market and one side, limit orders that may
   *     rest; their client order ids are empty or free
   */
  record PlaceLadder(long accountId, String listId, List<OrderTicket> orders) implements Command {
    /** How many orders a ladder may have. */
    public static final int MAX_ORDERS = 50;

    public PlaceLadder {
      orders = List.copyOf(orders);
    }
  }

  // ---- quotes ----------------------------------------------------------------------------------

  /**
   * Puts two-sided quotes into the market, each in the place of the last with its quote id in the
   * group. Each entry is taken or refused by itself; the message is refused as a whole if its head
   * is wrong. The sides of a quote are day orders; one that stays at its price with no more lots
   * keeps its place. Idempotent by account and {@code requestId}, for 24 hours.
   *
   * @param requestId the maker's id of this message (FIX 117), may be empty
   * @param quoteGroup 1 to 64 characters; made by its first use
   * @param postOnly what becomes of a quote that would take; {@code NONE} lets it take
   * @param selfMatchId as {@link OrderTicket#selfMatchId}
   * @param sessionId as {@link OrderTicket#sessionId}
   * @param entries 1 to 100, each quote id once
   */
  record MassQuote(
      long accountId,
      String requestId,
      String quoteGroup,
      PostOnly postOnly,
      long selfMatchId,
      SelfMatchPrevention selfMatchPrevention,
      long sessionId,
      List<QuoteEntry> entries)
      implements Command {
    public MassQuote {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Cancels all quotes of an account that fit every given condition.
   *
   * @param quoteGroup empty for all groups
   * @param quoteId empty for all
   * @param marketId 0 for all markets
   * @param sessionId 0 for all sessions
   * @param requestId echoed in the answer
   */
  record CancelQuotes(
      long accountId,
      String quoteGroup,
      String quoteId,
      int marketId,
      long sessionId,
      MassCancel.Cause cause,
      String requestId)
      implements Command {}

  /**
   * Sets the protection of a quote group, or takes it away. Fills within the new interval count; a
   * group that is protected stays so.
   */
  record SetProtection(long accountId, String quoteGroup, ProtectionLimits limits)
      implements Command {}

  /** Lets a protected quote group quote again, its fills so far forgotten. */
  record ResetProtection(long accountId, String quoteGroup) implements Command {}
}
