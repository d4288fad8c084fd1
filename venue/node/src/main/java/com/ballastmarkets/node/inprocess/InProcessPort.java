package com.ballastmarkets.node.inprocess;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.node.port.PendingAnswers;
import com.ballastmarkets.protocol.codec.CommandEnvelope;
import com.ballastmarkets.protocol.codec.CommandEnvelopeCodec;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.protocol.port.VenueUnavailableException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.ExpandableArrayBuffer;

/** A gateway's way into an {@link InProcessVenue}. */
final class InProcessPort implements VenuePort {

  private static final ThreadLocal<Bytes> BYTES = ThreadLocal.withInitial(Bytes::new);

  private final InProcessVenue venue;
  private final long sourceId;
  private final AtomicLong nextCorrelationId = new AtomicLong(1);
  private final PendingAnswers answers;
  private final MemoryFeed answerFeed;
  private final Set<MemoryFeed> feeds = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  InProcessPort(InProcessVenue venue, long sourceId) {
    this.venue = venue;
    this.sourceId = sourceId;
    this.answers = new PendingAnswers(sourceId);
    this.answerFeed =
        new MemoryFeed(
                venue.journal(),
                venue.journal().lastSequence(),
                "answers-" + sourceId,
                answers::onEntry)
            .start();
  }

  @Override
  public long sourceId() {
    return sourceId;
  }

  @Override
  public long nextCorrelationId() {
    return nextCorrelationId.getAndIncrement();
  }

  @Override
  public void submit(long correlationId, Command command) {
    if (closed) {
      throw new VenueUnavailableException("the port is closed", false);
    }
    venue.submit(throughBytes(correlationId, command));
  }

  /** A command that has no bytes, or other ones, must not pass here either. */
  private CommandEnvelope throughBytes(long correlationId, Command command) {
    final Bytes bytes = BYTES.get();
    final int length = bytes.codec.encode(sourceId, correlationId, command, bytes.buffer, 0);
    return bytes.codec.decode(bytes.buffer, 0, length);
  }

  @Override
  public CompletableFuture<List<JournalEntry>> call(Command command) {
    final long correlationId = nextCorrelationId();
    answers.expire(System.nanoTime());
    final CompletableFuture<List<JournalEntry>> answer =
        answers.call(correlationId, () -> submit(correlationId, command));
    if (closed || venue.failure() != null) {
      answers.failAll("the venue went down");
    }
    return answer;
  }

  @Override
  public JournalFeed read(long afterSequence, String readerName, JournalReader reader) {
    final MemoryFeed feed = new MemoryFeed(venue.journal(), afterSequence, readerName, reader);
    feeds.add(feed);
    return feed.start();
  }

  @Override
  public long venueTimeNanos() {
    return venue.venueTimeNanos();
  }

  void onVenueDown(String message) {
    answers.failAll(message);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    answerFeed.close();
    feeds.forEach(MemoryFeed::close);
    answers.failAll("the port was closed");
    venue.forget(this);
  }

  private static final class Bytes {
    private final CommandEnvelopeCodec codec = new CommandEnvelopeCodec();
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
  }
}
