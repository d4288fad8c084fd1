package com.ballastmarkets.fix.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixScenario;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that break and gateways that stop: nothing is lost, and nothing is told twice. */
class ReconnectScenario extends FixScenario {

  private static String buy(String clOrdId, long lots) {
    return "11="
        + clOrdId
        + "|55=suez-test|54=1|38="
        + lots
        + "|40=2|44=0.5|59=1|60="
        + RawFixClient.time(0);
  }

  /** Bob, who has no FIX session, sells. */
  private void bobSells(String clOrdId, long lots) throws Exception {
    order("BOB", clOrdId, Side.SELL, lots, 500_000);
  }

  @BothProfiles
  void whatHappensWhileAClientIsAwayIsToldWhenItIsBack(String beginString) throws Exception {
    final RawFixClient before = venue.connect("ALICE", beginString);
    before.logon("");
    before.send("D", buy("a1", 100));
    before.expect("8");
    before.close();
    awaitAway(beginString);
    bobSells("b1", 30);
    bobSells("b2", 70);
    try (var after = venue.connect("ALICE", beginString).nextSeqNum(before.nextSeqNum())) {
      assertThat(after.logon("").seqNum()).isEqualTo(3);
      final FixText first = after.expect("8");
      assertThat(first.seqNum()).isEqualTo(4);
      assertThat(first.get(32)).isEqualTo("30");
      assertThat(first.find(43)).isEmpty();
      assertThat(after.expect("8").get(32)).isEqualTo("70");
      after.send("2", "7=1|16=0");
      final List<FixText> resent = resent(after, 5);
      assertThat(resent).extracting(m -> m.get(43)).containsOnly("Y");
      assertThat(resent.stream().filter(m -> m.type().equals("8")).map(m -> m.get(17)))
          .hasSize(3)
          .doesNotHaveDuplicates();
      assertThat(resent.getLast().get(17)).isEqualTo(after.seen().get(2).get(17));
    }
  }

  /** Resent messages and gap fills up to that number. */
  private static List<FixText> resent(RawFixClient client, int upTo) throws IOException {
    final List<FixText> resent = new ArrayList<>();
    int next = 1;
    while (next <= upTo) {
      final FixText message = client.next();
      assertThat(message.seqNum()).isEqualTo(next);
      next = message.type().equals("4") ? Integer.parseInt(message.get(36)) : next + 1;
      resent.add(message);
    }
    return resent;
  }

  /** Until the gateway has seen that the client is gone. */
  private void awaitAway(String beginString) {
    await()
        .until(() -> {
          final var session =
              quickfix.Session.lookupSession(
                  new quickfix.SessionID(beginString, "BALLAST-OE", "ALICE"));
          return session != null && !session.hasResponder();
        });
  }

  @BothProfiles
  void aNewGatewayGoesOnWhereTheOldOneStopped(String beginString) throws Exception {
    final RawFixClient before = venue.connect("ALICE", beginString);
    before.logon("");
    before.send("D", buy("a1", 100));
    final FixText accepted = before.expect("8");
    bobSells("b1", 10);
    final FixText firstFill = before.expect("8");
    before.close();
    venue.stopGateway();
    bobSells("b2", 20);
    venue.startGateway();
    bobSells("b3", 70);
    try (var after = venue.connect("ALICE", beginString).nextSeqNum(before.nextSeqNum())) {
      final int logonSeqNum = after.logon("").seqNum();
      assertThat(after.expect("8").get(32)).isEqualTo("20");
      final FixText last = after.expect("8");
      assertThat(last.get(32)).isEqualTo("70");
      assertThat(last.get(39)).isEqualTo("2");
      assertThat(last.get(14)).isEqualTo("100");
      assertThat(last.seqNum()).isEqualTo(logonSeqNum + 2);
      after.send("2", "7=1|16=" + (logonSeqNum - 1));
      final List<FixText> resent = resent(after, logonSeqNum - 1);
      assertThat(resent.stream().filter(m -> m.type().equals("8")).map(m -> m.get(17)))
          .containsExactly(accepted.get(17), firstFill.get(17));
      after.send("H", "11=a1|55=suez-test|54=1");
      assertThat(after.expect("8").get(39)).isEqualTo("2");
    }
  }

  @Test
  void aResetLogonStartsAtOneAndStillTellsWhatWaited() throws Exception {
    final RawFixClient before = venue.connect("ALICE", FIX44);
    before.logon("");
    before.send("D", buy("a1", 100));
    before.expect("8");
    before.close();
    awaitAway(FIX44);
    bobSells("b1", 100);
    try (var after = venue.connect("ALICE", FIX44)) {
      final FixText logon = after.logon("141=Y");
      assertThat(logon.get(141)).isEqualTo("Y");
      assertThat(logon.seqNum()).isEqualTo(1);
      final FixText fill = after.expect("8");
      assertThat(fill.get(32)).isEqualTo("100");
      assertThat(fill.seqNum()).isEqualTo(2);
    }
  }

