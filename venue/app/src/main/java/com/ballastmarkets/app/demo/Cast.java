package com.ballastmarkets.app.demo;

import com.ballastmarkets.app.client.FixClient;
import com.ballastmarkets.app.client.RestClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The sandbox's people, each on the interface that suits them, with the keys of sandbox.json. */
final class Cast implements AutoCloseable {
  private final JsonNode file;
  private final URI http;
  private final int fixPort;
  private final Deque<AutoCloseable> clients = new ArrayDeque<>();

  Cast(Path sandboxFile, int httpPort, int fixPort) throws IOException {
    this.file = JsonMapper.builder().build().readTree(sandboxFile.toFile());
    this.http = URI.create("http://127.0.0.1:" + httpPort);
    this.fixPort = fixPort;
  }

  /** The n-th account, from 0. */
  JsonNode account(int n) {
    return file.path("accounts").path(n);
  }

  RestClient rest(JsonNode who) {
    return opened(
        new RestClient(http, who.path("api_key").asText(), who.path("api_secret").asText()));
  }

  FixClient fix(JsonNode who, String beginString) {
    return opened(
        FixClient.logOn(
            "127.0.0.1",
            fixPort,
            beginString,
            who.path("fix_sender_comp_id").asText(),
            who.path("api_key").asText(),
            who.path("api_secret").asText()));
  }

  /** A member of staff by role: {@code operator}, {@code arbitrator}, {@code auditor}. */
  RestClient staff(String role) {
    for (JsonNode member : file.path("staff")) {
      if (member.path("role").asText().equals(role)) {
        return rest(member);
      }
    }
    throw new IllegalStateException("the sandbox has no " + role);
  }

  private <T extends AutoCloseable> T opened(T client) {
    clients.push(client);
    return client;
  }

  @Override
  public void close() throws IOException {
    while (!clients.isEmpty()) {
      try {
        clients.pop().close();
      } catch (Exception e) {
        throw new IOException("a client did not close", e);
      }
    }
  }
}
