package com.ballastmarkets.clearing.maker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MakerPoolTest {
  private static Map<Long, BigInteger> scores(long... scores) {
    final Map<Long, BigInteger> byAccount = new HashMap<>();
    for (int i = 0; i < scores.length; i++) {
      byAccount.put(1_001L + i, BigInteger.valueOf(scores[i]));
    }
    return byAccount;
  }

  @Test
  void whatIsLeftGoesToTheLargestRemaindersThenToTheLowerAccount() {
    assertThat(MakerPool.split(100, scores(1, 1, 1)))
        .isEqualTo(Map.of(1_001L, 34L, 1_002L, 33L, 1_003L, 33L));
    // 10 × 1 ÷ 6 = 1 4⁄6, 10 × 2 ÷ 6 = 3 2⁄6, 10 × 3 ÷ 6 = 5.
    assertThat(MakerPool.split(10, scores(1, 2, 3)))
        .isEqualTo(Map.of(1_001L, 2L, 1_002L, 3L, 1_003L, 5L));
  }

  @Test
  void nobodyIsPaidWithoutAScoreOrAPool() {
    assertThat(MakerPool.split(100, scores())).isEmpty();
    assertThat(MakerPool.split(100, scores(0, 0))).isEmpty();
    assertThat(MakerPool.split(0, scores(1))).isEmpty();
    assertThat(MakerPool.split(1, scores(1, 5))).isEqualTo(Map.of(1_002L, 1L));
  }

  @Test
  void thePartsAreThePool() {
    for (long seed = 0; seed < 500; seed++) {
      final Random random = new Random(seed);
      final Map<Long, BigInteger> scores = new HashMap<>();
      for (long account = 0; account <= random.nextInt(20); account++) {
        scores.put(account, new BigInteger(1 + random.nextInt(90), random).add(BigInteger.ONE));
      }
      final long pool = random.nextLong(1_000_000_000_000L);

      assertThat(MakerPool.split(pool, scores).values().stream().mapToLong(part -> part).sum())
          .as("seed %d", seed)
          .isEqualTo(pool);
    }
  }

  @Test
  void weeksAreIsoWeeks() {
    final RewardWeek week = RewardWeek.parse("2026-W47");
    assertThat(week.monday()).isEqualTo(LocalDate.parse("2026-11-16"));
    assertThat(week.next().toString()).isEqualTo("2026-W48");
    assertThat(RewardWeek.of(week.endNanos() - 1)).isEqualTo(week);
    assertThat(RewardWeek.of(week.endNanos())).isEqualTo(week.next());
    assertThat(RewardWeek.parse("2026-W53").next().toString()).isEqualTo("2027-W01");
    for (String wrong : new String[] {"2026-W54", "2025-W53", "2026-47", "2026-W00", ""}) {
      assertThatThrownBy(() -> RewardWeek.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2026-W47");
    }
  }
}
