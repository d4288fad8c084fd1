package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.engine.Exchange;
import com.ballastmarkets.protocol.codec.CommandCodec;
import com.ballastmarkets.protocol.codec.EventCodec;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;

/**
 * An engine with a log and snapshots, as a node hosts it: commands and events pass through their
 * encoding, and the engine comes back from any crash as if it had never stopped.
 */
final class SimulatedNode {
  private record Logged(Command command, long time, int told) {}

  private final CommandCodec commands = new CommandCodec();
  private final EventCodec events = new EventCodec();
  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
  private final List<Logged> log = new ArrayList<>();
  private Exchange exchange = new Exchange();
  private StateWriter snapshot = stateOf(exchange);

  /** Logs a command and applies it. */
  List<Told> apply(Command command, long time) {
    final int length = commands.encode(command, buffer, 0);
    final Command read = commands.decode(buffer, 0, length);
    Violation.unless(read.equals(command), "another command is read: %s, %s", command, read);
    final List<Told> told = run(exchange, read, time);
    for (Told each : told) {
      checkEncoding(each.event());
    }
    log.add(new Logged(read, time, told.hashCode()));
    return told;
  }

  private void checkEncoding(Event event) {
    final int length = events.encode(event, buffer, 0);
    final Event read = events.decode(buffer, 0, length);
    Violation.unless(read.equals(event), "another event is read: %s, %s", event, read);
  }

  private static List<Told> run(Exchange exchange, Command command, long time) {
    final List<Told> told = new ArrayList<>();
    exchange.apply(command, time, (at, event) -> told.add(new Told(at, event)));
    Violation.unless(!told.isEmpty(), "no answer to %s", command);
    return told;
  }

  /** Writes the state and begins a new log. */
  void snapshot() {
    snapshot = stateOf(exchange);
    log.clear();
  }

  /** Loses the engine and makes it again. */
  void crash() {
    final Exchange again = Exchange.readState(snapshot.reader());
    replay(again, 0, log.size());
    goOnWith(again);
  }

  /** The same with a snapshot taken and read on the way. */
  void crashTwice(int perMille) {
    final int position = log.size() * perMille / 1000;
    final Exchange first = Exchange.readState(snapshot.reader());
    replay(first, 0, position);
    final Exchange second = Exchange.readState(stateOf(first).reader());
    replay(second, position, log.size());
    goOnWith(second);
  }

  private void replay(Exchange again, int from, int to) {
    for (Logged logged : log.subList(from, to)) {
      final List<Told> told = run(again, logged.command, logged.time);
      Violation.unless(
          told.hashCode() == logged.told, "the replay tells otherwise: %s, %s", logged, told);
    }
  }

  private void goOnWith(Exchange again) {
    Violation.unless(
        Arrays.equals(stateOf(again).sha256(), stateOf(exchange).sha256()),
        "the replayed state is another");
    exchange = again;
  }

  private static StateWriter stateOf(Exchange exchange) {
    final StateWriter state = new StateWriter();
    exchange.writeState(state);
    return state;
  }

  /** How many bytes the engine's state takes. */
  int stateLength() {
    return stateOf(exchange).length();
  }
}
