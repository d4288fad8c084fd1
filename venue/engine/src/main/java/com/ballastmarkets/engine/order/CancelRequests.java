package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.output.EventOutlet;
import java.util.function.Predicate;

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
    if (killSwitches.isEngaged(account) == request.engaged()) {
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
