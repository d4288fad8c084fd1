package com.ballastmarkets.api.stream;

import com.ballastmarkets.api.ApiConfig;
import com.ballastmarkets.api.auth.Authenticator;
import com.ballastmarkets.api.venue.JournalFollower;
import com.ballastmarkets.api.venue.VenueView;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeResponse;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts streams at {@code /v1/stream}, beats their hearts, and counts them. */
public final class StreamServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamServer.class);
  private static final String PATH = "/v1/stream";
  private static final long MAX_OPERATION_BYTES = 16 * 1024;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ApiConfig config;
  private final StreamLimits limits;
  private final StreamSession.Shared shared;
  private final Set<StreamSession> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("stream-heartbeat").factory());

  public StreamServer(
      ApiConfig config,
      StreamHub hub,
      VenueView view,
      JournalFollower follower,
      Authenticator authenticator,
      LongSupplier venueTime) {
    this.config = config;
    this.limits = new StreamLimits(config);
    this.shared = new StreamSession.Shared(hub, view, follower, authenticator, limits, venueTime);
  }

  /** Puts the stream into a servlet context, and starts the heartbeat. */
  public void configure(ServletContextHandler context) {
    JettyWebSocketServletContainerInitializer.configure(
        context,
        (servletContext, container) -> {
          container.setMaxTextMessageSize(MAX_OPERATION_BYTES);
          container.setMaxBinaryMessageSize(MAX_OPERATION_BYTES);
          container.setIdleTimeout(config.heartbeat().multipliedBy(12));
          container.addMapping(PATH, this::accept);
        });
    final long nanos = config.heartbeat().toNanos();
    timer.scheduleAtFixedRate(this::beat, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** One stream's failure must not end the heartbeat of the others. */
  private void beat() {
    for (StreamSession stream : open) {
      try {
        stream.heartbeat();
      } catch (RuntimeException e) {
        LOG.error("a stream's heartbeat failed", e);
      }
    }
  }

  private StreamEndpoint accept(
      JettyServerUpgradeRequest request, JettyServerUpgradeResponse response) {
    return new StreamEndpoint(
        this, ((InetSocketAddress) request.getRemoteSocketAddress()).getAddress());
  }

  StreamSession.Shared shared() {
    return shared;
  }

  Executor executor() {
    return executor;
  }

  int queueCapacity() {
    return config.streamQueue();
  }

  /** False if the address has too many streams. */
  boolean onOpen(StreamSession stream, InetAddress address) {
    if (!limits.enter(address.getHostAddress())) {
      return false;
    }
    open.add(stream);
    return true;
  }

  void onClosed(StreamSession stream, InetAddress address) {
    if (open.remove(stream)) {
      limits.leave(address.getHostAddress());
      stream.onClosed();
    }
  }

  /** Runs a task after a moment's grace. */
  void later(Runnable task) {
    timer.schedule(task, GRACE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    executor.shutdown();
  }
}
