package com.ballastmarkets.app.certify;

import com.ballastmarkets.app.client.RestClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** One run of a case: its connections, its steps and their transcript. */
public final class Script implements AutoCloseable {
  /** One thing that was checked. */
  public record Step(String what, String expected, String seen, boolean passed) {}

  private final Target target;
  private final String beginString;
  private final Ground ground;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> transcript = Collections.synchronizedList(new ArrayList<>());
  private final List<WireClient> clients = new ArrayList<>();
  private final List<RestClient> restClients = new ArrayList<>();

  Script(Target target, String beginString, Ground ground) {
    this.target = target;
    this.beginString = beginString;
    this.ground = ground;
  }

  Target target() {
    return target;
  }

  String beginString() {
    return beginString;
  }

  /** The market that the case trades. */
  Ground ground() {
    return ground;
  }

  List<Step> steps() {
    return steps;
  }

  List<String> transcript() {
    return transcript;
  }

  /** A connection of the n-th account that is not logged on. */
  WireClient connect(int account, String targetCompId) throws IOException {
    final Target.Account who = target.accounts().get(account);
    final WireClient client =
        new WireClient(
            target,
            who,
            beginString,
            targetCompId,
            line -> transcript.add(who.senderCompId() + ' ' + line));
    clients.add(client);
    return client;
  }

  /** A session that begins anew, logged on. */
  WireClient logon(int account, String targetCompId) throws IOException {
    final WireClient client = connect(account, targetCompId);
    client.logon("141=Y");
    return client;
  }

  /** An order entry session that begins anew. */
  WireClient orderEntry(int account) throws IOException {
    return logon(account, "BALLAST-OE");
  }

  /** The REST API with the n-th account's key. */
  RestClient rest(int account) {
    final Target.Account who = target.accounts().get(account);
    return rest(who.key(), who.secret());
  }

  /** The REST API with the key of a member of staff: {@code operator}, {@code arbitrator}. */
  RestClient staff(String role) {
    return target.staff().stream()
        .filter(member -> member.role().equals(role))
        .findFirst()
        .map(member -> rest(member.key(), member.secret()))
        .orElseThrow(() -> new NotApplicable("needs the key of an " + role));
  }

  private RestClient rest(String key, String secret) {
    final URI http = target.http();
    if (http == null) {
      throw new NotApplicable("needs the REST API: give --http");
    }
    final RestClient client = new RestClient(http, key, secret);
    restClients.add(client);
    return client;
  }

  /** Notes what is done next. */
  void check(String what, String expected, String seen) {
    final boolean passed = Objects.equals(expected, seen);
    steps.add(new Step(what, expected, seen, passed));
    if (!passed) {
      throw new Unexpected(expected, seen);
    }
  }

  /** Checks fields of a message, written {@code "150=0|39=0"}. */
  WireMessage check(String what, String expected, WireMessage message) {
    final StringBuilder seen = new StringBuilder();
    for (final String field : expected.split("\\|", -1)) {
      final int tag = Integer.parseInt(field.substring(0, field.indexOf('=')));
      if (!seen.isEmpty()) {
        seen.append('|');
      }
      seen.append(tag).append('=').append(tag == 35 ? message.type() : message.get(tag));
    }
    check(what, expected, seen.toString());
    return message;
  }

  void check(String what, boolean holds) {
    check(what, "yes", holds ? "yes" : "no");
  }

  void failed(Unexpected unexpected) {
    if (steps.isEmpty() || steps.getLast().passed()) {
      steps.add(new Step("next message", unexpected.expected(), unexpected.seen(), false));
    }
  }

  @Override
  public void close() throws IOException {
    restClients.forEach(RestClient::close);
    for (final WireClient client : clients) {
      client.close();
    }
  }
}
