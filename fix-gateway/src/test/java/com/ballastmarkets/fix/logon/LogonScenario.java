package com.ballastmarkets.fix.logon;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixScenario;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is let in, and what those who are not are told. */
class LogonScenario extends FixScenario {

  @BothProfiles
  void aSignedLogonIsAnsweredWithALogonOfTheSandbox(String beginString) throws Exception {
    try (var alice = venue.connect("ALICE", beginString)) {
      final FixText answer = alice.logon("");
      assertThat(answer.get(8)).isEqualTo(beginString);
      assertThat(answer.get(49)).isEqualTo("BALLAST-OE");
      assertThat(answer.get(56)).isEqualTo("ALICE");
      assertThat(answer.seqNum()).isEqualTo(1);
      assertThat(answer.get(108)).isEqualTo("30");
      assertThat(answer.get(464)).isEqualTo("Y");
      alice.send("5", "");
      assertThat(alice.expect("5").find(58)).isEmpty();
      assertThat(alice.isCut()).isTrue();
    }
  }

  @Test
  void bothProfilesOfOneClientAreSessionsOfTheirOwn() throws Exception {
    try (var fix44 = venue.connect("ALICE", FIX44);
        var fixt11 = venue.connect("ALICE", "FIXT.1.1")) {
      fix44.logon("");
      fixt11.logon("");
      fix44.send("1", "112=one");
      fixt11.send("1", "112=two");
      assertThat(fix44.nextOfAny().get(112)).isEqualTo("one");
      assertThat(fixt11.nextOfAny().get(112)).isEqualTo("two");
    }
  }

  @Test
  void aForeignSecretIsRefused() throws Exception {
    refused(venue.connect("ALICE", FIX44, "BALLAST-OE", "bmkt_secret_BOB"), "");
  }

  @Test
  void anUnknownClientIsRefusedInTheSameWords() throws Exception {
    refused(venue.connect("MALLORY", FIX44, "BALLAST-OE", "anything"), "");
  }

  @Test
  void theKeyMustBelongToTheCompId() throws Exception {
    final FixText refusal;
    try (var mallory =
        new RawFixClient(
            javax.net.SocketFactory.getDefault(),
            venue.gateway().port(),
            FIX44,
            "ALICE",
            "BALLAST-OE",
            "bmkt_test_BOB",
            "bmkt_secret_ALICE")) {
      mallory.sendLogon("");
      refusal = mallory.expect("5");
      assertThat(mallory.isCut()).isTrue();
    }
    assertThat(refusal.get(58)).isEqualTo("Logon refused");
  }

  @Test
  void aSendingTimeThatIsOffIsRefused() throws Exception {
    for (final long seconds : new long[] {-7, 7, -86_400}) {
      try (var alice = venue.connect("ALICE", FIX44)) {
        alice.sendLogon(RawFixClient.time(seconds), "");
        assertThat(alice.expect("5").get(58)).isEqualTo("Logon refused");
        assertThat(alice.isCut()).isTrue();
      }
    }
  }

  @Test
  void aSignatureIsGoodOnce() throws Exception {
    final String time = RawFixClient.time(0);
    try (var alice = venue.connect("ALICE", FIX44)) {
      alice.sendLogon(time, "");
      alice.expect("A");
    }
    try (var eve = venue.connect("ALICE", FIX44)) {
      eve.sendLogon(time, "");
      assertThat(eve.expect("5").get(58)).isEqualTo("Logon refused");
      assertThat(eve.isCut()).isTrue();
    }
  }

  @Test
  void anAddressThatIsNotAllowedIsRefused() throws Exception {
    venue.allowOnly("ALICE", Set.of("192.0.2.1"));
    refused(venue.connect("ALICE", FIX44), "");
    venue.allowOnly("ALICE", Set.of("192.0.2.1", "127.0.0.0/8"));
    try (var alice = venue.connect("ALICE", FIX44)) {
      alice.logon("");
    }
  }

