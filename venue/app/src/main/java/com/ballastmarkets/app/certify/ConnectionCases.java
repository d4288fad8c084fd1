package com.ballastmarkets.app.certify;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Points 5 and 7: lost connections, and a client that is too fast. */
final class ConnectionCases {
  /** More than a second's worth at the standard rate of 10,000 a second. */
  private static final int BURST = 30_000;

  private ConnectionCases() {}

  static List<Case> all() {
    return List.of(
        new Case(5, "cancel on a cut socket", script -> disconnected(script, false)),
        new Case(5, "cancel on logout", script -> disconnected(script, true)),
        new Case(5, "without 8013 orders stay", ConnectionCases::stay),
        new Case(5, "reconnect with resend: nothing lost, nothing twice", ConnectionCases::resend),
        new Case(5, "a logon is refused without saying why", ConnectionCases::refusedLogon),
        new Case(7, "beyond the rate: j with 380=8, and the session stays", ConnectionCases::rate));
  }

  private static void disconnected(Script script, boolean politely) throws IOException {
    final WireClient client = script.connect(0, "BALLAST-OE");
    script.check("logon with 8013=Y", "35=A", client.logon("141=Y|8013=Y"));
    final Ground ground = script.ground();
    final String day = Ground.id();
    client.send("D", ground.order(day, '1', 1, "40=2|44=" + ground.price(-1) + "|59=0"));
    client.report(day);
    final String lasting = Ground.id();
    client.send("D", ground.limit(lasting, '1', 1, -1));
    client.report(lasting);
    if (politely) {
      client.logout();
    } else {
      client.close();
    }
    final WireClient back = again(script, 0, client.nextSeqNum());
    script.check(
        "the day order was cancelled",
        "150=4|39=4|58=DISCONNECT",
        back.await("35=8 with 150=4", m -> m.get(150).equals("4") && m.get(11).equals(day)));
    back.send("H", "11=" + lasting + "|55=" + ground.symbol() + "|54=1");
    script.check(
        "the good-till-cancelled one stays",
        "39=0|11=" + lasting,
        back.await("35=8 with 150=I", m -> m.get(150).equals("I")));
    OrderCases.clear(script, back);
  }

  private static void stay(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final Ground ground = script.ground();
    final String order = Ground.id();
    client.send("D", ground.order(order, '1', 1, "40=2|44=" + ground.price(-1) + "|59=0"));
    client.report(order);
    final int next = client.nextSeqNum();
    client.close();
    final WireClient back = again(script, 0, next);
    back.send("H", "11=" + order + "|55=" + ground.symbol() + "|54=1");
    script.check(
        "the order stays", "39=0", back.await("35=8 with 150=I", m -> m.get(150).equals("I")));
    OrderCases.clear(script, back);
  }

  /** The same session once more, right away. */
  private static WireClient again(Script script, int account, int nextSeqNum) throws IOException {
    final WireClient client = script.connect(account, "BALLAST-OE").nextSeqNum(nextSeqNum);
    client.logon("");
    return client;
  }

  private static void resend(Script script) throws IOException {
    final WireClient buyer = script.orderEntry(0);
    final WireClient seller = script.orderEntry(1);
    final Ground ground = script.ground();
    final String order = Ground.id();
    buyer.send("D", ground.limit(order, '1', 30, 0));
    final Set<String> before = new HashSet<>();
    before.add(buyer.report(order).get(17));
    sell(ground, seller);
    before.add(buyer.report(order).get(17));
    buyer.close();
    sell(ground, seller);
    sell(ground, seller);
    final WireClient back = script.connect(0, "BALLAST-OE").nextSeqNum(buyer.nextSeqNum());
    final int logon = back.logon("").seqNum();
    back.send("2", "7=1|16=0");
    // A fill may have gone into the connection that was cut; else it comes under a new number.
    final Set<String> resent = new HashSet<>();
    final Set<String> told = new HashSet<>(before);
    long filled = 0;
    int number = 1;
    while (number <= logon || told.size() < 4) {
      final WireMessage message = back.next();
      final boolean isReport = message.type().equals("8");
      if (message.get(43).equals("Y")) {
        script.check("resent in order", Integer.toString(number), message.get(34));
        number = message.type().equals("4") ? Integer.parseInt(message.get(36)) : number + 1;
        script.check("resent once", !isReport || resent.add(message.get(17)));
      } else {
        script.check("told once", !isReport || !told.contains(message.get(17)));
      }
      if (isReport) {
        told.add(message.get(17));
        filled = Math.max(filled, Long.parseLong(message.get(14)));
      }
    }
    script.check(
        "what was told before is resent with the same ExecIDs", resent.containsAll(before));
    script.check("both fills while away are told", "30", Long.toString(filled));
  }

  private static void sell(Ground ground, WireClient seller) throws IOException {
    final String sale = Ground.id();
    seller.send("D", ground.limit(sale, '2', 10, 0));
    seller.report(sale);
    seller.report(sale);
  }

  private static void refusedLogon(Script script) throws IOException {
    final WireClient wrongSecret = script.connect(0, "BALLAST-OE");
    wrongSecret.sendLogon(WireClient.time(0), "not-the-secret", "141=Y");
    script.check("a wrong signature", "35=5|58=Logon refused", wrongSecret.next());
    script.check("and the connection is closed", wrongSecret.isCut());
    final WireClient late = script.connect(0, "BALLAST-OE");
    late.sendLogon(WireClient.time(-30), late.account().secret(), "141=Y");
    script.check("a SendingTime that is off", "35=5|58=Logon refused", late.next());
    final WireClient stranger = script.connect(0, "NO-SUCH-VENUE");
    stranger.sendLogon("141=Y");
    script.check("another venue's CompID: cut without a word", stranger.isCut());
  }

  private static void rate(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final String fields = "11=none|55=" + script.ground().symbol() + "|54=1";
    final StringBuilder burst = new StringBuilder();
    for (int i = 0; i < BURST; i++) {
      burst.append(client.message("H", client.nextSeqNum() + i, WireClient.time(0), fields));
    }
    final int first = client.nextSeqNum();
    final Thread sending =
        Thread.ofVirtual()
            .start(() -> {
              try {
                client.sendRaw(burst.toString());
              } catch (IOException e) {
                // The reader below notices.
              }
            });
    client.nextSeqNum(first + BURST);
    int rejected = 0;
    WireMessage reject = new WireMessage(List.of());
    for (int i = 0; i < BURST; i++) {
      final WireMessage answer = client.next();
      if (answer.type().equals("j")) {
        rejected++;
        reject = answer;
      }
    }
    try {
      sending.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (rejected == 0) {
      throw new NotApplicable(
          "this machine and network could not exceed the rate with " + BURST + " messages");
    }
    script.check(rejected + " rejected", "35=j|380=8|58=RATE_LIMIT_EXCEEDED|372=H", reject);
    java.util.concurrent.locks.LockSupport.parkNanos(1_100_000_000L);
    client.send("H", fields);
    script.check("the session stays", "35=8|150=I", client.next());
  }
}
