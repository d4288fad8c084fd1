package com.ballastmarkets.api.ledger;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.staff.StaffDesk;
import com.ballastmarkets.api.venue.VenueView;
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

/** The books, for staff. */
@Path("/staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BooksResource {
  private final VenueView view;
  private final BooksDesk desk;
  private final StaffDesk staff;

  public BooksResource(VenueView view, BooksDesk desk, StaffDesk staff) {
    this.view = view;
    this.desk = desk;
    this.staff = staff;
  }

  @GET
  @Path("/accounts/{account_id}/statement")
  @Access(Who.STAFF)
  public BooksJson.Statement statement(
      @PathParam("account_id") long accountId, @Context UriInfo uri) {
    if (!view.isKnown(accountId)) {
      throw ApiException.of(ErrorCode.ACCOUNT_NOT_FOUND);
    }
    return BooksJson.statement(Period.of(uri).statement(desk, accountId));
  }

  /** Debits and credits per line of the chart of accounts. */
  @GET
  @Path("/ledger/trial-balance")
  @Access(Who.STAFF)
  public BooksJson.TrialBalance trialBalance() {
    return BooksJson.trialBalance(desk.trialBalance());
  }

  /** The last comparison of engine, ledger and custody, and all breaks that wait for a word. */
  @GET
  @Path("/reconciliations")
  @Access(Who.STAFF)
  public BooksJson.Reconciliations reconciliations() {
    final BooksDesk.Run last = desk.lastRun();
    return new BooksJson.Reconciliations(
        last == null ? null : BooksJson.reconciliation(last),
        desk.unexplained().stream().map(BooksJson::found).toList());
  }

  /** Compares now. */
  @POST
  @Path("/reconciliations")
  @Access(Who.OPERATOR)
  public Response reconcile(@Context SecurityContext security) {
    staff.record(Caller.of(security).getName(), "reconcile", "", "{}");
    return Response.status(Response.Status.CREATED)
        .entity(BooksJson.reconciliation(desk.reconcile()))
        .build();
  }

  /** Explains a break, which stays: {@code {"kind", "subject", "explanation"}}. */
  @POST
  @Path("/reconciliations/{run_id}/explanations")
  @Access(Who.OPERATOR)
  public Response explain(
      @Context SecurityContext security, @PathParam("run_id") long runId, byte[] body) {
    final JsonFields fields =
        JsonFields.of(Json.parse(body), Set.of("kind", "subject", "explanation"));
    final String kind = fields.text("kind", 40);
    final String subject = fields.text("subject", 200);
    final String explanation = fields.text("explanation", 2_000);
    if (desk.unexplained().stream()
        .noneMatch(found ->
            found.runId() == runId
                && found.kind().equals(kind)
                && found.subject().equals(subject))) {
      throw ApiException.of(ErrorCode.NOT_FOUND, "No such break waits for an explanation");
    }
    final Caller caller = Caller.of(security);
    staff.record(
        caller.getName(),
        "explain_break",
        subject,
        Json.write(Map.of("run_id", runId, "kind", kind, "explanation", explanation)));
    desk.explain(runId, kind, subject, caller.key().staffId(), explanation);
    return Response.noContent().build();
  }
}
