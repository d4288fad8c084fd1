package com.ballastmarkets.api.ledger;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;

/** An account's statement, for its holder. */
@Path("/account")
@Produces(MediaType.APPLICATION_JSON)
public final class StatementResource {
  private final BooksDesk desk;

  public StatementResource(BooksDesk desk) {
    this.desk = desk;
  }

  /** The caller's cash movements over UTC days, both inclusive. */
  @GET
  @Path("/statement")
  @Access(Who.ACCOUNT)
  public BooksJson.Statement statement(@Context SecurityContext security, @Context UriInfo uri) {
    return BooksJson.statement(Period.of(uri).statement(desk, Caller.of(security).accountId()));
  }
}
