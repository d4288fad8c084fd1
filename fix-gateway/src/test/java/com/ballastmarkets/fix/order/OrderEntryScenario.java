package com.ballastmarkets.fix.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixScenario;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;

/** Orders in both profiles, by the messages that a client reads. */
class OrderEntryScenario extends FixScenario {

  private static String limit(String clOrdId, String side, long lots, String price) {
    return "11="
        + clOrdId
        + "|55=suez-test|54="
        + side
        + "|38="
        + lots
        + "|40=2|44="
        + price
        + "|59=1|60="
        + RawFixClient.time(0);
  }

  private static String cancel(String clOrdId, String origClOrdId) {
    return "11="
        + clOrdId
        + "|41="
        + origClOrdId
        + "|55=suez-test|54=1|38=1|60="
        + RawFixClient.time(0);
  }

  private static void assertState(
      FixText report, String execType, String status, String cum, String leaves) {
    assertThat(report.get(150)).as("ExecType of %s", report).isEqualTo(execType);
    assertThat(report.get(39)).as("OrdStatus of %s", report).isEqualTo(status);
    assertThat(report.get(14)).as("CumQty of %s", report).isEqualTo(cum);
    assertThat(report.get(151)).as("LeavesQty of %s", report).isEqualTo(leaves);
  }

