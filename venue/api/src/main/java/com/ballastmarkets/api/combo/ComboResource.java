package com.ballastmarkets.api.combo;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.json.QueryFields;
import com.ballastmarkets.api.market.Market;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.CanonicalLegs;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.protocol.port.JournalEntry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Combos: anybody sees them, any account defines them. */
@Path("/combos")
@Produces(MediaType.APPLICATION_JSON)
public final class ComboResource {
  private static final int MAX_RATIO = 1_000_000;

  private final VenueView view;
  private final CommandGate gate;

  public ComboResource(VenueView view, CommandGate gate) {
    this.view = view;
    this.gate = gate;
  }

  /** The combos that can be traded, or those that a market is a leg of. */
  @GET
  @Access(Who.PUBLIC)
  public ComboJson.Combos combos(@Context UriInfo uri) {
    final String leg = QueryFields.of(uri, Set.of("market_id")).text("market_id");
    final List<ComboJson.Combo> combos = new ArrayList<>();
    for (final Market market : view.markets()) {
      if (market.instrument().contract() instanceof Contract.Combo contract && !market.isOver()) {
        final ComboJson.Combo combo = ComboJson.combo(market, contract, this::symbol);
        if (leg == null || combo.legs().stream().anyMatch(l -> l.marketId().equals(leg))) {
          combos.add(combo);
        }
      }
    }
    return new ComboJson.Combos(combos);
  }

  /** Defines a combo: 201, or 200 if the same legs were defined before, however they were said. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public Response define(@Context SecurityContext security, byte[] body) {
    final JsonFields fields = JsonFields.of(Json.parse(body), Set.of("legs"));
    final List<Contract.ComboLeg> legs =
        fields.objects("legs", CanonicalLegs.MAX_LEGS, Set.of("market_id", "ratio"), this::leg);
    final long accountId = Caller.of(security).accountId();
    boolean listed = false;
    for (final JournalEntry entry : gate.call(new Command.DefineCombo(accountId, legs))) {
      listed |= entry.event() instanceof Event.MarketListed;
      if (entry.event() instanceof Event.ComboDefined defined) {
        return answer(defined, listed);
      }
    }
    throw new IllegalStateException("the venue did not answer a definition");
  }

  private Contract.ComboLeg leg(JsonFields fields) {
    final Market market = view.market(fields.text("market_id", 64));
    final long ratio = fields.whole("ratio", -MAX_RATIO, MAX_RATIO);
    if (ratio == 0) {
      throw fields.wrong("ratio", "must not be zero");
    }
    return new Contract.ComboLeg(market.instrument().marketId(), (int) ratio);
  }

  private Response answer(Event.ComboDefined defined, boolean listed) {
    final Market market = view.market(defined.marketId());
    if (!(market.instrument().contract() instanceof Contract.Combo contract)) {
      throw new IllegalStateException("no combo: " + market.symbol());
    }
    final ComboJson.Defined answer =
        new ComboJson.Defined(ComboJson.combo(market, contract, this::symbol), defined.reversed());
    return listed
        ? Response.created(URI.create("markets/" + market.symbol())).entity(answer).build()
        : Response.ok(answer).build();
  }

  private String symbol(int marketId) {
    return view.market(marketId).symbol();
  }
}
