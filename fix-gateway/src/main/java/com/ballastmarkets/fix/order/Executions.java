package com.ballastmarkets.fix.order;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import quickfix.Message;

/**
 * Every execution report of the venue as the journal tells them, numbered for each participant: 1,
 * 2, 3 … without a gap over its accounts and doors. The numbers follow from the journal alone.
 */
public final class Executions {
  private final Map<Long, Long> participants;
  private final Map<Long, Long> counts;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  Executions() {
    this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  private Executions(Map<Long, Long> participants, Map<Long, Long> counts) {
    this.participants = participants;
    this.counts = counts;
  }

  /** Where this stands now, without its listeners. */
  Executions copy() {
    return new Executions(new ConcurrentHashMap<>(participants), new ConcurrentHashMap<>(counts));
  }

  /**
   * One of a participant's executions.
   *
   * @param number of the participant's executions, from 1
   * @param report {@code 8}; a listener that keeps it makes a copy
   */
  public record Execution(
      long participantId, long number, long accountId, long timeNanos, Message report) {}

  /** Learns of every execution on the journal's thread. */
  @FunctionalInterface
  public interface Listener {
    void executed(Execution execution);
  }

  public void add(Listener listener) {
    listeners.add(listener);
  }

  /** How many executions a participant has had. */
  public long count(long participantId) {
    return counts.getOrDefault(participantId, 0L);
  }

  /** The firm that owns an account; 0 if there is no such account. */
  public long participantOf(long accountId) {
    return participants.getOrDefault(accountId, 0L);
  }

  void opened(Event.AccountOpened event) {
    participants.put(event.accountId(), event.participantId());
  }

  void executed(JournalEntry entry, long accountId, Message report) {
    final long participantId = participantOf(accountId);
    final long number = counts.merge(participantId, 1L, Long::sum);
    if (!listeners.isEmpty()) {
      final Execution execution =
          new Execution(participantId, number, accountId, entry.timeNanos(), report);
      listeners.forEach(listener -> listener.executed(execution));
    }
  }
}
