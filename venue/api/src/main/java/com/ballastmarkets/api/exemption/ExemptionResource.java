package com.ballastmarkets.api.exemption;

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

/** The hedge exemptions of the caller's firm. */
@Path("/account/hedge-exemptions")
@Produces(MediaType.APPLICATION_JSON)
public final class ExemptionResource {
  private final VenueView view;
  private final ExemptionDesk desk;

  public ExemptionResource(VenueView view, ExemptionDesk desk) {
    this.view = view;
    this.desk = desk;
  }

  @GET
  @Access(Who.ACCOUNT)
  public ExemptionJson.Exemptions own(@Context SecurityContext security) {
    return ExemptionJson.exemptions(
        desk.of(view.account(Caller.of(security).accountId()).participantId()));
  }
}
