package com.ballastmarkets.app.certify;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Point 8: drop copy and order entry agree. */
final class DropCopyCases {
  private DropCopyCases() {}

  static List<Case> all() {
    return List.of(
        new Case(8, "live: the same ExecIDs in the same order", DropCopyCases::live),
        new Case(8, "replayed: the same again, by number and from a time", DropCopyCases::replayed),
        new Case(8, "away: what was missed is told once", DropCopyCases::away));
  }

  private static Set<String> trade(Script script, WireClient buyer, WireClient seller)
      throws IOException {
    final Ground ground = script.ground();
    final Set<String> execIds = new LinkedHashSet<>();
    final String order = Ground.id();
    buyer.send("D", ground.limit(order, '1', 10, 0));
    execIds.add(buyer.report(order).get(17));
    for (int i = 0; i < 2; i++) {
      final String sale = Ground.id();
      seller.send("D", ground.limit(sale, '2', 4, 0));
      execIds.add(buyer.report(order).get(17));
    }
    final String smaller = Ground.id();
    buyer.send("G", ground.limit(smaller, '1', 9, 0) + "|41=" + order);
    execIds.add(buyer.report(smaller).get(17));
    final String cancel = Ground.id();
    buyer.send("F", ground.cancel(cancel, smaller, '1'));
    execIds.add(buyer.report(cancel).get(17));
    return execIds;
  }

  private static void live(Script script) throws IOException {
    final WireClient copy = script.logon(0, "BALLAST-DC");
    final Set<String> told = trade(script, script.orderEntry(0), script.orderEntry(1));
    final Set<String> copied = new LinkedHashSet<>();
    for (int i = 0; i < told.size(); i++) {
      final WireMessage report = copy.await("35=8", m -> m.type().equals("8"));
      script.check("797=Y", "797=Y", report);
      copied.add(report.get(17));
    }
    script.check("ExecIDs", told.toString(), copied.toString());
  }

  private static void replayed(Script script) throws IOException {
    final WireClient copy = script.logon(0, "BALLAST-DC");
    copy.send("BW", "1346=last|1347=2");
    final long before = Long.parseLong(copy.await("35=BY", m -> m.type().equals("BY")).get(1357));
    final String time = WireClient.time(-1);
    final Set<String> told = trade(script, script.orderEntry(0), script.orderEntry(1));
    for (int i = 0; i < told.size(); i++) {
      copy.await("35=8", m -> m.type().equals("8"));
    }
    copy.send("BW", "1346=numbers|1347=0|1351=1|1355=DC|1182=" + (before + 1) + "|1183=0");
    script.check("taken", "35=BX|1348=0", copy.next());
    script.check("by number", told.toString(), again(script, copy, before).toString());
    copy.send("BW", "1346=time|1347=0|60=" + time);
    script.check("taken", "35=BX|1348=0", copy.next());
    final Set<String> sinceThen = again(script, copy, -1);
    script.check("from a time", sinceThen.containsAll(told));
  }

  /** The replayed ExecIDs, in the order of their numbers without a gap. */
  private static Set<String> again(Script script, WireClient copy, long before) throws IOException {
    final Set<String> execIds = new LinkedHashSet<>();
    long number = before;
    while (true) {
      final WireMessage message = copy.next();
      if (message.type().equals("BY")) {
        script.check("ended", "1426=3", message);
        return execIds;
      }
      final long next = Long.parseLong(message.get(1181));
      if (number >= 0) {
        script.check("numbers without a gap", Long.toString(number + 1), Long.toString(next));
      }
      number = next;
      script.check("marked as resent", "1352=Y", message);
      execIds.add(message.get(17));
    }
  }

  private static void away(Script script) throws IOException {
    final WireClient copy = script.logon(0, "BALLAST-DC");
    final int next = copy.nextSeqNum();
    copy.logout();
    final Set<String> told = trade(script, script.orderEntry(0), script.orderEntry(1));
    final WireClient back = script.connect(0, "BALLAST-DC").nextSeqNum(next + 1);
    back.logon("");
    final Set<String> copied = new LinkedHashSet<>();
    for (int i = 0; i < told.size(); i++) {
      final WireMessage report = back.await("35=8", m -> m.type().equals("8"));
      if (!copied.add(report.get(17))) {
        throw new Unexpected("each ExecID once", report.get(17) + " twice");
      }
    }
    script.check("ExecIDs", told.toString(), copied.toString());
  }
}
