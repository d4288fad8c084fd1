package com.ballastmarkets.api.treasury;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.idempotency.IdempotencyFilter;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.json.QueryFields;
import com.ballastmarkets.api.staff.StaffDesk;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settlement batches, seen and approved by staff. */
@Path("/staff/settlement-batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SettlementBatchResource {
  private static final int MAX_RESULTS = 500;

  private final SettlementBatchDesk desk;
  private final StaffDesk staff;

  public SettlementBatchResource(SettlementBatchDesk desk, StaffDesk staff) {
    this.desk = desk;
    this.staff = staff;
  }

  @GET
  @Access(Who.STAFF)
  public SettlementBatchJson.Batches batches(@Context UriInfo uri) {
    final QueryFields query = QueryFields.of(uri, Set.of("state"));
    return new SettlementBatchJson.Batches(
        desk.batches(query.text("state")).stream().map(SettlementBatchJson::batch).toList());
  }

  @GET
  @Path("/{batch_id}")
  @Access(Who.STAFF)
  public SettlementBatchJson.Batch batch(@PathParam("batch_id") String reference) {
    return SettlementBatchJson.batch(known(reference));
  }

  /** Puts the approved withdrawals that wait into a batch now, before the calendar does. */
  @POST
  @Access(Who.OPERATOR)
  public Response create(
      @Context SecurityContext security,
      @HeaderParam(IdempotencyFilter.HEADER) @Nullable String idempotencyKey) {
    final String name = Caller.of(security).getName();
    staff.record(name, "create_settlement_batch", "", "{}");
    return Response.status(Response.Status.CREATED)
        .entity(
            SettlementBatchJson.batch(
                desk.create(name, idempotencyKey)
                    .orElseThrow(() ->
                        ApiException.of(
                            ErrorCode.INVALID_REQUEST,
                            "no approved withdrawal waits for a settlement batch"))))
        .build();
  }

  @POST
  @Path("/{batch_id}/approve")
  @Access(Who.OPERATOR)
  public SettlementBatchJson.Batch approve(
      @Context SecurityContext security, @PathParam("batch_id") String reference) {
    final String name = known(security, reference, "approve_settlement_batch", Map.of());
    return SettlementBatchJson.batch(desk.approve(reference, name));
  }

  /** {@code {"reason"}}. */
  @POST
  @Path("/{batch_id}/refuse")
  @Access(Who.OPERATOR)
  public SettlementBatchJson.Batch refuse(
      @Context SecurityContext security, @PathParam("batch_id") String reference, byte[] body) {
    final String reason = JsonFields.of(Json.parse(body), Set.of("reason")).text("reason", 1_000);
    final String name =
        known(security, reference, "refuse_settlement_batch", Map.of("reason", reason));
    return SettlementBatchJson.batch(desk.refuse(reference, name, reason));
  }

  /** Hands an approved batch to the rail now, and takes what the rail says of it. */
  @POST
  @Path("/{batch_id}/submit")
  @Access(Who.OPERATOR)
  public SettlementBatchJson.Batch submit(
      @Context SecurityContext security, @PathParam("batch_id") String reference) {
    known(security, reference, "submit_settlement_batch", Map.of());
    return SettlementBatchJson.batch(desk.submit(reference));
  }

  /**
   * Enters results by hand: {@code {"results": [{"withdrawal_id", "state", "transaction" |
   * "reason"}]}}, all or none.
   */
  @POST
  @Path("/{batch_id}/results")
  @Access(Who.OPERATOR)
  public SettlementBatchJson.Batch results(
      @Context SecurityContext security, @PathParam("batch_id") String reference, byte[] body) {
    final List<SettlementBatchDesk.Result> results =
        JsonFields.of(Json.parse(body), Set.of("results"))
            .objects(
                "results",
                MAX_RESULTS,
                Set.of("withdrawal_id", "state", "transaction", "reason"),
                SettlementBatchResource::result);
    known(security, reference, "enter_transfer_results", Map.of("results", results));
    return SettlementBatchJson.batch(desk.results(reference, results));
  }

  private enum Word {
    CONFIRMED,
    FAILED
  }

  private static SettlementBatchDesk.Result result(JsonFields fields) {
    final String withdrawal = fields.text("withdrawal_id", 64);
    return switch (fields.word("state", Word.class)) {
      case CONFIRMED ->
          new SettlementBatchDesk.Result(withdrawal, true, fields.text("transaction", 128));
      case FAILED -> new SettlementBatchDesk.Result(withdrawal, false, fields.text("reason", 500));
    };
  }

  private SettlementBatchDesk.Batch known(String reference) {
    return desk.batch(reference)
        .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND, "No such settlement batch"));
  }

  /** Who is asking; it is written down before it is done. */
  private String known(
      SecurityContext security, String reference, String action, Map<String, Object> details) {
    known(reference);
    final String name = Caller.of(security).getName();
    staff.record(name, action, reference, Json.write(details));
    return name;
  }
}
