package com.ballastmarkets.api.liquidation;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.Event.Liquidation;
import com.ballastmarkets.domain.liquidation.MarginStanding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Each account's standing on the ladder and its last liquidations. Written by the journal's thread,
 * read by any.
 */
public final class Liquidations {
  private static final int KEPT = 100;

  /** The last step of each account that ever took one. */
  private final Map<Long, MarginChange> changes = new HashMap<>();

  private final Map<Long, ArrayDeque<Packet>> byAccount = new HashMap<>();
  private final Map<Long, Packet> byId = new HashMap<>();

  /** Who is in liquidation, with its packet: its orders and trades belong to it. */
  private final Map<Long, Packet> running = new HashMap<>();

  /** Something that happened in a liquidation. */
  public record Step(long timeNanos, Liquidation event) {}

  /** A trade of one of its orders. */
  public record ForcedFill(long timeNanos, Event.Trade trade) {}

  /**
   * One liquidation as far as it has come.
   *
   * @param endedNanos 0 while it runs
   */
  public record Packet(
      long startedNanos,
      long endedNanos,
      Liquidation.LiquidationStarted start,
      List<Liquidation.LiquidationInput> inputs,
      List<Step> steps,
      List<ForcedFill> fills) {}

  /** The account's standing as it was told last. */
  public synchronized MarginStanding standing(long accountId) {
    final MarginChange last = changes.get(accountId);
    return last == null ? MarginStanding.SAFE : last.standing();
  }

  /** The account's last step on the margin ladder, null if it never took one. */
  public synchronized @Nullable MarginChange lastChange(long accountId) {
    return changes.get(accountId);
  }

  /** The account's liquidations, newest first. */
  public synchronized List<Packet> of(long accountId) {
    final ArrayDeque<Packet> packets = byAccount.get(accountId);
    return packets == null
        ? List.of()
        : packets.stream()
            .map(packet ->
                new Packet(
                    packet.startedNanos,
                    packet.endedNanos,
                    packet.start,
                    List.copyOf(packet.inputs),
                    List.copyOf(packet.steps),
                    List.copyOf(packet.fills)))
            .toList();
  }

  /** Takes in an event. */
  public synchronized void on(Liquidation event, long timeNanos) {
    MarginChange.of(event).ifPresent(change -> changes.put(change.accountId(), change));
    switch (event) {
      case Liquidation.MarginNotice _ -> {}
      case Liquidation.LiquidationStarted start -> begin(start, timeNanos);
      case Liquidation.LiquidationInput input -> {
        final Packet packet = byId.get(input.liquidationId());
        if (packet != null) {
          packet.inputs.add(input);
        }
      }
      case Liquidation.LiquidationSlice slice -> step(slice.liquidationId(), slice, timeNanos);
      case Liquidation.PositionTakenOver taken -> step(taken.liquidationId(), taken, timeNanos);
      case Liquidation.LossCovered covered -> step(covered.liquidationId(), covered, timeNanos);
      case Liquidation.AutoDeleveraged closed -> step(closed.liquidationId(), closed, timeNanos);
      case Liquidation.LiquidationEnded end -> {
        step(end.liquidationId(), end, timeNanos);
        end(end, timeNanos);
      }
      case Liquidation.ContributionChanged _ -> {}
    }
  }

  private void begin(Liquidation.LiquidationStarted start, long timeNanos) {
    final Packet packet =
        new Packet(timeNanos, 0, start, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    final ArrayDeque<Packet> packets =
        byAccount.computeIfAbsent(start.accountId(), _ -> new ArrayDeque<>());
    packets.addFirst(packet);
    if (packets.size() > KEPT) {
      packets.removeLast();
    }
    byId.put(start.liquidationId(), packet);
    running.put(start.accountId(), packet);
  }

  private void step(long liquidationId, Liquidation event, long timeNanos) {
    final @Nullable Packet packet = byId.get(liquidationId);
    if (packet != null) {
      packet.steps.add(new Step(timeNanos, event));
    }
  }

  private void end(Liquidation.LiquidationEnded end, long timeNanos) {
    running.remove(end.accountId());
    final Packet packet = byId.remove(end.liquidationId());
    final ArrayDeque<Packet> packets = byAccount.get(end.accountId());
    if (packet != null && packets != null) {
      packets.remove(packet);
      packets.addFirst(
          new Packet(
              packet.startedNanos,
              timeNanos,
              packet.start,
              packet.inputs,
              packet.steps,
              packet.fills));
    }
  }

  /** Takes in a trade: while an account is in liquidation, it takes with forced orders only. */
  public synchronized void on(Event.Trade trade, long timeNanos) {
    if (!running.isEmpty()) {
      final Packet packet = running.get(trade.taker().accountId());
      if (packet != null) {
        packet.fills.add(new ForcedFill(timeNanos, trade));
      }
    }
  }
}
