package com.ballastmarkets.app.certify;

import com.ballastmarkets.app.client.RestClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Points 3 and 4: ladders, quotes and their protection, and the kill switch. */
final class QuoteCases {
  private static final String GROUP = "certify";

  private QuoteCases() {}

  static List<Case> all() {
    return List.of(
        new Case(3, "a ladder is placed as a whole or not at all", QuoteCases::ladder),
        new Case(4, "mass quote: taken, refused, replaced, hit, cancelled", QuoteCases::quotes),
        new Case(4, "market-maker protection trips and is reset", QuoteCases::protection),
        new Case(4, "kill switch: all goes, nothing comes, released", QuoteCases::killSwitch));
  }

  private static void ladder(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final Ground ground = script.ground();
    final String first = Ground.id();
    client.send("E", list(ground, first, ground.price(-1), ground.price(-2)));
    script.check("its first order", "150=0|39=0|151=3", client.report(first + "-1"));
    script.check("its second order", "150=0|39=0|151=3", client.report(first + "-2"));
    final String second = Ground.id();
    client.send("E", list(ground, second, ground.price(-1), "1.5"));
    script.check(
        "one bad price refuses all",
        "66=" + second + "|431=7|444=PRICE_OUT_OF_RANGE: order 2|68=2",
        client.await("35=N", m -> m.type().equals("N")));
    OrderCases.clear(script, client);
  }

  private static String list(Ground ground, String id, String firstPrice, String secondPrice) {
    return "66="
        + id
        + "|394=3|68=2|73=2|"
        + rung(ground, id, 1, firstPrice)
        + "|"
        + rung(ground, id, 2, secondPrice);
  }

  private static String rung(Ground ground, String id, int number, String price) {
    return "11=%s-%d|67=%d|55=%s|54=1|60=%s|38=3|40=2|44=%s|59=1"
        .formatted(id, number, number, ground.symbol(), WireClient.time(0), price);
  }

  private static String quote(String request, String... entries) {
    return "117=%s|296=1|302=%s|304=%d|295=%d|%s"
        .formatted(request, GROUP, entries.length, entries.length, String.join("|", entries));
  }

  private static String entry(Ground ground, String id, String bid, String offer) {
    return "299=%s|55=%s|132=%s|133=%s|134=10|135=10".formatted(id, ground.symbol(), bid, offer);
  }

  private static WireMessage answer(WireClient client) throws IOException {
    return client.await("35=b", m -> m.type().equals("b"));
  }

  private static WireMessage reportOf(WireClient client, String quoteId) throws IOException {
    return client.await("35=8 with 299=" + quoteId, m -> m.get(299).equals(quoteId));
  }

  private static void quotes(Script script) throws IOException {
    final WireClient maker = script.orderEntry(0);
    final WireClient taker = script.orderEntry(1);
    final Ground ground = script.ground();
    final String good = Ground.id();
    final String bad = Ground.id();
    final String request = Ground.id();
    maker.send(
        "i",
        quote(
            request,
            entry(ground, good, ground.price(-1), ground.price(1)),
            entry(ground, bad, ground.price(-1), "1.5")));
    script.check("the bid rests", "150=0|54=1|302=" + GROUP, reportOf(maker, good));
    script.check("the offer rests", "150=0|54=2|302=" + GROUP, reportOf(maker, good));
    script.check(
        "one entry taken, one refused",
        "117=" + request + "|297=0|1169=1|1170=1|1328=PRICE_OUT_OF_RANGE",
        answer(maker));
    maker.send("i", quote(Ground.id(), entry(ground, good, ground.price(-2), ground.price(0))));
    script.check("the bid is replaced", "150=5|44=" + ground.price(-2), reportOf(maker, good));
    script.check("the offer is replaced", "150=5|44=" + ground.price(0), reportOf(maker, good));
    script.check("taken", "297=0|1169=1", answer(maker));
    final String hit = Ground.id();
    taker.send("D", ground.order(hit, '1', 4, "40=2|44=" + ground.price(0) + "|59=3"));
    script.check("the offer is hit", "150=F|32=4|151=6|851=1", reportOf(maker, good));
    final String cancel = Ground.id();
    maker.send("Z", "117=" + cancel + "|298=5|299=" + good);
    script.check("one side is cancelled", "150=4", reportOf(maker, good));
    script.check("and the other", "150=4", reportOf(maker, good));
    script.check(
        "the quote is gone",
        "117=" + cancel + "|297=17",
        maker.await("35=AI", m -> m.type().equals("AI")));
  }

  private static void protection(Script script) throws IOException {
    final RestClient rest = script.rest(0);
    final WireClient maker = script.orderEntry(0);
    final WireClient taker = script.orderEntry(1);
    final Ground ground = script.ground();
    rest.put("/v1/quote-protections/" + GROUP, Map.of("interval_ms", 60_000, "size_limit", 10))
        .ok();
    final String id = Ground.id();
    final String entry = entry(ground, id, ground.price(-1), ground.price(1));
    maker.send("i", quote(Ground.id(), entry));
    script.check("quoted", "297=0", answer(maker));
    final String hit = Ground.id();
    taker.send("D", ground.order(hit, '1', 10, "40=2|44=" + ground.price(1) + "|59=3"));
    script.check("hit for the limit", "150=F|32=10", reportOf(maker, id));
    script.check("the group's quotes go", "150=4|58=PROTECTION", reportOf(maker, id));
    maker.send("i", quote(Ground.id(), entry));
    script.check("and none is taken", "297=5|58=QUOTE_GROUP_PROTECTED", answer(maker));
    final String reset = Ground.id();
    maker.send("DH", "2328=" + reset + "|2329=2|302=" + GROUP);
    script.check("reset", "2328=" + reset + "|2332=1", partyAction(maker));
    maker.send("i", quote(Ground.id(), entry));
    script.check("quotes again", "297=0", answer(maker));
    rest.put("/v1/quote-protections/" + GROUP, Map.of()).ok();
    OrderCases.clear(script, maker);
  }

  private static WireMessage partyAction(WireClient client) throws IOException {
    return client.await("35=DI", m -> m.type().equals("DI"));
  }

  private static void killSwitch(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final Ground ground = script.ground();
    final String order = Ground.id();
    client.send("D", ground.limit(order, '1', 1, -1));
    client.report(order);
    final String stop = Ground.id();
    client.send("DH", "2328=" + stop + "|2329=0");
    script.check("the order goes", "150=4|39=4|58=KILL_SWITCH", client.report(order));
    script.check("stopped", "2328=" + stop + "|2332=1", partyAction(client));
    final String barred = Ground.id();
    client.send("D", ground.limit(barred, '1', 1, -1));
    script.check("no order is taken", "150=8|58=ACCOUNT_SUSPENDED", client.report(barred));
    client.send("DH", "2328=" + Ground.id() + "|2329=2");
    script.check("released", "2332=1", partyAction(client));
    final String again = Ground.id();
    client.send("D", ground.limit(again, '1', 1, -1));
    script.check("orders are taken again", "150=0", client.report(again));
    client.send("DH", "2328=" + Ground.id() + "|2329=0|453=1|448=1|447=D|452=1");
    script.check("another firm's is not ours", "2332=2|58=INVALID_PARTY", partyAction(client));
    OrderCases.clear(script, client);
  }
}
