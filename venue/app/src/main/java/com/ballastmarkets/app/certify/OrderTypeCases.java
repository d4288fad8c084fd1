package com.ballastmarkets.app.certify;

import java.io.IOException;
import java.util.List;

/** Points 3 and 4: times in force, instructions, bad values, and protection against oneself. */
final class OrderTypeCases {
  private OrderTypeCases() {}

  static List<Case> all() {
    return List.of(
        new Case(3, "every time in force", OrderTypeCases::timesInForce),
        new Case(3, "post-only, iceberg and stop", OrderTypeCases::instructions),
        new Case(3, "bad prices, sizes and markets are rejected", OrderTypeCases::badValues),
        new Case(3, "a market that is closed takes no orders", OrderTypeCases::closedMarket),
        new Case(4, "self-match prevention in its four modes", OrderTypeCases::selfMatch),
        new Case(4, "mass cancel by market, side and account", OrderTypeCases::massCancel));
  }

  private static void timesInForce(Script script) throws IOException {
    final WireClient buyer = script.orderEntry(0);
    final Ground ground = script.ground();
    for (final String life : List.of("59=0", "59=1", "59=6|126=" + WireClient.time(3_600))) {
      final String rests = Ground.id();
      buyer.send("D", ground.order(rests, '1', 1, "40=2|44=" + ground.price(-1) + "|" + life));
      script.check(life.substring(0, 4) + " rests", "150=0|39=0|151=1", buyer.report(rests));
    }
    for (final String life : List.of("59=3", "59=4")) {
      final String leaves = Ground.id();
      buyer.send("D", ground.order(leaves, '1', 1, "40=2|44=" + ground.price(-1) + "|" + life));
      buyer.report(leaves);
      script.check(life + " leaves", "150=4|39=4|151=0", buyer.report(leaves));
    }
    OrderCases.clear(script, buyer);
    final WireClient seller = script.orderEntry(1);
    final String offered = Ground.id();
    seller.send("D", ground.limit(offered, '2', 5, 0));
    seller.report(offered);
    final String all = Ground.id();
    buyer.send("D", ground.order(all, '1', 6, "40=2|44=" + ground.price(0) + "|59=4"));
    buyer.report(all);
    script.check("fill or kill of too much", "150=4|39=4|14=0", buyer.report(all));
    final String some = Ground.id();
    buyer.send("D", ground.order(some, '1', 6, "40=2|44=" + ground.price(0) + "|59=3"));
    buyer.report(some);
    script.check("immediate or cancel fills", "150=F|39=1|32=5", buyer.report(some));
    script.check("and cancels the rest", "150=4|39=4|14=5|151=0", buyer.report(some));
    final String dead = Ground.id();
    buyer.send(
        "D",
        ground.order(
            dead, '1', 1, "40=2|44=" + ground.price(0) + "|59=6|126=" + WireClient.time(-60)));
    script.check("a time that is over", "150=8|58=INVALID_EXPIRE_TIME", buyer.report(dead));
  }

  private static void instructions(Script script) throws IOException {
    final WireClient buyer = script.orderEntry(0);
    final WireClient seller = script.orderEntry(1);
    final Ground ground = script.ground();
    lastTradeIsTheReference(ground, buyer, seller);
    final String iceberg = Ground.id();
    seller.send("D", ground.limit(iceberg, '2', 10, 1) + "|1138=4");
    script.check("iceberg", "150=0|38=10|151=10", seller.report(iceberg));
    final String passive = Ground.id();
    buyer.send("D", ground.limit(passive, '1', 1, 1) + "|18=6");
    script.check(
        "post-only that would take", "150=8|58=POST_ONLY_WOULD_TAKE", buyer.report(passive));
    final String stop = Ground.id();
    buyer.send(
        "D",
        ground.order(
            stop, '1', 2, "40=4|99=" + ground.price(1) + "|44=" + ground.price(1) + "|59=1"));
    script.check("stop limit waits", "150=0|39=0|40=4", buyer.report(stop));
    final String take = Ground.id();
    buyer.send("D", ground.limit(take, '1', 6, 1));
    buyer.report(take);
    script.check("more than the slice is there", "150=F|32=4", buyer.report(take));
    script.check("from the slices after it", "150=F|14=6", buyer.report(take));
    script.check("the trade triggers the stop", "150=L", buyer.report(stop));
    script.check("which then fills", "150=F|39=2|14=2", buyer.report(stop));
    OrderCases.clear(script, seller);
  }

  /** So that a stop above it waits. */
  private static void lastTradeIsTheReference(Ground ground, WireClient buyer, WireClient seller)
      throws IOException {
    final String bid = Ground.id();
    buyer.send("D", ground.limit(bid, '1', 1, 0));
    buyer.report(bid);
    final String sale = Ground.id();
    seller.send("D", ground.limit(sale, '2', 1, 0));
    seller.report(sale);
    seller.report(sale);
    buyer.report(bid);
  }

