package com.ballastmarkets.clearing.liquidation;

import com.ballastmarkets.clearing.liquidation.AccountFigures.PositionFigures;
import java.math.BigInteger;

/**
 * The price at which closing a position uses up its share of the account's equity, shares being in
 * proportion to margins. Rounded to the account's better side, and kept in the contract's range.
 *
 * <p>Example: equity 100, two positions with margin 300 and 100; the first is long 500 lots at mark
 * 0.40. Its share is 75, 0.15 a lot: 0.25.
 */
public final class BankruptcyPrice {
  private BankruptcyPrice() {}

  /** In micros. With equity below zero it lies on the other side of the mark. */
  public static long of(PositionFigures position, AccountFigures account) {
    final long total = account.weightsMicros();
    final long share =
        total == 0
            ? account.equityMicros() / account.positions().size()
            : floorShare(account.equityMicros(), position.marginMicros(), total);
    final long perLot = Math.floorDiv(share, Math.abs(position.lots()));
    final long price =
        position.lots() > 0
            ? Math.subtractExact(position.markMicros(), perLot)
            : Math.addExact(position.markMicros(), perLot);
    return Math.clamp(price, position.loMicros(), position.hiMicros());
  }

  private static long floorShare(long amount, long part, long whole) {
    final BigInteger[] parts =
        BigInteger.valueOf(amount)
            .multiply(BigInteger.valueOf(part))
            .divideAndRemainder(BigInteger.valueOf(whole));
    return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
  }
}
