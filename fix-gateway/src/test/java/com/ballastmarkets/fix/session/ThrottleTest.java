package com.ballastmarkets.fix.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrottleTest {
  @Test
  void aSecondsWorthAtOnceAndThenAtTheRate() {
    final Throttle throttle = new Throttle(10, 0);
    for (int i = 0; i < 10; i++) {
      assertThat(throttle.tryTake(0)).isTrue();
    }
    assertThat(throttle.tryTake(0)).isFalse();
    assertThat(throttle.tryTake(99_000_000)).isFalse();
    assertThat(throttle.tryTake(200_000_000)).isTrue();
    assertThat(throttle.tryTake(200_000_000)).isTrue();
    assertThat(throttle.tryTake(200_000_000)).isFalse();
    int taken = 0;
    while (throttle.tryTake(3_600_000_000_000L)) {
      taken++;
    }
    assertThat(taken).isEqualTo(10);
  }
}