  @Test
  void aRefusedLogonDoesNotTouchTheSessionOfItsName() throws Exception {
    try (var alice = venue.connect("ALICE", FIX44)) {
      alice.logon("");
      refused(venue.connect("ALICE", FIX44, "BALLAST-OE", "guess"), "");
      refused(venue.connect("ALICE", FIX44, "BALLAST-OE", "guess"), "141=Y");
      alice.send("1", "112=still here");
      final FixText heartbeat = alice.nextOfAny();
      assertThat(heartbeat.get(112)).isEqualTo("still here");
      assertThat(heartbeat.seqNum()).isEqualTo(2);
    }
  }

  @Test
  void whatIsNotForThisVenueIsCutOff() throws Exception {
    try (var alice = venue.connect("ALICE", FIX44, "DLSI", "bmkt_secret_ALICE")) {
      alice.sendLogon("");
      assertThat(alice.isCut()).isTrue();
      assertThat(alice.seen()).isEmpty();
    }
    try (var alice = venue.connect("ALICE", "FIX.4.2")) {
      alice.sendLogon("");
      assertThat(alice.isCut()).isTrue();
    }
    try (var alice = venue.connect("ALICE", FIX44)) {
      alice.send("0", "");
      assertThat(alice.isCut()).isTrue();
    }
  }

  @Test
  void whatIsNoFixIsCutOff() throws Exception {
    try (var mallory = venue.connect("ALICE", FIX44)) {
      mallory.sendRaw("\u0000".repeat(5_000));
      assertThat(mallory.isCut()).isTrue();
      assertThat(mallory.seen()).isEmpty();
    }
  }

  @Test
  void aSecondConnectionOfASessionIsCutOff() throws Exception {
    try (var first = venue.connect("ALICE", FIX44);
        var second = venue.connect("ALICE", FIX44)) {
      first.logon("");
      second.sendLogon("");
      assertThat(second.isCut()).isTrue();
      first.send("1", "112=first");
      assertThat(first.nextOfAny().get(112)).isEqualTo("first");
    }
  }

  @Test
  void anotherVersionOfFix5IsRefusedByName() throws Exception {
    try (var alice = venue.connect("ALICE", "FIXT.1.1")) {
      final String time = RawFixClient.time(0);
      final String signature =
          LogonSignature.sign("bmkt_secret_ALICE", time, "1", "ALICE", "BALLAST-OE");
      alice.sendRaw(
          alice.message(
              "A", 1, time, "98=0|108=30|95=64|96=" + signature + "|553=bmkt_test_ALICE|1137=7"));
      assertThat(alice.expect("5").get(58)).contains("1137");
      assertThat(alice.isCut()).isTrue();
    }
  }

  @Test
  void endlessBytesAreCutOff() throws Exception {
    try (var mallory = venue.connect("ALICE", FIX44)) {
      mallory.sendRaw("8=FIX.4.4\u00019=2000000000\u000135=A\u0001");
      assertThat(isCutWhileSending(mallory)).isTrue();
    }
    try (var mallory = venue.connect("ALICE", FIX44)) {
      mallory.sendRaw("8=FIX.4.4\u00019=99999999999999\u000135=A\u0001");
      assertThat(isCutWhileSending(mallory)).isTrue();
    }
    try (var alice = venue.connect("ALICE", FIX44)) {
      alice.logon("");
    }
  }

  private static boolean isCutWhileSending(RawFixClient client) {
    final String junk = "58=" + "x".repeat(64 * 1024) + "\u0001";
    try {
      for (int i = 0; i < 64; i++) {
        client.sendRaw(junk);
      }
    } catch (IOException e) {
      return true;
    }
    return client.isCut();
  }

  private static void refused(RawFixClient connection, String more) throws IOException {
    try (connection) {
      connection.sendLogon(more);
      final FixText refusal = connection.expect("5");
      assertThat(refusal.get(58)).isEqualTo("Logon refused");
      assertThat(refusal.fields()).hasSize(9);
      assertThat(connection.isCut()).isTrue();
    }
  }
}
