package com.ballastmarkets.fix.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixScenario;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.FixVenue;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is malformed is answered clearly; neither the session nor the venue is moved by it. */
class BadInputScenario extends FixScenario {

  private static String order(String clOrdId, String more) {
    return "11="
        + clOrdId
        + "|55=suez-test|54=1|40=2|59=1|60="
        + RawFixClient.time(0)
        + (more.isEmpty() ? "" : "|" + more);
  }

  @BothProfiles
  void everyMalformedOrderIsAnsweredAndNothingIsPlaced(String beginString) throws Exception {
    try (var alice = venue.connect("ALICE", beginString)) {
      alice.logon("");
      sessionReject(alice, order("x1", "38=10|44=0.5|9999=1"), "9999", "0");
      sessionReject(alice, order("x2", "38=10|44=0.5|1=A|1=B"), "1", "13");
      sessionReject(alice, order("x3", "38=ten|44=0.5"), "38", "6");
      sessionReject(alice, order("x4", "38=10|44=NaN"), "44", "6");
      sessionReject(alice, order("x5", "38=10|44=5e-1"), "44", "6");
      sessionReject(alice, order("x6", "38=10|44="), "44", "4");
      sessionReject(alice, order("x7", "38=10|44=0.5").replace("54=1", "54=Z"), "54", "5");
      sessionReject(alice, order("x8", "38=10|44=0.5").replace("11=x8|", ""), "11", "1");
      sessionReject(alice, order("x9", "38=10|44=0.5|453=2|448=a|447=D|452=1"), "453", "16");
      sessionReject(alice, order("x10", "38=10|44=0.5|126=tomorrow"), "126", "6");
      sessionReject(alice, order("x11", "38=10|44=0.5|2964=7"), "2964", "5");
      businessReject(alice, "D", order("x12", "44=0.5"), "5");
      businessReject(alice, "D", order("x13", "38=10"), "5");
      businessReject(alice, "8", "37=x|17=x|150=0|39=0|55=x|54=1|151=1|14=0|6=0", "3");
      alice.send("D", order("x14", "38=10|44=0.5|2362=desk"));
      assertThat(alice.expect("8").get(58)).isEqualTo("INVALID_SELF_MATCH_ID");
      alice.send("D", order("x15", "38=" + "9".repeat(1_000) + "|44=0.5"));
      assertThat(alice.expect("8").get(58)).isEqualTo("NOT_A_NUMBER");
      alice.send("D", order("good", "38=10|44=0.5"));
      assertThat(alice.expect("8").get(150)).isEqualTo("0");
      assertNoInternals(alice);
    }
    assertThat(placed()).containsExactly("good");
  }

  private static void sessionReject(
      RawFixClient client, String fields, String refTag, String reason) throws IOException {
    client.send("D", fields);
    final FixText reject = client.next();
    assertThat(reject.type()).as("answer to %s: %s", fields, reject).isEqualTo("3");
    assertThat(reject.get(371)).as("RefTagID of %s", reject).isEqualTo(refTag);
    assertThat(reject.get(373)).as("SessionRejectReason of %s", reject).isEqualTo(reason);
    assertThat(reject.get(372)).isEqualTo("D");
    assertThat(reject.find(58)).isPresent();
  }

  private static void businessReject(RawFixClient client, String type, String fields, String reason)
      throws IOException {
    client.send(type, fields);
    final FixText reject = client.next();
    assertThat(reject.type()).as("answer to %s: %s", fields, reject).isEqualTo("j");
    assertThat(reject.get(380)).isEqualTo(reason);
    assertThat(reject.get(372)).isEqualTo(type);
  }

  private static void assertNoInternals(RawFixClient client) {
    assertThat(client.seen())
        .extracting(FixText::toString)
        .noneMatch(text ->
            text.contains("Exception")
                || text.contains("com.ballastmarkets")
                || text.contains("quickfix.")
                || text.contains("/"));
  }

  private List<String> placed() {
    final List<String> placed = Collections.synchronizedList(new ArrayList<>());
    try (var feed =
        venue
            .operations()
            .read(
                0,
                "test",
                entry -> {
                  if (entry.event() instanceof Event.OrderAccepted event) {
                    placed.add(event.ticket().clOrdId());
                  }
                })) {
      org.awaitility.Awaitility.await().until(() -> !placed.isEmpty());
      assertThat(feed.isFailed()).isFalse();
    }
    return List.copyOf(placed);
  }

  @Test
  void aGarbledMessageIsIgnoredAndAskedForAgain() throws Exception {
    try (var alice = venue.connect("ALICE", "FIX.4.4")) {
      alice.logon("");
      final String good = alice.message("D", 2, RawFixClient.time(0), order("g1", "38=5|44=0.5"));
      alice.sendRaw(good.substring(0, good.length() - 4) + "999\u0001");
      alice.sendRaw("\u0000\u0001garbage 8=FIX 9=35=\u0001\u0001");
      alice.nextSeqNum(3).send("1", "112=after");
      final FixText request = alice.expect("2");
      assertThat(request.get(7)).isEqualTo("2");
      final String time = RawFixClient.time(0);
      alice.sendRaw(
          alice.message("D", 2, time, "43=Y|122=" + time + "|" + order("g1", "38=5|44=0.5")));
      assertThat(alice.expect("8").get(11)).isEqualTo("g1");
    }
    assertThat(placed()).containsExactly("g1");
  }

  @Test
  void aForeignCompIdInTheSessionIsRejectedAndTheSessionEnds() throws Exception {
    try (var alice = venue.connect("ALICE", "FIX.4.4")) {
      alice.logon("");
      final String body =
          "35=D|34=2|49=BOBBY|52=%s|56=BALLAST-OE|%s|"
              .formatted(RawFixClient.time(0), order("f1", "38=5|44=0.5"));
      alice.sendRaw(FixText.frame("FIX.4.4", body.replace('|', '\u0001')));
      assertThat(alice.expect("3").get(373)).isEqualTo("9");
      assertThat(alice.expect("5").get(58)).isEqualTo("CompID problem");
    }
  }

  @Test
  void beyondTheRateMessagesAreRefusedAndTheSessionStays(@TempDir Path other) throws Exception {
    try (FixVenue slow = FixVenue.open(other, config -> config.withMessagesPerSecond(1));
        RawFixClient alice = slow.connect("ALICE", "FIX.4.4")) {
      alice.logon("");
      for (int i = 0; i < 40; i++) {
        alice.send("H", "11=none" + i + "|55=suez-test|54=1");
      }
      int refused = 0;
      for (int i = 0; i < 40; i++) {
        final FixText answer = alice.next();
        if (answer.type().equals("j")) {
          refused++;
          assertThat(answer.get(380)).isEqualTo("8");
          assertThat(answer.get(58)).isEqualTo("RATE_LIMIT_EXCEEDED");
          assertThat(answer.get(379)).startsWith("none");
        }
      }
      assertThat(refused).isPositive();
      alice.send("1", "112=up");
      assertThat(alice.nextOfAny().get(112)).isEqualTo("up");
    }
  }
}
