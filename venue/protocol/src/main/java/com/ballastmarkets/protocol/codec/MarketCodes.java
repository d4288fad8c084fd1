package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.instrument.Contract.PutOrCall;
import com.ballastmarkets.domain.instrument.FeeSchedule.Basis;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.protocol.sbe.AccountKindCode;
import com.ballastmarkets.protocol.sbe.FeeBasisCode;
import com.ballastmarkets.protocol.sbe.MarketStateCode;
import com.ballastmarkets.protocol.sbe.PutOrCallCode;
import com.ballastmarkets.protocol.sbe.RulingCode;
import com.ballastmarkets.protocol.sbe.StateReasonCode;

/** The words of accounts, markets and settlement as numbers. */
final class MarketCodes {
  private MarketCodes() {}

  static AccountKindCode code(AccountKind accountKind) {
    return switch (accountKind) {
      case CLIENT -> AccountKindCode.CLIENT;
      case HOUSE -> AccountKindCode.HOUSE;
      case INSURANCE_FUND -> AccountKindCode.INSURANCE_FUND;
      case DISPUTE_ESCROW -> AccountKindCode.DISPUTE_ESCROW;
      case DEFAULT_FUND -> AccountKindCode.DEFAULT_FUND;
      case HOUSE_TRANCHE -> AccountKindCode.HOUSE_TRANCHE;
    };
  }

  static AccountKind accountKind(AccountKindCode code) {
    return switch (code) {
      case CLIENT -> AccountKind.CLIENT;
      case HOUSE -> AccountKind.HOUSE;
      case INSURANCE_FUND -> AccountKind.INSURANCE_FUND;
      case DISPUTE_ESCROW -> AccountKind.DISPUTE_ESCROW;
      case DEFAULT_FUND -> AccountKind.DEFAULT_FUND;
      case HOUSE_TRANCHE -> AccountKind.HOUSE_TRANCHE;
      case NULL_VAL -> throw CodecException.missing("AccountKind");
    };
  }

  static MarketStateCode code(MarketState marketState) {
    return switch (marketState) {
      case PRE_OPEN -> MarketStateCode.PRE_OPEN;
      case AUCTION -> MarketStateCode.AUCTION;
      case CONTINUOUS -> MarketStateCode.CONTINUOUS;
      case HALTED -> MarketStateCode.HALTED;
      case EXPIRED -> MarketStateCode.EXPIRED;
      case PROVISIONAL -> MarketStateCode.PROVISIONAL;
      case DISPUTED -> MarketStateCode.DISPUTED;
      case FINAL -> MarketStateCode.FINAL;
      case VOID -> MarketStateCode.VOID;
    };
  }

  static MarketState marketState(MarketStateCode code) {
    return switch (code) {
      case PRE_OPEN -> MarketState.PRE_OPEN;
      case AUCTION -> MarketState.AUCTION;
      case CONTINUOUS -> MarketState.CONTINUOUS;
      case HALTED -> MarketState.HALTED;
      case EXPIRED -> MarketState.EXPIRED;
      case PROVISIONAL -> MarketState.PROVISIONAL;
      case DISPUTED -> MarketState.DISPUTED;
      case FINAL -> MarketState.FINAL;
      case VOID -> MarketState.VOID;
      case NULL_VAL -> throw CodecException.missing("MarketState");
    };
  }

  static StateReasonCode code(StateReason stateReason) {
    return switch (stateReason) {
      case SCHEDULE -> StateReasonCode.SCHEDULE;
      case CIRCUIT_BREAKER -> StateReasonCode.CIRCUIT_BREAKER;
      case OPERATIONS -> StateReasonCode.OPERATIONS;
      case NEWS -> StateReasonCode.NEWS;
      case SETTLEMENT -> StateReasonCode.SETTLEMENT;
    };
  }

  static StateReason stateReason(StateReasonCode code) {
    return switch (code) {
      case SCHEDULE -> StateReason.SCHEDULE;
      case CIRCUIT_BREAKER -> StateReason.CIRCUIT_BREAKER;
      case OPERATIONS -> StateReason.OPERATIONS;
      case NEWS -> StateReason.NEWS;
      case SETTLEMENT -> StateReason.SETTLEMENT;
      case NULL_VAL -> throw CodecException.missing("StateReason");
    };
  }

  static RulingCode code(Ruling ruling) {
    return switch (ruling) {
      case UPHOLD -> RulingCode.UPHOLD;
      case AMEND -> RulingCode.AMEND;
      case VOID -> RulingCode.VOID;
    };
  }

  static Ruling ruling(RulingCode code) {
    return switch (code) {
      case UPHOLD -> Ruling.UPHOLD;
      case AMEND -> Ruling.AMEND;
      case VOID -> Ruling.VOID;
      case NULL_VAL -> throw CodecException.missing("Ruling");
    };
  }

  static FeeBasisCode code(Basis basis) {
    return switch (basis) {
      case PROBABILITY -> FeeBasisCode.PROBABILITY;
      case PER_LOT -> FeeBasisCode.PER_LOT;
    };
  }

  static Basis basis(FeeBasisCode code) {
    return switch (code) {
      case PROBABILITY -> Basis.PROBABILITY;
      case PER_LOT -> Basis.PER_LOT;
      case NULL_VAL -> throw CodecException.missing("Basis");
    };
  }

  static PutOrCallCode code(PutOrCall putOrCall) {
    return switch (putOrCall) {
      case PUT -> PutOrCallCode.PUT;
      case CALL -> PutOrCallCode.CALL;
    };
  }

  static PutOrCall putOrCall(PutOrCallCode code) {
    return switch (code) {
      case PUT -> PutOrCall.PUT;
      case CALL -> PutOrCall.CALL;
      case NULL_VAL -> throw CodecException.missing("PutOrCall");
    };
  }
}
