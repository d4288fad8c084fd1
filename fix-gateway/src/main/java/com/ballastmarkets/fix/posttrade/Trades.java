package com.ballastmarkets.fix.posttrade;

import com.ballastmarkets.fix.order.ExecutionHistory;
import com.ballastmarkets.fix.order.Executions;
import com.ballastmarkets.fix.order.Executions.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;

/**
 * Trade capture: past trades out of the journal, then those that happen, in one row without a gap.
 */
final class Trades {
  private static final int SUCCESSFUL = 0;
  private static final int OTHER = 99;
  private static final int ACCEPTED = 0;
  private static final int COMPLETED = 1;
  private static final int REJECTED = 2;

  private final Executions executions;
  private final ExecutionHistory history;
  private final BiConsumer<SessionID, Message> sender;
  private final Map<Key, Running> running = new ConcurrentHashMap<>();

  private record Key(SessionID sessionId, String requestId) {}

  Trades(Executions executions, ExecutionHistory history, BiConsumer<SessionID, Message> sender) {
    this.executions = executions;
    this.history = history;
    this.sender = sender;
    executions.add(this::executed);
  }

  private void executed(Execution execution) {
    running.values().forEach(each -> each.happened(execution));
  }

  /** Begins to tell; a request id is used once at a time. */
  void begin(TradeSubscription asked) {
    final Running telling = new Running(asked, executions.count(asked.participantId()));
    if (running.putIfAbsent(telling.key(), telling) != null) {
      reject(asked.sessionId(), asked.requestId(), asked.requestType(), "DUPLICATE_REQUEST");
      return;
    }
    sender.accept(
        asked.sessionId(),
        PostTradeMessages.tradesAck(
            asked.requestId(), asked.requestType(), -1, SUCCESSFUL, ACCEPTED, ""));
    telling.stop =
        history.replay(
            asked.participantId(),
            Long.MAX_VALUE,
            asked.fromNanos(),
            telling::happenedBefore,
            telling::pastIsTold);
  }

  void end(SessionID sessionId, String requestId) {
    final Running ended = running.remove(new Key(sessionId, requestId));
    if (ended != null) {
      ended.stop.run();
    }
  }

  void reject(SessionID sessionId, String requestId, int requestType, String text) {
    sender.accept(
        sessionId, PostTradeMessages.tradesAck(requestId, requestType, -1, OTHER, REJECTED, text));
  }

  /** The session is gone. */
  void drop(SessionID sessionId) {
    for (final Key key : List.copyOf(running.keySet())) {
      if (key.sessionId().equals(sessionId)) {
        end(key.sessionId(), key.requestId());
      }
    }
  }

  /** A request that is being answered: what happens while the past is told waits. */
  private final class Running {
    private final TradeSubscription asked;
    private final long pastUpTo;
    private final List<Message> waiting = new ArrayList<>();
    private volatile Runnable stop = () -> {};
    private boolean pastTold;
    private int told;

    Running(TradeSubscription asked, long pastUpTo) {
      this.asked = asked;
      this.pastUpTo = pastUpTo;
    }

    Key key() {
      return new Key(asked.sessionId(), asked.requestId());
    }

    synchronized void happenedBefore(Execution execution) {
      if (execution.number() <= pastUpTo && running.get(key()) == this && wants(execution)) {
        told++;
        sender.accept(asked.sessionId(), report(execution, true));
      }
    }

    synchronized void happened(Execution execution) {
      if (asked.live() && execution.number() > pastUpTo && wants(execution)) {
        final Message report = report(execution, false);
        if (pastTold) {
          sender.accept(asked.sessionId(), report);
        } else {
          waiting.add(report);
        }
      }
    }

    synchronized void pastIsTold() {
      if (pastTold) {
        return;
      }
      pastTold = true;
      sender.accept(
          asked.sessionId(),
          PostTradeMessages.tradesAck(
              asked.requestId(), asked.requestType(), told, SUCCESSFUL, COMPLETED, ""));
      waiting.forEach(report -> sender.accept(asked.sessionId(), report));
      waiting.clear();
      if (!asked.live()) {
        running.remove(key());
      }
    }

    private boolean wants(Execution execution) {
      try {
        return asked.wants(execution);
      } catch (FieldNotFound e) {
        throw new IllegalStateException("a report has its fields", e);
      }
    }

    private Message report(Execution execution, boolean past) {
      try {
        return PostTradeMessages.trade(asked.requestId(), execution, past);
      } catch (FieldNotFound e) {
        throw new IllegalStateException("a trade's report has its fields", e);
      }
    }
  }
}
