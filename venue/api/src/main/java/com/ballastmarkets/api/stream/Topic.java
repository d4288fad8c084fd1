package com.ballastmarkets.api.stream;

import com.ballastmarkets.api.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One channel of one market or account: its subscribers, and its last messages for those who come
 * back. Used between commands only.
 */
final class Topic {
  private static final int KEPT = 256;

  private final Channel.Key key;
  private final @Nullable String marketSymbol;
  private final Set<Outbox> subscribers = new LinkedHashSet<>();
  private final ArrayDeque<Sent> sent = new ArrayDeque<>();
  private volatile long lastSequence;

  private record Sent(long sequence, long previous, String text) {}

  /**
   * @param sequence the journal's at this moment: what the first snapshot shows
   */
  Topic(Channel.Key key, @Nullable String marketSymbol, long sequence) {
    this.key = key;
    this.marketSymbol = marketSymbol;
    this.lastSequence = sequence;
  }

  Channel.Key key() {
    return key;
  }

  @Nullable String marketSymbol() {
    return marketSymbol;
  }

  /** The sequence of its last message, or of the first snapshot. */
  long lastSequence() {
    return lastSequence;
  }

  boolean hasSubscribers() {
    return !subscribers.isEmpty();
  }

  /** Sends a change to all subscribers and keeps it. */
  void update(long sequence, String timestamp, Object data) {
    final String text =
        Json.write(
            new StreamJson.Message(
                key.channel().word(),
                "update",
                marketSymbol,
                sequence,
                lastSequence,
                timestamp,
                data));
    sent.addLast(new Sent(sequence, lastSequence, text));
    if (sent.size() > KEPT) {
      sent.removeFirst();
    }
    lastSequence = sequence;
    subscribers.forEach(outbox -> outbox.offer(text));
  }

  /**
   * Adds a subscriber: it gets what it missed since {@code resumeFrom} if all of that is still
   * here, else a snapshot; from then on, every change.
   *
   * @param resumeFrom the sequence of the last message it has, or null
   */
  void subscribe(
      Outbox outbox, @Nullable Long resumeFrom, String timestamp, Supplier<Object> snapshot) {
    final List<String> missed = missed(resumeFrom);
    if (missed != null) {
      missed.forEach(outbox::offer);
    } else {
      outbox.offer(
          Json.write(
              new StreamJson.Message(
                  key.channel().word(),
                  "snapshot",
                  marketSymbol,
                  lastSequence,
                  null,
                  timestamp,
                  snapshot.get())));
    }
    subscribers.add(outbox);
  }

  void unsubscribe(Outbox outbox) {
    subscribers.remove(outbox);
  }

  private @Nullable List<String> missed(@Nullable Long resumeFrom) {
    if (resumeFrom == null || resumeFrom > lastSequence) {
      return null;
    }
    if (resumeFrom == lastSequence) {
      return List.of();
    }
    final List<String> missed = new ArrayList<>();
    boolean linked = false;
    for (Sent message : sent) {
      linked |= message.previous() == resumeFrom;
      if (linked) {
        missed.add(message.text());
      }
    }
    return linked ? missed : null;
  }
}
