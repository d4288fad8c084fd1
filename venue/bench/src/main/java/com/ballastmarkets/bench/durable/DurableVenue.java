package com.ballastmarkets.bench.durable;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.node.cluster.CommandLogReplay;
import com.ballastmarkets.node.cluster.NodeConfig;
import com.ballastmarkets.node.cluster.VenueNode;
import com.ballastmarkets.node.host.EngineFactory;
import com.ballastmarkets.node.host.EventRecorder;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Our side: a node with the exchange, reached as a gateway reaches it. */
final class DurableVenue implements AutoCloseable {
  private static final int WAKE_EVERY = 64;

  private final NodeConfig config;
  private final VenueNode node;
  private final VenuePort port;
  private final OrderFlow flow = new OrderFlow();
  private final AtomicLong answered = new AtomicLong();
  private volatile Thread waiter = Thread.currentThread();

  DurableVenue(Path folder, int syncLevel) throws Exception {
    config = NodeConfig.in(folder).withSyncLevel(syncLevel);
    node = start();
    port = node.connect();
    for (final Command command : flow.preparation()) {
      port.call(command).get(60, TimeUnit.SECONDS);
    }
    final long end = port.call(new Command.Tick()).get(60, TimeUnit.SECONDS).getLast().sequence();
    port.read(end, "bench", new Counting(port.sourceId()));
  }

  private VenueNode start() throws IOException {
    return VenueNode.start(config);
  }

  /** Commands a second from submission to their answer's end, so many on their way at once. */
  double perSecond(int window, long count) {
    waiter = Thread.currentThread();
    final long first = answered.get();
    final long begin = System.nanoTime();
    long sent = 0;
    while (answered.get() - first < count) {
      if (sent < count && sent - (answered.get() - first) < window) {
        port.submit(port.nextCorrelationId(), flow.next());
        sent++;
      } else {
        LockSupport.parkNanos(1_000_000);
      }
    }
    return count * 1e9 / (System.nanoTime() - begin);
  }

  /** The median time from a call to its answer, in nanoseconds. */
  long medianNanos(int count) throws Exception {
    final Histogram histogram = new Histogram(3);
    for (int i = -count / 4; i < count; i++) {
      final long begin = System.nanoTime();
      port.call(flow.next()).get(60, TimeUnit.SECONDS);
      if (i >= 0) {
        histogram.recordValue(System.nanoTime() - begin);
      }
    }
    return histogram.getValueAtPercentile(50);
  }

  /** Commands a second when the whole log is replayed into a new engine. */
  double replayPerSecond() {
    final long begin = System.nanoTime();
    final CommandLogReplay.Result result =
        CommandLogReplay.replay(config.aeronDir(), EngineFactory.EXCHANGE, new Discard());
    return result.commands() * 1e9 / (System.nanoTime() - begin);
  }

  @Override
  public void close() {
    port.close();
    node.close();
  }

  private final class Counting implements JournalReader {
    private final long sourceId;

    Counting(long sourceId) {
      this.sourceId = sourceId;
    }

    @Override
    public void onEntry(JournalEntry entry) {
      if (entry.last()
          && entry.sourceId() == sourceId
          && answered.incrementAndGet() % WAKE_EVERY == 0) {
        LockSupport.unpark(waiter);
      }
    }

    @Override
    public void onIdle(long lastSequence) {
      LockSupport.unpark(waiter);
    }
  }

  private static final class Discard implements EventRecorder {
    @Override
    public void begin(long firstSequence, long sourceId, long correlationId) {}

    @Override
    public void event(long timeNanos, Event event) {}

    @Override
    public void end() {}
  }
}
