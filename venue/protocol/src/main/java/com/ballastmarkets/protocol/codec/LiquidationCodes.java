package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.liquidation.LossLayer;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import com.ballastmarkets.protocol.sbe.LossLayerCode;
import com.ballastmarkets.protocol.sbe.MarginStandingCode;

/** The words of liquidation as numbers. */
final class LiquidationCodes {
  private LiquidationCodes() {}

  static MarginStandingCode code(MarginStanding standing) {
    return switch (standing) {
      case SAFE -> MarginStandingCode.SAFE;
      case NOTICE -> MarginStandingCode.NOTICE;
      case REDUCE_ONLY -> MarginStandingCode.REDUCE_ONLY;
      case LIQUIDATION -> MarginStandingCode.LIQUIDATION;
    };
  }

  static MarginStanding standing(MarginStandingCode code) {
    return switch (code) {
      case SAFE -> MarginStanding.SAFE;
      case NOTICE -> MarginStanding.NOTICE;
      case REDUCE_ONLY -> MarginStanding.REDUCE_ONLY;
      case LIQUIDATION -> MarginStanding.LIQUIDATION;
      case NULL_VAL -> throw CodecException.missing("MarginStanding");
    };
  }

  static LossLayerCode code(LossLayer layer) {
    return switch (layer) {
      case DEFAULTER_MARGIN -> LossLayerCode.DEFAULTER_MARGIN;
      case DEFAULTER_CONTRIBUTION -> LossLayerCode.DEFAULTER_CONTRIBUTION;
      case HOUSE_TRANCHE -> LossLayerCode.HOUSE_TRANCHE;
      case MEMBER_CONTRIBUTION -> LossLayerCode.MEMBER_CONTRIBUTION;
    };
  }

  static LossLayer layer(LossLayerCode code) {
    return switch (code) {
      case DEFAULTER_MARGIN -> LossLayer.DEFAULTER_MARGIN;
      case DEFAULTER_CONTRIBUTION -> LossLayer.DEFAULTER_CONTRIBUTION;
      case HOUSE_TRANCHE -> LossLayer.HOUSE_TRANCHE;
      case MEMBER_CONTRIBUTION -> LossLayer.MEMBER_CONTRIBUTION;
      case NULL_VAL -> throw CodecException.missing("LossLayer");
    };
  }
}
