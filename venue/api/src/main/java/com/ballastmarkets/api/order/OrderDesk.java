package com.ballastmarkets.api.order;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.Rejects;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Sends order commands and reads their outcome from the events. */
final class OrderDesk {
  private final VenueView view;
  private final CommandGate gate;
  private final OrderArchive archive;

  OrderDesk(VenueView view, CommandGate gate, OrderArchive archive) {
    this.view = view;
    this.gate = gate;
    this.archive = archive;
  }

  /**
   * @param repeated whether the same order had been placed before, and nothing was done now
   */
  record Placed(OrderRecord order, boolean repeated) {}

  Placed place(OrderTicket ticket) {
    for (JournalEntry entry : gate.call(new Command.PlaceOrder(ticket))) {
      switch (entry.event()) {
        case Event.OrderAccepted e when e.ticket().accountId() == ticket.accountId() -> {
          return new Placed(order(ticket.accountId(), e.orderId()), false);
        }
        case Event.OrderRepeated e when e.ticket().accountId() == ticket.accountId() -> {
          return new Placed(order(ticket.accountId(), e.orderId()), true);
        }
        case Event.OrderRejected e when e.ticket().accountId() == ticket.accountId() ->
            throw Rejects.exception(e.reason(), e.requiredMicros(), e.availableMicros());
        case Event other -> {}
      }
    }
    throw new IllegalStateException("the venue did not answer an order");
  }

  /**
   * @param repeated as {@link Placed#repeated}
   */
  record Ladder(List<OrderRecord> orders, boolean repeated) {}

  Ladder place(Command.PlaceLadder ladder) {
    for (JournalEntry entry : gate.call(ladder)) {
      switch (entry.event()) {
        case Event.LadderPlaced e -> {
          return new Ladder(
              LongStream.range(e.firstOrderId(), e.firstOrderId() + e.orders())
                  .mapToObj(orderId -> order(ladder.accountId(), orderId))
                  .toList(),
              e.repeated());
        }
        case Event.LadderRejected e -> throw refusal(ladder, e);
        case Event other -> {}
      }
    }
    throw new IllegalStateException("the venue did not answer a ladder");
  }

  /** Says which order it is for, if it is for one. */
  private static ApiException refusal(Command.PlaceLadder ladder, Event.LadderRejected rejected) {
    final ApiException refusal =
        Rejects.exception(rejected.reason(), rejected.requiredMicros(), rejected.availableMicros());
    if (rejected.position() == 0) {
      return refusal;
    }
    final Map<String, Object> details = new LinkedHashMap<>(refusal.body().error().details());
    details.put("position", rejected.position());
    details.put(
        "price", Decimals.price(ladder.orders().get(rejected.position() - 1).priceMicros()));
    return ApiException.of(rejected.reason(), details);
  }

  OrderRecord cancel(long accountId, long orderId) {
    for (JournalEntry entry : gate.call(new Command.CancelOrder(accountId, orderId, "", ""))) {
      if (entry.event() instanceof Event.CancelRejected e && e.accountId() == accountId) {
        throw Rejects.exception(e.reason(), 0, 0);
      }
    }
    return order(accountId, orderId);
  }

  OrderRecord replace(OrderRecord order, OrderRequest.Replacement to) {
    final Command command =
        new Command.ReplaceOrder(
            order.accountId(),
            order.orderId(),
            "",
            to.clientOrderId(),
            to.priceMicros(),
            to.stopPriceMicros(),
            to.lots());
    for (JournalEntry entry : gate.call(command)) {
      if (entry.event() instanceof Event.ReplaceRejected e && e.accountId() == order.accountId()) {
        throw Rejects.exception(e.reason(), e.requiredMicros(), e.availableMicros());
      }
    }
    return order(order.accountId(), order.orderId());
  }

  /** Sends a mass cancel and adds up what it cancelled, over all accounts that it is for. */
  int cancelAll(Command command) {
    int canceled = 0;
    for (JournalEntry entry : gate.call(command)) {
      if (entry.event() instanceof Event.MassCanceled e) {
        canceled += e.orders();
      }
    }
    return canceled;
  }

  /** The order as it stands, from memory or from the archive. */
  OrderRecord order(long accountId, long orderId) {
    final OrderRecord order = view.account(accountId).blotter().order(orderId);
    if (order != null) {
      return order;
    }
    return archive
        .order(accountId, orderId)
        .orElseThrow(() -> ApiException.of(RejectReason.ORDER_NOT_FOUND, Map.of()));
  }
}
