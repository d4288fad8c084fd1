package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.protocol.sbe.CancelReasonCode;
import com.ballastmarkets.protocol.sbe.CashReasonCode;
import com.ballastmarkets.protocol.sbe.RejectReasonCode;

/** Why something happened or was refused, as numbers. */
final class ReasonCodes {
  private ReasonCodes() {}

  static CancelReasonCode code(CancelReason cancelReason) {
    return switch (cancelReason) {
      case REQUESTED -> CancelReasonCode.REQUESTED;
      case MASS_CANCEL -> CancelReasonCode.MASS_CANCEL;
      case DISCONNECT -> CancelReasonCode.DISCONNECT;
      case IMMEDIATE_REST -> CancelReasonCode.IMMEDIATE_REST;
      case NOT_FILLABLE -> CancelReasonCode.NOT_FILLABLE;
      case MINIMUM_NOT_MET -> CancelReasonCode.MINIMUM_NOT_MET;
      case SELF_MATCH -> CancelReasonCode.SELF_MATCH;
      case EXPIRED -> CancelReasonCode.EXPIRED;
      case MARKET_EXPIRED -> CancelReasonCode.MARKET_EXPIRED;
      case BAND -> CancelReasonCode.BAND;
      case HALT -> CancelReasonCode.HALT;
      case KILL_SWITCH -> CancelReasonCode.KILL_SWITCH;
      case REDUCE_ONLY -> CancelReasonCode.REDUCE_ONLY;
      case LIQUIDATION -> CancelReasonCode.LIQUIDATION;
      case MARGIN -> CancelReasonCode.MARGIN;
      case PROTECTION -> CancelReasonCode.PROTECTION;
      case QUOTE_REPLACED -> CancelReasonCode.QUOTE_REPLACED;
    };
  }

  static CancelReason cancelReason(CancelReasonCode code) {
    return switch (code) {
      case REQUESTED -> CancelReason.REQUESTED;
      case MASS_CANCEL -> CancelReason.MASS_CANCEL;
      case DISCONNECT -> CancelReason.DISCONNECT;
      case IMMEDIATE_REST -> CancelReason.IMMEDIATE_REST;
      case NOT_FILLABLE -> CancelReason.NOT_FILLABLE;
      case MINIMUM_NOT_MET -> CancelReason.MINIMUM_NOT_MET;
      case SELF_MATCH -> CancelReason.SELF_MATCH;
      case EXPIRED -> CancelReason.EXPIRED;
      case MARKET_EXPIRED -> CancelReason.MARKET_EXPIRED;
      case BAND -> CancelReason.BAND;
      case HALT -> CancelReason.HALT;
      case KILL_SWITCH -> CancelReason.KILL_SWITCH;
      case REDUCE_ONLY -> CancelReason.REDUCE_ONLY;
      case LIQUIDATION -> CancelReason.LIQUIDATION;
      case MARGIN -> CancelReason.MARGIN;
      case PROTECTION -> CancelReason.PROTECTION;
      case QUOTE_REPLACED -> CancelReason.QUOTE_REPLACED;
      case NULL_VAL -> throw CodecException.missing("CancelReason");
    };
  }

  static CashReasonCode code(CashReason cashReason) {
    return switch (cashReason) {
      case DEPOSIT -> CashReasonCode.DEPOSIT;
      case WITHDRAWAL -> CashReasonCode.WITHDRAWAL;
      case FEE -> CashReasonCode.FEE;
      case VARIATION -> CashReasonCode.VARIATION;
      case SETTLEMENT -> CashReasonCode.SETTLEMENT;
      case VOID_REVERSAL -> CashReasonCode.VOID_REVERSAL;
      case BOND_POSTED -> CashReasonCode.BOND_POSTED;
      case BOND_RETURNED -> CashReasonCode.BOND_RETURNED;
      case BOND_FORFEITED -> CashReasonCode.BOND_FORFEITED;
      case LIQUIDATION_FEE -> CashReasonCode.LIQUIDATION_FEE;
      case LOSS_COVERED -> CashReasonCode.LOSS_COVERED;
      case MAKER_REWARD -> CashReasonCode.MAKER_REWARD;
      case CONTRIBUTION_PAID -> CashReasonCode.CONTRIBUTION_PAID;
      case CONTRIBUTION_RETURNED -> CashReasonCode.CONTRIBUTION_RETURNED;
      case TRANCHE_FUNDED -> CashReasonCode.TRANCHE_FUNDED;
    };
  }

