package com.ballastmarkets.backoffice.settlement;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The calendar's way to give a command and learn what came of it. */
final class VenueCommands {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final VenuePort port;

  VenueCommands(VenuePort port) {
    this.port = port;
  }

  Instant now() {
    return VenueTime.instant(port.venueTimeNanos());
  }

  /**
   * Gives a command and waits for its answer.
   *
   * @return why it was refused; empty if it was done, now or before
   * @throws VenueUnavailableException if there was no answer
   */
  Optional<RejectReason> give(Command command) {
    for (JournalEntry entry : answer(command)) {
      if (entry.event() instanceof Event.CommandRejected rejected) {
        return Optional.of(rejected.reason());
      }
    }
    return Optional.empty();
  }

  /** A sequence of the journal before which nothing can come any more. */
  long sequence() {
    return answer(new Command.Tick()).getLast().sequence();
  }

  private List<JournalEntry> answer(Command command) {
    try {
      return port.call(command).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VenueUnavailableException("interrupted", true);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VenueUnavailableException unavailable) {
        throw unavailable;
      }
      throw new IllegalStateException("the venue's port failed", e);
    } catch (TimeoutException e) {
      throw new VenueUnavailableException("the venue did not answer in time", true);
    }
  }
}
