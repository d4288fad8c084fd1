package com.ballastmarkets.api;

import static com.ballastmarkets.api.PublicApiPageTest.buys;
import static com.ballastmarkets.api.PublicApiPageTest.order;
import static com.ballastmarkets.api.PublicApiPageTest.sells;
import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.PositionLimit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much a firm may hold, as its accounts see it. */
class PositionLimitTest {
  private final TestVenue venue = new TestVenue();

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void theLimitOfTodayIsShownAndItsFiguresComeWithARefusal() {
    assertThat(marketLimit()).isEqualTo(200_000);
    sells(venue.bob, "0.870", 40);
    buys(venue.alice, "0.870", 40);

    venue.call(new Command.Limits.SetPositionLimits(List.of(new PositionLimit(1, 100))));
    venue.call(new Command.Limits.SetHedgeExemption(1_001, 1, 20));
    final var refused = order(venue.alice, "buy", "0.80", "81");

    assertThat(refused.code()).isEqualTo("POSITION_LIMIT_EXCEEDED");
    assertThat(refused.body().at("/error/details/requested").asLong()).isEqualTo(121);
    assertThat(refused.body().at("/error/details/limit").asLong()).isEqualTo(120);
    assertThat(marketLimit()).isEqualTo(100);
    assertThat(ownLimit(venue.alice)).isEqualTo(120);
    assertThat(ownLimit(venue.bob)).isEqualTo(100);
    buys(venue.alice, "0.80", 80);
  }

  @Test
  void exemptionsAreEnteredByOperatorsAndShownToTheirFirm() {
    final String terms =
        """
        {"participant_id": 1001, "type": "binary", "place": "suez", "extra_size": 5000,
         "document_sha256": "%s", "reason": "freight book", "from": "2025-03-15", "to": "%s"}\
        """;
    final String good = terms.formatted(TestDesks.HASH, "2025-04-30");

    assertThat(venue.alice.post("/v1/staff/hedge-exemptions", good).status()).isEqualTo(403);
    assertThat(venue.auditor.post("/v1/staff/hedge-exemptions", good).status()).isEqualTo(403);
    final var entered = venue.operator.post("/v1/staff/hedge-exemptions", good);
    assertThat(entered.status()).isEqualTo(201);
    assertThat(entered.body().path("market_id").isNull()).isTrue();
    assertThat(entered.body().path("approved_by").asText()).isEqualTo("olga");

    final var own = venue.alice.get("/v1/account/hedge-exemptions").body().path("exemptions");
    assertThat(own).hasSize(1);
    assertThat(own.path(0).path("extra_size").asLong()).isEqualTo(5_000);
    assertThat(own.path(0).path("to").asText()).isEqualTo("2025-04-30");
    assertThat(own.path(0).path("in_force").asBoolean()).isTrue();
    assertThat(venue.bob.get("/v1/account/hedge-exemptions").body().path("exemptions")).isEmpty();
    assertThat(venue.auditor.get("/v1/staff/hedge-exemptions").body().path("exemptions"))
        .hasSize(1);

    final String id = entered.body().path("exemption_id").asText();
    assertThat(
            venue
                .operator
                .post("/v1/staff/hedge-exemptions/" + id + "/end", "")
                .body()
                .path("in_force")
                .asBoolean())
        .isFalse();
    assertThat(venue.operator.post("/v1/staff/hedge-exemptions/99/end", "").status())
        .isEqualTo(404);
    assertThat(
            venue
                .operator
                .post("/v1/staff/hedge-exemptions", terms.formatted(TestDesks.HASH, "2025-03-14"))
                .code())
        .isEqualTo("INVALID_REQUEST");
    assertThat(
            venue
                .operator
                .post("/v1/staff/hedge-exemptions", terms.formatted(TestDesks.HASH, "soon"))
                .body()
                .at("/error/message")
                .asText())
        .contains("to");
    assertThat(venue.operator.post("/v1/staff/hedge-exemptions", good.replace("1001", "77")).code())
        .isEqualTo("UNKNOWN_PARTICIPANT");
    assertThat(venue.desks.staffRecord).anyMatch(line -> line.contains("approve_hedge_exemption"));
  }

  private long marketLimit() {
    return venue.anyone.get("/v1/markets/" + TestVenue.SUEZ).body().path("position_limit").asLong();
  }

  private static long ownLimit(TestClient client) {
    return client.get("/v1/positions").body().at("/positions/0/position_limit").asLong();
  }
}
