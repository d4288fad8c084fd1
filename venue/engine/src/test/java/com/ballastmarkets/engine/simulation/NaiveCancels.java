package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.TimeInForce;

/** Cancels, mass cancels, kill switches. */
final class NaiveCancels {
  private final NaiveExchange exchange;
  private final ClearingHouse clearing;

  NaiveCancels(NaiveExchange exchange) {
    this.exchange = exchange;
    this.clearing = exchange.clearing;
  }

  void cancel(Command.CancelOrder request) {
    final int account = clearing.account(request.accountId());
    if (account < 0) {
      exchange.tell(
          new Event.CancelRejected(
              request.accountId(),
              0,
              request.clOrdId(),
              request.origClOrdId(),
              RejectReason.UNKNOWN_ACCOUNT));
      return;
    }
    final long orderId = exchange.orders.meant(account, request.orderId(), request.origClOrdId());
    final NaiveOrder order = exchange.orders.liveOf(orderId);
    if (order == null) {
      exchange.tell(
          new Event.CancelRejected(
              request.accountId(),
              orderId,
              request.clOrdId(),
              request.origClOrdId(),
              orderId == 0 ? RejectReason.ORDER_NOT_FOUND : RejectReason.ORDER_CLOSED));
    } else {
      exchange.closing.cancel(order, CancelReason.REQUESTED, request.clOrdId());
    }
  }

  void massCancel(Command.MassCancel request) {
    final int account = clearing.account(request.accountId());
    if (account < 0) {
      exchange.reject(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    int canceled = 0;
    for (NaiveOrder order : exchange.orders.live()) {
      final OrderTicket t = order.ticket;
      final boolean disconnect = request.cause() == Command.MassCancel.Cause.DISCONNECT;
      if (order.account == account
          && (request.marketId() == 0 || request.marketId() == t.marketId())
          && (request.side() == null || request.side() == t.side())
          && (request.sessionId() == 0 || request.sessionId() == t.sessionId())
          && (!disconnect || t.timeInForce() == TimeInForce.DAY)) {
        exchange.closing.cancel(
            order, disconnect ? CancelReason.DISCONNECT : CancelReason.MASS_CANCEL, "");
        canceled++;
      }
    }
    exchange.tell(
        new Event.MassCanceled(
            request.accountId(), request.marketId(), request.clOrdId(), canceled));
  }

  void kill(Command.SetKillSwitch request) {
    final int account = clearing.account(request.accountId());
    if (account < 0) {
      exchange.reject(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    if (request.engaged()
        ? !exchange.orders.killed.add(account)
        : !exchange.orders.killed.remove(account)) {
      exchange.tell(new Event.NothingToDo());
      return;
    }
    if (request.engaged()) {
      exchange.closing.cancelAll(account, CancelReason.KILL_SWITCH);
    }
    exchange.tell(new Event.KillSwitchChanged(request.accountId(), request.engaged()));
  }
}
