package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A journal written by hand. A reader is given all of it from its position on, at once. */
final class ScriptedJournal implements VenuePort {
  static final long MIDNIGHT =
      java.time.LocalDate.of(2025, 3, 15).toEpochDay() * 86_400_000_000_000L;

  private final List<JournalEntry> entries = new ArrayList<>();
  private Runnable whenRead = () -> {};

  /** The events of one command, at a time after midnight of 15 March 2025. */
  ScriptedJournal command(long secondsOfDay, Event... events) {
    for (int i = 0; i < events.length; i++) {
      add(entries.size() + 1, secondsOfDay, i == events.length - 1, events[i]);
    }
    return this;
  }

  /** One entry as it is told, with any sequence. */
  ScriptedJournal add(long sequence, long secondsOfDay, boolean last, Event event) {
    long time = MIDNIGHT + secondsOfDay * 1_000_000_000L;
    entries.add(new JournalEntry(sequence, time, 0, 0, last, event));
    return this;
  }

  /** Something that happens just before a reader is told the first entry. */
  ScriptedJournal whenRead(Runnable happens) {
    whenRead = happens;
    return this;
  }

  @Override
  public JournalFeed read(long afterSequence, String readerName, JournalReader reader) {
    whenRead.run();
    boolean failed = false;
    long position = afterSequence;
    try {
      for (JournalEntry entry : entries) {
        if (entry.sequence() > afterSequence) {
          reader.onEntry(entry);
          position = entry.sequence();
        }
      }
      reader.onIdle(position);
    } catch (LedgerStoppedException e) {
      failed = true;
    }
    return new Told(position, failed);
  }

  private record Told(long position, boolean isFailed) implements JournalFeed {
    @Override
    public void close() {
      // Everything was told already.
    }
  }

  @Override
  public long sourceId() {
    return 1;
  }

  @Override
  public long nextCorrelationId() {
    throw new UnsupportedOperationException("a written journal takes no commands");
  }

  @Override
  public void submit(long correlationId, Command command) {
    throw new UnsupportedOperationException("a written journal takes no commands");
  }

  @Override
  public CompletableFuture<List<JournalEntry>> call(Command command) {
    throw new UnsupportedOperationException("a written journal takes no commands");
  }

  @Override
  public long venueTimeNanos() {
    return MIDNIGHT;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
