package com.ballastmarkets.api.market;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.json.QueryFields;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.instrument.MarketState;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** Public market data. */
@Path("/markets")
@Produces(MediaType.APPLICATION_JSON)
public final class MarketResource {
  private static final int MAX_DEPTH = 1_000;

  private final VenueView view;
  private final LongSupplier venueTime;

  public MarketResource(VenueView view, LongSupplier venueTime) {
    this.view = view;
    this.venueTime = venueTime;
  }

  /** All markets; those that are settled or void only if asked for by state. */
  @GET
  @Access(Who.PUBLIC)
  public MarketJson.Listings markets(@Context UriInfo uri) {
    final QueryFields query = QueryFields.of(uri, Set.of("state", "type", "place"));
    final MarketState state = query.word("state", MarketState.class);
    final String type = query.text("type");
    final String place = query.text("place");
    final long now = venueTime.getAsLong();
    return new MarketJson.Listings(
        view.markets().stream()
            .filter(m -> state == null ? !m.isOver() : m.state() == state)
            .filter(m -> type == null || m.instrument().contract().typeName().equals(type))
            .filter(m -> place == null || m.instrument().place().equals(place))
            .map(m -> m.listing(now))
            .toList());
  }

  @GET
  @Path("/{market_id}")
  @Access(Who.PUBLIC)
  public MarketJson.Details market(@PathParam("market_id") String symbol) {
    return view.market(symbol).details(venueTime.getAsLong());
  }

  @GET
  @Path("/{market_id}/orderbook")
  @Access(Who.PUBLIC)
  public MarketJson.Depth orderbook(@PathParam("market_id") String symbol, @Context UriInfo uri) {
    final int depth = QueryFields.of(uri, Set.of("depth")).whole("depth", 20, 1, MAX_DEPTH);
    return view.market(symbol).depth(depth, venueTime.getAsLong());
  }

  @GET
  @Path("/{market_id}/trades")
  @Access(Who.PUBLIC)
  public MarketJson.Trades trades(@PathParam("market_id") String symbol, @Context UriInfo uri) {
    final QueryFields query = QueryFields.of(uri, Set.of("limit", "cursor"));
    final int limit = query.limit(100);
    final Market market = view.market(symbol);
    final List<Market.PublicTrade> page = market.trades(query.cursor(), limit + 1);
    final boolean more = page.size() > limit;
    final List<Market.PublicTrade> shown = more ? page.subList(0, limit) : page;
    return new MarketJson.Trades(
        symbol,
        shown.stream().map(trade -> MarketJson.trade(market, trade)).toList(),
        QueryFields.cursorAfter(shown.isEmpty() ? 0 : shown.getLast().tradeId(), more));
  }
}
