package com.ballastmarkets.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.app.ChildVenue;
import com.ballastmarkets.app.client.FixClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quickfix.Message;

/** Reads a firm's drop copy on one session that outlives every kill. */
final class DropCopyWatcher {
  private final Wire wire;
  private final int account;
  private final Path store;
  private final Set<String> execIds = new LinkedHashSet<>();
  private long lastNumber;
  private @Nullable FixClient client;

  DropCopyWatcher(Wire wire, int account, Path store) {
    this.wire = wire;
    this.account = account;
    this.store = store;
  }

  int account() {
    return account;
  }

  void connect(ChildVenue venue) throws Exception {
    final JsonNode who = venue.account(account);
    client =
        FixClient.logOn(
            "127.0.0.1",
            wire.port(),
            "FIX.4.4",
            who.path("fix_sender_comp_id").asText(),
            "BALLAST-DC",
            who.path("api_key").asText(),
            who.path("api_secret").asText(),
            store);
  }

  /** Takes what has come: each execution once, and numbered without a gap. */
  void drain() {
    final FixClient connected = client;
    Message message = connected == null ? null : connected.next(Duration.ZERO);
    while (connected != null && message != null) {
      assertThat(FixClient.type(message)).isEqualTo("8");
      lastNumber++;
      assertThat(FixClient.text(message, 1181))
          .as("number of the firm's execution")
          .isEqualTo(Long.toString(lastNumber));
      final String execId = FixClient.text(message, 17);
      assertThat(execIds.add(execId)).as("%s is copied once", execId).isTrue();
      message = connected.next(Duration.ZERO);
    }
  }

  /** What the firm was told on order entry is what is copied, no more and no less. */
  void check(Told told) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          drain();
          assertThat(execIds).containsExactlyInAnyOrderElementsOf(told.allExecutions());
        });
  }

  void disconnect() {
    final FixClient connected = client;
    if (connected != null) {
      connected.close();
      drain();
    }
  }
}
