package com.ballastmarkets.app.demo;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Watches the journal, so that the story goes on when something has happened and not before. */
final class JournalWatch implements JournalReader, AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<Event> events = new ArrayList<>();
  private final JournalFeed feed;
  private long lastSequence;

  JournalWatch(VenuePort port) {
    this.feed = port.read(0, "rehearsal", this);
  }

  @Override
  public synchronized void onEntry(JournalEntry entry) {
    lastSequence = entry.sequence();
    switch (entry.event()) {
      case Event.DailySettled settled -> events.add(settled);
      case Event.MarketStateChanged changed -> events.add(changed);
      case Event.ProvisionalPublished published -> events.add(published);
      case Event.DisputeRuled ruled -> events.add(ruled);
      case Event.MarketSettled settled -> events.add(settled);
      case Event.MarketListed listed -> events.add(listed);
      case Event.CashMoved moved -> events.add(moved);
      default -> {
        return;
      }
    }
    notifyAll();
  }

  synchronized long lastSequence() {
    return lastSequence;
  }

  /** All events of a kind so far. */
  synchronized <E extends Event> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Waits until an event that fits has happened, now or before. */
  synchronized <E extends Event> E await(Class<E> kind, Predicate<E> fits, String words) {
    final long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      for (E event : all(kind)) {
        if (fits.test(event)) {
          return event;
        }
      }
      final long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IllegalStateException("the venue did not get there: " + words);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  @Override
  public void close() {
    feed.close();
  }
}
