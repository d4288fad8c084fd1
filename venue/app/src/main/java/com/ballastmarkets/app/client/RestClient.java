package com.ballastmarkets.app.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client of the REST API that signs its requests with one key. Safe for use by many threads. */
public final class RestClient implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI base;
  private final String key;
  private final byte[] secret;

  /**
   * @param base as in {@code http://127.0.0.1:8080}
   */
  public RestClient(URI base, String key, String secret) {
    this.base = base;
    this.key = key;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** The answer to a request: any status, and its JSON body (a missing node if it is not JSON). */
  public record Answer(int status, JsonNode body) {
    /** The body of a successful answer. */
    public JsonNode ok() {
      if (status >= 300) {
        throw new IllegalStateException("the venue answered " + status + ": " + body);
      }
      return body;
    }
  }

  public Answer get(String target) {
    return json(send("GET", target, ""));
  }

  public Answer post(String target, Map<String, ?> body) {
    return json(send("POST", target, write(body)));
  }

  public Answer put(String target, Map<String, ?> body) {
    return json(send("PUT", target, write(body)));
  }

  public Answer delete(String target) {
    return json(send("DELETE", target, ""));
  }

  /** The raw bytes of a file that the API serves. */
  public byte[] download(String target) {
    final HttpResponse<byte[]> response = send("GET", target, "");
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          "the venue answered " + response.statusCode() + " to " + target);
    }
    return response.body();
  }

  private HttpResponse<byte[]> send(String method, String target, String body) {
    final String timestamp = Long.toString(System.currentTimeMillis());
    final HttpRequest request =
        HttpRequest.newBuilder(base.resolve(target))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + key)
            .header("X-BM-Timestamp", timestamp)
            .header("X-BM-Signature", signature(timestamp + method + target + body))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("no answer to " + method + " " + target, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private String signature(String text) {
    try {
      final Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static Answer json(HttpResponse<byte[]> response) {
    try {
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      return new Answer(response.statusCode(), JSON.missingNode());
    }
  }

  private static String write(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalArgumentException("not to be written as JSON", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
