package com.ballastmarkets.fix.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.fix.FixConfig;
import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixScenario;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a market data client asks and is told. */
class MarketDataScenario extends FixScenario {
  private static final String BOOK = "267=2|269=0|269=1";

  @Override
  protected FixConfig configure(FixConfig sandbox) {
    return sandbox.withMaxUnreadMarketData(200);
  }

  private RawFixClient client(String beginString) throws IOException {
    final RawFixClient client = connect("CAROL", beginString, "BALLAST-MD");
    client.logon("");
    return client;
  }

  /** The group's entries as {@code action type price size}. */
  private static List<String> entries(FixText message) {
    final List<String> entries = new ArrayList<>();
    StringBuilder entry = null;
    for (final FixText.Field field : message.fields()) {
      final boolean begins = message.type().equals("X") ? field.tag() == 279 : field.tag() == 269;
      if (begins) {
        if (entry != null) {
          entries.add(entry.toString());
        }
        entry = new StringBuilder();
      }
      if (entry != null && List.of(279, 269, 270, 271).contains(field.tag())) {
        entry.append(entry.isEmpty() ? "" : " ").append(field.value());
      }
    }
    if (entry != null) {
      entries.add(entry.toString());
    }
    return entries;
  }

  private static List<Long> rptSeqs(FixText message) {
    return message.fields().stream()
        .filter(f -> f.tag() == 83)
        .map(f -> Long.parseLong(f.value()))
        .toList();
  }

  @BothProfiles
  void firstTheBookAndThenEachChange(String beginString) throws Exception {
    order("ALICE", Side.BUY, 100, 500_000);
    try (RawFixClient carol = client(beginString)) {
      carol.send("V", "262=m1|263=1|264=0|265=1|" + BOOK + "|146=1|55=suez-test");
      final FixText snapshot = carol.expect("W");
      assertThat(snapshot.get(262)).isEqualTo("m1");
      assertThat(entries(snapshot)).containsExactly("0 0.5 100");
      order("ALICE", Side.BUY, 50, 500_000);
      assertThat(entries(carol.expect("X"))).containsExactly("1 0 0.5 150");
      order("ALICE", Side.BUY, 10, 495_000);
      assertThat(entries(carol.expect("X"))).containsExactly("0 0 0.495 10");
      order("BOB", Side.SELL, 150, 500_000);
      assertThat(entries(carol.expect("X"))).containsExactly("2 0 0.5");
    }
  }

  @Test
  void tradesAndStatisticsAreTold() throws Exception {
    order("ALICE", Side.BUY, 100, 500_000);
    try (RawFixClient carol = client(FIX50SP2)) {
      carol.send(
          "V",
          "262=m1|263=1|264=0|265=1|267=6|269=2|269=7|269=8|269=B|269=C|269=6|146=1|55=suez-test");
      assertThat(entries(carol.expect("W"))).containsExactly("B 0", "C 0");
      order("BOB", Side.SELL, 30, 500_000);
      final FixText trade = carol.expect("X");
      assertThat(entries(trade))
          .containsExactly("0 2 0.5 30", "0 7 0.5", "0 8 0.5", "1 B 30", "1 C 30");
      assertThat(rptSeqs(trade)).containsExactly(1L, 2L, 3L, 4L, 5L);
      assertThat(trade.get(2446)).isEqualTo("2");
      order("BOB", Side.BUY, 30, 510_000);
      order("ALICE", Side.SELL, 10, 510_000);
      assertThat(entries(carol.expect("X"))).contains("0 2 0.51 10", "1 7 0.51", "1 B 40");
    }
  }

