package com.ballastmarkets.backoffice.settlement;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.backoffice.limit.HedgeExemptions;
import com.ballastmarkets.backoffice.limit.PositionLimits;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.PositionLimit;
import com.ballastmarkets.domain.event.RejectReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From 00:00 UTC on: computes the day's position limits and tells the venue, and what hedge
 * exemptions are in force on the day. What the venue was told since the start is not told again;
 * told again after a restart, it does nothing. After a jump over several days, only the last
 * counts.
 */
final class PositionLimitStep implements CalendarStep {
  private final PositionLimits limits;
  private final HedgeExemptions exemptions;
  private final VenueCommands venue;
  private final Map<Integer, Long> toldLimits = new HashMap<>();
  private final Map<HedgeExemptions.Pair, Long> toldExemptions = new HashMap<>();
  private LocalDate computed = LocalDate.MIN;
  private LocalDate awaited = LocalDate.MIN;
  private long awaitedSequence;

  PositionLimitStep(PositionLimits limits, HedgeExemptions exemptions, VenueCommands venue) {
    this.limits = limits;
    this.exemptions = exemptions;
    this.venue = venue;
  }

  @Override
  public String name() {
    return "position-limits";
  }

  @Override
  public boolean run(Instant venueNow) {
    LocalDate today = LocalDate.ofInstant(venueNow, ZoneOffset.UTC);
    if (today.isAfter(computed) && isTapeComplete(today)) {
      limits.compute(today);
      computed = today;
    }
    boolean told = false;
    if (computed.equals(today)) {
      told = tellLimits(today);
    }
    return tellExemptions(today) | told;
  }

  /** Whether every trade of the days before is in the database: nothing earlier can follow. */
  private boolean isTapeComplete(LocalDate today) {
    if (!today.equals(awaited)) {
      awaitedSequence = venue.sequence();
      awaited = today;
    }
    return limits.tapePosition() >= awaitedSequence;
  }

  private boolean tellLimits(LocalDate today) {
    Map<Integer, Long> live = limits.ofLiveMarkets(today);
    toldLimits.keySet().retainAll(live.keySet());
    List<PositionLimit> changed = new ArrayList<>();
    live.forEach((marketId, lots) -> {
      if (!lots.equals(toldLimits.get(marketId))) {
        changed.add(new PositionLimit(marketId, lots));
      }
    });
    for (int from = 0; from < changed.size(); from += Command.Limits.MAX_ENTRIES) {
      List<PositionLimit> some =
          changed.subList(from, Math.min(changed.size(), from + Command.Limits.MAX_ENTRIES));
      Optional<RejectReason> refused = venue.give(new Command.Limits.SetPositionLimits(some));
      if (refused.isPresent()) {
        throw new IllegalStateException(
            "the venue refused the position limits of " + today + ": " + refused.get());
      }
      some.forEach(limit -> toldLimits.put(limit.marketId(), limit.lots()));
    }
    return !changed.isEmpty();
  }

  private boolean tellExemptions(LocalDate today) {
    Troubles troubles = new Troubles();
    Map<HedgeExemptions.Pair, Long> inForce = exemptions.on(today);
    toldExemptions.keySet().retainAll(inForce.keySet());
    boolean told = false;
    for (Map.Entry<HedgeExemptions.Pair, Long> entry : inForce.entrySet()) {
      if (!entry.getValue().equals(toldExemptions.get(entry.getKey()))) {
        told |=
            troubles.unless(
                "exemption " + entry.getKey(), () -> tell(entry.getKey(), entry.getValue()));
      }
    }
    troubles.raise();
    return told;
  }

  private boolean tell(HedgeExemptions.Pair pair, long lots) {
    Optional<RejectReason> refused =
        venue.give(
            new Command.Limits.SetHedgeExemption(pair.participantId(), pair.marketId(), lots));
    // A market that was live here a moment ago.
    if (refused.isPresent() && refused.get() != RejectReason.MARKET_NOT_FOUND) {
      throw new IllegalStateException("the venue refused it: " + refused.get());
    }
    toldExemptions.put(pair, lots);
    return true;
  }
}
