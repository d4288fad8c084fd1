package com.ballastmarkets.api.treasury;

import static com.ballastmarkets.api.treasury.TreasuryResource.positive;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.json.QueryFields;
import com.ballastmarkets.api.staff.StaffDesk;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;

/** The back office's side of deposits and withdrawals. */
@Path("/staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TreasuryStaffResource {
  private final TreasuryDesk desk;
  private final Crediting crediting;
  private final StaffDesk staff;

  public TreasuryStaffResource(TreasuryDesk desk, Crediting crediting, StaffDesk staff) {
    this.desk = desk;
    this.crediting = crediting;
    this.staff = staff;
  }

  /** Credits USDC that has arrived: {@code {"account_id", "amount", "reference"}}. */
  @POST
  @Path("/deposits")
  @Access(Who.OPERATOR)
  public Response deposit(@Context SecurityContext security, byte[] body) {
    final JsonFields fields =
        JsonFields.of(Json.parse(body), Set.of("account_id", "amount", "reference"));
    final long accountId = fields.whole("account_id", 1, Long.MAX_VALUE);
    final long amount = positive(fields);
    final String reference = fields.id("reference");
    staff.record(
        Caller.of(security).getName(),
        "deposit",
        String.valueOf(accountId),
        Json.write(Map.of("amount_micros", amount, "reference", reference)));
    return Response.status(Response.Status.CREATED)
        .entity(crediting.credit(accountId, amount, reference, TreasuryDesk.Source.CUSTODY))
        .build();
  }

  @GET
  @Path("/withdrawals")
  @Access(Who.STAFF)
  public TreasuryJson.Withdrawals withdrawals(@Context UriInfo uri) {
    final QueryFields query = QueryFields.of(uri, Set.of("state"));
    return new TreasuryJson.Withdrawals(
        desk.withdrawals(0, query.text("state")).stream().map(TreasuryJson::withdrawal).toList());
  }

  @POST
  @Path("/withdrawals/{withdrawal_id}/approve")
  @Access(Who.OPERATOR)
  public TreasuryJson.Withdrawal approve(
      @Context SecurityContext security, @PathParam("withdrawal_id") String reference) {
    final Caller caller = Caller.of(security);
    staff.record(caller.getName(), "approve_withdrawal", reference, "{}");
    return TreasuryJson.withdrawal(desk.approve(reference, caller.key().staffId()));
  }

  @POST
  @Path("/withdrawals/{withdrawal_id}/refuse")
  @Access(Who.OPERATOR)
  public TreasuryJson.Withdrawal refuse(
      @Context SecurityContext security,
      @PathParam("withdrawal_id") String reference,
      byte[] body) {
    final Caller caller = Caller.of(security);
    final String reason = JsonFields.of(Json.parse(body), Set.of("reason")).text("reason", 1_000);
    staff.record(
        caller.getName(), "refuse_withdrawal", reference, Json.write(Map.of("reason", reason)));
    return TreasuryJson.withdrawal(desk.refuse(reference, caller.key().staffId(), reason));
  }

  /** Allows withdrawals to an address: {@code {"address", "label"}}. */
  @POST
  @Path("/accounts/{account_id}/withdrawal-addresses")
  @Access(Who.OPERATOR)
  public Response whitelist(
      @Context SecurityContext security, @PathParam("account_id") long accountId, byte[] body) {
    final JsonFields fields = JsonFields.of(Json.parse(body), Set.of("address", "label"));
    final String address = fields.text("address", 64);
    staff.record(
        Caller.of(security).getName(),
        "whitelist_address",
        String.valueOf(accountId),
        Json.write(Map.of("address", address)));
    final String label = fields.optionalText("label", 100);
    desk.whitelist(accountId, address, label == null ? "" : label);
    return Response.noContent().build();
  }
}
