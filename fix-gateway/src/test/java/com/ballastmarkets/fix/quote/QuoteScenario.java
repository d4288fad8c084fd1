package com.ballastmarkets.fix.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixScenario;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.util.concurrent.TimeUnit;

/** Quotes, ladders and kill switches in both profiles, by the messages that a client reads. */
class QuoteScenario extends FixScenario {

  private static String quotes(String id, String... entries) {
    return "117="
        + id
        + "|296=1|302=front|304="
        + entries.length
        + "|295="
        + entries.length
        + "|"
        + String.join("|", entries);
  }

  private static String entry(String id, String symbol, String bid, String ask) {
    return "299=%s|55=%s|132=%s|133=%s|134=100|135=100".formatted(id, symbol, bid, ask);
  }

  private static String order(String clOrdId, String side, long lots, String price) {
    return "11=%s|55=suez-test|54=%s|38=%d|40=2|44=%s|59=3|60=%s"
        .formatted(clOrdId, side, lots, price, RawFixClient.time(0));
  }

  @BothProfiles
  void eachEntryHasItsAnswerAndItsOrdersAreReported(String beginString) throws Exception {
    try (var maker = loggedOn("ALICE", beginString);
        var bob = loggedOn("BOB", beginString)) {
      maker.send(
          "i",
          quotes(
              "m1",
              entry("q1", "suez-test", "0.49", "0.51"),
              entry("q2", "suez-test", "0.4812", "0.52"),
              entry("q3", "nowhere", "0.48", "0.52")));

      final FixText bid = maker.expect("8");
      assertThat(bid.get(150)).isEqualTo("0");
      assertThat(bid.get(299)).isEqualTo("q1");
      assertThat(bid.get(302)).isEqualTo("front");
      maker.expect("8");
      final FixText answer = maker.expect("b");
      assertThat(answer.get(117)).isEqualTo("m1");
      assertThat(answer.get(297)).isEqualTo("0");
      assertThat(answer.get(302)).isEqualTo("front");
      assertThat(answer.get(1169)).isEqualTo("1");
      assertThat(answer.get(1170)).isEqualTo("2");
      assertThat(answer.toString())
          .contains("299=q1|55=suez-test|1167=0|", "PRICE_OFF_TICK", "MARKET_NOT_FOUND");

      bob.send("D", order("b1", "1", 40, "0.51"));
      final FixText fill = maker.expect("8");
      assertThat(fill.get(150)).isEqualTo("F");
      assertThat(fill.get(299)).isEqualTo("q1");

      maker.send("i", quotes("m2", entry("q1", "suez-test", "0.48", "0.50")));
      assertThat(maker.expect("8").get(150)).isEqualTo("5");
      assertThat(maker.expect("8").get(150)).isEqualTo("5");
      maker.expect("b");
      maker.send("Z", "117=z1|298=5|299=q1");
      assertThat(maker.expect("8").get(150)).isEqualTo("4");
      assertThat(maker.expect("8").get(150)).isEqualTo("4");
      final FixText status = maker.expect("AI");
      assertThat(status.get(117)).isEqualTo("z1");
      assertThat(status.get(297)).isEqualTo("17");
    }
  }

  @BothProfiles
  void protectionTripsAndIsReset(String beginString) throws Exception {
    try (var maker = loggedOn("ALICE", beginString);
        var bob = loggedOn("BOB", beginString)) {
      venue.call(
          new Command.SetProtection(
              venue.accountOf("ALICE"),
              "front",
              new ProtectionLimits(TimeUnit.SECONDS.toNanos(60), 10, 0, 0)));
      maker.send("i", quotes("m1", entry("q1", "suez-test", "0.49", "0.51")));
      maker.expect("8");
      maker.expect("8");
      maker.expect("b");
      bob.send("D", order("b1", "1", 10, "0.51"));

      assertThat(maker.expect("8").get(150)).isEqualTo("F");
      final FixText gone = maker.expect("8");
      assertThat(gone.get(150)).isEqualTo("4");
      assertThat(gone.get(58)).isEqualTo("PROTECTION");
      maker.expect("8");
      maker.send("i", quotes("m2", entry("q1", "suez-test", "0.49", "0.51")));
      final FixText refused = maker.expect("b");
      assertThat(refused.get(297)).isEqualTo("5");
      assertThat(refused.get(58)).isEqualTo("QUOTE_GROUP_PROTECTED");

      maker.send("DH", "2328=p1|2329=2|302=front");
      final FixText reset = maker.expect("DI");
      assertThat(reset.get(2328)).isEqualTo("p1");
      assertThat(reset.get(2332)).isEqualTo("1");
      maker.send("i", quotes("m3", entry("q1", "suez-test", "0.49", "0.51")));
      maker.expect("8");
      maker.expect("8");
      assertThat(maker.expect("b").get(297)).isEqualTo("0");
      maker.send("q", "11=x1|530=7|302=front|60=" + RawFixClient.time(0));
      maker.expect("8");
      maker.expect("8");
      final FixText canceled = maker.expect("r");
      assertThat(canceled.get(11)).isEqualTo("x1");
      assertThat(canceled.get(533)).isEqualTo("1");
    }
  }

