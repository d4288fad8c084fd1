package com.ballastmarkets.fix.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixScenario;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;

/** Combos in both profiles: defined, traded all legs or none, reported leg by leg. */
class MultilegScenario extends FixScenario {
  private static final String LEGS =
      "|555=2|600=suez-test|623=1|624=1|600=hamburg-test|623=1|624=2";
  private static final String REVERSED =
      "|555=2|600=suez-test|623=2|624=2|600=hamburg-test|623=2|624=1";

  private static String order(
      String clOrdId, String symbol, String side, long lots, String price, String more) {
    return "11="
        + clOrdId
        + "|55="
        + symbol
        + more
        + "|54="
        + side
        + "|38="
        + lots
        + "|40=2|44="
        + price
        + "|59=1|60="
        + RawFixClient.time(0);
  }

  private static FixText defined(RawFixClient client, String legs) throws IOException {
    client.send("c", "320=r1|321=1" + legs);
    return client.expect("d");
  }

  @BothProfiles
  void theSameLegsAreDefinedOnce(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString);
        var bob = loggedOn("BOB", beginString)) {
      final FixText first = defined(alice, LEGS);
      assertThat(first.get(320)).isEqualTo("r1");
      assertThat(first.get(323)).isEqualTo("1");
      assertThat(first.get(55)).startsWith("combo-");
      assertThat(first.get(555)).isEqualTo("2");
      assertThat(first.get(600)).isEqualTo("suez-test");

      final FixText again = defined(bob, REVERSED);
      assertThat(again.get(323)).isEqualTo("2");
      assertThat(again.get(55)).isEqualTo(first.get(55));

      final FixText unknown = defined(bob, "|555=2|600=nowhere|600=suez-test");
      assertThat(unknown.get(323)).isEqualTo("5");
      assertThat(unknown.get(58)).isEqualTo("MARKET_NOT_FOUND");
      final FixText single = defined(bob, "|555=1|600=suez-test");
      assertThat(single.get(323)).isEqualTo("5");
      assertThat(single.get(58)).isEqualTo("INVALID_COMBO");
    }
  }

  @BothProfiles
  void aComboOrderTakesTheLegsBooksAndIsReportedLegByLeg(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString);
        var bob = loggedOn("BOB", beginString)) {
      final String combo = defined(alice, LEGS).get(55);
      bob.send("D", order("b1", "suez-test", "2", 10, "0.52", ""));
      bob.expect("8");
      bob.send("D", order("b2", "hamburg-test", "1", 7, "49", ""));
      bob.expect("8");

      alice.send("AB", order("a1", "[N/A]", "1", 10, "-48", LEGS));
      final FixText accepted = alice.expect("8");
      assertThat(accepted.get(150)).isEqualTo("0");
      assertThat(accepted.get(55)).isEqualTo(combo);
      assertThat(accepted.get(442)).isEqualTo("3");
      assertThat(accepted.get(555)).isEqualTo("2");

      final FixText whole = alice.expect("8");
      assertThat(whole.get(150)).isEqualTo("F");
      assertThat(whole.get(442)).isEqualTo("3");
      assertThat(whole.get(31)).isEqualTo("-48.48");
      assertThat(whole.get(32)).isEqualTo("7");
      assertThat(whole.get(151)).isEqualTo("3");

      final FixText suez = alice.expect("8");
      assertThat(suez.get(442)).isEqualTo("2");
      assertThat(suez.get(55)).isEqualTo("suez-test");
      assertThat(suez.get(54)).isEqualTo("1");
      assertThat(suez.get(31)).isEqualTo("0.52");
      assertThat(suez.get(32)).isEqualTo("7");
      assertThat(suez.get(14)).isEqualTo("7");
      assertThat(suez.get(6)).isEqualTo("0.52");
      assertThat(suez.find(555)).isEmpty();
      final FixText hamburg = alice.expect("8");
      assertThat(hamburg.get(442)).isEqualTo("2");
      assertThat(hamburg.get(54)).isEqualTo("2");
      assertThat(hamburg.get(31)).isEqualTo("49");
      assertThat(hamburg.get(37)).isEqualTo(accepted.get(37));
      assertThat(hamburg.get(17)).isNotEqualTo(suez.get(17));

      final FixText maker = bob.expect("8");
      assertThat(maker.get(442)).isEqualTo("1");
      assertThat(maker.get(880)).isEqualTo(suez.get(880));
      bob.expect("8");

      alice.send("F", "11=a2|41=a1|55=" + combo + "|54=1|38=10|60=" + RawFixClient.time(0));
      final FixText canceled = alice.expect("8");
      assertThat(canceled.get(39)).isEqualTo("4");
      assertThat(canceled.get(442)).isEqualTo("3");
    }
  }

  @BothProfiles
  void anOrderNamesAComboThatIsDefinedThisWayRound(String beginString) throws Exception {
    try (var alice = loggedOn("ALICE", beginString)) {
      alice.send("AB", order("a1", "[N/A]", "1", 1, "-48", LEGS));
      final FixText undefined = alice.expect("8");
      assertThat(undefined.get(39)).isEqualTo("8");
      assertThat(undefined.get(58)).isEqualTo("MARKET_NOT_FOUND");
      final String combo = defined(alice, LEGS).get(55);
      alice.send("AB", order("a2", "[N/A]", "1", 1, "48", REVERSED));
      assertThat(alice.expect("8").get(58)).isEqualTo("INVALID_COMBO");
      alice.send("D", order("a3", combo, "2", 1, "-51", ""));
      assertThat(alice.expect("8").get(150)).isEqualTo("0");
    }
  }
}
