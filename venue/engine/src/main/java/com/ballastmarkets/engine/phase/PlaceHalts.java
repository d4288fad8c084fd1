package com.ballastmarkets.engine.phase;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.market.References;
import com.ballastmarkets.engine.output.EventOutlet;
import com.ballastmarkets.engine.output.VenueClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Halts and resumes all markets of a place together, by operations or for official notices. */
public final class PlaceHalts {
  /** From an official notice to the end of the auction by which its place reopens. */
  public static final long NEWS_NANOS = Duration.ofMinutes(10).toNanos();

  private static final long MEMORY_NANOS = VenueClock.DAY_NANOS;

  private record Notice(String reference, long timeNanos) {}

  private final MarketRegistry markets;
  private final TradingPhases phases;
  private final EventOutlet outlet;
  private final ArrayDeque<Notice> notices = new ArrayDeque<>();

  public PlaceHalts(MarketRegistry markets, TradingPhases phases, EventOutlet outlet) {
    this.markets = markets;
    this.phases = phases;
    this.outlet = outlet;
  }

  /** Halts the markets of a place, or all, until they are resumed. */
  public void halt(String place) {
    change(place, phases::haltByOperations);
  }

  /** Begins the auctions that end the halts of a place, or all. */
  public void resume(String place) {
    change(place, phases::resumeByOperations);
  }

  private void change(String place, Predicate<Market> change) {
    final List<Market> meant = at(place);
    if (meant.isEmpty()) {
      outlet.reject(RejectReason.MARKET_NOT_FOUND);
      return;
    }
    boolean changed = false;
    for (Market market : meant) {
      changed |= change.test(market);
    }
    if (!changed) {
      outlet.nothingToDo();
    }
  }

  /** An official notice for a place. */
  public void declare(String place, String reference) {
    if (place.isEmpty()) {
      outlet.reject(RejectReason.MARKET_NOT_FOUND);
      return;
    }
    final long now = outlet.timeNanos();
    forget(now);
    if (notices.stream().anyMatch(notice -> notice.reference.equals(reference))) {
      outlet.nothingToDo();
      return;
    }
    notices.addLast(new Notice(reference, now));
    final long reopensAt = Math.addExact(now, NEWS_NANOS);
    outlet.tell(new Event.NewsHaltDeclared(place, reference, reopensAt));
    for (Market market : at(place)) {
      phases.haltForNews(market, reopensAt);
    }
  }

  private void forget(long nowNanos) {
    Notice oldest = notices.peekFirst();
    while (oldest != null && nowNanos - oldest.timeNanos >= MEMORY_NANOS) {
      notices.removeFirst();
      oldest = notices.peekFirst();
    }
  }

  /** Combos are not among them: they halt and resume with their legs, and have no auction. */
  private List<Market> at(String place) {
    final List<Market> found = new ArrayList<>();
    for (Market market : markets.all()) {
      final boolean meant = place.isEmpty() || isAt(market, place);
      if (meant && !(market.instrument().contract() instanceof Contract.Combo)) {
        found.add(market);
      }
    }
    return found;
  }

  /** A market is where its own place is, and where those of the markets are that it refers to. */
  private boolean isAt(Market market, String place) {
    return market.instrument().place().equals(place)
        || Arrays.stream(References.of(market.instrument().contract()))
            .anyMatch(id -> markets.get(id) instanceof Market other && isAt(other, place));
  }

  public void writeState(StateOutput output) {
    output.section("notices", 1);
    output.putInt(notices.size());
    for (Notice notice : notices) {
      output.putString(notice.reference);
      output.putLong(notice.timeNanos);
    }
  }

  public void readState(StateInput input) {
    input.section("notices");
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      notices.addLast(new Notice(input.getString(), input.getLong()));
    }
  }
}
