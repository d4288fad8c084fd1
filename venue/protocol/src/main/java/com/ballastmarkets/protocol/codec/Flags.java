package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.protocol.sbe.BooleanCode;

/** Booleans as numbers. */
final class Flags {
  private Flags() {}

  static BooleanCode code(boolean flag) {
    return flag ? BooleanCode.YES : BooleanCode.NO;
  }

  static boolean flag(BooleanCode code) {
    return switch (code) {
      case YES -> true;
      case NO -> false;
      case NULL_VAL -> throw CodecException.missing("a boolean");
    };
  }
}