  @Test
  void whoFollowsTheNumbersHasTheBookOfASnapshot() throws Exception {
    try (RawFixClient carol = client(FIX44)) {
      carol.send("V", "262=m1|263=1|264=2|265=1|" + BOOK + "|146=1|55=suez-test");
      long rptSeq = rptSeqs(carol.expect("W")).getFirst();
      for (int i = 0; i < 5; i++) {
        order("ALICE", Side.BUY, 10 + i, 480_000 + 5_000L * i);
      }
      order("BOB", Side.SELL, 20, 495_000);
      final Map<String, String> expected = Map.of("0.495", "7", "0.49", "12");
      final Map<String, String> bids = new TreeMap<>();
      while (!bids.equals(expected)) {
        final FixText message = carol.expect("X");
        for (final Long number : rptSeqs(message)) {
          rptSeq++;
          assertThat(number).isEqualTo(rptSeq);
        }
        for (final String entry : entries(message)) {
          final String[] parts = entry.split(" ");
          if (parts[0].equals("2")) {
            bids.remove(parts[2]);
          } else {
            bids.put(parts[2], parts[3]);
          }
        }
        assertThat(bids).hasSizeLessThanOrEqualTo(2);
      }
      carol.send("V", "262=again|263=0|264=2|" + BOOK + "|146=1|55=suez-test");
      final FixText snapshot = carol.expect("W");
      assertThat(rptSeqs(snapshot)).containsOnly(rptSeq);
      assertThat(entries(snapshot)).containsExactly("0 0.495 7", "0 0.49 12");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 263=1|264=0|267=1|269=0|146=1|55=nowhere",
    "5, 263=1|264=-1|267=1|269=0|146=1|55=suez-test",
    "6, 263=1|264=0|265=0|267=1|269=0|146=1|55=suez-test",
    "7, 263=1|264=0|266=N|267=1|269=0|146=1|55=suez-test",
    "8, 263=1|264=0|267=1|269=3|146=1|55=suez-test"
  })
  void whatCannotBeHadIsRefused(char reason, String fields) throws Exception {
    try (RawFixClient carol = client(FIX50SP2)) {
      carol.send("V", "262=m1|" + fields);
      final FixText reject = carol.expect("Y");
      assertThat(reject.get(262)).isEqualTo("m1");
      assertThat(reject.get(281)).isEqualTo(String.valueOf(reason));
    }
  }

  @Test
  void aRequestIdIsUsedOnceAtATime() throws Exception {
    final String request = "262=m1|263=1|264=0|" + BOOK + "|146=1|55=suez-test";
    try (RawFixClient carol = client(FIX44)) {
      carol.send("V", request);
      carol.expect("W");
      carol.send("V", request);
      assertThat(carol.expect("Y").get(281)).isEqualTo("1");
      carol.send("V", request.replace("263=1", "263=2"));
      carol.send("V", request);
      carol.expect("W");
      order("ALICE", Side.BUY, 1, 500_000);
      assertThat(entries(carol.expect("X"))).containsExactly("0 0 0.5 1");
    }
  }

  @BothProfiles
  void aMarketsPhaseNowAndAtEachChange(String beginString) throws Exception {
    try (RawFixClient carol = client(beginString)) {
      carol.send("e", "324=s1|55=suez-test|263=1");
      final FixText now = carol.expect("f");
      assertThat(now.get(326)).isEqualTo("17");
      assertThat(now.get(325)).isEqualTo("N");
      assertThat(now.get(20011)).isEqualTo("continuous");
      venue.call(new Command.HaltMarket(1));
      final FixText halted = carol.expect("f");
      assertThat(halted.get(324)).isEqualTo("s1");
      assertThat(halted.get(325)).isEqualTo("Y");
      assertThat(halted.get(326)).isEqualTo("2");
      assertThat(halted.get(58)).isEqualTo("OPERATIONS");
      carol.send("e", "324=s2|55=nowhere|263=0");
      assertThat(carol.expect("f").get(326)).isEqualTo("20");
    }
  }

  @BothProfiles
  void whichMarketsThereAreAndTheirTerms(String beginString) throws Exception {
    try (RawFixClient carol = client(beginString)) {
      carol.send("x", "320=x1|559=4");
      final FixText list = carol.expect("y");
      assertThat(list.get(393)).isEqualTo("2");
      assertThat(list.get(893)).isEqualTo("Y");
      assertThat(list.fields().stream().filter(f -> f.tag() == 55).map(FixText.Field::value))
          .containsExactly("suez-test", "hamburg-test");
      carol.send("c", "320=c1|321=3|55=suez-test");
      final FixText terms = carol.expect("d");
      assertThat(terms.get(20010)).isEqualTo("0".repeat(64));
      assertThat(terms.get(1149)).isEqualTo("1");
      assertThat(terms.get(1208)).isEqualTo("0.005");
      carol.send("x", "320=x2|559=0|55=nowhere");
      assertThat(carol.expect("y").get(560)).isEqualTo("2");
    }
  }

  @Test
  void whoDoesNotReadIsToldAndCut() throws Exception {
    try (RawFixClient carol = client(FIX44)) {
      final StringBuilder requests = new StringBuilder();
      for (int i = 0; i < 30_000; i++) {
        requests.append(
            carol.message("c", i + 2, RawFixClient.time(0), "320=" + i + "|321=3|55=suez-test"));
      }
      final Thread sending =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  carol.sendRaw(requests.toString());
                } catch (IOException e) {
                  // It was cut in the middle: what this test is about.
                }
              });
      sending.join(20_000);
      FixText last = carol.next();
      while (!last.type().equals("5")) {
        last = carol.next();
      }
      assertThat(last.get(58)).startsWith("SLOW_CONSUMER");
      assertThat(carol.isCut()).isTrue();
    }
  }
}
