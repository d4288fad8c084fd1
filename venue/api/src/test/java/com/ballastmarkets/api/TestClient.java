package com.ballastmarkets.api;

import com.ballastmarkets.api.auth.Signature;
import com.ballastmarkets.sql.identity.ApiKey;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A client over real HTTP that signs as the public API page says. */
final class TestClient {
  /** Exact: numbers keep their digits. */
  static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final AtomicLong LAST_MILLIS = new AtomicLong();

  final int port;
  private final @Nullable ApiKey key;

  TestClient(int port, @Nullable ApiKey key) {
    this.port = port;
    this.key = key;
  }

  /** An answer; the body is missing if there is none. */
  record Answer(int status, HttpHeaders headers, String text, JsonNode body) {
    String code() {
      return body.path("error").path("code").asText();
    }

    JsonNode details() {
      return body.path("error").path("details");
    }

    JsonNode at(String pointer) {
      return body.at(pointer);
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  ApiKey key() {
    return Objects.requireNonNull(key);
  }

  Answer get(String target) {
    return send("GET", target, "", Map.of());
  }

  Answer delete(String target) {
    return send("DELETE", target, "", Map.of());
  }

  Answer post(String target, String body) {
    return send("POST", target, body, Map.of());
  }

  Answer put(String target, String body) {
    return send("PUT", target, body, Map.of());
  }

  Answer send(String method, String target, String body, Map<String, String> headers) {
    return send(signed(method, target, body.getBytes(StandardCharsets.UTF_8)), headers);
  }

  /** A request with this client's signature, or unsigned without a key. */
  HttpRequest.Builder signed(String method, String target, byte[] body) {
    return signed(method, target, body, millis());
  }

  HttpRequest.Builder signed(String method, String target, byte[] body, long timestampMillis) {
    final HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (body.length > 0) {
      request.header("Content-Type", "application/json");
    }
    if (key != null) {
      final String timestamp = String.valueOf(timestampMillis);
      request
          .header("Authorization", "Bearer " + key.apiKey())
          .header("X-BM-Timestamp", timestamp)
          .header("X-BM-Signature", Signature.hex(key.secret(), timestamp, method, target, body));
    }
    return request;
  }

  static Answer send(HttpRequest.Builder request, Map<String, String> headers) {
    headers.forEach(request::setHeader);
    try {
      final HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      final String text = response.body();
      final boolean json =
          response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          response.statusCode(),
          response.headers(),
          text,
          json ? MAPPER.readTree(text) : MissingNode.getInstance());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The time, never the same twice: a signature is good once. */
  static long millis() {
    return LAST_MILLIS.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis()));
  }
}
