package com.ballastmarkets.api.quote;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The protection of the caller's quote groups. */
@Path("/quote-protections")
@Produces(MediaType.APPLICATION_JSON)
public final class ProtectionResource {
  private final VenueView view;
  private final CommandGate gate;

  public ProtectionResource(VenueView view, CommandGate gate) {
    this.view = view;
    this.gate = gate;
  }

  /** All groups that have limits or are protected. */
  @GET
  @Access(Who.ACCOUNT)
  public QuoteJson.Protections protections(@Context SecurityContext security) {
    return new QuoteJson.Protections(
        view.account(Caller.of(security).accountId()).quotes().protections().stream()
            .map(QuoteJson::protection)
            .toList());
  }

  @GET
  @Path("/{quote_group}")
  @Access(Who.ACCOUNT)
  public QuoteJson.Protection protection(
      @Context SecurityContext security, @PathParam("quote_group") String group) {
    return shown(Caller.of(security).accountId(), group);
  }

  /** Sets a group's limits; what is absent is no limit, and without any there is no protection. */
  @PUT
  @Path("/{quote_group}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public QuoteJson.Protection set(
      @Context SecurityContext security, @PathParam("quote_group") String group, byte[] body) {
    final long accountId = Caller.of(security).accountId();
    gate.call(new Command.SetProtection(accountId, group, QuoteRequest.limits(body)));
    return shown(accountId, group);
  }

  /** Lets a protected group quote again. */
  @POST
  @Path("/{quote_group}/reset")
  @Access(Who.ACCOUNT)
  public QuoteJson.Protection reset(
      @Context SecurityContext security, @PathParam("quote_group") String group) {
    final long accountId = Caller.of(security).accountId();
    gate.call(new Command.ResetProtection(accountId, group));
    return shown(accountId, group);
  }

  private QuoteJson.Protection shown(long accountId, String group) {
    return QuoteJson.protection(view.account(accountId).quotes().protection(group));
  }
}
