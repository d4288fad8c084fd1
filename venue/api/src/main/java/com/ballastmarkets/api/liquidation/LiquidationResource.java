package com.ballastmarkets.api.liquidation;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.venue.VenueView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The caller's standing on the ladder and the packets of its liquidations, newest first. */
@Path("/account/liquidations")
@Produces(MediaType.APPLICATION_JSON)
public final class LiquidationResource {
  private final VenueView view;

  public LiquidationResource(VenueView view) {
    this.view = view;
  }

  /** The last hundred liquidations. */
  @GET
  @Access(Who.ACCOUNT)
  public LiquidationJson.Liquidations liquidations(@Context SecurityContext security) {
    final long accountId = Caller.of(security).accountId();
    return new LiquidationJson.Liquidations(
        view.liquidations().standing(accountId).name(),
        view.liquidations().of(accountId).stream()
            .map(packet -> LiquidationJson.packet(packet, id -> view.market(id).symbol()))
            .toList());
  }
}
