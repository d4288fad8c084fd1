package com.ballastmarkets.api.maker;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The caller's rewards of the maker programme. */
@Path("/account/maker-rewards")
@Produces(MediaType.APPLICATION_JSON)
public final class MakerResource {
  private final MakerDesk desk;

  public MakerResource(MakerDesk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ACCOUNT)
  public MakerJson.Rewards rewards(@Context SecurityContext security) {
    return new MakerJson.Rewards(
        desk.rewards(Caller.of(security).accountId()).stream().map(MakerJson::reward).toList());
  }
}
