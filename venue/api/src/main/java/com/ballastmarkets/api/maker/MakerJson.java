package com.ballastmarkets.api.maker;

import com.ballastmarkets.api.json.Decimals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What maker rewards look like in JSON. Amounts in USDC. */
public final class MakerJson {
  private MakerJson() {}

  /**
   * @param score Σ over seconds and markets of the product, as the programme's formula has it
   * @param totalScore of all makers: reward = pool × score ÷ total, to the micro
   * @param reference of the cash movement
   * @param paidAt null if it is not paid yet
   */
  public record Reward(
      String week,
      String type,
      String place,
      BigDecimal score,
      BigDecimal totalScore,
      BigDecimal pool,
      BigDecimal reward,
      String reference,
      @Nullable String paidAt) {}

  /** {@code GET /account/maker-rewards}, newest week first. */
  public record Rewards(List<Reward> rewards) {}

  static Reward reward(MakerDesk.Reward reward) {
    final Long paid = reward.paidNanos();
    return new Reward(
        reward.week(),
        reward.type(),
        reward.place(),
        reward.score(),
        reward.totalScore(),
        Decimals.money(reward.poolMicros()),
        Decimals.money(reward.rewardMicros()),
        reward.reference(),
        paid == null ? null : Decimals.time(paid));
  }
}
