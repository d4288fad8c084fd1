package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.sql.identity.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BooksAndFundsTest {
  private final TestVenue venue = new TestVenue();

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void aContributionIsApprovedByAnotherAndSeenByItsMember() {
    final JsonNode asked =
        venue
            .operator
            .post(
                "/v1/staff/fund-movements",
                "{\"kind\":\"contribution\",\"account_id\":1001,\"amount\":\"250\"}")
            .body();
    assertThat(asked.path("state").asText()).isEqualTo("requested");
    final String movement = "/v1/staff/fund-movements/" + asked.path("movement_id").asText();
    assertThat(venue.operator.post(movement + "/approve", "").text())
        .contains("another member of staff is needed");
    final TestClient otto =
        new TestClient(venue.server.port(), venue.desks.key("otto", Role.OPERATOR, 0));
    assertThat(otto.post(movement + "/approve", "").body().path("state").asText())
        .isEqualTo("done");

    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> !venue.auditor.get("/v1/staff/funds").body().path("contributions").isEmpty());
    final JsonNode funds = venue.auditor.get("/v1/staff/funds").body();
    assertThat(funds.path("default_fund").decimalValue()).isEqualByComparingTo("250");
    assertThat(funds.at("/contributions/0/participant_id").asLong()).isEqualTo(1_001);
    assertThat(contribution(venue.alice)).isEqualByComparingTo("250");
    assertThat(contribution(venue.bob)).isEqualByComparingTo("0");
  }

  @Test
  void whatIsWrongWithAMovementIsNamed() {
    assertThat(
            venue
                .operator
                .post("/v1/staff/fund-movements", "{\"kind\":\"gift\",\"amount\":1}")
                .text())
        .contains("kind: must be one of contribution, return, tranche");
    assertThat(
            venue
                .operator
                .post("/v1/staff/fund-movements", "{\"kind\":\"contribution\",\"amount\":1}")
                .text())
        .contains("account_id");
    assertThat(
            venue
                .operator
                .post("/v1/staff/fund-movements", "{\"kind\":\"tranche\",\"amount\":0}")
                .code())
        .isEqualTo("INVALID_AMOUNT");
    assertThat(venue.operator.post("/v1/staff/fund-movements/fm-9/approve", "").code())
        .isEqualTo("NOT_FOUND");
    assertThat(venue.alice.get("/v1/staff/funds").code()).isEqualTo("FORBIDDEN");
  }

  @Test
  void theDisclosureIsForEverybody() {
    assertThat(venue.anyone.get("/v1/disclosure?format=csv").text()).startsWith("principle");
    assertThat(venue.anyone.get("/v1/disclosure").header("Content-Disposition"))
        .contains("disclosure.csv");
    assertThat(venue.anyone.get("/v1/disclosure?format=doc").text())
        .contains("format: must be one of pdf, xlsx, csv");
  }

  @Test
  void theBooksAreShown() {
    final JsonNode balance = venue.auditor.get("/v1/staff/ledger/trial-balance").body();
    assertThat(balance.path("debit").decimalValue()).isEqualByComparingTo("50000");
    assertThat(balance.path("credit").decimalValue()).isEqualByComparingTo("50000");
    assertThat(balance.at("/lines/1/balance").decimalValue()).isEqualByComparingTo("-50000");

    final JsonNode own =
        venue.alice.get("/v1/account/statement?from=2025-03-01&to=2025-03-31").body();
    assertThat(own.path("account_id").asLong()).isEqualTo(1_001);
    assertThat(own.at("/movements/0/reference").asText()).isEqualTo("opening-alice");
    assertThat(
            own.at("/movements/0/price").isMissingNode() || own.at("/movements/0/price").isNull())
        .isTrue();
    assertThat(
            venue
                .auditor
                .get("/v1/staff/accounts/1002/statement?from=2025-03-01&to=2025-03-31")
                .body()
                .path("account_id")
                .asLong())
        .isEqualTo(1_002);
    assertThat(venue.alice.get("/v1/account/statement?from=2025-03-01").text()).contains("to:");
    assertThat(venue.alice.get("/v1/account/statement?from=2025-03-02&to=2025-03-01").text())
        .contains("to: is before from");
    assertThat(venue.alice.get("/v1/account/statement?from=yesterday&to=2025-03-01").text())
        .contains("from: must be a day like");
  }

  @Test
  void aBreakIsShownUntilItIsExplained() {
    assertThat(venue.auditor.get("/v1/staff/reconciliations").body().path("unexplained")).isEmpty();
    final JsonNode run = venue.operator.post("/v1/staff/reconciliations", "").body();
    assertThat(run.at("/breaks/0/found").decimalValue()).isEqualByComparingTo("0.000483");
    assertThat(venue.auditor.get("/v1/staff/reconciliations").body().path("unexplained"))
        .hasSize(1);

    final String explanation =
        "{\"kind\":\"LEDGER_CUSTODY\",\"subject\":\"custody\",\"explanation\":\"its own fee\"}";
    assertThat(venue.operator.post("/v1/staff/reconciliations/8/explanations", explanation).code())
        .isEqualTo("NOT_FOUND");
    assertThat(
            venue.operator.post("/v1/staff/reconciliations/7/explanations", explanation).status())
        .isEqualTo(204);
    assertThat(venue.auditor.get("/v1/staff/reconciliations").body().path("unexplained")).isEmpty();
    assertThat(venue.desks.staffRecord).contains("olga reconcile ", "olga explain_break custody");
  }

  private static BigDecimal contribution(TestClient client) {
    return client.get("/v1/account").body().path("default_fund_contribution").decimalValue();
  }
}
