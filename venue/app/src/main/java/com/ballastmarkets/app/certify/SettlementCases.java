package com.ballastmarkets.app.certify;

import com.ballastmarkets.app.client.RestClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Point 10: a market of one day, listed for the purpose, traded, ended, disputed, amended and paid.
 */
final class SettlementCases {
  static final String TITLE = "UMS: provisional, disputed, amended, final; positions are zero";

  private SettlementCases() {}

  static List<Case> all() {
    return List.of(new Case(10, TITLE, SettlementCases::settlement));
  }

  private static void settlement(Script script) throws IOException {
    if (!script.target().movesClock()) {
      throw new NotApplicable("moves the venue's clock by days: give --move-clock to a sandbox");
    }
    final RestClient operator = script.staff("operator");
    final RestClient arbitrator = script.staff("arbitrator");
    final Instant now =
        Instant.parse(operator.get("/v1/staff/clock").ok().path("venue_time").asText());
    final LocalDate expiry = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(2);
    final String symbol = list(operator, expiry);
    final Ground ground = Ground.find(script.target(), symbol::equals);
    final WireClient office = script.logon(0, "BALLAST-PT");
    final String today = now.toString().substring(0, 10).replace("-", "");
    office.send(
        "AN",
        "710=p|724=0|263=1|1=%s|581=1|715=%s|60=%s"
            .formatted(office.account().accountId(), today, WireClient.time(0)));
    trade(script, ground);
    pass(operator, expiry);
    pass(operator, expiry.plusDays(1));
    final WireMessage provisional = told(office, symbol);
    script.check("provisional", "20001=1|704=5|705=0|731=2", provisional);
    script.check("with its evidence", provisional.get(20005).length() == 64);
    final JsonNode dispute =
        script
            .rest(0)
            .post(
                "/v1/settlements/" + symbol + "/disputes",
                Map.of("reason", "Certification of the venue", "evidence", "None"))
            .ok();
    script.check("disputed", "20001=2|704=5", told(office, symbol));
    final boolean wasAvailable = provisional.get(730).equals("1");
    arbitrator
        .post(
            "/v1/staff/disputes/" + dispute.path("dispute_id").asText() + "/ruling",
            Map.of(
                "ruling",
                "amend",
                "value",
                wasAvailable ? "0" : "1",
                "reason",
                "Certification of the venue",
                "attests_no_position",
                true))
        .ok();
    final String amended = wasAvailable ? "0" : "1";
    script.check("amended", "20001=3|704=5|730=" + amended, told(office, symbol));
    pass(operator, expiry.plusDays(2));
    pass(operator, expiry.plusDays(3));
    WireMessage last = told(office, symbol);
    script.check("final and paid", "20001=4|704=5|731=1|730=" + amended, last);
    script.check("the payment", !last.get(1704).isEmpty());
    last =
        office.await(
            "35=AP with 55=" + symbol, m -> m.type().equals("AP") && m.get(55).equals(symbol));
    script.check("the position is zero", "325=Y|704=0|705=0", last);
  }

  /** A market on a chokepoint whose window is the day before its expiry. */
  private static String list(RestClient operator, LocalDate expiry) {
    return operator
        .post(
            "/v1/staff/markets",
            Map.of(
                "id",
                "certify-" + Ground.id().toLowerCase(Locale.ROOT),
                "name",
                "Certification of one day",
                "type",
                "binary",
                "place",
                "suez",
                "window_start",
                expiry.minusDays(1) + "T00:00:00Z",
                "window_end",
                expiry + "T00:00:00Z"))
        .ok()
        .path("market_id")
        .asText();
  }

  private static void trade(Script script, Ground ground) throws IOException {
    final WireClient buyer = script.orderEntry(0);
    final WireClient seller = script.orderEntry(1);
    final String order = Ground.id();
    buyer.send("D", ground.limit(order, '1', 5, 0));
    buyer.report(order);
    seller.send("D", ground.limit(Ground.id(), '2', 5, 0));
    script.check("a position of 5", "150=F|39=2|14=5", buyer.report(order));
  }

  /** Lets time pass up to the beginning of that day, one day after the other. */
  private static void pass(RestClient operator, LocalDate day) {
    while (true) {
      final Instant now =
          Instant.parse(operator.get("/v1/staff/clock").ok().path("venue_time").asText());
      final LocalDate next = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
      if (next.isAfter(day)) {
        return;
      }
      operator.post("/v1/staff/clock", Map.of("advance_to", next + "T00:00:00Z")).ok();
    }
  }

  /** The next settlement report of the market; what the back office does may take a while. */
  private static WireMessage told(WireClient office, String symbol) throws IOException {
    for (int i = 0; ; i++) {
      try {
        return office.await(
            "35=UMS with 55=" + symbol, m -> m.type().equals("UMS") && m.get(55).equals(symbol));
      } catch (Unexpected e) {
        if (i == 5) {
          throw e;
        }
      }
    }
  }
}
