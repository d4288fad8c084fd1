package com.ballastmarkets.fix.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.FixVenue;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Who and in what capacity: told back with every report, also by another gateway. */
class OrderAttributesScenario {
  @TempDir private Path directory;

  private static String order(String clOrdId, String role) {
    return "11="
        + clOrdId
        + "|453=2|448=FIRM|447=D|452=1|448=TRADER|447=D|452="
        + role
        + "|528=P|582=4|1028=Y|55=suez-test|54=1|38=10|40=2|44=0.5|59=1|60="
        + RawFixClient.time(0);
  }

  private static void carries(FixText report) {
    assertThat(report.get(1028)).isEqualTo("Y");
    assertThat(report.get(528)).isEqualTo("P");
    assertThat(report.get(582)).isEqualTo("4");
    assertThat(report.get(453)).isEqualTo("2");
    assertThat(report.fields().stream().filter(f -> f.tag() == 448).map(FixText.Field::value))
        .containsExactly("FIRM", "TRADER");
  }

  @BothProfiles
  void reportsCarryThem(String beginString) throws Exception {
    try (FixVenue venue = FixVenue.open(directory)) {
      final int next;
      try (RawFixClient alice = venue.connect("ALICE", beginString)) {
        alice.logon("");
        alice.send("D", order("a1", "36"));
        carries(alice.expect("8"));
        alice.send("D", order("a2", "12"));
        final FixText refused = alice.expect("8");
        assertThat(refused.get(150)).isEqualTo("8");
        assertThat(refused.get(58)).isEqualTo("UNSUPPORTED_PARTY_ROLE");
        next = alice.nextSeqNum();
      }
      venue.restartGateway();
      try (RawFixClient alice = venue.connect("ALICE", beginString).nextSeqNum(next)) {
        alice.logon("");
        alice.send("F", "11=a3|41=a1|55=suez-test|54=1|38=10|60=" + RawFixClient.time(0));
        carries(alice.expect("8"));
      }
    }
  }
}
