package com.ballastmarkets.api.order;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.idempotency.IdempotencyFilter;
import com.ballastmarkets.api.json.QueryFields;
import com.ballastmarkets.api.market.Market;
import com.ballastmarkets.api.order.OrderHistory.OrderQuery;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.order.Side;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The caller's orders. An answer comes when what it tells is durable. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
public final class OrderResource {
  /** Whose orders a mass cancel is for. */
  enum Scope {
    ACCOUNT,
    PARTICIPANT
  }

  private final VenueView view;
  private final OrderArchive archive;
  private final OrderDesk desk;

  public OrderResource(VenueView view, CommandGate gate, OrderArchive archive) {
    this.view = view;
    this.archive = archive;
    this.desk = new OrderDesk(view, gate, archive);
  }

  /** Places an order: 201 with its state, or 200 if the same order was placed before. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public Response place(
      @Context SecurityContext security,
      @HeaderParam(IdempotencyFilter.HEADER) @Nullable String idempotencyKey,
      byte[] body) {
    final long accountId = Caller.of(security).accountId();
    final OrderDesk.Placed placed =
        desk.place(OrderRequest.place(body, accountId, idempotencyKey, view));
    final OrderJson.Order order = OrderJson.order(placed.order());
    return placed.repeated()
        ? Response.ok(order).header("Idempotent-Replayed", true).build()
        : Response.created(URI.create("orders/" + order.orderId())).entity(order).build();
  }

  /** Places up to 50 limit orders between two prices: 201 with all of them, or a refusal. */
  @POST
  @Path("/ladder")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public Response placeLadder(
      @Context SecurityContext security,
      @HeaderParam(IdempotencyFilter.HEADER) @Nullable String idempotencyKey,
      byte[] body) {
    final long accountId = Caller.of(security).accountId();
    final OrderDesk.Ladder placed =
        desk.place(LadderRequest.read(body, accountId, idempotencyKey, view));
    final OrderJson.Orders orders =
        new OrderJson.Orders(placed.orders().stream().map(OrderJson::order).toList(), null);
    return placed.repeated()
        ? Response.ok(orders).header("Idempotent-Replayed", true).build()
        : Response.status(Response.Status.CREATED).entity(orders).build();
  }

  @GET
  @Access(Who.ACCOUNT)
  public OrderJson.Orders orders(@Context SecurityContext security, @Context UriInfo uri) {
    final QueryFields query =
        QueryFields.of(
            uri,
            Set.of(
                "status",
                "market_id",
                "client_order_id",
                "start_date",
                "end_date",
                "limit",
                "cursor"));
    final int limit = query.limit(100);
    final List<OrderRecord> page =
        archive.orders(
            new OrderQuery(
                Caller.of(security).accountId(),
                query.text("market_id"),
                query.word("status", OrderStatus.class),
                query.text("client_order_id"),
                query.time("start_date", Long.MIN_VALUE),
                query.time("end_date", Long.MAX_VALUE),
                query.cursor(),
                limit + 1));
    final boolean more = page.size() > limit;
    final List<OrderRecord> shown = more ? page.subList(0, limit) : page;
    return new OrderJson.Orders(
        shown.stream().map(OrderJson::order).toList(),
        QueryFields.cursorAfter(shown.isEmpty() ? 0 : shown.getLast().orderId(), more));
  }

  @GET
  @Path("/{order_id}")
  @Access(Who.ACCOUNT)
  public OrderJson.Order order(
      @Context SecurityContext security, @PathParam("order_id") String orderId) {
    return OrderJson.order(desk.order(Caller.of(security).accountId(), OrderJson.number(orderId)));
  }

  /** Replaces price and size; {@code size} is the new total, what is filled included. */
  @PUT
  @Path("/{order_id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public OrderJson.Order replace(
      @Context SecurityContext security, @PathParam("order_id") String orderId, byte[] body) {
    return replaced(security, orderId, body, false);
  }

  /** As {@link #replace}; what is absent stays as it is. */
  @PATCH
  @Path("/{order_id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public OrderJson.Order amend(
      @Context SecurityContext security, @PathParam("order_id") String orderId, byte[] body) {
    return replaced(security, orderId, body, true);
  }

  private OrderJson.Order replaced(
      SecurityContext security, String orderId, byte[] body, boolean partial) {
    final OrderRecord order =
        desk.order(Caller.of(security).accountId(), OrderJson.number(orderId));
    return OrderJson.order(desk.replace(order, OrderRequest.replace(body, order, partial)));
  }

  @DELETE
  @Path("/{order_id}")
  @Access(Who.ACCOUNT)
  public OrderJson.Order cancel(
      @Context SecurityContext security, @PathParam("order_id") String orderId) {
    final OrderRecord order =
        desk.order(Caller.of(security).accountId(), OrderJson.number(orderId));
    return OrderJson.order(desk.cancel(order.accountId(), order.orderId()));
  }

  /**
   * Cancels all open orders that fit the query; all of the account without one, and those of all
   * the firm's accounts with {@code scope=participant}.
   */
  @DELETE
  @Access(Who.ACCOUNT)
  public OrderJson.MassCancelled cancelAll(
      @Context SecurityContext security, @Context UriInfo uri) {
    final QueryFields query = QueryFields.of(uri, Set.of("market_id", "side", "scope"));
    final String symbol = query.text("market_id");
    final Market market = symbol == null ? null : view.market(symbol);
    final int marketId = market == null ? 0 : market.instrument().marketId();
    final Side side = query.word("side", Side.class);
    final Caller caller = Caller.of(security);
    final Command.MassCancel.Cause cause = Command.MassCancel.Cause.REQUEST;
    return new OrderJson.MassCancelled(
        desk.cancelAll(
            query.word("scope", Scope.class) == Scope.PARTICIPANT
                ? new Command.MassCancelParticipant(
                    caller.key().participantId(), marketId, side, cause, "")
                : new Command.MassCancel(caller.accountId(), marketId, side, 0, cause, "")));
  }
}
