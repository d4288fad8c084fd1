package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kill switches of firms, halts of places, and official notices, over REST. */
class HaltTest {
  private static final String ORDER =
      "{\"market_id\":\"%s\",\"side\":\"buy\",\"type\":\"limit\",\"price\":0.8,\"size\":10}"
          .formatted(TestVenue.SUEZ);

  private final TestVenue venue = new TestVenue();

  @AfterEach
  void close() {
    venue.close();
  }

  private static String notice(String id, String more) {
    return "{\"notice_id\":\"%s\",\"place\":\"suez\",\"kind\":\"closure\",\"from\":\"2025-03-15T10:00:00Z\",\"document_sha256\":\"%s\"%s}"
        .formatted(id, TestDesks.HASH, more);
  }

  private String state() {
    return venue.anyone.get("/v1/markets/" + TestVenue.SUEZ).at("/state").asText();
  }

  @Test
  void aFirmStopsItselfAndCannotReleaseWhatOperationsDid() {
    venue.alice.post("/v1/orders", ORDER);
    final Answer stopped =
        venue.alice.post("/v1/account/participant/kill-switch", "{\"engaged\":true}");

    assertThat(stopped.at("/by_owner").asBoolean()).isTrue();
    assertThat(venue.alice.get("/v1/orders?status=open").at("/orders").size()).isZero();
    assertThat(venue.alice.get("/v1/account").at("/suspended").asBoolean()).isTrue();
    assertThat(venue.alice.post("/v1/orders", ORDER).status()).isEqualTo(403);

    final Answer barred =
        venue.operator.post("/v1/staff/participants/1001/kill-switch", "{\"engaged\":true}");
    assertThat(barred.at("/by_operations").asBoolean()).isTrue();
    venue.alice.post("/v1/account/participant/kill-switch", "{\"engaged\":false}");
    assertThat(venue.alice.post("/v1/orders", ORDER).status()).isEqualTo(403);

    venue.operator.post("/v1/staff/participants/1001/kill-switch", "{\"engaged\":false}");
    assertThat(venue.alice.post("/v1/orders", ORDER).status()).isEqualTo(201);
    assertThat(
            venue
                .operator
                .post("/v1/staff/participants/77/kill-switch", "{\"engaged\":true}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void aFirmCancelsTheOrdersOfAllItsAccounts() {
    venue.alice.post("/v1/orders", ORDER);
    venue.bob.post("/v1/orders", ORDER);

    final Answer cancelled = venue.alice.delete("/v1/orders?scope=participant");

    assertThat(cancelled.at("/cancelled").asInt()).isEqualTo(1);
    assertThat(venue.bob.get("/v1/orders?status=open").at("/orders").size()).isEqualTo(1);
  }

  @Test
  void operationsHaltAPlaceAndAll() {
    final Answer halted = venue.operator.post("/v1/staff/halt", "{\"place\":\"suez\"}");
    assertThat(halted.at("/markets/0/market_id").asText()).isEqualTo(TestVenue.SUEZ);
    assertThat(state()).isEqualTo("halted");

    venue.operator.post("/v1/staff/resume", "{\"all\":true}");
    assertThat(state()).isEqualTo("auction");
    assertThat(venue.operator.post("/v1/staff/halt", "{}").status()).isEqualTo(400);
    assertThat(venue.operator.post("/v1/staff/halt", "{\"place\":\"atlantis\"}").status())
        .isEqualTo(404);
    assertThat(venue.alice.post("/v1/staff/halt", "{\"all\":true}").status()).isEqualTo(403);
  }

  @Test
  void aNoticeHaltsItsPlaceForTenMinutes() {
    final Answer entered = venue.operator.post("/v1/staff/notices", notice("SCA-14", ""));

    assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
    assertThat(entered.at("/reopens_at").asText()).startsWith("2025-03-15T10:4");
    assertThat(entered.at("/markets/0/state").asText()).isEqualTo("halted");
    assertThat(venue.desks.notices).hasSize(1);

    venue.operator.post("/v1/staff/clock", "{\"advance_seconds\":420}");
    assertThat(state()).isEqualTo("auction");
    venue.operator.post("/v1/staff/clock", "{\"advance_seconds\":181}");
    assertThat(state()).isEqualTo("continuous");

    // The same again halts nothing; its end, the reopening, does.
    assertThat(venue.operator.post("/v1/staff/notices", notice("SCA-14", "")).at("/markets").size())
        .isZero();
    assertThat(
            venue
                .operator
                .post("/v1/staff/notices", notice("SCA-14", ",\"until\":\"2025-03-15T10:30:00Z\""))
                .at("/markets")
                .size())
        .isEqualTo(1);
  }

  @Test
  void aRestrictionHaltsOnRequestOnly() {
    final String restriction = notice("SCA-15", "").replace("closure", "restriction");

    assertThat(venue.operator.post("/v1/staff/notices", restriction).at("/reopens_at").isNull())
        .isTrue();
    assertThat(state()).isEqualTo("continuous");
    assertThat(
            venue
                .operator
                .post("/v1/staff/notices", notice("SCA-16", "").replace("suez", "atlantis"))
                .status())
        .isEqualTo(400);
  }
}
