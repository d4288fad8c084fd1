package com.ballastmarkets.app.certify;

import java.io.IOException;
import java.util.List;

/** Points 1 and 2: an order's life, and the same request twice. */
final class OrderCases {
  private OrderCases() {}

  static List<Case> all() {
    return List.of(
        new Case(1, "new, partial fill, full fill", OrderCases::fills),
        new Case(1, "replace: smaller keeps priority, larger loses it", OrderCases::priority),
        new Case(1, "cancel, late cancel, cancel of an unknown order", OrderCases::cancels),
        new Case(2, "the same ClOrdID with the same content places nothing", OrderCases::repeated),
        new Case(2, "the same ClOrdID with other content is rejected", OrderCases::changed));
  }

  private static void fills(Script script) throws IOException {
    final WireClient buyer = script.orderEntry(0);
    final WireClient seller = script.orderEntry(1);
    final Ground ground = script.ground();
    final String buy = Ground.id();
    buyer.send("D", ground.limit(buy, '1', 100, 0));
    script.check("new order", "35=8|150=0|39=0|14=0|151=100", buyer.report(buy));
    final String part = Ground.id();
    seller.send("D", ground.limit(part, '2', 40, 0));
    script.check("New stands before Trade", "150=0|39=0", seller.report(part));
    script.check("the taker's fill", "150=F|39=2|32=40|14=40|151=0|851=2", seller.report(part));
    final WireMessage first =
        script.check("partial fill", "150=F|39=1|32=40|14=40|151=60|851=1", buyer.report(buy));
    script.check("the fill's price is the resting order's", ground.price(0), first.get(31));
    script.check("fees stand in group 136", "1", first.get(136));
    final String rest = Ground.id();
    seller.send("D", ground.limit(rest, '2', 60, 0));
    seller.report(rest);
    final WireMessage sold = seller.report(rest);
    final WireMessage last =
        script.check("full fill", "150=F|39=2|32=60|14=100|151=0", buyer.report(buy));
    script.check("both sides name the same trade (880)", last.get(880), sold.get(880));
    script.check("ExecIDs differ", !last.get(17).equals(first.get(17)));
  }

  private static void priority(Script script) throws IOException {
    final WireClient buyer = script.orderEntry(0);
    final WireClient seller = script.orderEntry(1);
    final Ground ground = script.ground();
    final String first = Ground.id();
    final String second = Ground.id();
    buyer.send("D", ground.limit(first, '1', 30, 0));
    buyer.report(first);
    buyer.send("D", ground.limit(second, '1', 30, 0));
    buyer.report(second);
    final String smaller = Ground.id();
    buyer.send("G", ground.limit(smaller, '1', 20, 0) + "|41=" + first);
    script.check("replaced by a smaller size", "150=5|38=20|151=20", buyer.report(smaller));
    final String take = Ground.id();
    seller.send("D", ground.limit(take, '2', 5, 0));
    script.check(
        "the smaller order is still first",
        smaller,
        buyer.await("35=8 with 150=F", m -> m.get(150).equals("F")).get(11));
    final String larger = Ground.id();
    buyer.send("G", ground.limit(larger, '1', 40, 0) + "|41=" + smaller);
    script.check("replaced by a larger size", "150=5|38=40|151=35|14=5", buyer.report(larger));
    final String takeAgain = Ground.id();
    seller.send("D", ground.limit(takeAgain, '2', 5, 0));
    script.check(
        "the larger order is now last",
        second,
        buyer.await("35=8 with 150=F", m -> m.get(150).equals("F")).get(11));
    clear(script, buyer);
  }

  private static void cancels(Script script) throws IOException {
    final WireClient buyer = script.orderEntry(0);
    final Ground ground = script.ground();
    final String order = Ground.id();
    buyer.send("D", ground.limit(order, '1', 10, 0));
    final String orderId = buyer.report(order).get(37);
    final String cancel = Ground.id();
    buyer.send("F", ground.cancel(cancel, order, '1'));
    script.check("cancelled", "150=4|39=4|41=" + order + "|37=" + orderId, buyer.report(cancel));
    final String late = Ground.id();
    buyer.send("F", ground.cancel(late, order, '1'));
    script.check("too late to cancel", "35=9|434=1|102=0|39=4", buyer.report(late));
    final String unknown = Ground.id();
    buyer.send("F", ground.cancel(unknown, "never-" + unknown, '1'));
    script.check("unknown order", "35=9|434=1|102=1|37=NONE", buyer.report(unknown));
  }

  private static void repeated(Script script) throws IOException {
    final WireClient buyer = script.orderEntry(0);
    final String order = Ground.id();
    final String fields = script.ground().limit(order, '1', 10, 0);
    buyer.send("D", fields);
    final WireMessage first = buyer.report(order);
    buyer.send("D", fields);
    final WireMessage again = buyer.report(order);
    script.check("the same OrderID", first.get(37), again.get(37));
    script.check("the same ExecID", first.get(17), again.get(17));
    buyer.send("q", "11=" + Ground.id() + "|530=7|60=" + WireClient.time(0));
    script.check(
        "one order was placed", "1", buyer.await("35=r", m -> m.type().equals("r")).get(533));
  }

  private static void changed(Script script) throws IOException {
    final WireClient buyer = script.orderEntry(0);
    final String order = Ground.id();
    buyer.send("D", script.ground().limit(order, '1', 10, 0));
    buyer.report(order);
    buyer.send("D", script.ground().limit(order, '1', 11, 0));
    script.check("rejected", "150=8|39=8|103=6|58=DUPLICATE_CLIENT_ORDER_ID", buyer.report(order));
    clear(script, buyer);
  }

  /** Leaves nothing behind. */
  static void clear(Script script, WireClient client) throws IOException {
    client.send("q", "11=" + Ground.id() + "|530=7|60=" + WireClient.time(0));
    script.check("all cancelled", "531=7", client.await("35=r", m -> m.type().equals("r")));
  }
}
