package com.ballastmarkets.api.stream;

import com.ballastmarkets.api.error.ErrorBody;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.json.Json;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client, bounded. Whoever publishes never waits for a client: if the
 * queue is full, what is in it is dropped, the client is told that it is too slow, and cut. One
 * message is on its way at a time, so the client's own pace holds the queue back.
 */
final class Outbox {
  /** The connection. */
  interface Wire {
    /** Sends without blocking; {@code done} runs when the message has left, or failed. */
    void send(String text, Runnable done, Runnable failed);

    /** Ends the connection in order, telling why. */
    void close(String reason);

    /** Ends a connection that does not take what is sent, after a moment's grace. */
    void closeSoon();
  }

  private final Wire wire;
  private final Executor executor;
  private final int capacity;
  private final ArrayDeque<String> queue = new ArrayDeque<>();
  private boolean sending;
  private boolean pumping;
  private boolean ended;
  private @Nullable String closeReason;

  Outbox(Wire wire, Executor executor, int capacity) {
    this.wire = wire;
    this.executor = executor;
    this.capacity = capacity;
  }

  /** Puts a message in line. */
  void offer(String text) {
    synchronized (this) {
      if (ended || closeReason != null) {
        return;
      }
      if (queue.size() >= capacity) {
        queue.clear();
        queue.add(Json.write(StreamJson.Refused.of(null, ErrorBody.of(ErrorCode.SLOW_CONSUMER))));
        closeReason = ErrorCode.SLOW_CONSUMER.name();
        wire.closeSoon();
      } else {
        queue.add(text);
      }
      if (sending || pumping) {
        return;
      }
      pumping = true;
    }
    executor.execute(this::pump);
  }

  /** Sends this as the last message, and closes. */
  void offerLast(String text, String reason) {
    offer(text);
    synchronized (this) {
      if (closeReason == null) {
        closeReason = reason;
      }
      if (ended || sending || pumping) {
        return;
      }
      pumping = true;
    }
    executor.execute(this::pump);
  }

  /** Nothing is sent any more. */
  synchronized void end() {
    ended = true;
    queue.clear();
  }

  /** Sends until a message does not leave at once. */
  private void pump() {
    while (true) {
      final String next;
      synchronized (this) {
        if (ended || sending) {
          pumping = false;
          return;
        }
        next = queue.poll();
        if (next == null) {
          pumping = false;
          if (closeReason != null) {
            ended = true;
            wire.close(closeReason);
          }
          return;
        }
        sending = true;
      }
      wire.send(next, this::onSent, this::end);
    }
  }

  private void onSent() {
    synchronized (this) {
      sending = false;
      if (ended || pumping || (queue.isEmpty() && closeReason == null)) {
        return;
      }
      pumping = true;
    }
    executor.execute(this::pump);
  }
}
