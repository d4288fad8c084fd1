package com.ballastmarkets.api.account;

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

/** The caller's open positions. */
@Path("/positions")
@Produces(MediaType.APPLICATION_JSON)
public final class PositionResource {
  private final VenueView view;

  public PositionResource(VenueView view) {
    this.view = view;
  }

  @GET
  @Access(Who.ACCOUNT)
  public AccountJson.Positions positions(@Context SecurityContext security) {
    return new AccountJson.Positions(
        view.account(Caller.of(security).accountId()).positions(view::market).stream()
            .map(AccountJson::position)
            .toList());
  }
}
