package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.maker.MakerDesk;
import com.ballastmarkets.backoffice.maker.MakerBooks;
import com.ballastmarkets.clearing.maker.MakerProgramme;
import com.ballastmarkets.clearing.maker.MakerScores;
import com.ballastmarkets.clearing.maker.RewardWeek;
import java.time.Instant;
import java.util.List;

/** The API's door to the books of the maker programme. */
public final class MakerRoom implements MakerDesk {
  private final MakerBooks books;

  public MakerRoom(MakerBooks books) {
    this.books = books;
  }

  @Override
  public List<Reward> rewards(long accountId) {
    return books.of(accountId).stream().map(MakerRoom::shown).toList();
  }

  private static Reward shown(MakerBooks.Reward reward) {
    final Instant paid = reward.paidAt();
    return new Reward(
        reward.week(),
        reward.product().type(),
        reward.product().place(),
        MakerScores.shown(reward.score(), reward.depthMicros()),
        MakerScores.shown(reward.totalScore(), reward.depthMicros()),
        reward.poolMicros(),
        reward.rewardMicros(),
        MakerProgramme.reference(RewardWeek.parse(reward.week()), reward.product()),
        paid == null ? null : VenueInstants.nanos(paid));
  }
}
