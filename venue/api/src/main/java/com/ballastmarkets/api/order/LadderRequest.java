package com.ballastmarkets.api.order;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of {@code POST /orders/ladder}: orders spread evenly between two prices, both
 * included. Prices are exact; one that is off the grid is named.
 */
final class LadderRequest {
  /** Each order's id is the ladder's with its place, so the ladder's leaves room for that. */
  private static final int MAX_ID = 60;

  private static final Set<String> LADDER =
      Set.of(
          "market_id",
          "side",
          "from_price",
          "to_price",
          "count",
          "step",
          "size",
          "total_size",
          "time_in_force",
          "expire_time",
          "client_order_id",
          "post_only",
          "reduce_only",
          "self_match_prevention",
          "cancel_on_halt");

  private final JsonFields fields;
  private final Instrument instrument;

  private LadderRequest(JsonFields fields, Instrument instrument) {
    this.fields = fields;
    this.instrument = instrument;
  }

  /**
   * @param idempotencyKey stands for the client order id if the body has none
   */
  static Command.PlaceLadder read(
      byte[] body, long accountId, @Nullable String idempotencyKey, VenueView view) {
    final JsonFields fields = JsonFields.of(Json.parse(body), LADDER);
    final Instrument instrument = view.market(fields.text("market_id", 64)).instrument();
    return new LadderRequest(fields, instrument).command(accountId, idempotencyKey);
  }

  private Command.PlaceLadder command(long accountId, @Nullable String idempotencyKey) {
    final String given = fields.optionalId("client_order_id");
    if (given != null && given.length() > MAX_ID) {
      throw ApiException.field("client_order_id", "must have 1 to " + MAX_ID + " characters");
    }
    final List<Long> prices = prices();
    final List<Long> sizes = sizes(prices.size());
    final Side side = fields.word("side", Side.class);
    final List<OrderTicket> orders = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      final OrderTicket.Builder ticket =
          OrderTicket.of(accountId, instrument.marketId(), side, sizes.get(i))
              .limit(prices.get(i))
              .clOrdId(given == null ? "" : given + "." + (i + 1))
              .postOnly(Instructions.postOnly(fields))
              .reduceOnly(fields.flag("reduce_only", false))
              .selfMatch(0, Instructions.selfMatchPrevention(fields))
              .cancelOnHalt(fields.flag("cancel_on_halt", false));
      orders.add(timed(ticket).build());
    }
    return new Command.PlaceLadder(
        accountId, given != null ? given : Objects.requireNonNullElse(idempotencyKey, ""), orders);
  }

  private OrderTicket.Builder timed(OrderTicket.Builder ticket) {
    final TimeInForce given = fields.optionalWord("time_in_force", TimeInForce.class);
    final TimeInForce timeInForce = given == null ? TimeInForce.GTC : given;
    if (timeInForce == TimeInForce.IOC || timeInForce == TimeInForce.FOK) {
      throw ApiException.field("time_in_force", "must be GTC, GTD or DAY: a ladder's orders rest");
    }
    if (timeInForce == TimeInForce.GTD) {
      return ticket.goodTill(fields.time("expire_time"));
    }
    if (fields.has("expire_time")) {
      throw ApiException.field("expire_time", "is for orders with time_in_force GTD");
    }
    return ticket.timeInForce(timeInForce);
  }

  private List<Long> prices() {
    if (fields.has("count") == fields.has("step")) {
      throw ApiException.field("count", "or step is required, one of them");
    }
    final long from = fields.price("from_price");
    final long to = fields.price("to_price");
    return fields.has("count")
        ? byCount(from, to, (int) fields.whole("count", 1, Command.PlaceLadder.MAX_ORDERS))
        : byStep(from, to, fields.price("step"));
  }

  private List<Long> byCount(long from, long to, int count) {
    if (count == 1 && from != to) {
      throw ApiException.field("count", "of 1 needs from_price and to_price to be the same");
    }
    final long range = Math.subtractExact(to, from);
    final List<Long> prices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      final long parts = Math.multiplyExact(range, i);
      final int steps = Math.max(1, count - 1);
      // What is not a whole micro is cut here: it is off every grid, and so named.
      prices.add(onGrid(i, Math.addExact(from, parts / steps), parts % steps == 0));
    }
    return prices;
  }

  private List<Long> byStep(long from, long to, long step) {
    if (step <= 0) {
      throw ApiException.field("step", "must be above zero");
    }
    final long range = Math.subtractExact(to, from);
    if (range % step != 0) {
      throw ApiException.field("step", "must lead from from_price to to_price in whole steps");
    }
    final long count = Math.abs(range / step) + 1;
    if (count > Command.PlaceLadder.MAX_ORDERS) {
      throw ApiException.field(
          "step", "makes more than " + Command.PlaceLadder.MAX_ORDERS + " orders");
    }
    final List<Long> prices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      prices.add(onGrid(i, from + Long.signum(range) * step * i, true));
    }
    return prices;
  }

  private long onGrid(int index, long priceMicros, boolean exact) {
    final boolean inRange =
        priceMicros >= instrument.contract().loMicros()
            && priceMicros <= instrument.contract().hiMicros();
    if (!inRange || !exact || !instrument.ticks().isOnGrid(priceMicros)) {
      throw ApiException.of(
          inRange ? RejectReason.PRICE_OFF_TICK : RejectReason.PRICE_OUT_OF_RANGE,
          Map.of("position", index + 1, "price", Decimals.price(priceMicros)));
    }
    return priceMicros;
  }

  /** The same for each, or a total shared evenly; what does not divide goes to the first ones. */
  private List<Long> sizes(int count) {
    if (fields.has("size") == fields.has("total_size")) {
      throw ApiException.field("size", "or total_size is required, one of them");
    }
    final List<Long> sizes = new ArrayList<>();
    final long total = fields.has("size") ? 0 : fields.lots("total_size");
    if (!fields.has("size") && total < count) {
      throw ApiException.field(
          RejectReason.ORDER_SIZE_TOO_SMALL, "total_size", "is below one lot for each order");
    }
    for (int i = 0; i < count; i++) {
      sizes.add(
          fields.has("size") ? fields.lots("size") : total / count + (i < total % count ? 1 : 0));
    }
    return sizes;
  }
}
