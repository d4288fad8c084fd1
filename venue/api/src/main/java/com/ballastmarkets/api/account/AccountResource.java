package com.ballastmarkets.api.account;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.json.QueryFields;
import com.ballastmarkets.api.order.FillRecord;
import com.ballastmarkets.api.order.OrderArchive;
import com.ballastmarkets.api.order.OrderHistory.FillQuery;
import com.ballastmarkets.api.order.OrderJson;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** The caller's account. */
@Path("/account")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountResource {
  private final VenueView view;
  private final CommandGate gate;
  private final OrderArchive archive;

  public AccountResource(VenueView view, CommandGate gate, OrderArchive archive) {
    this.view = view;
    this.gate = gate;
    this.archive = archive;
  }

  @GET
  @Access(Who.ACCOUNT)
  public AccountJson.Profile profile(@Context SecurityContext security) {
    final Caller caller = Caller.of(security);
    final Account account = view.account(caller.accountId());
    return new AccountJson.Profile(
        caller.accountId(),
        caller.getName(),
        account.leverage(),
        account.isSuspended(),
        Decimals.money(view.participant(caller.key().participantId()).contributionMicros()));
  }

  @GET
  @Path("/balance")
  @Access(Who.ACCOUNT)
  public AccountJson.Balance balance(@Context SecurityContext security) {
    return AccountJson.balance(view.account(Caller.of(security).accountId()).balance(view::market));
  }

  @GET
  @Path("/fills")
  @Access(Who.ACCOUNT)
  public OrderJson.Fills fills(@Context SecurityContext security, @Context UriInfo uri) {
    final QueryFields query =
        QueryFields.of(
            uri, Set.of("market_id", "order_id", "start_date", "end_date", "limit", "cursor"));
    final int limit = query.limit(100);
    final String orderId = query.text("order_id");
    final List<FillRecord> page =
        archive.fills(
            new FillQuery(
                Caller.of(security).accountId(),
                query.text("market_id"),
                orderId == null ? 0 : OrderJson.number(orderId),
                query.time("start_date", Long.MIN_VALUE),
                query.time("end_date", Long.MAX_VALUE),
                query.cursor(),
                limit + 1));
    final boolean more = page.size() > limit;
    final List<FillRecord> shown = more ? page.subList(0, limit) : page;
    return new OrderJson.Fills(
        shown.stream().map(OrderJson::fill).toList(),
        QueryFields.cursorAfter(shown.isEmpty() ? 0 : shown.getLast().tradeId(), more));
  }

  /** Cancels all orders and refuses new ones until released: {@code {"engaged": true}}. */
  @POST
  @Path("/kill-switch")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public AccountJson.Profile killSwitch(@Context SecurityContext security, byte[] body) {
    final JsonFields fields = JsonFields.of(Json.parse(body), Set.of("engaged"));
    gate.call(
        new Command.SetKillSwitch(Caller.of(security).accountId(), fields.requiredFlag("engaged")));
    return profile(security);
  }

  /** The kill switches of the firm that owns the account. */
  @GET
  @Path("/participant/kill-switch")
  @Access(Who.ACCOUNT)
  public AccountJson.ParticipantSwitches participantSwitches(@Context SecurityContext security) {
    return AccountJson.switches(view.participant(Caller.of(security).key().participantId()));
  }

  /** As {@link #killSwitch}, for all accounts of the firm. */
  @POST
  @Path("/participant/kill-switch")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public AccountJson.ParticipantSwitches participantKillSwitch(
      @Context SecurityContext security, byte[] body) {
    final JsonFields fields = JsonFields.of(Json.parse(body), Set.of("engaged"));
    gate.call(
        new Command.SetParticipantKillSwitch(
            Caller.of(security).key().participantId(), fields.requiredFlag("engaged"), false));
    return participantSwitches(security);
  }
}