  static CashReason cashReason(CashReasonCode code) {
    return switch (code) {
      case DEPOSIT -> CashReason.DEPOSIT;
      case WITHDRAWAL -> CashReason.WITHDRAWAL;
      case FEE -> CashReason.FEE;
      case VARIATION -> CashReason.VARIATION;
      case SETTLEMENT -> CashReason.SETTLEMENT;
      case VOID_REVERSAL -> CashReason.VOID_REVERSAL;
      case BOND_POSTED -> CashReason.BOND_POSTED;
      case BOND_RETURNED -> CashReason.BOND_RETURNED;
      case BOND_FORFEITED -> CashReason.BOND_FORFEITED;
      case LIQUIDATION_FEE -> CashReason.LIQUIDATION_FEE;
      case LOSS_COVERED -> CashReason.LOSS_COVERED;
      case MAKER_REWARD -> CashReason.MAKER_REWARD;
      case CONTRIBUTION_PAID -> CashReason.CONTRIBUTION_PAID;
      case CONTRIBUTION_RETURNED -> CashReason.CONTRIBUTION_RETURNED;
      case TRANCHE_FUNDED -> CashReason.TRANCHE_FUNDED;
      case NULL_VAL -> throw CodecException.missing("CashReason");
    };
  }

  static RejectReasonCode code(RejectReason rejectReason) {
    return switch (rejectReason) {
      case UNKNOWN_ACCOUNT -> RejectReasonCode.UNKNOWN_ACCOUNT;
      case ACCOUNT_SUSPENDED -> RejectReasonCode.ACCOUNT_SUSPENDED;
      case MARKET_NOT_FOUND -> RejectReasonCode.MARKET_NOT_FOUND;
      case MARKET_CLOSED -> RejectReasonCode.MARKET_CLOSED;
      case DUPLICATE_CLIENT_ORDER_ID -> RejectReasonCode.DUPLICATE_CLIENT_ORDER_ID;
      case ORDER_SIZE_TOO_SMALL -> RejectReasonCode.ORDER_SIZE_TOO_SMALL;
      case ORDER_SIZE_TOO_LARGE -> RejectReasonCode.ORDER_SIZE_TOO_LARGE;
      case PRICE_OUT_OF_RANGE -> RejectReasonCode.PRICE_OUT_OF_RANGE;
      case PRICE_OFF_TICK -> RejectReasonCode.PRICE_OFF_TICK;
      case INVALID_STOP_PRICE -> RejectReasonCode.INVALID_STOP_PRICE;
      case INVALID_EXPIRE_TIME -> RejectReasonCode.INVALID_EXPIRE_TIME;
      case INVALID_DISPLAY_SIZE -> RejectReasonCode.INVALID_DISPLAY_SIZE;
      case INVALID_MINIMUM_SIZE -> RejectReasonCode.INVALID_MINIMUM_SIZE;
      case INVALID_ORDER -> RejectReasonCode.INVALID_ORDER;
      case REDUCE_ONLY_WOULD_INCREASE -> RejectReasonCode.REDUCE_ONLY_WOULD_INCREASE;
      case POST_ONLY_WOULD_TAKE -> RejectReasonCode.POST_ONLY_WOULD_TAKE;
      case POSITION_LIMIT_EXCEEDED -> RejectReasonCode.POSITION_LIMIT_EXCEEDED;
      case INSUFFICIENT_BALANCE -> RejectReasonCode.INSUFFICIENT_BALANCE;
      case MARGIN_USAGE_TOO_HIGH -> RejectReasonCode.MARGIN_USAGE_TOO_HIGH;
      case QUOTE_GROUP_PROTECTED -> RejectReasonCode.QUOTE_GROUP_PROTECTED;
      case INVALID_MASS_QUOTE -> RejectReasonCode.INVALID_MASS_QUOTE;
      case INVALID_LADDER -> RejectReasonCode.INVALID_LADDER;
      case INVALID_PROTECTION -> RejectReasonCode.INVALID_PROTECTION;
      case UNKNOWN_PARTICIPANT -> RejectReasonCode.UNKNOWN_PARTICIPANT;
      case ORDER_NOT_FOUND -> RejectReasonCode.ORDER_NOT_FOUND;
      case ORDER_CLOSED -> RejectReasonCode.ORDER_CLOSED;
      case SIZE_BELOW_FILLED -> RejectReasonCode.SIZE_BELOW_FILLED;
      case COMBO_ORDER_UNSUPPORTED -> RejectReasonCode.COMBO_ORDER_UNSUPPORTED;
      case ACCOUNT_EXISTS -> RejectReasonCode.ACCOUNT_EXISTS;
      case MARKET_EXISTS -> RejectReasonCode.MARKET_EXISTS;
      case INVALID_LEVERAGE -> RejectReasonCode.INVALID_LEVERAGE;
      case INVALID_INSTRUMENT -> RejectReasonCode.INVALID_INSTRUMENT;
      case INVALID_AMOUNT -> RejectReasonCode.INVALID_AMOUNT;
      case REFERENCE_USED -> RejectReasonCode.REFERENCE_USED;
      case WITHDRAWAL_NOT_FOUND -> RejectReasonCode.WITHDRAWAL_NOT_FOUND;
      case WITHDRAWAL_CLOSED -> RejectReasonCode.WITHDRAWAL_CLOSED;
      case CLOCK_MOVES_BACK -> RejectReasonCode.CLOCK_MOVES_BACK;
      case NOT_DUE -> RejectReasonCode.NOT_DUE;
      case INVALID_SETTLEMENT_VALUE -> RejectReasonCode.INVALID_SETTLEMENT_VALUE;
      case INVALID_STATE -> RejectReasonCode.INVALID_STATE;
      case DISPUTE_NOT_FOUND -> RejectReasonCode.DISPUTE_NOT_FOUND;
      case DISPUTE_EXISTS -> RejectReasonCode.DISPUTE_EXISTS;
      case DISPUTE_WINDOW_CLOSED -> RejectReasonCode.DISPUTE_WINDOW_CLOSED;
      case NO_POSITION -> RejectReasonCode.NO_POSITION;
      case DISPUTE_OPEN -> RejectReasonCode.DISPUTE_OPEN;
      case INVALID_COMBO -> RejectReasonCode.INVALID_COMBO;
      case TOO_MANY_COMBOS -> RejectReasonCode.TOO_MANY_COMBOS;
      case ACCOUNT_IN_LIQUIDATION -> RejectReasonCode.ACCOUNT_IN_LIQUIDATION;
      case ACCOUNT_REDUCE_ONLY -> RejectReasonCode.ACCOUNT_REDUCE_ONLY;
      case DISPLAY_TOO_SMALL -> RejectReasonCode.DISPLAY_TOO_SMALL;
      case INVALID_POSITION_LIMIT -> RejectReasonCode.INVALID_POSITION_LIMIT;
    };
  }

