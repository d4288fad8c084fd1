package com.ballastmarkets.fix.posttrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixScenario;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Positions, trades, collateral and settlement as a back office sees them. */
class PostTradeScenario extends FixScenario {
  private static final String HASH = "ab".repeat(32);

  private RawFixClient postTrade(String name, String beginString) throws IOException {
    return connect(name, beginString, "BALLAST-PT");
  }

  private void aliceBuysOfBob(long lots, long priceMicros) throws Exception {
    order("ALICE", Side.BUY, lots, priceMicros);
    order("BOB", Side.SELL, lots, priceMicros);
  }

  private static String positionRequest(String id, String account, String kind) {
    return "710="
        + id
        + "|724=0|263="
        + kind
        + "|1="
        + account
        + "|581=1|715=20250101|60="
        + RawFixClient.time(0);
  }

  @BothProfiles
  void positionsNowAndAtEachChange(String beginString) throws Exception {
    aliceBuysOfBob(100, 500_000);
    try (RawFixClient alice = postTrade("ALICE", beginString)) {
      alice.logon("");
      alice.send("AN", positionRequest("p1", "1001", "1"));
      final FixText ack = alice.expect("AO");
      assertThat(ack.get(727)).isEqualTo("1");
      assertThat(ack.get(728)).isEqualTo("0");
      final FixText position = alice.expect("AP");
      assertThat(position.get(55)).isEqualTo("suez-test");
      assertThat(position.get(704)).isEqualTo("100");
      assertThat(position.get(705)).isEqualTo("0");
      assertThat(position.get(730)).isEqualTo("0.5");
      aliceBuysOfBob(10, 600_000);
      final FixText changed = alice.expect("AP");
      assertThat(changed.get(325)).isEqualTo("Y");
      assertThat(changed.get(704)).isEqualTo("110");
      alice.send("AN", positionRequest("p2", "1002", "0"));
      final FixText refused = alice.expect("AO");
      assertThat(refused.get(728)).isEqualTo("3");
      assertThat(refused.get(729)).isEqualTo("2");
    }
  }

  @BothProfiles
  void pastTradesAndThenThoseThatHappen(String beginString) throws Exception {
    aliceBuysOfBob(100, 500_000);
    aliceBuysOfBob(20, 510_000);
    try (RawFixClient alice = postTrade("ALICE", beginString)) {
      alice.logon("");
      alice.send("AD", "568=t1|569=0|263=1");
      assertThat(alice.expect("AQ").get(750)).isEqualTo("0");
      final FixText first = alice.expect("AE");
      assertThat(first.get(32)).isEqualTo("100");
      assertThat(first.get(31)).isEqualTo("0.5");
      assertThat(first.get(54)).isEqualTo("1");
      assertThat(first.get(570)).isEqualTo("Y");
      assertThat(first.get(137)).isEqualTo("0.01");
      assertThat(alice.expect("AE").get(31)).isEqualTo("0.51");
      final FixText done = alice.expect("AQ");
      assertThat(done.get(750)).isEqualTo("1");
      assertThat(done.get(748)).isEqualTo("2");
      aliceBuysOfBob(7, 520_000);
      final FixText live = alice.expect("AE");
      assertThat(live.get(32)).isEqualTo("7");
      assertThat(live.get(570)).isEqualTo("N");
      alice.send("AD", "568=t2|569=1|263=0|55=hamburg-test");
      alice.expect("AQ");
      assertThat(alice.expect("AQ").get(748)).isEqualTo("0");
    }
  }

