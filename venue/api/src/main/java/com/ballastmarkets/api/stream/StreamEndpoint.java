package com.ballastmarkets.api.stream;

import com.ballastmarkets.api.error.ErrorBody;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.json.Json;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** The Jetty side of a {@link StreamSession}. */
public final class StreamEndpoint implements Session.Listener.AutoDemanding {
  private final StreamServer server;
  private final InetAddress address;
  private @Nullable StreamSession stream;

  StreamEndpoint(StreamServer server, InetAddress address) {
    this.server = server;
    this.address = address;
  }

  @Override
  public void onWebSocketOpen(Session session) {
    final Outbox outbox =
        new Outbox(new SessionWire(session), server.executor(), server.queueCapacity());
    final StreamSession opened = new StreamSession(server.shared(), outbox, address);
    if (server.onOpen(opened, address)) {
      stream = opened;
    } else {
      final String code = ErrorCode.RATE_LIMIT_EXCEEDED.name();
      final ErrorBody body = ErrorBody.of(code, "Too many streams of this address", Map.of());
      outbox.offerLast(Json.write(StreamJson.Refused.of(null, body)), code);
    }
  }

  @Override
  public void onWebSocketText(String message) {
    if (stream != null) {
      stream.onText(message);
    }
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    if (stream != null) {
      stream.refuse(
          null,
          ErrorBody.of(ErrorCode.INVALID_REQUEST.name(), "Operations are text messages", Map.of()));
    }
    callback.succeed();
  }

  @Override
  public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
    if (stream != null) {
      server.onClosed(stream, address);
      stream = null;
    }
    callback.succeed();
  }

  /** A connection as the outbox sees it. */
  private final class SessionWire implements Outbox.Wire {
    private final Session session;

    SessionWire(Session session) {
      this.session = session;
    }

    @Override
    public void send(String text, Runnable done, Runnable failed) {
      session.sendText(text, Callback.from(done, failure -> failed.run()));
    }

    @Override
    public void close(String reason) {
      session.close(StatusCode.POLICY_VIOLATION, reason, Callback.NOOP);
    }

    @Override
    public void closeSoon() {
      server.later(session::disconnect);
    }
  }
}
