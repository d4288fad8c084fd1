package com.ballastmarkets.api.settlement;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.market.Market;
import com.ballastmarkets.api.staff.StaffDesk;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.settlement.Ruling;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Disputes as staff sees them, and the arbitrator's rulings. */
@Path("/staff/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RulingResource {
  private final VenueView view;
  private final CommandGate gate;
  private final SettlementDesk desk;
  private final StaffDesk staff;

  public RulingResource(VenueView view, CommandGate gate, SettlementDesk desk, StaffDesk staff) {
    this.view = view;
    this.gate = gate;
    this.desk = desk;
    this.staff = staff;
  }

  record StaffDispute(
      String marketId,
      String disputeId,
      long accountId,
      String state,
      @Nullable String reason,
      @Nullable BigDecimal provisionalValue,
      String openedAt,
      @Nullable String ruling) {}

  record StaffDisputes(List<StaffDispute> disputes) {}

  @GET
  @Access(Who.STAFF)
  public StaffDisputes disputes() {
    return new StaffDisputes(
        view.markets().stream()
            .flatMap(m -> m.settlement().disputes().stream().map(d -> shown(m, d)))
            .toList());
  }

  /**
   * Rules: {@code {"ruling": "uphold" | "amend" | "void", "value", "reason", "attests_no_position":
   * true}}.
   */
  @POST
  @Path("/{dispute_id}/ruling")
  @Access(Who.ARBITRATOR)
  public StaffDispute rule(
      @Context SecurityContext security, @PathParam("dispute_id") String id, byte[] body) {
    final long disputeId = SettlementJson.number(id);
    final Market market = view.marketOfDispute(disputeId);
    if (market == null) {
      throw ApiException.of(RejectReason.DISPUTE_NOT_FOUND, Map.of());
    }
    final JsonFields fields =
        JsonFields.of(Json.parse(body), Set.of("ruling", "value", "reason", "attests_no_position"));
    final Ruling ruling = fields.word("ruling", Ruling.class);
    if (fields.has("value") != (ruling == Ruling.AMEND)) {
      throw ApiException.field("value", "is given with an amendment, and only then");
    }
    final long value = ruling == Ruling.AMEND ? fields.price("value") : 0;
    if (!fields.requiredFlag("attests_no_position")) {
      throw ApiException.field(
          "attests_no_position", "must be true: who rules holds no position in the contract");
    }
    final String reason = fields.text("reason", 10_000);
    final String arbitrator = Caller.of(security).getName();
    staff.record(
        arbitrator,
        "rule_dispute",
        id,
        Json.write(Map.of("ruling", ruling, "value_micros", value, "reason", reason)));
    final String hash = desk.fileRuling(disputeId, ruling, value, reason, arbitrator);
    gate.call(new Command.RuleDispute(disputeId, ruling, value, hash));
    return market.settlement().disputes().stream()
        .filter(dispute -> dispute.disputeId() == disputeId)
        .map(dispute -> shown(market, dispute))
        .findFirst()
        .orElseThrow();
  }

  private StaffDispute shown(Market market, Settlement.Dispute dispute) {
    final SettlementJson.DisputeLine line = SettlementJson.dispute(dispute);
    return new StaffDispute(
        market.symbol(),
        line.disputeId(),
        dispute.accountId(),
        line.state(),
        desk.disputeReason(dispute.disputeId()).orElse(null),
        Decimals.price(market.settlement().provisionalMicros()),
        line.openedAt(),
        line.ruling());
  }
}