  private static void badValues(Script script) throws IOException {
    final WireClient buyer = script.orderEntry(0);
    final Ground ground = script.ground();
    final String offGrid =
        ground.reference().add(ground.tick().movePointLeft(1)).stripTrailingZeros().toPlainString();
    rejected(
        script,
        buyer,
        "price off the grid",
        ground.order(Ground.id(), '1', 1, "40=2|44=" + offGrid + "|59=1"),
        "PRICE_OFF_TICK");
    rejected(
        script,
        buyer,
        "price out of range",
        ground.order(Ground.id(), '1', 1, "40=2|44=1.5|59=1"),
        "PRICE_OUT_OF_RANGE");
    rejected(
        script, buyer, "size zero", ground.limit(Ground.id(), '1', 0, 0), "ORDER_SIZE_TOO_SMALL");
    rejected(
        script,
        buyer,
        "negative size",
        ground.limit(Ground.id(), '1', -5, 0),
        "ORDER_SIZE_TOO_SMALL");
    rejected(
        script,
        buyer,
        "fractional size",
        ground.limit(Ground.id(), '1', 1, 0).replace("|38=1|", "|38=1.5|"),
        "SIZE_NOT_WHOLE");
    rejected(
        script,
        buyer,
        "unknown market",
        ground.limit(Ground.id(), '1', 1, 0).replace(ground.symbol(), "no-such-market"),
        "MARKET_NOT_FOUND");
  }

  private static void rejected(
      Script script, WireClient client, String what, String fields, String code)
      throws IOException {
    client.send("D", fields);
    final WireMessage answer = client.report(fields.substring("11=".length(), fields.indexOf('|')));
    script.check(what, "35=8|150=8|39=8|58=" + code, answer);
  }

  private static void closedMarket(Script script) throws IOException {
    final WireClient data = script.logon(0, "BALLAST-MD");
    data.send("x", "320=closed|559=4");
    String closed = "";
    WireMessage list;
    do {
      list = data.await("35=y", m -> m.type().equals("y"));
      final List<String> states = list.all(20011);
      for (int i = 0; i < states.size(); i++) {
        if (!List.of("continuous", "auction").contains(states.get(i))) {
          closed = list.all(55).get(i);
        }
      }
    } while (!list.get(893).equals("Y"));
    if (closed.isEmpty()) {
      throw new NotApplicable("every market is open now");
    }
    final WireClient buyer = script.orderEntry(0);
    rejected(
        script,
        buyer,
        "an order for " + closed,
        script.ground().limit(Ground.id(), '1', 1, 0).replace(script.ground().symbol(), closed),
        "MARKET_CLOSED");
  }

  private static void selfMatch(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final Ground ground = script.ground();
    final String[] words = {"cancel the incoming", "cancel the resting", "cancel both"};
    for (int mode = 1; mode <= 3; mode++) {
      final String resting = Ground.id();
      client.send("D", ground.limit(resting, '1', 5, 0));
      client.report(resting);
      final String incoming = Ground.id();
      client.send("D", ground.limit(incoming, '2', 5, 0) + "|2964=" + mode);
      client.report(incoming);
      if (mode != 1) {
        script.check(
            words[mode - 1] + ": the resting one goes",
            "150=4|58=SELF_MATCH",
            client.report(resting));
      }
      if (mode != 2) {
        script.check(
            words[mode - 1] + ": the incoming one goes",
            "150=4|58=SELF_MATCH",
            client.report(incoming));
      }
      OrderCases.clear(script, client);
    }
    final String resting = Ground.id();
    client.send("D", ground.limit(resting, '1', 5, 0));
    client.report(resting);
    final String incoming = Ground.id();
    client.send("D", ground.limit(incoming, '2', 3, 0) + "|2964=100");
    client.report(incoming);
    script.check("decrement: the smaller one goes", "150=4|58=SELF_MATCH", client.report(incoming));
    client.send("H", "11=" + resting + "|55=" + ground.symbol() + "|54=1");
    script.check(
        "and the larger one is smaller by it",
        "2",
        client.await("35=8 with 150=I", m -> m.get(150).equals("I")).get(151));
    OrderCases.clear(script, client);
  }

  private static void massCancel(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final Ground ground = script.ground();
    for (final char side : new char[] {'1', '1', '2'}) {
      final String order = Ground.id();
      client.send("D", ground.limit(order, side, 1, side == '1' ? -1 : 1));
      client.report(order);
    }
    final String bySide = Ground.id();
    client.send(
        "q", "11=" + bySide + "|530=1|55=" + ground.symbol() + "|54=1|60=" + WireClient.time(0));
    script.check(
        "the bids of a market",
        "531=1|533=2|11=" + bySide,
        client.await("35=r", m -> m.type().equals("r")));
    client.send("q", "11=" + Ground.id() + "|530=7|60=" + WireClient.time(0));
    script.check(
        "all of the account", "531=7|533=1", client.await("35=r", m -> m.type().equals("r")));
    client.send("q", "11=" + Ground.id() + "|530=1|55=nowhere|60=" + WireClient.time(0));
    script.check(
        "an unknown market",
        "531=0|532=1|58=MARKET_NOT_FOUND",
        client.await("35=r", m -> m.type().equals("r")));
  }
}
