package com.ballastmarkets.api;

import com.ballastmarkets.api.auth.Signature;
import com.ballastmarkets.sql.identity.ApiKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of the stream over a real WebSocket. */
final class TestStream implements AutoCloseable, WebSocket.Listener {
  private final LinkedBlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<String> closed = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  TestStream(int port) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/v1/stream"), this)
            .join();
  }

  void say(String text) {
    socket.sendText(text, true).join();
  }

  void subscribe(String channel, String market) {
    say(
        "{\"op\":\"subscribe\",\"channel\":\"%s\",\"market_id\":\"%s\"}"
            .formatted(channel, market));
  }

  void authenticate(ApiKey key) {
    final String timestamp = String.valueOf(TestClient.millis());
    say(
        "{\"op\":\"auth\",\"api_key\":\"%s\",\"timestamp\":\"%s\",\"signature\":\"%s\"}"
            .formatted(
                key.apiKey(),
                timestamp,
                Signature.hex(key.secret(), timestamp, "GET", "/v1/stream", new byte[0])));
  }

  /** The next message of a channel; others before it are skipped. */
  JsonNode next(String channel) {
    return next(message -> message.path("channel").asText().equals(channel) && message.has("data"));
  }

  /** The next message of a type. */
  JsonNode nextOfType(String type) {
    return next(message -> message.path("type").asText().equals(type));
  }

  private JsonNode next(Predicate<JsonNode> wanted) {
    try {
      while (true) {
        final JsonNode message = received.poll(60, TimeUnit.SECONDS);
        if (message == null) {
          throw new AssertionError("no such message came");
        }
        if (wanted.test(message)) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Why the server closed the stream. */
  String closeReason() throws InterruptedException {
    final String reason = closed.poll(60, TimeUnit.SECONDS);
    if (reason == null) {
      throw new AssertionError("the stream was not closed");
    }
    return reason;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        received.add(TestClient.MAPPER.readTree(partial.toString()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
      partial.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.add(statusCode + " " + reason);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
