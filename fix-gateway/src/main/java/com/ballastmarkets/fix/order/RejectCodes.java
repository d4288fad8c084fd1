package com.ballastmarkets.fix.order;

import com.ballastmarkets.domain.event.RejectReason;

/**
 * The FIX codes of every reject reason. Text (58) always carries the reason's name, which is the
 * code that a program should look at: FIX has one number for many reasons.
 */
final class RejectCodes {
  static final int BROKER_OPTION = 0;
  static final int UNKNOWN_SYMBOL = 1;
  static final int EXCHANGE_CLOSED = 2;
  static final int ORDER_EXCEEDS_LIMIT = 3;
  static final int UNKNOWN_ORDER = 5;
  static final int DUPLICATE_ORDER = 6;
  static final int UNSUPPORTED_CHARACTERISTIC = 11;
  static final int INCORRECT_QUANTITY = 13;
  static final int UNKNOWN_ACCOUNT = 15;
  static final int OUTSIDE_BAND = 16;
  static final int INVALID_PRICE_INCREMENT = 18;
  static final int OTHER = 99;

  private static final int TOO_LATE_TO_CANCEL = 0;
  private static final int CANCEL_UNKNOWN_ORDER = 1;
  private static final int CANCEL_DUPLICATE = 6;

  private RejectCodes() {}

  /** OrdRejReason (103). */
  static int ordRejReason(RejectReason reason) {
    return switch (reason) {
      case MARKET_NOT_FOUND -> UNKNOWN_SYMBOL;
      case MARKET_CLOSED -> EXCHANGE_CLOSED;
      case UNKNOWN_ACCOUNT -> UNKNOWN_ACCOUNT;
      case DUPLICATE_CLIENT_ORDER_ID -> DUPLICATE_ORDER;
      case ORDER_NOT_FOUND, ORDER_CLOSED -> UNKNOWN_ORDER;
      case ORDER_SIZE_TOO_SMALL,
          SIZE_BELOW_FILLED,
          INVALID_DISPLAY_SIZE,
          DISPLAY_TOO_SMALL,
          INVALID_MINIMUM_SIZE ->
          INCORRECT_QUANTITY;
      case ORDER_SIZE_TOO_LARGE,
          POSITION_LIMIT_EXCEEDED,
          INSUFFICIENT_BALANCE,
          MARGIN_USAGE_TOO_HIGH ->
          ORDER_EXCEEDS_LIMIT;
      case PRICE_OFF_TICK -> INVALID_PRICE_INCREMENT;
      case PRICE_OUT_OF_RANGE -> OUTSIDE_BAND;
      case INVALID_ORDER, COMBO_ORDER_UNSUPPORTED -> UNSUPPORTED_CHARACTERISTIC;
      case INVALID_LADDER -> UNSUPPORTED_CHARACTERISTIC;
      case ACCOUNT_SUSPENDED,
          QUOTE_GROUP_PROTECTED,
          INVALID_STATE,
          ACCOUNT_IN_LIQUIDATION,
          ACCOUNT_REDUCE_ONLY ->
          BROKER_OPTION;
      case INVALID_STOP_PRICE,
          INVALID_EXPIRE_TIME,
          REDUCE_ONLY_WOULD_INCREASE,
          POST_ONLY_WOULD_TAKE,
          INVALID_MASS_QUOTE,
          INVALID_PROTECTION,
          UNKNOWN_PARTICIPANT,
          ACCOUNT_EXISTS,
          MARKET_EXISTS,
          INVALID_LEVERAGE,
          INVALID_INSTRUMENT,
          INVALID_AMOUNT,
          REFERENCE_USED,
          WITHDRAWAL_NOT_FOUND,
          WITHDRAWAL_CLOSED,
          CLOCK_MOVES_BACK,
          NOT_DUE,
          INVALID_SETTLEMENT_VALUE,
          DISPUTE_NOT_FOUND,
          DISPUTE_EXISTS,
          DISPUTE_WINDOW_CLOSED,
          NO_POSITION,
          DISPUTE_OPEN,
          INVALID_COMBO,
          TOO_MANY_COMBOS,
          INVALID_POSITION_LIMIT ->
          OTHER;
    };
  }

  /** CxlRejReason (102): the few reasons that FIX names for it, else that of a new order. */
  static int cxlRejReason(RejectReason reason) {
    return switch (ordRejReason(reason)) {
      case UNKNOWN_ORDER ->
          reason == RejectReason.ORDER_CLOSED ? TOO_LATE_TO_CANCEL : CANCEL_UNKNOWN_ORDER;
      case DUPLICATE_ORDER -> CANCEL_DUPLICATE;
      case INVALID_PRICE_INCREMENT -> INVALID_PRICE_INCREMENT;
      default -> OTHER;
    };
  }

  /** MassCancelRejectReason (532). */
  static int massCancelRejectReason(RejectReason reason) {
    return reason == RejectReason.MARKET_NOT_FOUND ? UNKNOWN_SYMBOL : OTHER;
  }
}
