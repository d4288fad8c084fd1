package com.ballastmarkets.api.margin;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.order.OrderRequest;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.margin.UnderlyingMargin;
import com.ballastmarkets.protocol.port.JournalEntry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's margin, explained by the engine at its place in the order of things. */
@Path("/account/margin")
@Produces(MediaType.APPLICATION_JSON)
public final class MarginResource {
  private final VenueView view;
  private final CommandGate gate;

  public MarginResource(VenueView view, CommandGate gate) {
    this.view = view;
    this.gate = gate;
  }

  /** How the margin comes about: each underlying's scenarios, the worst, each position's share. */
  @GET
  @Access(Who.ACCOUNT)
  public MarginJson.Margin margin(@Context SecurityContext security) {
    final Answer answer = ask(Caller.of(security).accountId(), null);
    return MarginJson.margin(answer.parts(), answer.whole(), this::symbol);
  }

  /** Whether an order, as for {@code POST /orders}, would be taken, and the margin with it. */
  @POST
  @Path("/what-if")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public MarginJson.WhatIf whatIf(@Context SecurityContext security, byte[] body) {
    final long accountId = Caller.of(security).accountId();
    final Answer answer = ask(accountId, OrderRequest.place(body, accountId, null, view));
    return MarginJson.whatIf(answer.parts(), answer.whole(), this::symbol);
  }

  private record Answer(List<UnderlyingMargin> parts, Event.MarginExplained whole) {}

  private Answer ask(long accountId, @Nullable OrderTicket order) {
    final List<UnderlyingMargin> parts = new ArrayList<>();
    for (final JournalEntry entry : gate.call(new Command.ExplainMargin(accountId, order))) {
      if (entry.event() instanceof Event.UnderlyingExplained part) {
        parts.add(part.margin());
      } else if (entry.event() instanceof Event.MarginExplained whole) {
        return new Answer(parts, whole);
      }
    }
    throw new IllegalStateException("a question after a margin has no answer");
  }

  private String symbol(int marketId) {
    return view.market(marketId).instrument().symbol();
  }
}
