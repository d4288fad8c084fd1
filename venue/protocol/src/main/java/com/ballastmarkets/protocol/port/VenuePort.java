package com.ballastmarkets.protocol.port;

import com.ballastmarkets.domain.command.Command;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A gateway's way into the venue and out of it. Safe for use by many threads.
 *
 * <p>A command's answer is read from the journal, so it is given only after the command is durable
 * and applied. The same port works against a cluster and against the in-process twin.
 */
public interface VenuePort extends AutoCloseable {

  /** What {@link JournalEntry#sourceId} says of this port's commands. */
  long sourceId();

  /** A correlation id that this port has not given before. */
  long nextCorrelationId();

  /**
   * Hands in a command without waiting; its events carry the correlation id, which the caller may
   * have noted before they can arrive.
   *
   * @param correlationId from {@link #nextCorrelationId}
   * @throws VenueUnavailableException if it was certainly not taken
   * @throws IllegalArgumentException if it is longer than 16 KiB as bytes, or a text in it is no
   *     well-formed Unicode
   */
  void submit(long correlationId, Command command);

  /**
   * Hands in a command and waits for its answer.
   *
   * @return all entries that the command caused, at least one, completed on a thread of the port's;
   *     or a {@link VenueUnavailableException}
   * @throws IllegalArgumentException as {@link #submit}
   */
  CompletableFuture<List<JournalEntry>> call(Command command);

  /**
   * Reads the journal from the entry after {@code afterSequence} on (0 for the beginning), first
   * what is recorded and then live.
   */
  JournalFeed read(long afterSequence, String readerName, JournalReader reader);

  /** The venue's time now, for what is shown or scheduled; never decisive. */
  long venueTimeNanos();

  @Override
  void close();
}
