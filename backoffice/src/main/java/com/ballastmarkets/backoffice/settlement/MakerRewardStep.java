package com.ballastmarkets.backoffice.settlement;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.backoffice.maker.MakerBooks;
import com.ballastmarkets.backoffice.maker.ScoreReader;
import com.ballastmarkets.clearing.maker.RewardWeek;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.RejectReason;
import java.time.Instant;
import java.util.Optional;

/**
 * From Monday 00:00 UTC on: keeps the makers' scores of the weeks that ended, and has their pools
 * paid. A pool that the house cannot pay stays due, and is said to be.
 */
final class MakerRewardStep implements CalendarStep {
  private final ScoreReader scores;
  private final MakerBooks books;
  private final VenueCommands venue;
  private RewardWeek kept = new RewardWeek(Long.MIN_VALUE);
  private RewardWeek awaited = kept;
  private long awaitedSequence;

  MakerRewardStep(ScoreReader scores, MakerBooks books, VenueCommands venue) {
    this.scores = scores;
    this.books = books;
    this.venue = venue;
  }

  @Override
  public String name() {
    return "maker-rewards";
  }

  @Override
  public boolean run(Instant venueNow) {
    RewardWeek week = RewardWeek.of(VenueTime.nanos(venueNow));
    if (week.compareTo(kept) > 0) {
      if (!isJournalRead(week)) {
        return false;
      }
      scores
          .ended(VenueTime.nanos(venueNow))
          .forEach((ended, products) -> {
            books.keep(ended, products, venueNow);
            scores.forget(ended);
          });
      kept = week;
    }
    return pay(venueNow);
  }

  /** Whether the fold has seen everything of the weeks before. */
  private boolean isJournalRead(RewardWeek week) {
    if (scores.isFailed()) {
      throw new IllegalStateException("the reader of the makers' scores has stopped");
    }
    if (!week.equals(awaited)) {
      awaitedSequence = venue.sequence();
      awaited = week;
    }
    return scores.position() >= awaitedSequence;
  }

  private boolean pay(Instant venueNow) {
    Troubles troubles = new Troubles();
    boolean paid = false;
    for (MakerBooks.Due due : books.due()) {
      paid |= troubles.unless(due.reference(), () -> pay(due, venueNow));
    }
    troubles.raise();
    return paid;
  }

  private boolean pay(MakerBooks.Due due, Instant venueNow) {
    Optional<RejectReason> refused =
        venue.give(new Command.PayMakerRewards(due.reference(), due.rewards()));
    if (refused.isPresent()) {
      throw new IllegalStateException("the venue did not pay: " + refused.get());
    }
    books.paid(due, venueNow);
    return true;
  }
}