  static RejectReason rejectReason(RejectReasonCode code) {
    return switch (code) {
      case UNKNOWN_ACCOUNT -> RejectReason.UNKNOWN_ACCOUNT;
      case ACCOUNT_SUSPENDED -> RejectReason.ACCOUNT_SUSPENDED;
      case MARKET_NOT_FOUND -> RejectReason.MARKET_NOT_FOUND;
      case MARKET_CLOSED -> RejectReason.MARKET_CLOSED;
      case DUPLICATE_CLIENT_ORDER_ID -> RejectReason.DUPLICATE_CLIENT_ORDER_ID;
      case ORDER_SIZE_TOO_SMALL -> RejectReason.ORDER_SIZE_TOO_SMALL;
      case ORDER_SIZE_TOO_LARGE -> RejectReason.ORDER_SIZE_TOO_LARGE;
      case PRICE_OUT_OF_RANGE -> RejectReason.PRICE_OUT_OF_RANGE;
      case PRICE_OFF_TICK -> RejectReason.PRICE_OFF_TICK;
      case INVALID_STOP_PRICE -> RejectReason.INVALID_STOP_PRICE;
      case INVALID_EXPIRE_TIME -> RejectReason.INVALID_EXPIRE_TIME;
      case INVALID_DISPLAY_SIZE -> RejectReason.INVALID_DISPLAY_SIZE;
      case INVALID_MINIMUM_SIZE -> RejectReason.INVALID_MINIMUM_SIZE;
      case INVALID_ORDER -> RejectReason.INVALID_ORDER;
      case REDUCE_ONLY_WOULD_INCREASE -> RejectReason.REDUCE_ONLY_WOULD_INCREASE;
      case POST_ONLY_WOULD_TAKE -> RejectReason.POST_ONLY_WOULD_TAKE;
      case POSITION_LIMIT_EXCEEDED -> RejectReason.POSITION_LIMIT_EXCEEDED;
      case INSUFFICIENT_BALANCE -> RejectReason.INSUFFICIENT_BALANCE;
      case MARGIN_USAGE_TOO_HIGH -> RejectReason.MARGIN_USAGE_TOO_HIGH;
      case QUOTE_GROUP_PROTECTED -> RejectReason.QUOTE_GROUP_PROTECTED;
      case INVALID_MASS_QUOTE -> RejectReason.INVALID_MASS_QUOTE;
      case INVALID_LADDER -> RejectReason.INVALID_LADDER;
      case INVALID_PROTECTION -> RejectReason.INVALID_PROTECTION;
      case UNKNOWN_PARTICIPANT -> RejectReason.UNKNOWN_PARTICIPANT;
      case ORDER_NOT_FOUND -> RejectReason.ORDER_NOT_FOUND;
      case ORDER_CLOSED -> RejectReason.ORDER_CLOSED;
      case SIZE_BELOW_FILLED -> RejectReason.SIZE_BELOW_FILLED;
      case COMBO_ORDER_UNSUPPORTED -> RejectReason.COMBO_ORDER_UNSUPPORTED;
      case ACCOUNT_EXISTS -> RejectReason.ACCOUNT_EXISTS;
      case MARKET_EXISTS -> RejectReason.MARKET_EXISTS;
      case INVALID_LEVERAGE -> RejectReason.INVALID_LEVERAGE;
      case INVALID_INSTRUMENT -> RejectReason.INVALID_INSTRUMENT;
      case INVALID_AMOUNT -> RejectReason.INVALID_AMOUNT;
      case REFERENCE_USED -> RejectReason.REFERENCE_USED;
      case WITHDRAWAL_NOT_FOUND -> RejectReason.WITHDRAWAL_NOT_FOUND;
      case WITHDRAWAL_CLOSED -> RejectReason.WITHDRAWAL_CLOSED;
      case CLOCK_MOVES_BACK -> RejectReason.CLOCK_MOVES_BACK;
      case NOT_DUE -> RejectReason.NOT_DUE;
      case INVALID_SETTLEMENT_VALUE -> RejectReason.INVALID_SETTLEMENT_VALUE;
      case INVALID_STATE -> RejectReason.INVALID_STATE;
      case DISPUTE_NOT_FOUND -> RejectReason.DISPUTE_NOT_FOUND;
      case DISPUTE_EXISTS -> RejectReason.DISPUTE_EXISTS;
      case DISPUTE_WINDOW_CLOSED -> RejectReason.DISPUTE_WINDOW_CLOSED;
      case NO_POSITION -> RejectReason.NO_POSITION;
      case DISPUTE_OPEN -> RejectReason.DISPUTE_OPEN;
      case INVALID_COMBO -> RejectReason.INVALID_COMBO;
      case TOO_MANY_COMBOS -> RejectReason.TOO_MANY_COMBOS;
      case ACCOUNT_IN_LIQUIDATION -> RejectReason.ACCOUNT_IN_LIQUIDATION;
      case ACCOUNT_REDUCE_ONLY -> RejectReason.ACCOUNT_REDUCE_ONLY;
      case DISPLAY_TOO_SMALL -> RejectReason.DISPLAY_TOO_SMALL;
      case INVALID_POSITION_LIMIT -> RejectReason.INVALID_POSITION_LIMIT;
      case NULL_VAL -> throw CodecException.missing("RejectReason");
    };
  }
}
