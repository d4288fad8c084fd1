package com.ballastmarkets.clearing.fee;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.instrument.FeeSchedule;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FeeMeterTest {
  private static final BigInteger PARTS = BigInteger.TEN.pow(12);

  @Test
  void manySmallFillsPayWhatOneOfTheirSumWould() {
    for (long seed = 1; seed <= 2_000; seed++) {
      final Random random = new Random(seed);
      final FeeSchedule fees = probability(random.nextInt(1_000_001), random.nextInt(1_000_001));
      final long price = random.nextInt(1_000_001);
      final long lots = 1 + random.nextLong(bound(random));
      final boolean maker = random.nextBoolean();
      final FeeMeter split = new FeeMeter();
      long paid = 0;
      for (long left = lots; left > 0; ) {
        final long part = 1 + random.nextLong(Math.min(left, 1 + lots / 7));
        final long fee = split.charge(fees, price, part, maker);
        assertThat(fee).as("seed %d", seed).isNotNegative();
        paid += fee;
        left -= part;
      }
      assertThat(paid)
          .as("seed %d", seed)
          .isEqualTo(new FeeMeter().charge(fees, price, lots, maker))
          .isEqualTo(exact(fees, price, lots, maker));
      assertThat(paid)
          .as("seed %d: what was set aside covers it", seed)
          .isLessThanOrEqualTo(Math.multiplyExact(WorstFee.perLot(fees, price), lots));
    }
  }

  private static long bound(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> 20;
      case 1 -> 10_000_000;
      default -> 1_000_000_000_000L;
    };
  }

  private static FeeSchedule probability(long maker, long taker) {
    return new FeeSchedule(FeeSchedule.Basis.PROBABILITY, maker, taker);
  }

  /** rate × lots × p × (1 − p) in whole numbers, rounded up. */
  private static long exact(FeeSchedule fees, long price, long lots, boolean maker) {
    final BigInteger parts =
        BigInteger.valueOf(maker ? fees.makerRate() : fees.takerRate())
            .multiply(BigInteger.valueOf(price))
            .multiply(BigInteger.valueOf(1_000_000 - price))
            .multiply(BigInteger.valueOf(lots));
    return parts.add(PARTS).subtract(BigInteger.ONE).divide(PARTS).longValueExact();
  }

  @Test
  void fillsAtSeveralPricesAndRolesAreRoundedUpOnceInAll() {
    final FeeSchedule fees = probability(1, 3);
    final FeeMeter meter = new FeeMeter();
    // 0.25, 0.63 and 0.12 U: 1.00 in all.
    assertThat(meter.charge(fees, 500_000, 1, true)).isEqualTo(1);
    assertThat(meter.charge(fees, 700_000, 1, false)).isZero();
    assertThat(meter.charge(fees, 200_000, 1, true)).isEqualTo(1);
    // 0.25 + 0.63 + 0.16 = 1.04: two U, of which 0.96 are still to be used.
    assertThat(meter.creditParts()).isEqualTo(960_000_000_000L);
  }

  @Test
  void aFixedFeePerLotNeedsNoMeter() {
    final FeeSchedule fees = new FeeSchedule(FeeSchedule.Basis.PER_LOT, 10_000, 25_000);
    final FeeMeter meter = new FeeMeter();
    assertThat(meter.charge(fees, 42_000_000, 7, true)).isEqualTo(70_000);
    assertThat(meter.charge(fees, 42_000_000, 7, false)).isEqualTo(175_000);
    assertThat(WorstFee.perLot(fees, 42_000_000)).isEqualTo(25_000);
  }

  @Test
  void noBetterPriceCostsMoreThanTheOrdersOwn() {
    for (long rate : new long[] {1, 70_000, 500_000, 1_000_000}) {
      final FeeSchedule fees = probability(rate, 0);
      for (long price = 0; price <= 1_000_000; price += 1_000) {
        final long limit = price + WorstFee.perLot(fees, price);
        for (long better = 0; better < price; better += 50_000) {
          assertThat(better + WorstFee.perLot(fees, better)).isLessThanOrEqualTo(limit);
        }
      }
    }
  }
}
