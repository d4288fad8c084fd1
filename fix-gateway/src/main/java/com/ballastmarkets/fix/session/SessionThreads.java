package com.ballastmarkets.fix.session;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.mina.EventHandlingStrategy;
import quickfix.mina.SessionConnector;

/**
 * A thread for each connection that is logged on: it does what the client sends, one message after
 * the other, and ends with the end of the connection. Whoever wants to know is told then; no
 * message of the session's next connection may be handed in before.
 */
final class SessionThreads implements EventHandlingStrategy {
  private static final Logger LOG = LoggerFactory.getLogger(SessionThreads.class);

  /** Who reads from the network waits while so many messages of a client are undone. */
  private static final int MAX_WAITING_MESSAGES = 10_000;

  private static final int STOP_WITHIN_SECONDS = 10;

  private final SessionConnector connector;
  private final Consumer<SessionID> ended;
  private final Map<SessionID, Worker> workers = new ConcurrentHashMap<>();

  /**
   * @param ended is told on the session's thread when the end of its connection is done
   */
  SessionThreads(SessionConnector connector, Consumer<SessionID> ended) {
    this.connector = connector;
    this.ended = ended;
  }

  private final class Worker implements Runnable {
    private final Session session;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>(MAX_WAITING_MESSAGES);
    private final Thread thread;

    Worker(Session session) {
      this.session = session;
      this.thread =
          Thread.ofPlatform().name("fix-session-" + session.getSessionID()).daemon().start(this);
    }

    @Override
    public void run() {
      try {
        Message message;
        do {
          message = messages.take();
          handle(message);
        } while (message != END_OF_STREAM);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        workers.remove(session.getSessionID(), this);
        ended.accept(session.getSessionID());
      }
    }

    /** Whatever befalls one message, the next one is handled. */
    private void handle(Message message) {
      try {
        session.next(message);
      } catch (Exception | StackOverflowError | AssertionError e) {
        LOG.error("a message of {} was not handled", session.getSessionID(), e);
      }
    }
  }

  @Override
  public void onMessage(Session session, Message message) {
    try {
      workers
          .computeIfAbsent(session.getSessionID(), id -> new Worker(session))
          .messages
          .put(message);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until all connections have ended, which are closed already. */
  void stop() {
    try {
      final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_WITHIN_SECONDS);
      for (final Worker worker : workers.values()) {
        final long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        worker.thread.join(Math.max(1, left));
        worker.thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public SessionConnector getSessionConnector() {
    return connector;
  }

  @Override
  public int getQueueSize() {
    return workers.values().stream().mapToInt(worker -> worker.messages.size()).sum();
  }

  @Override
  public int getQueueSize(SessionID sessionId) {
    final Worker worker = workers.get(sessionId);
    return worker == null ? 0 : worker.messages.size();
  }
}
