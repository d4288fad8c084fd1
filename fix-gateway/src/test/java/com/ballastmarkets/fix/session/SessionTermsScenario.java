package com.ballastmarkets.fix.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.fix.FixTerms;
import com.ballastmarkets.fix.FixTerms.OnDisconnect;
import com.ballastmarkets.fix.testing.FixScenario;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Operations change what a client's session may do while the gateway runs. */
class SessionTermsScenario extends FixScenario {
  private static final String STATUS = "11=none|55=suez-test|54=1";

  @Test
  void aDisabledSessionIsLoggedOutAndComesBackWhenItIsEnabled() throws Exception {
    try (var alice = loggedOn("ALICE", FIX44)) {
      venue.disable("ALICE");
      assertThat(alice.expect("5").get(58)).isEqualTo("Session disabled");
      alice.send("5", "");
      assertThat(alice.isCut()).isTrue();
      try (var refused = venue.connect("ALICE", FIX44).nextSeqNum(alice.nextSeqNum())) {
        refused.sendLogon("");
        assertThat(refused.expect("5").get(58)).isEqualTo("Logon refused");
      }
      venue.enable("ALICE");
      try (var back = venue.connect("ALICE", FIX44).nextSeqNum(alice.nextSeqNum())) {
        back.logon("");
        back.send("H", STATUS);
        assertThat(back.expect("8").get(58)).isEqualTo("ORDER_NOT_FOUND");
      }
    }
  }

  @Test
  void aNewRateHoldsForWhoIsLoggedOn() throws Exception {
    try (var alice = loggedOn("ALICE", FIX44)) {
      venue.terms("ALICE", new FixTerms(1, Set.of(), OnDisconnect.QUOTES));
      await()
          .until(() -> {
            alice.send("H", STATUS);
            return alice.next().type().equals("j");
          });
    }
  }

  @Test
  void aVersionThatWasNotAgreedIsRefused() throws Exception {
    venue.terms("ALICE", new FixTerms(0, Set.of(FIX50SP2), OnDisconnect.QUOTES));
    try (var old = venue.connect("ALICE", FIX44);
        var agreed = venue.connect("ALICE", FIX50SP2)) {
      old.sendLogon("");
      assertThat(old.expect("5").get(58)).isEqualTo("Logon refused");
      agreed.logon("");
    }
  }

  @Test
  void ordersGoWithASessionWhoseTermsSayIt() throws Exception {
    venue.terms("ALICE", new FixTerms(0, Set.of(), OnDisconnect.ORDERS_AND_QUOTES));
    final int next;
    try (var alice = loggedOn("ALICE", FIX44)) {
      alice.send("D", "11=day|55=suez-test|54=1|38=10|40=2|44=0.5|59=0|60=" + RawFixClient.time(0));
      alice.expect("8");
      next = alice.nextSeqNum();
    }
    try (var back = venue.connect("ALICE", FIX44).nextSeqNum(next)) {
      back.logon("");
      final FixText canceled = back.expect("8");
      assertThat(canceled.get(11)).isEqualTo("day");
      assertThat(canceled.get(58)).isEqualTo("DISCONNECT");
    }
  }
}