  @BothProfiles
  void aListIsPlacedAsAWholeOrNotAtAll(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString)) {
      alice.send("E", list("l1", "0.45", "0.46"));
      assertThat(alice.expect("8").get(11)).isEqualTo("l1-1");
      assertThat(alice.expect("8").get(11)).isEqualTo("l1-2");

      alice.send("E", list("l2", "0.45", "0.4612"));
      final FixText refused = alice.expect("N");
      assertThat(refused.get(66)).isEqualTo("l2");
      assertThat(refused.get(431)).isEqualTo("7");
      assertThat(refused.get(444)).isEqualTo("PRICE_OFF_TICK: order 2");
    }
  }

  private static String list(String id, String first, String second) {
    final String order = "11=%s-%d|67=%d|55=suez-test|54=1|60=%s|38=10|40=2|44=%s|59=1";
    final String now = RawFixClient.time(0);
    return "66=%s|394=3|68=2|73=2|".formatted(id)
        + order.formatted(id, 1, 1, now, first)
        + "|"
        + order.formatted(id, 2, 2, now, second);
  }

  @BothProfiles
  void theFirmStopsItselfAndComesBack(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString)) {
      alice.send("E", list("l1", "0.45", "0.46"));
      alice.expect("8");
      alice.expect("8");
      alice.send("DH", "2328=k1|2329=0|453=1|448=11|447=D|452=1");
      assertThat(alice.expect("8").get(58)).isEqualTo("KILL_SWITCH");
      alice.expect("8");
      assertThat(alice.expect("DI").get(2332)).isEqualTo("1");

      alice.send("D", order("a1", "1", 10, "0.45"));
      assertThat(alice.expect("8").get(58)).isEqualTo("ACCOUNT_SUSPENDED");
      alice.send("DH", "2328=k2|2329=2|453=1|448=11|447=D|452=1");
      alice.expect("DI");
      alice.send("DH", "2328=k3|2329=0|453=1|448=12|447=D|452=1");
      final FixText refused = alice.expect("DI");
      assertThat(refused.get(2332)).isEqualTo("2");
      assertThat(refused.get(58)).isEqualTo("INVALID_PARTY");
      alice.send("D", order("a2", "1", 10, "0.45"));
      assertThat(alice.expect("8").get(150)).isEqualTo("0");
    }
  }

  @BothProfiles
  void quotesGoWithTheSessionAndOrdersStayUnlessToldOtherwise(String beginString) throws Exception {
    try (var bob = loggedOn("BOB", beginString)) {
      final int next;
      try (var maker = loggedOn("ALICE", beginString)) {
        maker.send("i", quotes("m1", entry("q1", "suez-test", "0.49", "0.51")));
        maker.expect("8");
        maker.expect("8");
        maker.expect("b");
        maker.send("E", list("l1", "0.45", "0.46"));
        maker.expect("8");
        maker.expect("8");
        next = maker.nextSeqNum();
      }
      try (var again = venue.connect("ALICE", beginString).nextSeqNum(next)) {
        again.logon("");
        assertThat(again.expect("8").get(58)).isEqualTo("DISCONNECT");
        assertThat(again.expect("8").get(58)).isEqualTo("DISCONNECT");
        bob.send("D", order("b1", "2", 5, "0.46"));
        final FixText fill = again.expect("8");
        assertThat(fill.get(150)).isEqualTo("F");
        assertThat(fill.get(11)).isEqualTo("l1-2");
      }
    }
  }
}
