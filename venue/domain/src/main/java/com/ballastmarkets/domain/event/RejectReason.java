package com.ballastmarkets.domain.event;

/**
 * Why a command was refused. The name is the stable code in every interface. Where several apply,
 * the first in this order is given. Numbers are never used again.
 */
public enum RejectReason {
  UNKNOWN_ACCOUNT(1),
  /** A kill switch of the account or its participant is engaged. */
  ACCOUNT_SUSPENDED(2),
  MARKET_NOT_FOUND(3),
  /** The market's phase takes no orders, or no such request. */
  MARKET_CLOSED(4),
  /** The client order id was used within 24 hours for another content. */
  DUPLICATE_CLIENT_ORDER_ID(5),
  /** Below one lot. */
  ORDER_SIZE_TOO_SMALL(6),
  ORDER_SIZE_TOO_LARGE(7),
  /** Outside the contract's range. */
  PRICE_OUT_OF_RANGE(8),
  /** Not a multiple of the tick that holds at this price. */
  PRICE_OFF_TICK(9),
  INVALID_STOP_PRICE(10),
  /** A GTD order's end is missing or past. */
  INVALID_EXPIRE_TIME(11),
  /** A display size below zero, or with an order that cannot rest. */
  INVALID_DISPLAY_SIZE(12),
  /** A minimum quantity above the size, or without IOC. */
  INVALID_MINIMUM_SIZE(13),
  /** Order attributes that exclude each other, as post-only with IOC. */
  INVALID_ORDER(14),
  REDUCE_ONLY_WOULD_INCREASE(15),
  POST_ONLY_WOULD_TAKE(16),
  POSITION_LIMIT_EXCEEDED(17),
  /** The order's margin and fee exceed what is available: required and available tell. */
  INSUFFICIENT_BALANCE(18),
  /** The order would take a leveraged account to 80 % margin usage or above. */
  MARGIN_USAGE_TOO_HIGH(19),
  /** The quote group's protection was hit: no quotes until it is reset. */
  QUOTE_GROUP_PROTECTED(20),
  /**
   * No entries or too many, a quote id twice, or a group or quote id without or with too long a
   * name.
   */
  INVALID_MASS_QUOTE(21),
  /** No orders or too many, or not all of one account, market and side, limit orders that rest. */
  INVALID_LADDER(22),
  /** A limit below zero, or an interval that does not fit. */
  INVALID_PROTECTION(23),
  UNKNOWN_PARTICIPANT(24),

  ORDER_NOT_FOUND(30),
  /** Filled, cancelled or expired already: too late. */
  ORDER_CLOSED(31),
  /** A replace to a size not above what has been filled. */
  SIZE_BELOW_FILLED(32),
  /**
   * A combo takes limit and market orders without stop price, display size, minimum quantity or
   * reduce-only. Tested with {@link #INVALID_ORDER}.
   */
  COMBO_ORDER_UNSUPPORTED(37),

  ACCOUNT_EXISTS(50),
  MARKET_EXISTS(51),
  INVALID_LEVERAGE(52),
  /** An instrument that refers to markets that do not exist or do not fit. */
  INVALID_INSTRUMENT(53),
  /** An amount that is not positive. */
  INVALID_AMOUNT(54),
  /** The reference was used for another movement. */
  REFERENCE_USED(55),
  WITHDRAWAL_NOT_FOUND(56),
  WITHDRAWAL_CLOSED(57),
  CLOCK_MOVES_BACK(58),
  /** Too early on the settlement calendar. */
  NOT_DUE(59),
  INVALID_SETTLEMENT_VALUE(60),
  /** The market's phase does not allow the request. */
  INVALID_STATE(61),
  DISPUTE_NOT_FOUND(62),
  DISPUTE_EXISTS(63),
  DISPUTE_WINDOW_CLOSED(64),
  /** Only who holds or held a position may dispute. */
  NO_POSITION(65),
  DISPUTE_OPEN(66),
  /** Legs that are no combo: their number, their ratios, or markets that cannot be traded so. */
  INVALID_COMBO(67),
  /** A leg is in as many combos as may have orders at a time. */
  TOO_MANY_COMBOS(68),
  /** A forced liquidation runs: it alone places orders. */
  ACCOUNT_IN_LIQUIDATION(76),
  /** From 70 % usage on only orders that reduce: required is what was asked for, in lots. */
  ACCOUNT_REDUCE_ONLY(77),
  /**
   * An iceberg would be shown in more slices than an order may have: required is the least display
   * size for it, available the one it has, in lots. Tested with {@link #INVALID_DISPLAY_SIZE}.
   */
  DISPLAY_TOO_SMALL(94),
  /** No or too many entries, or lots that are not positive or that amounts can not carry. */
  INVALID_POSITION_LIMIT(98);

  private final int number;

  RejectReason(int number) {
    this.number = number;
  }

  /** The stable number, as in the SBE schema. */
  public int number() {
    return number;
  }
}
