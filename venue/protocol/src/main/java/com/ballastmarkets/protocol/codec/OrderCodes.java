package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command.MassCancel.Cause;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.protocol.sbe.MassCancelCauseCode;
import com.ballastmarkets.protocol.sbe.OrderTypeCode;
import com.ballastmarkets.protocol.sbe.PostOnlyCode;
import com.ballastmarkets.protocol.sbe.SelfMatchPreventionCode;
import com.ballastmarkets.protocol.sbe.SideCode;
import com.ballastmarkets.protocol.sbe.TimeInForceCode;

/** The words of an order as numbers. */
final class OrderCodes {
  private OrderCodes() {}

  static SideCode code(Side side) {
    return switch (side) {
      case BUY -> SideCode.BUY;
      case SELL -> SideCode.SELL;
    };
  }

  static Side side(SideCode code) {
    return switch (code) {
      case BUY -> Side.BUY;
      case SELL -> Side.SELL;
      case NULL_VAL -> throw CodecException.missing("Side");
    };
  }

  static OrderTypeCode code(OrderType orderType) {
    return switch (orderType) {
      case LIMIT -> OrderTypeCode.LIMIT;
      case MARKET -> OrderTypeCode.MARKET;
      case STOP -> OrderTypeCode.STOP;
      case STOP_LIMIT -> OrderTypeCode.STOP_LIMIT;
    };
  }

  static OrderType orderType(OrderTypeCode code) {
    return switch (code) {
      case LIMIT -> OrderType.LIMIT;
      case MARKET -> OrderType.MARKET;
      case STOP -> OrderType.STOP;
      case STOP_LIMIT -> OrderType.STOP_LIMIT;
      case NULL_VAL -> throw CodecException.missing("OrderType");
    };
  }

  static TimeInForceCode code(TimeInForce timeInForce) {
    return switch (timeInForce) {
      case GTC -> TimeInForceCode.GTC;
      case GTD -> TimeInForceCode.GTD;
      case DAY -> TimeInForceCode.DAY;
      case IOC -> TimeInForceCode.IOC;
      case FOK -> TimeInForceCode.FOK;
    };
  }

  static TimeInForce timeInForce(TimeInForceCode code) {
    return switch (code) {
      case GTC -> TimeInForce.GTC;
      case GTD -> TimeInForce.GTD;
      case DAY -> TimeInForce.DAY;
      case IOC -> TimeInForce.IOC;
      case FOK -> TimeInForce.FOK;
      case NULL_VAL -> throw CodecException.missing("TimeInForce");
    };
  }

  static PostOnlyCode code(PostOnly postOnly) {
    return switch (postOnly) {
      case NONE -> PostOnlyCode.NONE;
      case REJECT -> PostOnlyCode.REJECT;
      case SLIDE -> PostOnlyCode.SLIDE;
    };
  }

  static PostOnly postOnly(PostOnlyCode code) {
    return switch (code) {
      case NONE -> PostOnly.NONE;
      case REJECT -> PostOnly.REJECT;
      case SLIDE -> PostOnly.SLIDE;
      case NULL_VAL -> throw CodecException.missing("PostOnly");
    };
  }

  static SelfMatchPreventionCode code(SelfMatchPrevention selfMatchPrevention) {
    return switch (selfMatchPrevention) {
      case CANCEL_NEWEST -> SelfMatchPreventionCode.CANCEL_NEWEST;
      case CANCEL_OLDEST -> SelfMatchPreventionCode.CANCEL_OLDEST;
      case CANCEL_BOTH -> SelfMatchPreventionCode.CANCEL_BOTH;
      case DECREMENT -> SelfMatchPreventionCode.DECREMENT;
    };
  }

  static SelfMatchPrevention selfMatchPrevention(SelfMatchPreventionCode code) {
    return switch (code) {
      case CANCEL_NEWEST -> SelfMatchPrevention.CANCEL_NEWEST;
      case CANCEL_OLDEST -> SelfMatchPrevention.CANCEL_OLDEST;
      case CANCEL_BOTH -> SelfMatchPrevention.CANCEL_BOTH;
      case DECREMENT -> SelfMatchPrevention.DECREMENT;
      case NULL_VAL -> throw CodecException.missing("SelfMatchPrevention");
    };
  }

  static MassCancelCauseCode code(Cause cause) {
    return switch (cause) {
      case REQUEST -> MassCancelCauseCode.REQUEST;
      case DISCONNECT -> MassCancelCauseCode.DISCONNECT;
      case OPERATIONS -> MassCancelCauseCode.OPERATIONS;
    };
  }

  static Cause cause(MassCancelCauseCode code) {
    return switch (code) {
      case REQUEST -> Cause.REQUEST;
      case DISCONNECT -> Cause.DISCONNECT;
      case OPERATIONS -> Cause.OPERATIONS;
      case NULL_VAL -> throw CodecException.missing("Cause");
    };
  }
}
