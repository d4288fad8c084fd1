package com.ballastmarkets.api.order;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of {@code POST /orders} and of replacements. */
public final class OrderRequest {
  private static final Set<String> PLACE =
      Set.of(
          "market_id",
          "side",
          "type",
          "price",
          "size",
          "time_in_force",
          "client_order_id",
          "stop_price",
          "expire_time",
          "post_only",
          "reduce_only",
          "display_size",
          "min_size",
          "self_match_prevention",
          "cancel_on_halt");
  private static final Set<String> REPLACE =
      Set.of("price", "size", "stop_price", "client_order_id");

  private OrderRequest() {}

  /**
   * The ticket of a new order.
   *
   * @param idempotencyKey stands for the client order id if the body has none
   */
  public static OrderTicket place(
      byte[] body, long accountId, @Nullable String idempotencyKey, VenueView view) {
    final JsonFields fields = JsonFields.of(Json.parse(body), PLACE);
    final int marketId = view.market(fields.text("market_id", 64)).instrument().marketId();
    final Side side = fields.word("side", Side.class);
    final OrderType type = fields.word("type", OrderType.class);
    final OrderTicket.Builder ticket =
        OrderTicket.of(accountId, marketId, side, fields.lots("size"));
    priced(ticket, type, fields);
    timed(ticket, type, fields);
    final String clientOrderId = fields.optionalId("client_order_id");
    return ticket
        .clOrdId(
            clientOrderId != null ? clientOrderId : Objects.requireNonNullElse(idempotencyKey, ""))
        .postOnly(Instructions.postOnly(fields))
        .reduceOnly(fields.flag("reduce_only", false))
        .displayLots(fields.has("display_size") ? fields.lots("display_size") : 0)
        .minLots(fields.has("min_size") ? fields.lots("min_size") : 0)
        .selfMatch(0, Instructions.selfMatchPrevention(fields))
        .cancelOnHalt(fields.flag("cancel_on_halt", false))
        .build();
  }

  private static void priced(OrderTicket.Builder ticket, OrderType type, JsonFields fields) {
    switch (type) {
      case LIMIT -> ticket.limit(fields.price("price"));
      case MARKET -> ticket.market();
      case STOP -> ticket.stop(fields.price("stop_price"));
      case STOP_LIMIT -> ticket.stopLimit(fields.price("stop_price"), fields.price("price"));
    }
    if (fields.has("price") && (type == OrderType.MARKET || type == OrderType.STOP)) {
      throw ApiException.field("price", "has no meaning with this type of order");
    }
    if (fields.has("stop_price") && (type == OrderType.MARKET || type == OrderType.LIMIT)) {
      throw ApiException.field("stop_price", "has no meaning with this type of order");
    }
  }

  private static void timed(OrderTicket.Builder ticket, OrderType type, JsonFields fields) {
    final TimeInForce given = fields.optionalWord("time_in_force", TimeInForce.class);
    final TimeInForce absent = type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.GTC;
    final TimeInForce timeInForce = given == null ? absent : given;
    if (timeInForce == TimeInForce.GTD) {
      ticket.goodTill(fields.time("expire_time"));
    } else if (fields.has("expire_time")) {
      throw ApiException.field("expire_time", "is for orders with time_in_force GTD");
    } else {
      ticket.timeInForce(timeInForce);
    }
  }

  /** A replacement as asked for. */
  record Replacement(long priceMicros, long stopPriceMicros, long lots, String clientOrderId) {}

  /**
   * @param order as it stands
   * @param partial whether what is absent stays as it is ({@code PATCH}), or must be there
   */
  static Replacement replace(byte[] body, OrderRecord order, boolean partial) {
    final JsonFields fields = JsonFields.of(Json.parse(body), REPLACE);
    final boolean limited = order.type() == OrderType.LIMIT || order.type() == OrderType.STOP_LIMIT;
    final boolean stopped = order.type() == OrderType.STOP || order.type() == OrderType.STOP_LIMIT;
    if (fields.has("stop_price") && !stopped) {
      throw ApiException.field("stop_price", "has no meaning with this type of order");
    }
    if (fields.has("price") && !limited) {
      throw ApiException.field("price", "has no meaning with this type of order");
    }
    final boolean keepsPrice = !limited || (partial && !fields.has("price"));
    final boolean keepsStop = !stopped || !fields.has("stop_price");
    final boolean keepsSize = partial && !fields.has("size");
    return new Replacement(
        keepsPrice ? order.priceMicros() : fields.price("price"),
        keepsStop ? order.stopPriceMicros() : fields.price("stop_price"),
        keepsSize ? order.lots() : fields.lots("size"),
        Objects.requireNonNullElse(fields.optionalId("client_order_id"), ""));
  }
}
