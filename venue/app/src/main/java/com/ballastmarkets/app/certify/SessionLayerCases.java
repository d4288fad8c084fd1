package com.ballastmarkets.app.certify;

import java.io.IOException;
import java.util.List;

/** Point 6: the session layer's answers to what is wrong. */
final class SessionLayerCases {
  private static final String TEST_REQUEST = "112=are-you-there";

  private SessionLayerCases() {}

  static List<Case> all() {
    return List.of(
        new Case(6, "sequence too high: resend request, then gap fill", SessionLayerCases::tooHigh),
        new Case(6, "sequence too low: logout", SessionLayerCases::tooLow),
        new Case(6, "sequence reset", SessionLayerCases::reset),
        new Case(6, "garbled messages are passed over", SessionLayerCases::garbled),
        new Case(6, "wrong CompID", SessionLayerCases::wrongCompId),
        new Case(6, "wrong version", SessionLayerCases::wrongVersion),
        new Case(6, "SendingTime off", SessionLayerCases::sendingTime),
        new Case(6, "missing, empty, bad and unknown fields", SessionLayerCases::fields),
        new Case(6, "repeating groups that do not count", SessionLayerCases::groups),
        new Case(6, "unknown and unsupported message types", SessionLayerCases::types));
  }

  private static void tooHigh(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final int expected = client.nextSeqNum();
    client.nextSeqNum(expected + 5);
    client.send("1", TEST_REQUEST);
    script.check(
        "a gap is asked for",
        "35=2|7=" + expected,
        client.await("35=2", m -> m.type().equals("2")));
    client.sendRaw(
        client.message(
            "4",
            expected,
            WireClient.time(0),
            "43=Y|122=" + WireClient.time(0) + "|123=Y|36=" + (expected + 6)));
    client.nextSeqNum(expected + 6);
    alive(script, client);
  }

  private static void tooLow(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    client.send("0", "");
    client.sendRaw(client.message("0", 1, WireClient.time(0), ""));
    script.check("logout", "35=5", client.next());
    script.check("and closed", client.isCut());
  }

  private static void reset(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final int expected = client.nextSeqNum();
    client.send("4", "123=N|36=" + (expected + 100));
    client.nextSeqNum(expected + 100);
    alive(script, client);
    client.nextSeqNum(1);
    final WireMessage answer = client.logon("141=Y");
    script.check("a logon with 141=Y in the session begins at 1", "34=1|141=Y", answer);
    alive(script, client);
  }

  private static void garbled(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final String whole = client.message("0", client.nextSeqNum(), WireClient.time(0), "");
    client.sendRaw(whole.substring(0, whole.length() - 4) + "999" + WireMessage.SOH);
    client.sendRaw("this is no FIX" + WireMessage.SOH);
    alive(script, client);
  }

  private static void wrongCompId(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    client.sendRaw(
        client.message(
            client.beginString(),
            "SOMEBODY",
            "1",
            client.nextSeqNum(),
            WireClient.time(0),
            TEST_REQUEST));
    script.check("reject", "35=3|373=9", client.next());
    script.check("logout", "35=5", client.next());
  }

  private static void wrongVersion(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final String other = client.beginString().startsWith("FIXT") ? "FIX.4.4" : "FIX.4.2";
    client.sendRaw(
        client.message(
            other, "BALLAST-OE", "1", client.nextSeqNum(), WireClient.time(0), TEST_REQUEST));
    script.check("logout", "35=5", client.next());
    script.check("and closed", client.isCut());
  }

  private static void sendingTime(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    client.sendRaw(client.message("1", client.nextSeqNum(), WireClient.time(-600), TEST_REQUEST));
    script.check("reject", "35=3|371=52|373=10", client.next());
    script.check("logout", "35=5", client.next());
  }

  private static void fields(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final String order = script.ground().limit(Ground.id(), '1', 1, -1);
    rejected(script, client, "no Side", order.replace("|54=1", ""), "371=54|373=1");
    rejected(script, client, "an empty field", order.replace("|54=1", "|54="), "371=54|373=4");
    rejected(script, client, "a bad enum", order.replace("|54=1", "|54=z"), "371=54|373=5");
    rejected(script, client, "no number", order.replace("|38=1|", "|38=x|"), "371=38|373=6");
    rejected(script, client, "a field that is not FIX's", order + "|9999=1", "371=9999|373=0");
    rejected(script, client, "a field of another message", order + "|262=x", "371=262|373=2");
    rejected(script, client, "a field twice", order + "|54=1", "371=54|373=13");
    alive(script, client);
  }

  private static void rejected(
      Script script, WireClient client, String what, String order, String answer)
      throws IOException {
    final int number = client.nextSeqNum();
    client.send("D", order);
    script.check(what, "35=3|45=" + number + "|" + answer, client.next());
  }

  private static void groups(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    final String order = script.ground().limit(Ground.id(), '1', 1, -1);
    rejected(
        script,
        client,
        "three counted, one there",
        order + "|453=3|448=a|447=D|452=1",
        "371=453|373=16");
    alive(script, client);
  }

  private static void types(Script script) throws IOException {
    final WireClient client = script.orderEntry(0);
    client.send("ZZZ", "58=what");
    script.check("no type of FIX", "35=3|373=11", client.next());
    client.send("B", "148=news|33=1|58=text");
    script.check("one that the venue has not", "35=j|372=B|380=3", client.next());
    alive(script, client);
  }

  private static void alive(Script script, WireClient client) throws IOException {
    final String id = Ground.id();
    client.send("H", "11=" + id + "|55=" + script.ground().symbol() + "|54=1");
    script.check(
        "the session goes on",
        "39=8|58=ORDER_NOT_FOUND",
        client.await("35=8 with 11=" + id, m -> m.get(11).equals(id)));
  }
}