  @BothProfiles
  void newPartialAndFullFill(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString);
        var bob = loggedOn("BOB", beginString)) {
      alice.send("D", limit("a1", "1", 1_000, "0.5"));
      final FixText accepted = alice.expect("8");
      assertState(accepted, "0", "0", "0", "1000");
      assertThat(accepted.get(11)).isEqualTo("a1");
      assertThat(accepted.get(55)).isEqualTo("suez-test");
      assertThat(accepted.get(44)).isEqualTo("0.5");
      assertThat(accepted.get(442)).isEqualTo("1");
      assertThat(accepted.get(60)).matches("\\d{8}-\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");

      bob.send("D", limit("b1", "2", 400, "0.495"));
      assertState(bob.expect("8"), "0", "0", "0", "400");
      final FixText taker = bob.expect("8");
      assertState(taker, "F", "2", "400", "0");
      assertThat(taker.get(31)).isEqualTo("0.5");
      assertThat(taker.get(32)).isEqualTo("400");
      assertThat(taker.get(6)).isEqualTo("0.5");
      assertThat(taker.get(851)).isEqualTo("2");
      assertThat(taker.get(136)).isEqualTo("1");
      assertThat(taker.get(137)).isEqualTo("0.08");
      assertThat(taker.get(138)).isEqualTo("USDC");

      final FixText maker = alice.expect("8");
      assertState(maker, "F", "1", "400", "600");
      assertThat(maker.get(851)).isEqualTo("1");
      assertThat(maker.get(137)).isEqualTo("0.04");
      assertThat(maker.get(880)).isEqualTo(taker.get(880));
      assertThat(maker.get(37)).isEqualTo(accepted.get(37));
      assertThat(maker.get(17)).isNotEqualTo(taker.get(17));

      bob.send("D", limit("b2", "2", 600, "0.5"));
      assertState(alice.expect("8"), "F", "2", "1000", "0");
    }
  }

  @BothProfiles
  void replaceUpAndDownThenCancelThenLateCancel(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString)) {
      alice.send("D", limit("a1", "1", 1_000, "0.5"));
      final FixText accepted = alice.expect("8");
      alice.send("G", "41=a1|" + limit("a2", "1", 500, "0.5"));
      final FixText smaller = alice.expect("8");
      assertState(smaller, "5", "0", "0", "500");
      assertThat(smaller.get(11)).isEqualTo("a2");
      assertThat(smaller.get(41)).isEqualTo("a1");
      assertThat(smaller.get(38)).isEqualTo("500");
      alice.send("G", "41=a2|" + limit("a3", "1", 2_000, "0.505"));
      final FixText larger = alice.expect("8");
      assertState(larger, "5", "0", "0", "2000");
      assertThat(larger.get(44)).isEqualTo("0.505");
      alice.send("F", cancel("a4", "a3"));
      final FixText canceled = alice.expect("8");
      assertState(canceled, "4", "4", "0", "0");
      assertThat(canceled.get(11)).isEqualTo("a4");
      assertThat(canceled.get(41)).isEqualTo("a3");
      assertThat(canceled.get(58)).isEqualTo("REQUESTED");
      alice.send("F", cancel("a5", "a3"));
      final FixText late = alice.expect("9");
      assertThat(late.get(102)).isEqualTo("0");
      assertThat(late.get(434)).isEqualTo("1");
      assertThat(late.get(39)).isEqualTo("4");
      assertThat(late.get(58)).isEqualTo("ORDER_CLOSED");
      assertThat(late.get(37)).isEqualTo(accepted.get(37));
      alice.send("F", cancel("a6", "never"));
      final FixText unknown = alice.expect("9");
      assertThat(unknown.get(102)).isEqualTo("1");
      assertThat(unknown.get(39)).isEqualTo("8");
      assertThat(unknown.get(37)).isEqualTo("NONE");
      assertThat(unknown.get(58)).isEqualTo("ORDER_NOT_FOUND");
      alice.send("G", "41=never|" + limit("a7", "1", 5, "0.5"));
      assertThat(alice.expect("9").get(434)).isEqualTo("2");
    }
  }

  @BothProfiles
  void cancelByOrderId(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString);
        var bob = loggedOn("BOB", beginString)) {
      alice.send("D", limit("a1", "1", 10, "0.5"));
      final String orderId = alice.expect("8").get(37);
      bob.send("F", "37=" + orderId + "|" + cancel("b1", "a1"));
      assertThat(bob.expect("9").get(58)).isEqualTo("ORDER_NOT_FOUND");
      alice.send("F", "37=" + orderId + "|" + cancel("a2", "a1"));
      assertState(alice.expect("8"), "4", "4", "0", "0");
    }
  }

  @BothProfiles
  void theSameOrderAgainIsAnsweredTheSame(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString)) {
      final String order = limit("a1", "1", 10, "0.5");
      alice.send("D", order);
      final FixText first = alice.expect("8");
      alice.send("D", order);
      final FixText again = alice.expect("8");
      assertState(again, "0", "0", "0", "10");
      assertThat(again.get(37)).isEqualTo(first.get(37));
      assertThat(again.get(17)).isEqualTo(first.get(17));
      assertThat(again.get(60)).isEqualTo(first.get(60));
      alice.send("D", limit("a1", "1", 11, "0.5"));
      final FixText other = alice.expect("8");
      assertThat(other.get(150)).isEqualTo("8");
      assertThat(other.get(103)).isEqualTo("6");
      assertThat(other.get(58)).isEqualTo("DUPLICATE_CLIENT_ORDER_ID");
      alice.send("q", "11=m1|530=7|60=" + RawFixClient.time(0));
      assertState(alice.expect("8"), "4", "4", "0", "0");
      assertThat(alice.expect("r").get(533)).isEqualTo("1");
    }
  }

  @BothProfiles
  void statusTellsOfAllRequestsBeforeIt(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString);
        var bob = loggedOn("BOB", beginString)) {
      alice.send("D", limit("a1", "1", 10, "0.5"));
      alice.send("H", "11=a1|55=suez-test|54=1|790=s1");
      alice.expect("8");
      final FixText status = alice.expect("8");
      assertState(status, "I", "0", "0", "10");
      assertThat(status.get(17)).isEqualTo("0");
      assertThat(status.get(790)).isEqualTo("s1");
      bob.send("H", "11=a1|55=suez-test|54=1");
      final FixText foreign = bob.expect("8");
      assertState(foreign, "I", "8", "0", "0");
      assertThat(foreign.get(103)).isEqualTo("5");
      assertThat(foreign.get(58)).isEqualTo("ORDER_NOT_FOUND");
    }
  }

  @BothProfiles
  void massCancelByMarketAndSide(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString)) {
      alice.send("D", limit("a1", "1", 10, "0.4"));
      alice.send("D", limit("a2", "2", 10, "0.6"));
      alice.send("D", limit("a3", "1", 10, "0.45"));
      for (int i = 0; i < 3; i++) {
        alice.expect("8");
      }
      alice.send("q", "11=m1|530=1|55=suez-test|54=1|60=" + RawFixClient.time(0));
      assertThat(alice.expect("8").get(58)).isEqualTo("MASS_CANCEL");
      assertThat(alice.expect("8").get(54)).isEqualTo("1");
      final FixText report = alice.expect("r");
      assertThat(report.get(11)).isEqualTo("m1");
      assertThat(report.get(530)).isEqualTo("1");
      assertThat(report.get(531)).isEqualTo("1");
      assertThat(report.get(533)).isEqualTo("2");
      alice.send("q", "11=m2|530=1|55=nowhere|60=" + RawFixClient.time(0));
      final FixText refused = alice.expect("r");
      assertThat(refused.get(531)).isEqualTo("0");
      assertThat(refused.get(532)).isEqualTo("1");
      assertThat(refused.get(58)).isEqualTo("MARKET_NOT_FOUND");
      alice.send("q", "11=m3|530=4|60=" + RawFixClient.time(0));
      assertThat(alice.expect("r").get(58)).isEqualTo("UNSUPPORTED_SCOPE");
    }
  }

  @BothProfiles
  void everyTimeInForceAndInstruction(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString);
        var bob = loggedOn("BOB", beginString)) {
      final String order = "|55=suez-test|54=1|38=10|40=2|44=0.5|60=" + RawFixClient.time(0);
      alice.send("D", "11=ioc|59=3" + order);
      assertState(alice.expect("8"), "0", "0", "0", "10");
      assertThat(alice.expect("8").get(58)).isEqualTo("IMMEDIATE_REST");
      alice.send("D", "11=fok|59=4" + order);
      alice.expect("8");
      assertThat(alice.expect("8").get(58)).isEqualTo("NOT_FILLABLE");
      alice.send("D", "11=day" + order);
      assertThat(alice.expect("8").get(59)).isEqualTo("0");
      alice.send("D", "11=gtd|59=6|126=" + RawFixClient.time(3_600) + order);
      assertThat(alice.expect("8").get(59)).isEqualTo("6");
      alice.send("D", "11=gtd2|59=6|126=20200101-00:00:00" + order);
      assertThat(alice.expect("8").get(58)).isEqualTo("INVALID_EXPIRE_TIME");
      alice.send("D", "11=ice|1138=5" + order);
      assertThat(alice.expect("8").get(150)).isEqualTo("0");
      alice.send("D", "11=stop|55=suez-test|54=1|38=5|40=3|99=0.6|60=" + RawFixClient.time(0));
      assertThat(alice.expect("8").get(99)).isEqualTo("0.6");
      bob.send("D", "11=post|18=6|55=suez-test|54=2|38=10|40=2|44=0.5|60=" + RawFixClient.time(0));
      assertThat(bob.expect("8").get(58)).isEqualTo("POST_ONLY_WOULD_TAKE");
      bob.send("D", "11=peg|55=suez-test|54=2|38=10|40=P|44=0.5|60=" + RawFixClient.time(0));
      final FixText pegged = bob.expect("8");
      assertThat(pegged.get(103)).isEqualTo("11");
      assertThat(pegged.get(58)).isEqualTo("UNSUPPORTED_ORDER_TYPE");
      bob.send("D", "11=mkt|55=suez-test|54=2|38=4|40=1|60=" + RawFixClient.time(0));
      assertState(bob.expect("8"), "0", "0", "0", "4");
      assertState(bob.expect("8"), "F", "2", "4", "0");
    }
  }

  @BothProfiles
  void ordersThatAreRefusedSayWhy(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString)) {
      refused(alice, "r1", "38=0", "13", "ORDER_SIZE_TOO_SMALL");
      refused(alice, "r2", "38=-5", "13", "ORDER_SIZE_TOO_SMALL");
      refused(alice, "r3", "38=1.5", "13", "SIZE_NOT_WHOLE");
      refused(alice, "r4", "38=99999999999999999999", "3", "ORDER_SIZE_TOO_LARGE");
      refused(alice, "r5", "38=2000000", "3", "ORDER_SIZE_TOO_LARGE");
      refused(alice, "r6", "44=0.501", "18", "PRICE_OFF_TICK");
      refused(alice, "r7", "44=0.50000000001", "18", "PRICE_OFF_TICK");
      refused(alice, "r8", "44=1.5", "16", "PRICE_OUT_OF_RANGE");
      refused(alice, "r9", "44=99999999999999999999", "16", "PRICE_OUT_OF_RANGE");
      refused(alice, "r10", "55=nowhere", "1", "MARKET_NOT_FOUND");
      refused(alice, "r11", "1=4711", "15", "UNKNOWN_ACCOUNT");
      refused(alice, "r12", "44=0.99|38=900000", "", "");
      final FixText poor = refused(alice, "r13", "38=1000000|44=0.99", "3", "INSUFFICIENT_BALANCE");
      assertThat(poor.get(1328)).startsWith("required ").contains(", available ");
      alice.send("H", "11=r1|55=suez-test|54=1");
      assertThat(alice.expect("8").get(58)).isEqualTo("ORDER_NOT_FOUND");
    }
  }

  /** Sends a good order with other fields; an empty code expects that it is accepted. */
  private static FixText refused(
      RawFixClient client, String clOrdId, String changed, String ordRejReason, String code)
      throws IOException {
    final StringBuilder order = new StringBuilder(changed);
    for (final String field :
        ("11=" + clOrdId + "|55=suez-test|54=1|38=10|40=2|44=0.5|60=" + RawFixClient.time(0))
            .split("\\|")) {
      final String tag = field.substring(0, field.indexOf('=') + 1);
      if (!("|" + changed).contains("|" + tag)) {
        order.append('|').append(field);
      }
    }
    client.send("D", order.toString());
    final FixText report = client.expect("8");
    assertThat(report.get(11)).isEqualTo(clOrdId);
    if (code.isEmpty()) {
      assertThat(report.get(150)).isEqualTo("0");
    } else {
      assertState(report, "8", "8", "0", "0");
      assertThat(report.get(58)).as("Text of %s", report).isEqualTo(code);
      assertThat(report.get(103)).as("OrdRejReason of %s", report).isEqualTo(ordRejReason);
      assertThat(report.get(37)).isEqualTo("NONE");
    }
    return report;
  }
}