  @Test
  void aNumberTooLowIsToldToWhoHasProvedWhoItIs() throws Exception {
    final RawFixClient before = venue.connect("ALICE", FIX44);
    before.logon("");
    before.send("1", "112=x");
    before.nextOfAny();
    before.close();
    try (var after = venue.connect("ALICE", FIX44)) {
      after.sendLogon("");
      assertThat(after.expect("5").get(58))
          .isEqualTo("MsgSeqNum too low, expecting 3 but received 1");
      assertThat(after.isCut()).isTrue();
    }
  }

  @BothProfiles
  void nextExpectedMsgSeqNumHasResentWhatIsMissing(String beginString) throws Exception {
    final RawFixClient before = venue.connect("ALICE", beginString);
    before.logon("");
    before.send("D", buy("a1", 100));
    final FixText accepted = before.expect("8");
    before.close();
    try (var after = venue.connect("ALICE", beginString).nextSeqNum(before.nextSeqNum())) {
      final FixText logon = after.logon("789=2");
      assertThat(logon.get(789)).isEqualTo(Integer.toString(before.nextSeqNum() + 1));
      final FixText resent = after.expect("8");
      assertThat(resent.get(43)).isEqualTo("Y");
      assertThat(resent.get(17)).isEqualTo(accepted.get(17));
    }
    try (var old = venue.connect("ALICE", beginString).nextSeqNum(before.nextSeqNum() + 1)) {
      assertThat(old.logon("").find(789)).isEmpty();
    }
  }

  @Test
  void requestsMissedByTheGatewayAreAskedForAndDoneOnce() throws Exception {
    try (var alice = venue.connect("ALICE", FIX44)) {
      alice.logon("");
      final String order = buy("a1", 100);
      alice.nextSeqNum(3).send("1", "112=gap");
      final FixText request = alice.expect("2");
      assertThat(request.get(7)).isEqualTo("2");
      final String time = RawFixClient.time(0);
      alice.sendRaw(alice.message("D", 2, time, "43=Y|122=" + time + "|" + order));
      assertThat(alice.expect("8").get(11)).isEqualTo("a1");
      alice.sendRaw(alice.message("D", 2, time, "43=Y|122=" + time + "|" + order));
      alice.nextSeqNum(4).send("H", "11=a1|55=suez-test|54=1");
      assertThat(alice.expect("8").get(150)).isEqualTo("I");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void dayOrdersGoWithACutConnectionIfTheClientWants(boolean wanted) throws Exception {
    final RawFixClient alice = venue.connect("ALICE", FIX44);
    alice.logon("8013=" + (wanted ? "Y" : "N"));
    alice.send("D", buy("gtc", 10));
    alice.expect("8");
    alice.send("D", buy("day", 10).replace("59=1", "59=0"));
    alice.expect("8");
    alice.close();
    try (var back = venue.connect("ALICE", FIX44).nextSeqNum(alice.nextSeqNum())) {
      back.logon("");
      if (wanted) {
        final FixText canceled = back.expect("8");
        assertThat(canceled.get(11)).isEqualTo("day");
        assertThat(canceled.get(58)).isEqualTo("DISCONNECT");
      }
      back.send("H", "11=day|55=suez-test|54=1");
      assertThat(back.expect("8").get(39)).isEqualTo(wanted ? "4" : "0");
      back.send("H", "11=gtc|55=suez-test|54=1");
      assertThat(back.expect("8").get(39)).isEqualTo("0");
    }
  }

  @Test
  void dayOrdersGoWithALogoutIfTheClientWants() throws Exception {
    try (var alice = venue.connect("ALICE", FIX44)) {
      alice.logon("8013=Y");
      alice.send("D", buy("day", 10).replace("59=1", "59=0"));
      alice.expect("8");
      alice.send("5", "");
      alice.expect("5");
    }
    awaitCanceled(1);
  }

  /** Until the journal tells of so many cancelled orders. */
  private void awaitCanceled(int orders) {
    final List<Event.OrderCanceled> canceled =
        java.util.Collections.synchronizedList(new ArrayList<>());
    try (var feed =
        venue
            .operations()
            .read(
                0,
                "test",
                entry -> {
                  if (entry.event() instanceof Event.OrderCanceled event) {
                    canceled.add(event);
                  }
                })) {
      await().until(() -> canceled.size() >= orders);
      assertThat(feed.isFailed()).isFalse();
    }
  }
}
