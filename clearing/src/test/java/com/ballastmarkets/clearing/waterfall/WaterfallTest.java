package com.ballastmarkets.clearing.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.liquidation.Deleveraging;
import com.ballastmarkets.domain.liquidation.Deleveraging.Candidate;
import com.ballastmarkets.domain.liquidation.Deleveraging.Closing;
import com.ballastmarkets.domain.liquidation.LossLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WaterfallTest {
  private final Waterfall waterfall =
      new Waterfall(
          100,
          new Contribution(5, 50),
          200,
          List.of(new Contribution(7, 600), new Contribution(8, 300)));

  @Test
  void aLossRunsDownLayerByLayer() {
    assertThat(waterfall.bear(500).layers())
        .containsExactly(
            new Layer(LossLayer.DEFAULTER_MARGIN, 5, 100),
            new Layer(LossLayer.DEFAULTER_CONTRIBUTION, 5, 50),
            new Layer(LossLayer.HOUSE_TRANCHE, 0, 200),
            new Layer(LossLayer.MEMBER_CONTRIBUTION, 7, 100),
            new Layer(LossLayer.MEMBER_CONTRIBUTION, 8, 50));
    assertThat(waterfall.bear(500).uncoveredMicros()).isZero();
    assertThat(waterfall.bear(80).layers())
        .containsExactly(new Layer(LossLayer.DEFAULTER_MARGIN, 5, 80));
    assertThat(waterfall.bear(0).layers()).isEmpty();
  }

  @Test
  void whatNobodyCoversIsLeftForDeleveraging() {
    assertThat(waterfall.bear(1_300).uncoveredMicros()).isEqualTo(50);
  }

  @Test
  void noMicroIsLostInSharing() {
    for (long seed = 1; seed <= 500; seed++) {
      final Random random = new Random(seed);
      final List<Contribution> members = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(9); i++) {
        members.add(new Contribution(10 + i, random.nextLong(1L << (1 + random.nextInt(50)))));
      }
      final Waterfall random9 = new Waterfall(0, new Contribution(1, 0), 0, members);
      final long loss = random.nextLong(1L << (1 + random.nextInt(53)));
      final Waterfall.Allocation allocation = random9.bear(loss);
      long borne = allocation.uncoveredMicros();
      for (Layer layer : allocation.layers()) {
        borne += layer.amountMicros();
        final long paidIn = members.get((int) layer.participantId() - 10).amountMicros();
        assertThat(layer.amountMicros()).as("seed %d", seed).isBetween(1L, paidIn);
      }
      assertThat(borne).as("seed %d", seed).isEqualTo(loss);
    }
  }

  @Test
  void theMostProfitableOppositePositionsAreClosedFirst() {
    final List<Candidate> candidates =
        List.of(
            new Candidate(1, -100, -60_000_000),
            new Candidate(2, -50, -40_000_000),
            new Candidate(3, 500, 100_000_000),
            new Candidate(4, -200, -120_000_000));
    // Mark 0.50: account 2 gains 0.30 a lot, 1 and 4 gain 0.10, and 4 is larger.
    assertThat(Deleveraging.close(candidates, 275, 500_000))
        .containsExactly(new Closing(2, -50), new Closing(4, -200), new Closing(1, -25));
  }
}
