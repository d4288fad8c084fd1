package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.output.EventOutlet;
import java.util.function.Predicate;
import org.agrona.collections.IntArrayList;

/** Cancels, mass cancels and kill switches. */
public final class CancelRequests {
  private final ClearingHouse clearing;
  private final OrderRegistry registry;
  private final OrderLookup lookup;
  private final OrderCloser closer;
  private final KillSwitches killSwitches;
  private final EventOutlet outlet;

  CancelRequests(
      ClearingHouse clearing,
      OrderRegistry registry,
      OrderLookup lookup,
      OrderCloser closer,
      KillSwitches killSwitches,
      EventOutlet outlet) {
    this.clearing = clearing;
    this.registry = registry;
    this.lookup = lookup;
    this.closer = closer;
    this.killSwitches = killSwitches;
    this.outlet = outlet;
  }

  /** Cancels one order. */
  public void cancel(Command.CancelOrder request) {
    final int account = lookup.account(request.accountId(), request.orderId());
    if (account < 0) {
      reject(request, 0, RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    final long orderId = lookup.idOf(account, request.orderId(), request.origClOrdId());
    final Order order = lookup.live(account, orderId);
    if (order == null) {
      reject(request, orderId, OrderLookup.whyNot(orderId));
      return;
    }
    closer.cancel(order, CancelReason.REQUESTED, request.clOrdId());
  }

  private void reject(Command.CancelOrder request, long orderId, RejectReason reason) {
    outlet.tell(
        new Event.CancelRejected(
            request.accountId(), orderId, request.clOrdId(), request.origClOrdId(), reason));
  }

  /** Cancels all orders in the request's scope. */
  public void cancel(Command.MassCancel request) {
    final int account = clearing.account(request.accountId());
    if (account < 0) {
      outlet.reject(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    final CancelReason reason =
        switch (request.cause()) {
          case DISCONNECT -> CancelReason.DISCONNECT;
          case REQUEST, OPERATIONS -> CancelReason.MASS_CANCEL;
        };
    final int canceled = cancelAll(account, reason, order -> isMeant(request, order));
    outlet.tell(
        new Event.MassCanceled(
            request.accountId(), request.marketId(), request.clOrdId(), canceled));
  }

  private static boolean isMeant(Command.MassCancel request, Order order) {
    return (request.marketId() == 0 || request.marketId() == order.market().id())
        && (request.side() == null || request.side() == order.side())
        && (request.sessionId() == 0 || request.sessionId() == order.sessionId())
        && (request.cause() != Command.MassCancel.Cause.DISCONNECT
            || order.timeInForce() == TimeInForce.DAY);
  }

  /** Engages or releases an account's kill switch. */
  public void kill(Command.SetKillSwitch request) {
    final int account = clearing.account(request.accountId());
    if (account < 0) {
      outlet.reject(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    if (killSwitches.isAccountEngaged(account) == request.engaged()) {
      outlet.nothingToDo();
      return;
    }
    killSwitches.set(account, request.engaged());
    if (request.engaged()) {
      cancelAll(account, CancelReason.KILL_SWITCH, order -> true);
    }
    outlet.tell(new Event.KillSwitchChanged(request.accountId(), request.engaged()));
  }

  /** Cancels all orders of an account, whatever phases their markets are in. */
  public void cancelAll(int account, CancelReason reason) {
    cancelAll(account, reason, order -> true);
  }

  /** Engages or releases a switch of a participant. */
  public void kill(Command.SetParticipantKillSwitch request) {
    final long participantId = request.participantId();
    final IntArrayList accounts = accountsOf(participantId);
    if (accounts.isEmpty()) {
      outlet.reject(RejectReason.UNKNOWN_PARTICIPANT);
      return;
    }
    if (killSwitches.isParticipantEngaged(participantId, request.byOperations())
        == request.engaged()) {
      outlet.nothingToDo();
      return;
    }
    killSwitches.setParticipant(participantId, request.byOperations(), request.engaged());
    if (request.engaged()) {
      for (int i = 0; i < accounts.size(); i++) {
        cancelAll(accounts.getInt(i), CancelReason.KILL_SWITCH, order -> true);
      }
    }
    outlet.tell(
        new Event.ParticipantKillSwitchChanged(
            participantId,
            killSwitches.isParticipantEngaged(participantId, false),
            killSwitches.isParticipantEngaged(participantId, true)));
  }

  /** Cancels the orders in scope of all accounts of a participant; each account has its answer. */
  public void cancel(Command.MassCancelParticipant request) {
    final IntArrayList accounts = accountsOf(request.participantId());
    if (accounts.isEmpty()) {
      outlet.reject(RejectReason.UNKNOWN_PARTICIPANT);
      return;
    }
    for (int i = 0; i < accounts.size(); i++) {
      cancel(
          new Command.MassCancel(
              clearing.accountId(accounts.getInt(i)),
              request.marketId(),
              request.side(),
              0,
              request.cause(),
              request.clOrdId()));
    }
  }

  /** The accounts of a participant, oldest first. */
  private IntArrayList accountsOf(long participantId) {
    final IntArrayList found = new IntArrayList();
    for (int account = 0; account < clearing.accountCount(); account++) {
      if (clearing.participantOf(account) == participantId) {
        found.addInt(account);
      }
    }
    return found;
  }

  private int cancelAll(int account, CancelReason reason, Predicate<Order> which) {
    int canceled = 0;
    Order order = registry.firstOf(account);
    while (order != null) {
      final Order next = registry.nextOf(order);
      if (which.test(order)) {
        closer.cancel(order, reason);
        canceled++;
      }
      order = next;
    }
    return canceled;
  }

  /** Cancels the first order whose time is over; tells whether there was one. */
  public boolean expireNext(long nowNanos) {
    final Order order = registry.expired(nowNanos);
    if (order == null) {
      return false;
    }
    closer.cancel(order, CancelReason.EXPIRED);
    return true;
  }
}
