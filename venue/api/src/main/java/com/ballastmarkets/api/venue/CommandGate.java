package com.ballastmarkets.api.venue;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.error.Rejects;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a command and waits until it is durable, applied, and known to the {@link VenueView}: who
 * reads after the answer sees what was written.
 */
public final class CommandGate {
  private final VenuePort venue;
  private final JournalFollower follower;
  private final Duration timeout;

  public CommandGate(VenuePort venue, JournalFollower follower, Duration timeout) {
    this.venue = venue;
    this.follower = follower;
    this.timeout = timeout;
  }

  /**
   * The command's events. A refusal as a whole is thrown; refusals of orders are events.
   *
   * @throws ApiException the venue's refusal, or that there is no answer and whether the command
   *     may have been applied
   */
  public List<JournalEntry> call(Command command) {
    final List<JournalEntry> entries = answer(command);
    for (JournalEntry entry : entries) {
      if (entry.event() instanceof Event.CommandRejected rejected) {
        throw Rejects.exception(
            rejected.reason(), rejected.requiredMicros(), rejected.availableMicros());
      }
    }
    return entries;
  }

  /**
   * Waits until the view knows an entry that the venue has answered with.
   *
   * @throws ApiException if it is interrupted
   */
  public void awaitApplied(long sequence) {
    try {
      follower.await(sequence, timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.of(ErrorCode.OUTCOME_UNKNOWN);
    }
  }

  private List<JournalEntry> answer(Command command) {
    try {
      final List<JournalEntry> entries =
          venue.call(command).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      // The command is applied and durable: if the view lags, the answer is right all the same.
      follower.await(entries.getLast().sequence(), timeout);
      return entries;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VenueUnavailableException unavailable) {
        throw unavailable(unavailable);
      }
      throw new IllegalStateException(e.getCause());
    } catch (VenueUnavailableException e) {
      throw unavailable(e);
    } catch (TimeoutException e) {
      throw ApiException.of(ErrorCode.OUTCOME_UNKNOWN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.of(ErrorCode.OUTCOME_UNKNOWN);
    }
  }

  private static ApiException unavailable(VenueUnavailableException e) {
    return ApiException.of(
        e.isOutcomeUnknown() ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.VENUE_UNAVAILABLE);
  }
}
