package com.ballastmarkets.fix.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixScenario;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A client that logs on again at once is answered rightly, whatever its connection before did. */
class TurnstileScenario extends FixScenario {
  private static final String STATUS = "11=none|55=suez-test|54=1";
  private static final int ROUNDS = 100;

  /** What ends the connection before. */
  enum Ending {
    CUT,
    LOGOUT_WITHOUT_WAITING,
    CUT_IN_A_BURST
  }

  @BothProfiles
  void everyLogonRightAfterAnEndIsLetIn(String beginString) throws Exception {
    int next = 1;
    for (int round = 0; round < ROUNDS; round++) {
      final Ending ending = Ending.values()[round % Ending.values().length];
      try (var alice = venue.connect("ALICE", beginString).nextSeqNum(next)) {
        alice.logon(next == 1 ? "141=Y" : "");
        alice.send("H", STATUS);
        assertThat(alice.expect("8").get(58)).isEqualTo("ORDER_NOT_FOUND");
        end(alice, ending);
        next = ending == Ending.CUT_IN_A_BURST ? 1 : alice.nextSeqNum();
      }
    }
  }

  private static void end(RawFixClient client, Ending ending) throws IOException {
    switch (ending) {
      case CUT -> {}
      case LOGOUT_WITHOUT_WAITING -> client.send("5", "");
      case CUT_IN_A_BURST -> {
        for (int i = 0; i < 200; i++) {
          client.send("H", STATUS);
        }
      }
    }
  }

  @Test
  void whatIsSentBehindALogonThatWaitsIsDoneAfterIt() throws Exception {
    final RawFixClient before = venue.connect("ALICE", FIX44);
    before.logon("");
    try (var after = venue.connect("ALICE", FIX44).nextSeqNum(before.nextSeqNum())) {
      after.sendLogon("");
      after.send("H", STATUS);
      after.send("H", STATUS);
      before.close();
      after.expect("A");
      assertThat(after.expect("8").get(58)).isEqualTo("ORDER_NOT_FOUND");
      assertThat(after.expect("8").get(58)).isEqualTo("ORDER_NOT_FOUND");
    }
  }

  @Test
  void aSecondConnectionIsCutWhileTheFirstOneIsOpen() throws Exception {
    try (var first = venue.connect("ALICE", FIX44);
        var second = venue.connect("ALICE", FIX44)) {
      first.logon("");
      second.nextSeqNum(first.nextSeqNum()).sendLogon("");
      assertThat(second.isCut()).isTrue();
      first.send("H", STATUS);
      assertThat(first.expect("8").get(58)).isEqualTo("ORDER_NOT_FOUND");
    }
  }
}
