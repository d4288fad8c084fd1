package com.ballastmarkets.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.app.client.FixClient;
import com.ballastmarkets.app.client.RestClient;
import com.ballastmarkets.backoffice.identity.StaffLog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.Session;
import quickfix.SessionID;

/** Operations open, close and reopen a client's FIX session while the venue runs. */
class FixSessionScenario {
  private static final String COMP_ID = "ALPHA-2";
  private static final String PATH = "/v1/staff/fix-sessions";

  @TempDir private Path folder;

  @Test
  void aSessionIsOpenedClosedAndReopenedWithoutARestart() throws Exception {
    final VenueConfig config = new VenueConfig(folder, 0, 0, null, null, 100_000, null);
    try (RunningVenue venue = RunningVenue.start(config, text -> {})) {
      final JsonNode sandbox = JsonMapper.builder().build().readTree(venue.sandboxFile().toFile());
      final JsonNode staff = sandbox.path("staff").path(0);
      try (RestClient operator =
          new RestClient(
              URI.create("http://127.0.0.1:" + venue.httpPort()),
              staff.path("api_key").asText(),
              staff.path("api_secret").asText())) {
        final long account = sandbox.path("accounts").path(0).path("account_id").asLong();
        final JsonNode opened =
            operator.post(PATH, Map.of("sender_comp_id", COMP_ID, "account_id", account)).ok();
        try (FixClient client = loggedOn(venue, opened)) {
          assertThat(isLoggedOn()).isTrue();
          operator.put(PATH + "/" + COMP_ID, Map.of("enabled", false)).ok();
          await().atMost(Duration.ofSeconds(20)).until(() -> !isLoggedOn());
        }
        assertThatThrownBy(() -> loggedOn(venue, opened).close())
            .hasMessageContaining("refused the FIX logon");
        operator.put(PATH + "/" + COMP_ID, Map.of()).ok();
        loggedOn(venue, opened).close();
        assertThat(new StaffLog(venue.database(), InstantSource.system()).after(0, 10))
            .extracting(StaffLog.Action::action)
            .containsExactly("open_fix_session", "change_fix_session", "change_fix_session");
      }
    }
  }

  private static FixClient loggedOn(RunningVenue venue, JsonNode opened) {
    return FixClient.logOn(
        "127.0.0.1",
        venue.fixPort(),
        "FIX.4.4",
        COMP_ID,
        opened.path("fix_session").path("api_key").asText(),
        opened.path("api_secret").asText());
  }

  private static boolean isLoggedOn() {
    return Objects.requireNonNull(
            Session.lookupSession(new SessionID("FIX.4.4", COMP_ID, "BALLAST-OE")))
        .isLoggedOn();
  }
}