  @BothProfiles
  void collateralOnRequest(String beginString) throws Exception {
    order("ALICE", Side.BUY, 1_000, 500_000);
    try (RawFixClient alice = postTrade("ALICE", beginString)) {
      alice.logon("");
      alice.send("BB", "909=c1");
      final FixText report = alice.expect("BA");
      assertThat(report.get(1)).isEqualTo("1001");
      assertThat(report.get(901)).isEqualTo("1000000");
      assertThat(report.get(900)).isEqualTo("1000000");
      assertThat(report.get(899)).isEqualTo("999499.8");
      assertThat(report.get(20008)).isEqualTo("999499.8");
      assertThat(report.get(1645)).isEqualTo("500.2");
      alice.send("BB", "909=c2|1=1002");
      assertThat(alice.expect("BG").get(58)).isEqualTo("UNKNOWN_ACCOUNT");
    }
  }

  private void passes(Duration time) throws Exception {
    venue.call(new Command.AdvanceClock(venue.operations().venueTimeNanos() + time.toNanos()));
  }

  @BothProfiles
  void aSettlementFromTheFirstValueToThePayment(String beginString) throws Exception {
    aliceBuysOfBob(100, 600_000);
    try (RawFixClient alice = postTrade("ALICE", beginString)) {
      alice.logon("");
      alice.send("AN", positionRequest("p1", "1001", "1"));
      alice.expect("AO");
      alice.expect("AP");
      passes(Duration.ofDays(8));
      venue.call(new Command.PublishProvisional(1, 0, HASH, 7));
      final FixText provisional = nextSettlement(alice);
      assertThat(provisional.get(20001)).isEqualTo("1");
      assertThat(provisional.get(730)).isEqualTo("0");
      assertThat(provisional.get(704)).isEqualTo("100");
      assertThat(provisional.get(20005)).isEqualTo(HASH);
      assertThat(provisional.get(20006)).isEqualTo("7");
      assertThat(provisional.find(20007)).isPresent();
      venue.call(new Command.OpenDispute(1, 1, venue.accountOf("ALICE"), HASH));
      assertThat(nextSettlement(alice).get(20001)).isEqualTo("2");
      venue.call(new Command.RuleDispute(1, Ruling.AMEND, 1_000_000, HASH));
      final FixText amended = nextSettlement(alice);
      assertThat(amended.get(20001)).isEqualTo("3");
      assertThat(amended.get(730)).isEqualTo("1");
      passes(Duration.ofDays(3));
      venue.call(new Command.FinalizeMarket(1));
      final FixText paid = nextSettlement(alice);
      assertThat(paid.get(20001)).isEqualTo("4");
      assertThat(paid.get(731)).isEqualTo("1");
      assertThat(paid.get(704)).isEqualTo("100");
      assertThat(paid.get(1704)).isEqualTo("40");
      final FixText position = alice.expect("AP");
      assertThat(position.get(704)).isEqualTo("0");
      assertThat(position.get(705)).isEqualTo("0");
    }
  }

  /** Positions are told of at each daily variation, too. */
  private static FixText nextSettlement(RawFixClient client) throws IOException {
    FixText message = client.next();
    while (message.type().equals("AP")) {
      message = client.next();
    }
    assertThat(message.type()).isEqualTo("UMS");
    return message;
  }

  @Test
  void aSettlementIsToldToAClientThatWasAwayAndOnce() throws Exception {
    aliceBuysOfBob(100, 600_000);
    final RawFixClient before = postTrade("BOB", FIX50SP2);
    before.logon("");
    before.send("5", "");
    before.expect("5");
    before.close();
    passes(Duration.ofDays(8));
    venue.call(new Command.PublishProvisional(1, 0, HASH, 7));
    venue.restartGateway();
    venue.call(new Command.VoidMarket(1));
    try (RawFixClient bob = postTrade("BOB", FIX50SP2).nextSeqNum(before.nextSeqNum())) {
      bob.logon("");
      assertThat(nextSettlement(bob).get(20001)).isEqualTo("1");
      final FixText voided = nextSettlement(bob);
      assertThat(voided.get(20001)).isEqualTo("5");
      assertThat(voided.get(705)).isEqualTo("100");
      assertThat(voided.get(1704)).isEqualTo("0");
    }
  }
}
