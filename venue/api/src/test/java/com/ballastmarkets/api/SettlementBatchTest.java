package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlementBatchTest {
  private static final String BATCHES = "/v1/staff/settlement-batches";
  private final TestVenue venue = new TestVenue();

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void aBatchIsMadeApprovedSubmittedAndAnswered() {
    final JsonNode made = venue.operator.post(BATCHES, "").body();
    assertThat(made.path("state").asText()).isEqualTo("created");
    assertThat(made.path("amount").decimalValue()).isEqualByComparingTo("1.5");
    assertThat(made.path("created_by").asText()).isEqualTo("olga");
    assertThat(venue.operator.post(BATCHES, "").text())
        .contains("no approved withdrawal waits for a settlement batch");

    final String batch = BATCHES + "/" + made.path("batch_id").asText();
    assertThat(venue.operator.post(batch + "/submit", "").text()).contains("is created");
    venue.operator.post(batch + "/approve", "");
    assertThat(venue.operator.post(batch + "/approve", "").body().path("state").asText())
        .isEqualTo("approved");
    assertThat(venue.operator.post(batch + "/submit", "").body().path("submitted_at").asText())
        .startsWith("2025");
    assertThat(venue.auditor.get(BATCHES + "?state=submitted").body().path("batches")).hasSize(1);

    final JsonNode done =
        venue
            .operator
            .post(
                batch + "/results",
                """
                {"results":[{"withdrawal_id":"wd-1","state":"confirmed","transaction":"0x12"}]}\
                """)
            .body();
    assertThat(done.at("/transfers/0/transaction").asText()).isEqualTo("0x12");
    assertThat(done.at("/transfers/0/booked").asBoolean()).isTrue();
    assertThat(venue.desks.staffRecord)
        .contains(
            "olga create_settlement_batch ",
            "olga approve_settlement_batch sb-1",
            "olga enter_transfer_results sb-1");
  }

  @Test
  void whatIsWrongIsNamedAndOnlyOperatorsMayAct() {
    venue.operator.post(BATCHES, "");
    assertThat(venue.auditor.post(BATCHES + "/sb-1/approve", "").code()).isEqualTo("FORBIDDEN");
    assertThat(venue.alice.get(BATCHES).code()).isEqualTo("FORBIDDEN");
    assertThat(venue.auditor.get(BATCHES + "/sb-2").code()).isEqualTo("NOT_FOUND");
    assertThat(
            venue
                .operator
                .post(
                    BATCHES + "/sb-1/results",
                    "{\"results\":[{\"withdrawal_id\":\"wd-1\",\"state\":\"confirmed\"}]}")
                .text())
        .contains("results[0].transaction");
    assertThat(venue.operator.post(BATCHES + "/sb-1/refuse", "{}").text()).contains("reason");
  }
}
