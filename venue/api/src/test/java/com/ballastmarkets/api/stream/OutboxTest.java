package com.ballastmarkets.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client's own pace, and what becomes of one that is too slow. */
class OutboxTest {
  private final SlowWire wire = new SlowWire();
  private final Outbox outbox = new Outbox(wire, Runnable::run, 2);

  @Test
  void oneMessageIsOnItsWayAtATimeAndOrderIsKept() {
    outbox.offer("a");
    outbox.offer("b");
    outbox.offer("c");
    assertThat(wire.sent).containsExactly("a");

    wire.take();
    wire.take();

    assertThat(wire.sent).containsExactly("a", "b", "c");
    assertThat(wire.closed).isEmpty();
  }

  @Test
  void aFullQueueTellsTheClientAndCutsIt() {
    outbox.offer("a");
    outbox.offer("b");
    outbox.offer("c");
    outbox.offer("d");
    outbox.offer("e");
    assertThat(wire.sent).containsExactly("a");
    assertThat(wire.closingSoon).isTrue();

    wire.take();
    assertThat(wire.sent).hasSize(2);
    assertThat(wire.sent.getLast()).contains("\"code\":\"SLOW_CONSUMER\"");
    wire.take();

    assertThat(wire.closed).containsExactly("SLOW_CONSUMER");
    outbox.offer("f");
    assertThat(wire.sent).hasSize(2);
  }

  @Test
  void aLastMessageIsSentBeforeTheEnd() {
    outbox.offer("a");
    outbox.offerLast("b", "BECAUSE");
    outbox.offer("c");
    wire.take();
    assertThat(wire.closed).isEmpty();
    wire.take();

    assertThat(wire.sent).containsExactly("a", "b");
    assertThat(wire.closed).containsExactly("BECAUSE");
  }

  /** A connection that takes a message when told to. */
  private static final class SlowWire implements Outbox.Wire {
    final List<String> sent = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    boolean closingSoon;
    private Runnable pending = () -> {};

    void take() {
      final Runnable done = pending;
      pending = () -> {};
      done.run();
    }

    @Override
    public void send(String text, Runnable done, Runnable failed) {
      sent.add(text);
      pending = done;
    }

    @Override
    public void close(String reason) {
      closed.add(reason);
    }

    @Override
    public void closeSoon() {
      closingSoon = true;
    }
  }
}
