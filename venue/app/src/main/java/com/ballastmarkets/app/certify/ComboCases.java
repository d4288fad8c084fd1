package com.ballastmarkets.app.certify;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Point 9: a combo trades all its legs or none, and each leg is told. */
final class ComboCases {
  private ComboCases() {}

  static List<Case> all() {
    return List.of(
        new Case(9, "a combo is defined once, whatever the order of its legs", ComboCases::define),
        new Case(9, "all legs or none; leg fills with 442=2", ComboCases::trade));
  }

  private static Ground secondLeg(Script script) throws IOException {
    return Ground.find(script.target(), symbol -> !symbol.equals(script.ground().symbol()));
  }

  private static String legs(Ground bought, Ground sold) {
    return "555=2|600=%s|623=1|624=1|600=%s|623=1|624=2".formatted(bought.symbol(), sold.symbol());
  }

  private static WireMessage defined(WireClient client, String legs) throws IOException {
    client.send("c", "320=" + Ground.id() + "|321=1|" + legs);
    return client.await("35=d", m -> m.type().equals("d"));
  }

  private static void define(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final Ground first = script.ground();
    final Ground second = secondLeg(script);
    final WireMessage combo = defined(client, legs(first, second));
    script.check("it has a symbol", combo.get(55).startsWith("combo-"));
    final WireMessage same =
        defined(
            client,
            "555=2|600=%s|623=1|624=2|600=%s|623=1|624=1"
                .formatted(second.symbol(), first.symbol()));
    script.check("the same legs", combo.get(55), same.get(55));
    script.check(
        "an unknown leg",
        "323=5|58=MARKET_NOT_FOUND",
        defined(client, "555=2|600=nowhere|600=" + first.symbol()));
    script.check(
        "one leg is no combo",
        "323=5|58=INVALID_COMBO",
        defined(client, "555=1|600=" + first.symbol()));
  }

  private static void trade(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final WireClient other = script.orderEntry(1);
    final Ground bought = script.ground();
    final Ground sold = secondLeg(script);
    final String combo = defined(client, legs(bought, sold)).get(55);
    final String price =
        new BigDecimal(bought.price(0))
            .subtract(new BigDecimal(sold.price(0)))
            .stripTrailingZeros()
            .toPlainString();
    final String offer = Ground.id();
    other.send("D", bought.limit(offer, '2', 10, 0));
    other.report(offer);
    final String order = Ground.id();
    client.send(
        "AB",
        "11=%s|55=[N/A]|%s|54=1|38=10|40=2|44=%s|59=1|60=%s"
            .formatted(order, legs(bought, sold), price, WireClient.time(0)));
    script.check(
        "one leg alone does not trade",
        "150=0|39=0|14=0|151=10|442=3|555=2|55=" + combo,
        client.report(order));
    final String bid = Ground.id();
    other.send("D", sold.limit(bid, '1', 7, 0));
    script.check(
        "both legs trade: the combo",
        "150=F|39=1|442=3|32=7|14=7|151=3|31=" + price,
        client.report(order));
    script.check(
        "the leg that is bought",
        "150=F|442=2|54=1|32=7|31=" + bought.price(0) + "|55=" + bought.symbol(),
        client.report(order));
    script.check(
        "the leg that is sold",
        "150=F|442=2|54=2|32=7|31=" + sold.price(0) + "|55=" + sold.symbol(),
        client.report(order));
    final String cancel = Ground.id();
    client.send(
        "F",
        "11=%s|41=%s|55=%s|54=1|38=10|60=%s".formatted(cancel, order, combo, WireClient.time(0)));
    script.check("the rest is cancelled", "150=4|39=4|14=7|442=3", client.report(cancel));
    OrderCases.clear(script, other);
  }
}
