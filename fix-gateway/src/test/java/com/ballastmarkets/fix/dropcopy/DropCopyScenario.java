package com.ballastmarkets.fix.dropcopy;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.fix.testing.BothProfiles;
import com.ballastmarkets.fix.testing.FixScenario;
import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every execution of a participant, once, whatever happens to the gateway. */
class DropCopyScenario extends FixScenario {

  private RawFixClient dropCopy(String beginString) throws IOException {
    return connect("ALICE", beginString, "BALLAST-DC");
  }

  private void order(String name, String clOrdId, Side side, long lots) throws Exception {
    order(name, clOrdId, side, lots, 500_000);
  }

  private static List<String> execIds(List<FixText> messages) {
    return messages.stream().filter(m -> m.type().equals("8")).map(m -> m.get(17)).toList();
  }

  private static List<FixText> reports(RawFixClient client, int count) throws IOException {
    final List<FixText> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      reports.add(client.expect("8"));
    }
    return reports;
  }

  @BothProfiles
  void ordersOfAllDoorsAreCopied(String beginString) throws Exception {
    try (RawFixClient copy = dropCopy(beginString);
        RawFixClient entry = venue.connect("ALICE2", beginString)) {
      copy.logon("");
      entry.logon("");
      entry.send("D", "11=a1|55=suez-test|54=1|38=100|40=2|44=0.5|59=1|60=" + RawFixClient.time(0));
      final FixText told = entry.expect("8");
      final FixText copied = copy.expect("8");
      assertThat(copied.get(17)).isEqualTo(told.get(17));
      assertThat(copied.get(797)).isEqualTo("Y");
      assertThat(copied.get(1181)).isEqualTo("1");
      assertThat(copied.get(1)).isEqualTo("1001");
      order("ALICE", "rest-1", Side.BUY, 10);
      assertThat(copy.expect("8").get(11)).isEqualTo("rest-1");
      order("BOB", "b1", Side.SELL, 105);
      assertThat(execIds(reports(copy, 2))).contains(entry.expect("8").get(17));
    }
  }

  @BothProfiles
  void nothingIsMissingAndNothingTwiceAcrossAnotherGateway(String beginString) throws Exception {
    final List<FixText> seen = new ArrayList<>();
    final int next;
    try (RawFixClient copy = dropCopy(beginString)) {
      copy.logon("");
      order("ALICE", "a1", Side.BUY, 10);
      order("BOB", "b1", Side.SELL, 4);
      seen.addAll(reports(copy, 2));
      next = copy.nextSeqNum();
    }
    venue.stopGateway();
    order("BOB", "b2", Side.SELL, 5);
    venue.startGateway();
    order("BOB", "b3", Side.SELL, 1);
    try (RawFixClient copy = dropCopy(beginString).nextSeqNum(next)) {
      copy.logon("");
      seen.addAll(reports(copy, 2));
      order("ALICE", "a2", Side.BUY, 1);
      seen.addAll(reports(copy, 1));
    }
    assertThat(seen).extracting(m -> m.get(1181)).containsExactly("1", "2", "3", "4", "5");
    assertThat(execIds(seen)).doesNotHaveDuplicates();
  }

  @BothProfiles
  void whatHappenedBeforeTheFirstLogonCanBeAskedFor(String beginString) throws Exception {
    order("ALICE", "a1", Side.BUY, 10);
    order("BOB", "b1", Side.SELL, 4);
    order("BOB", "b2", Side.SELL, 6);
    try (RawFixClient copy = dropCopy(beginString)) {
      copy.logon("");
      copy.send("BW", "1346=r1|1347=0|1351=1|1355=DC|1182=2|1183=0");
      assertThat(copy.expect("BX").get(1348)).isEqualTo("0");
      final List<FixText> again = reports(copy, 2);
      assertThat(again).extracting(m -> m.get(1181)).containsExactly("2", "3");
      assertThat(again).extracting(m -> m.get(1352)).containsOnly("Y");
      assertThat(again.getLast().get(39)).isEqualTo("2");
      final FixText done = copy.expect("BY");
      assertThat(done.get(1426)).isEqualTo("3");
      assertThat(done.get(1357)).isEqualTo("3");
      copy.send("BW", "1346=r2|1347=2");
      assertThat(copy.expect("BX").get(1348)).isEqualTo("0");
      assertThat(copy.expect("BY").get(1357)).isEqualTo("3");
      copy.send("BW", "1346=r3|1347=0|1351=1|1355=OTHER");
      assertThat(copy.expect("BX").get(1348)).isEqualTo("1");
    }
  }

  @Test
  void aReplayBeginsAtAnyTimeOfTheDayAndIsTheSameAfterARestart() throws Exception {
    order("ALICE", "a1", Side.BUY, 10);
    final long tomorrow = Duration.ofDays(1).toNanos();
    venue.call(new Command.AdvanceClock(venue.operations().venueTimeNanos() + tomorrow));
    order("BOB", "b1", Side.SELL, 4);
    final List<String> first =
        replayFrom(RawFixClient.time(Duration.ofDays(1).minusMinutes(5).toSeconds()));
    assertThat(first).hasSize(1);
    assertThat(replayFrom(RawFixClient.time(-60))).hasSize(2).endsWith(first.getFirst());
    venue.restartGateway();
    assertThat(replayFrom(RawFixClient.time(-60))).hasSize(2).endsWith(first.getFirst());
  }

  private List<String> replayFrom(String time) throws IOException {
    try (RawFixClient copy = dropCopy(FIX50SP2)) {
      copy.logon("141=Y");
      copy.send("BW", "1346=r|1347=0|60=" + time);
      copy.expect("BX");
      final List<FixText> messages = new ArrayList<>();
      FixText message = copy.next();
      while (message.type().equals("8")) {
        messages.add(message);
        message = copy.next();
      }
      assertThat(message.type()).isEqualTo("BY");
      copy.send("5", "");
      copy.expect("5");
      return execIds(messages);
    }
  }

  @Test
  void nobodyElsesExecutionsAreCopied() throws Exception {
    try (RawFixClient copy = dropCopy(FIX44)) {
      copy.logon("");
      order("BOB", "b1", Side.SELL, 4);
      order("CAROL", "c1", Side.SELL, 4);
      order("ALICE", "a1", Side.BUY, 1);
      final List<FixText> mine = reports(copy, 2);
      assertThat(mine).extracting(m -> m.get(1)).containsOnly("1001");
      assertThat(mine).extracting(m -> m.get(11)).containsOnly("a1");
    }
  }
}
