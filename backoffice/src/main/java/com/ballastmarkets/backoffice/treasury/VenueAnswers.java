package com.ballastmarkets.backoffice.treasury;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a command and waits for the engine's answer. */
public final class VenueAnswers {
  private static final long LIMIT_SECONDS = 30;

  private VenueAnswers() {}

  /**
   * @throws CommandRefusedException if the engine refused it
   * @throws VenueUnavailableException if the venue cannot be reached, or does not answer in time
   */
  public static List<JournalEntry> await(VenuePort port, Command command) {
    List<JournalEntry> answer;
    try {
      answer = port.call(command).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VenueUnavailableException unavailable) {
        throw unavailable;
      }
      throw new IllegalStateException("the venue's answer could not be read", e);
    } catch (TimeoutException e) {
      throw new VenueUnavailableException("the venue did not answer in time", true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VenueUnavailableException("interrupted while waiting for the venue", true);
    }
    for (JournalEntry entry : answer) {
      if (entry.event() instanceof Event.CommandRejected rejected) {
        throw new CommandRefusedException(rejected.reason());
      }
    }
    return answer;
  }
}
