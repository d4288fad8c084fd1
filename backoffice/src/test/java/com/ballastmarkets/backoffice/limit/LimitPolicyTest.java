package com.ballastmarkets.backoffice.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitPolicyTest {
  @Test
  void aQuarterOfThirtyDaysAverageIsRoundedDownAndNeverBelowTheFloor() {
    LimitPolicy.Terms terms = new LimitPolicy.Terms(1_000, 25, 30);

    assertThat(terms.limitLots(0)).isEqualTo(1_000);
    assertThat(terms.limitLots(120_119)).isEqualTo(1_000);
    assertThat(terms.limitLots(120_120)).isEqualTo(1_001);
    assertThat(terms.limitLots(12_000_050)).isEqualTo(100_000);
    assertThat(terms.limitLots(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE / 120);
  }

  @Test
  void aProductsOwnTermsComeBeforeItsTypes() {
    LimitPolicy.Terms suez = new LimitPolicy.Terms(1, 1, 1);
    LimitPolicy.Terms binaries = new LimitPolicy.Terms(2, 2, 2);
    LimitPolicy.Terms others = new LimitPolicy.Terms(3, 3, 3);
    LimitPolicy policy = new LimitPolicy(Map.of("binary/suez", suez, "binary", binaries), others);

    assertThat(policy.of("binary", "suez")).isEqualTo(suez);
    assertThat(policy.of("binary", "panama")).isEqualTo(binaries);
    assertThat(policy.of("index", "suez")).isEqualTo(others);
  }
}
