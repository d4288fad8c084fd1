package com.ballastmarkets.api.maker;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The back office's books of the maker programme. */
@FunctionalInterface
public interface MakerDesk {

  /**
   * What an account earned in a week with a product. Amounts in micros.
   *
   * @param week ISO week: {@code 2026-W47}
   * @param type of contract, at {@code place}
   * @param score of the account, rounded down to a millionth
   * @param totalScore of all makers
   * @param reference of the payment, as in the journal
   * @param paidNanos null if it is not paid yet
   */
  record Reward(
      String week,
      String type,
      String place,
      BigDecimal score,
      BigDecimal totalScore,
      long poolMicros,
      long rewardMicros,
      String reference,
      @Nullable Long paidNanos) {}

  /** An account's rewards, newest week first. */
  List<Reward> rewards(long accountId);
}
