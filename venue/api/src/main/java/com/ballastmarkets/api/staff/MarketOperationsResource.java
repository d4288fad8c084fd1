package com.ballastmarkets.api.staff;

import com.ballastmarkets.api.ApiConfig;
import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.market.MarketJson;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What market operations do to markets and, in the sandbox, to the clock. */
@Path("/staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MarketOperationsResource {
  private static final Set<String> LISTING =
      Set.of(
          "id",
          "name",
          "type",
          "place",
          "window_start",
          "window_end",
          "tick_table",
          "reference_price",
          "baseline",
          "open");

  private final ApiConfig config;
  private final VenueView view;
  private final CommandGate gate;
  private final StaffDesk desk;
  private final LongSupplier venueTime;

  public MarketOperationsResource(
      ApiConfig config, VenueView view, CommandGate gate, StaffDesk desk, LongSupplier venueTime) {
    this.config = config;
    this.view = view;
    this.gate = gate;
    this.desk = desk;
    this.venueTime = venueTime;
  }

  record Clock(String venueTime) {}

  /** Lists a market by hand and, unless told otherwise, opens it. */
  @POST
  @Path("/markets")
  @Access(Who.OPERATOR)
  public Response list(@Context SecurityContext security, byte[] body) {
    final JsonFields fields = JsonFields.of(Json.parse(body), LISTING);
    final StaffDesk.Listing listing = listing(fields);
    final boolean open = fields.flag("open", true);
    record(security, "list_market", listing.symbol(), Map.of("name", listing.name()));
    final Instrument instrument;
    try {
      instrument = desk.draftMarket(listing);
    } catch (IllegalArgumentException e) {
      throw ApiException.of(ErrorCode.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
    gate.call(new Command.ListMarket(instrument));
    if (open) {
      gate.call(new Command.OpenMarket(instrument.marketId()));
    }
    return Response.status(Response.Status.CREATED)
        .entity(view.market(instrument.symbol()).details(venueTime.getAsLong()))
        .build();
  }

  private static StaffDesk.Listing listing(JsonFields fields) {
    return new StaffDesk.Listing(
        fields.text("id", 64),
        fields.text("name", 100),
        fields.text("type", 20),
        fields.text("place", 40),
        fields.time("window_start"),
        fields.time("window_end"),
        fields.has("tick_table") ? ticks(fields) : null,
        fields.has("reference_price") ? (Long) fields.price("reference_price") : null,
        fields.optionalText("baseline", 20));
  }

  private static TickTable ticks(JsonFields fields) {
    try {
      return new TickTable(
          fields.objects(
              "tick_table",
              20,
              Set.of("from_price", "tick_size"),
              band -> new TickTable.Band(band.price("from_price"), band.price("tick_size"))));
    } catch (IllegalArgumentException e) {
      throw ApiException.field("tick_table", String.valueOf(e.getMessage()));
    }
  }

  @POST
  @Path("/markets/{market_id}/open")
  @Access(Who.OPERATOR)
  public MarketJson.Details open(
      @Context SecurityContext security, @PathParam("market_id") String symbol) {
    return done(security, symbol, "open_market", Command.OpenMarket::new);
  }

  @POST
  @Path("/markets/{market_id}/halt")
  @Access(Who.OPERATOR)
  public MarketJson.Details halt(
      @Context SecurityContext security, @PathParam("market_id") String symbol) {
    return done(security, symbol, "halt_market", Command.HaltMarket::new);
  }

  @POST
  @Path("/markets/{market_id}/resume")
  @Access(Who.OPERATOR)
  public MarketJson.Details resume(
      @Context SecurityContext security, @PathParam("market_id") String symbol) {
    return done(security, symbol, "resume_market", Command.ResumeMarket::new);
  }

  @POST
  @Path("/markets/{market_id}/void")
  @Access(Who.OPERATOR)
  public MarketJson.Details voided(
      @Context SecurityContext security, @PathParam("market_id") String symbol) {
    return done(security, symbol, "void_market", Command.VoidMarket::new);
  }

  private MarketJson.Details done(
      SecurityContext security, String symbol, String action, IntFunction<Command> command) {
    final Instrument instrument = view.market(symbol).instrument();
    record(security, action, symbol, Map.of());
    gate.call(command.apply(instrument.marketId()));
    return view.market(symbol).details(venueTime.getAsLong());
  }

  @GET
  @Path("/clock")
  @Access(Who.STAFF)
  public Clock clock() {
    return new Clock(Decimals.time(venueTime.getAsLong()));
  }

  /**
   * Moves the venue's clock forward, in the sandbox: {@code {"advance_to": time}} or {@code
   * {"advance_seconds": n}}. All that becomes due happens before the answer.
   */
  @POST
  @Path("/clock")
  @Access(Who.OPERATOR)
  public Clock advance(@Context SecurityContext security, byte @Nullable [] body) {
    if (!config.sandbox()) {
      throw ApiException.of(ErrorCode.NOT_FOUND);
    }
    final JsonFields fields =
        JsonFields.of(
            Json.parse(body == null ? new byte[0] : body), Set.of("advance_to", "advance_seconds"));
    if (fields.has("advance_to") == fields.has("advance_seconds")) {
      throw ApiException.field("advance_to", "or advance_seconds is required, one of them");
    }
    final long to =
        fields.has("advance_to")
            ? fields.time("advance_to")
            : Math.addExact(
                venueTime.getAsLong(),
                Math.multiplyExact(
                    fields.whole("advance_seconds", 1, 366L * 24 * 3600), 1_000_000_000L));
    record(security, "advance_clock", "venue", Map.of("to", Decimals.time(to)));
    gate.call(new Command.AdvanceClock(to));
    return clock();
  }

  private void record(
      SecurityContext security, String action, String subject, Map<String, Object> details) {
    desk.record(Caller.of(security).getName(), action, subject, Json.write(details));
  }
}
