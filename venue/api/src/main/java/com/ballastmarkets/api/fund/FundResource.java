package com.ballastmarkets.api.fund;

import com.ballastmarkets.api.account.Account;
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
import com.ballastmarkets.api.staff.StaffDesk;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.RejectReason;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;

/** What stands behind defaults, shown to staff and moved by them. */
@Path("/staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FundResource {
  private final VenueView view;
  private final FundDesk desk;
  private final StaffDesk staff;

  public FundResource(VenueView view, FundDesk desk, StaffDesk staff) {
    this.view = view;
    this.desk = desk;
    this.staff = staff;
  }

  @GET
  @Path("/funds")
  @Access(Who.STAFF)
  public FundJson.Funds funds() {
    final Account.Balance insurance = balance(SystemAccounts.INSURANCE_FUND);
    return new FundJson.Funds(
        Decimals.money(insurance.equity()),
        Decimals.money(insurance.cash()),
        Decimals.money(balance(SystemAccounts.HOUSE_TRANCHE).cash()),
        Decimals.money(balance(SystemAccounts.DEFAULT_FUND).cash()),
        Decimals.money(balance(SystemAccounts.HOUSE).cash()),
        "USDC",
        view.contributions().entrySet().stream()
            .map(entry ->
                new FundJson.Contribution(entry.getKey(), Decimals.money(entry.getValue())))
            .toList());
  }

  private Account.Balance balance(long accountId) {
    return view.account(accountId).balance(view::market);
  }

  @GET
  @Path("/fund-movements")
  @Access(Who.STAFF)
  public FundJson.Movements movements(@Context UriInfo uri) {
    final QueryFields query = QueryFields.of(uri, Set.of("state"));
    return new FundJson.Movements(
        desk.movements(query.text("state")).stream().map(FundJson::movement).toList());
  }

  /** {@code {"kind": "contribution" | "return" | "tranche", "account_id", "amount"}}. */
  @POST
  @Path("/fund-movements")
  @Access(Who.OPERATOR)
  public Response request(
      @Context SecurityContext security,
      @HeaderParam(IdempotencyFilter.HEADER) @Nullable String idempotencyKey,
      byte[] body) {
    final JsonFields fields =
        JsonFields.of(Json.parse(body), Set.of("kind", "account_id", "amount"));
    final FundDesk.Kind kind = fields.word("kind", FundDesk.Kind.class);
    final long account =
        kind == FundDesk.Kind.TRANCHE ? 0 : fields.whole("account_id", 1, Long.MAX_VALUE);
    if (kind == FundDesk.Kind.TRANCHE && fields.has("account_id")) {
      throw ApiException.field("account_id", "is the house's for the tranche: leave it out");
    }
    final long amount = fields.amount("amount");
    if (amount <= 0) {
      throw ApiException.of(RejectReason.INVALID_AMOUNT, Map.of("field", "amount"));
    }
    final String name = Caller.of(security).getName();
    staff.record(
        name,
        "request_fund_movement",
        String.valueOf(account),
        Json.write(Map.of("kind", kind, "amount_micros", amount)));
    return Response.status(Response.Status.CREATED)
        .entity(FundJson.movement(desk.request(kind, account, amount, name, idempotencyKey)))
        .build();
  }

  @POST
  @Path("/fund-movements/{movement_id}/approve")
  @Access(Who.OPERATOR)
  public FundJson.Movement approve(
      @Context SecurityContext security, @PathParam("movement_id") String reference) {
    final String name = known(security, reference, "approve_fund_movement", Map.of());
    return FundJson.movement(desk.approve(reference, name));
  }

  /** {@code {"reason"}}. */
  @POST
  @Path("/fund-movements/{movement_id}/refuse")
  @Access(Who.OPERATOR)
  public FundJson.Movement refuse(
      @Context SecurityContext security, @PathParam("movement_id") String reference, byte[] body) {
    final String reason = JsonFields.of(Json.parse(body), Set.of("reason")).text("reason", 1_000);
    final String name =
        known(security, reference, "refuse_fund_movement", Map.of("reason", reason));
    return FundJson.movement(desk.reject(reference, name, reason));
  }

  /** Who is asking; it is written down before it is done. */
  private String known(
      SecurityContext security, String reference, String action, Map<String, Object> details) {
    if (desk.movement(reference).isEmpty()) {
      throw ApiException.of(ErrorCode.NOT_FOUND, "No such fund movement");
    }
    final String name = Caller.of(security).getName();
    staff.record(name, action, reference, Json.write(details));
    return name;
  }
}
