package com.ballastmarkets.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.app.client.RestClient;
import com.ballastmarkets.domain.command.Command;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of the back office over REST: money out, money behind defaults, and the books. */
class TreasuryScenario {
  private static final String WALLET = "0x00000000000000000000000000000000000000aA";
  private static final String DEAD_END = "0x000000000000000000000000000000000000dEaD";
  @TempDir private Path folder;

  @Test
  void moneyLeavesInABatchAndTheBooksSayWhere() throws Exception {
    try (RunningVenue venue = RunningVenue.start(VenueConfig.sandbox(folder), said -> {});
        RestClient alpha = client(venue, sandbox(venue).path("accounts").path(0));
        RestClient olga = client(venue, staff(venue, "operator"));
        RestClient otto =
            client(
                venue,
                olga.post("/v1/staff/keys", Map.of("name", "otto", "role", "operator")).ok())) {
      final long account = sandbox(venue).path("accounts").path(0).path("account_id").asLong();
      final BigDecimal before = cash(alpha);

      final String good = withdrawal(alpha, olga, otto, account, WALLET, "20000.5");
      final String dead = withdrawal(alpha, olga, otto, account, DEAD_END, "7");
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> state(alpha, good).equals("confirmed") && state(alpha, dead).equals("failed"));
      assertThat(paper(alpha, good).path("transaction").asText()).startsWith("0x");
      assertThat(paper(alpha, dead).path("reason").asText()).contains("does not take USDC");
      await().atMost(Duration.ofMinutes(1)).until(() -> cash(alpha).compareTo(before) < 0);
      assertThat(cash(alpha)).isEqualByComparingTo(before.subtract(new BigDecimal("20000.5")));
      final JsonNode batches = olga.get("/v1/staff/settlement-batches").ok().path("batches");
      assertThat(batches).isNotEmpty();
      try (Stream<Path> sent = Files.list(folder.resolve("transfers/outgoing"))) {
        assertThat(sent).hasSize(batches.size());
      }

      olga.post(
              "/v1/staff/deposits",
              Map.of("account_id", 1, "amount", "50000", "reference", "capital-1"))
          .ok();
      moves(olga, otto, Map.of("kind", "tranche", "amount", "30000"));
      moves(olga, otto, Map.of("kind", "contribution", "account_id", account, "amount", "1000"));
      moves(otto, olga, Map.of("kind", "return", "account_id", account, "amount", "250"));
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() ->
              alpha
                      .get("/v1/account")
                      .ok()
                      .path("default_fund_contribution")
                      .decimalValue()
                      .compareTo(new BigDecimal("750"))
                  == 0);
      final JsonNode funds = olga.get("/v1/staff/funds").ok();
      assertThat(funds.path("default_fund").decimalValue()).isEqualByComparingTo("750");
      assertThat(funds.path("house_tranche").decimalValue()).isEqualByComparingTo("30000");

      final long last = venue.port().call(new Command.Tick()).join().getLast().sequence();
      await().atMost(Duration.ofMinutes(1)).until(() -> venue.ledgerPosition() >= last);
      final JsonNode books = olga.get("/v1/staff/ledger/trial-balance").ok();
      assertThat(books.path("debit").decimalValue())
          .isEqualByComparingTo(books.path("credit").decimalValue());
      assertThat(line(books, "3200")).isEqualByComparingTo("-750");
      assertThat(line(books, "3300")).isEqualByComparingTo("-30000");
      assertThat(line(books, "2100")).isEqualByComparingTo("0");
      assertThat(olga.post("/v1/staff/reconciliations", Map.of()).ok().path("breaks")).isEmpty();

      assertThat(new String(alpha.download("/v1/disclosure?format=csv"), StandardCharsets.UTF_8))
          .contains("House tranche, before other members\",30000,")
          .contains("members' contributions\",750,");
      assertThat(new String(alpha.download("/v1/disclosure"), StandardCharsets.ISO_8859_1))
          .startsWith("%PDF");

      final JsonNode statement =
          alpha.get("/v1/account/statement?from=2020-01-01&to=2100-01-01").ok();
      assertThat(statement.path("closing_balance").decimalValue())
          .isEqualByComparingTo(cash(alpha));
      assertThat(statement.path("movements"))
          .extracting(movement -> movement.path("reason").asText())
          .contains("WITHDRAWAL", "CONTRIBUTION_PAID", "CONTRIBUTION_RETURNED");
    }
  }

  /** Asked for by the account, approved by as many as it takes; its id. */
  private static String withdrawal(
      RestClient alpha,
      RestClient olga,
      RestClient otto,
      long account,
      String address,
      String amount) {
    olga.post(
        "/v1/staff/accounts/" + account + "/withdrawal-addresses",
        Map.of("address", address, "label", "cold"));
    final JsonNode asked =
        alpha.post("/v1/account/withdrawals", Map.of("amount", amount, "address", address)).ok();
    final String approve =
        "/v1/staff/withdrawals/" + asked.path("withdrawal_id").asText() + "/approve";
    JsonNode paper = olga.post(approve, Map.of()).ok();
    if (paper.path("approvals_required").asInt() == 2) {
      paper = otto.post(approve, Map.of()).ok();
    }
    assertThat(paper.path("state").asText()).isEqualTo("approved");
    return paper.path("withdrawal_id").asText();
  }

  private static void moves(RestClient asks, RestClient approves, Map<String, ?> movement) {
    final JsonNode asked = asks.post("/v1/staff/fund-movements", movement).ok();
    final String approve =
        "/v1/staff/fund-movements/" + asked.path("movement_id").asText() + "/approve";
    assertThat(asks.post(approve, Map.of()).status()).isEqualTo(400);
    assertThat(approves.post(approve, Map.of()).ok().path("state").asText()).isEqualTo("done");
  }

  private static JsonNode paper(RestClient alpha, String withdrawal) {
    for (JsonNode paper : alpha.get("/v1/account/withdrawals").ok().path("withdrawals")) {
      if (paper.path("withdrawal_id").asText().equals(withdrawal)) {
        return paper;
      }
    }
    throw new AssertionError("no withdrawal " + withdrawal);
  }

  private static String state(RestClient alpha, String withdrawal) {
    return paper(alpha, withdrawal).path("state").asText();
  }

  private static BigDecimal cash(RestClient client) {
    return client.get("/v1/account/balance").ok().path("cash").decimalValue();
  }

  private static BigDecimal line(JsonNode books, String code) {
    for (JsonNode line : books.path("lines")) {
      if (line.path("code").asText().equals(code)) {
        return line.path("balance").decimalValue();
      }
    }
    throw new AssertionError("no line " + code);
  }

  private static JsonNode sandbox(RunningVenue venue) throws IOException {
    return JsonMapper.builder().build().readTree(venue.sandboxFile().toFile());
  }

  private static JsonNode staff(RunningVenue venue, String role) throws IOException {
    for (JsonNode member : sandbox(venue).path("staff")) {
      if (member.path("role").asText().equals(role)) {
        return member;
      }
    }
    throw new AssertionError("no " + role);
  }

  private static RestClient client(RunningVenue venue, JsonNode who) {
    return new RestClient(
        URI.create("http://127.0.0.1:" + venue.httpPort()),
        who.path("api_key").asText(),
        who.path("api_secret").asText());
  }
}
