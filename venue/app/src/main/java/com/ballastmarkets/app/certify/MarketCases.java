package com.ballastmarkets.app.certify;

import com.ballastmarkets.app.client.RestClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Points 10 and 11: post-trade, a market's phase, and its data. */
final class MarketCases {
  private MarketCases() {}

  static List<Case> all() {
    return List.of(
        new Case(10, "positions, trades and collateral", MarketCases::postTrade),
        new Case(11, "the current status on subscription", MarketCases::status),
        new Case(11, "f when a market halts and resumes", MarketCases::halt),
        new Case(11, "snapshot, changes and recovery by number", MarketCases::book));
  }

  private static void postTrade(Script script) throws IOException {
    final WireClient office = script.logon(0, "BALLAST-PT");
    final Ground ground = script.ground();
    final String account = Long.toString(office.account().accountId());
    office.send(
        "AN",
        "710=p|724=0|263=1|1="
            + account
            + "|581=1|715="
            + WireClient.time(0).substring(0, 8)
            + "|60="
            + WireClient.time(0));
    script.check(
        "the request is taken", "729=0", office.await("35=AO", m -> m.type().equals("AO")));
    office.send("AD", "568=t|569=0|263=1");
    office.await("35=AQ with 750=1", m -> m.get(750).equals("1"));
    final WireClient buyer = script.orderEntry(0);
    final WireClient seller = script.orderEntry(1);
    final String order = Ground.id();
    buyer.send("D", ground.limit(order, '1', 3, 0));
    buyer.report(order);
    seller.send("D", ground.limit(Ground.id(), '2', 3, 0));
    final WireMessage fill = buyer.report(order);
    WireMessage first = office.next();
    WireMessage second = office.next();
    if (first.type().equals("AP")) {
      final WireMessage swap = first;
      first = second;
      second = swap;
    }
    script.check("the trade", "35=AE|571=" + fill.get(17) + "|32=3|54=1|11=" + order, first);
    script.check("the position", "35=AP|325=Y|55=" + ground.symbol() + "|1=" + account, second);
    office.send("BB", "909=c|1=" + account);
    script.check(
        "cash, margin and what is available",
        !office.await("35=BA", m -> m.type().equals("BA")).get(899).isEmpty());
  }

  private static void status(Script script) throws IOException {
    final WireClient data = script.logon(0, "BALLAST-MD");
    data.send("e", "324=s|55=" + script.ground().symbol() + "|263=1");
    script.check("continuous trading", "35=f|324=s|325=N|326=17", data.next());
    data.send("e", "324=u|55=no-such-market|263=0");
    script.check("an unknown market", "35=f|324=u|326=20", data.next());
  }

  private static void halt(Script script) throws IOException {
    final RestClient operator = script.staff("operator");
    final String symbol = script.ground().symbol();
    final WireClient data = script.logon(0, "BALLAST-MD");
    data.send("e", "324=s|55=" + symbol + "|263=1");
    data.expect("f");
    operator.post("/v1/staff/markets/" + symbol + "/halt", Map.of()).ok();
    script.check("halted", "35=f|324=s|325=Y|326=2|58=OPERATIONS", data.next());
    final WireClient buyer = script.orderEntry(0);
    final String order = Ground.id();
    buyer.send("D", script.ground().limit(order, '1', 1, -1));
    script.check("takes no orders", "150=8|58=MARKET_CLOSED", buyer.report(order));
    operator.post("/v1/staff/markets/" + symbol + "/resume", Map.of()).ok();
    script.check("an auction begins", "35=f|325=Y|326=5", data.next());
  }

  private static void book(Script script) throws IOException {
    final WireClient data = script.logon(0, "BALLAST-MD");
    final Ground ground = script.ground();
    final String view = "264=0|267=2|269=0|269=1|146=1|55=" + ground.symbol();
    data.send("V", "262=live|263=1|265=1|" + view);
    long number = Long.parseLong(data.expect("W").get(83));
    final WireClient buyer = script.orderEntry(0);
    final String order = Ground.id();
    buyer.send("D", ground.limit(order, '1', 7, -1));
    buyer.report(order);
    number++;
    script.check(
        "a new level",
        "279=0|269=0|270=" + ground.price(-1) + "|271=7|83=" + number,
        data.expect("X"));
    data.send("V", "262=look|263=0|" + view);
    script.check(
        "a snapshot with the number of the last change",
        "35=W|269=0|270=" + ground.price(-1) + "|271=7|83=" + number,
        data.next());
    OrderCases.clear(script, buyer);
    number++;
    script.check("the level is gone", "279=2|269=0|83=" + number, data.expect("X"));
    data.send("V", "262=bad|263=1|264=0|267=1|269=0|146=1|55=no-such-market");
    script.check("an unknown market", "35=Y|262=bad|281=0", data.next());
    data.send("V", "262=bad|263=1|264=0|267=1|269=3|146=1|55=" + ground.symbol());
    script.check("an unsupported type", "35=Y|262=bad|281=8", data.next());
  }
}
