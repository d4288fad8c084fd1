package com.ballastmarkets.api.settlement;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.idempotency.IdempotencyFilter;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.json.QueryFields;
import com.ballastmarkets.api.market.Market;
import com.ballastmarkets.api.market.MarketJson;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.settlement.SettlementTimes;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settlement values with their evidence, and disputes against them. */
@Path("/settlements")
@Produces(MediaType.APPLICATION_JSON)
public final class SettlementResource {
  private final VenueView view;
  private final CommandGate gate;
  private final SettlementDesk desk;
  private final Cache<String, Boolean> syntheticByHash =
      Caffeine.newBuilder().maximumSize(10_000).build();

  public SettlementResource(VenueView view, CommandGate gate, SettlementDesk desk) {
    this.view = view;
    this.gate = gate;
    this.desk = desk;
  }

  /** The answer to a dispute that was opened. */
  record DisputeOpened(
      String disputeId, String marketId, String state, BigDecimal bond, String evidenceHash) {}

  /** Markets with a published value or void, the latest expiry first. */
  @GET
  @Access(Who.PUBLIC)
  public SettlementJson.Lines settlements(@Context UriInfo uri) {
    final QueryFields query =
        QueryFields.of(uri, Set.of("state", "place", "type", "limit", "cursor"));
    final MarketState state = query.word("state", MarketState.class);
    final String place = query.text("place");
    final String type = query.text("type");
    final long before = query.cursor();
    final int limit = query.limit(100);
    final List<Market> page =
        view.markets().stream()
            .filter(m -> m.settlement().isPublished())
            .filter(m -> state == null || m.state() == state)
            .filter(m -> place == null || m.instrument().place().equals(place))
            .filter(m -> type == null || m.instrument().contract().typeName().equals(type))
            .filter(m -> m.instrument().marketId() < before)
            .sorted(Comparator.comparingInt((Market m) -> m.instrument().marketId()).reversed())
            .limit(limit + 1L)
            .toList();
    final boolean more = page.size() > limit;
    final List<Market> shown = more ? page.subList(0, limit) : page;
    return new SettlementJson.Lines(
        shown.stream().map(this::line).toList(),
        QueryFields.cursorAfter(
            shown.isEmpty() ? 0 : shown.getLast().instrument().marketId(), more));
  }

  @GET
  @Path("/{market_id}")
  @Access(Who.PUBLIC)
  public SettlementJson.Details settlement(@PathParam("market_id") String symbol) {
    final Market market = view.market(symbol);
    final Settlement settlement = market.settlement();
    if (!settlement.isPublished()) {
      throw ApiException.of(ErrorCode.SETTLEMENT_NOT_FOUND);
    }
    final SettlementJson.Line line = line(market);
    return new SettlementJson.Details(
        line.marketId(),
        line.name(),
        line.type(),
        line.place(),
        line.state(),
        line.windowStart(),
        line.windowEnd(),
        line.notice(),
        market.instrument().rulesHash(),
        line.settlement(),
        settlement.disputes().stream().map(SettlementJson::dispute).toList(),
        desk.evidence(symbol).map(SettlementJson::evidence).orElse(null));
  }

  /** The bundle that {@code ballast verify} checks offline. */
  @GET
  @Path("/{market_id}/bundle")
  @Access(Who.PUBLIC)
  public Response bundle(@PathParam("market_id") String symbol) {
    final String known = view.market(symbol).symbol();
    final SettlementDesk.Bundle bundle =
        desk.bundle(known).orElseThrow(() -> ApiException.of(ErrorCode.SETTLEMENT_NOT_FOUND));
    return Response.ok(bundle.content(), bundle.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + bundle.fileName() + "\"")
        .build();
  }

  /** Disputes a provisional value: {@code {"reason", "evidence"}}; a bond is taken. */
  @POST
  @Path("/{market_id}/disputes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public Response dispute(
      @Context SecurityContext security,
      @PathParam("market_id") String symbol,
      @HeaderParam(IdempotencyFilter.HEADER) @Nullable String idempotencyKey,
      byte[] body) {
    final Market market = view.market(symbol);
    final JsonFields fields = JsonFields.of(Json.parse(body), Set.of("reason", "evidence"));
    final String reason = fields.text("reason", 2_000);
    final String evidence = fields.optionalText("evidence", 100_000);
    final long accountId = Caller.of(security).accountId();
    final SettlementDesk.DisputePapers papers =
        desk.fileDispute(
            accountId,
            market.symbol(),
            reason,
            evidence == null ? "" : evidence,
            idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey);
    gate.call(
        new Command.OpenDispute(
            papers.disputeId(), market.instrument().marketId(), accountId, papers.evidenceHash()));
    return Response.status(Response.Status.CREATED)
        .entity(
            new DisputeOpened(
                SettlementJson.id(papers.disputeId()),
                market.symbol(),
                "open",
                Decimals.money(SettlementTimes.DISPUTE_BOND_MICROS),
                papers.evidenceHash()))
        .build();
  }

  private SettlementJson.Line line(Market market) {
    return new SettlementJson.Line(
        market.symbol(),
        market.instrument().name(),
        market.instrument().contract().typeName(),
        market.instrument().place(),
        MarketJson.word(market.state()),
        Decimals.time(market.instrument().windowStartNanos()),
        Decimals.time(market.instrument().expiryNanos()),
        isSynthetic(market) ? SettlementJson.SYNTHETIC : null,
        SettlementJson.summary(market.settlement()));
  }

  /** Asked once per snapshot: what its hash names does not change. */
  private boolean isSynthetic(Market market) {
    final String hash = market.settlement().evidenceHash();
    if (hash.isEmpty()) {
      return false;
    }
    final Boolean known = syntheticByHash.getIfPresent(hash);
    if (known != null) {
      return known;
    }
    final Optional<SettlementDesk.Evidence> evidence = desk.evidence(market.symbol());
    evidence.ifPresent(e -> syntheticByHash.put(hash, e.synthetic()));
    return evidence.map(SettlementDesk.Evidence::synthetic).orElse(false);
  }
}
