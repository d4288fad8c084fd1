package com.ballastmarkets.api.exemption;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.staff.StaffDesk;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.event.RejectReason;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;

/** Staff's side of hedge exemptions. */
@Path("/staff/hedge-exemptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ExemptionStaffResource {
  private static final Set<String> TERMS =
      Set.of(
          "participant_id",
          "market_id",
          "type",
          "place",
          "extra_size",
          "document_sha256",
          "reason",
          "from",
          "to");

  private final VenueView view;
  private final ExemptionDesk desk;
  private final StaffDesk staff;

  public ExemptionStaffResource(VenueView view, ExemptionDesk desk, StaffDesk staff) {
    this.view = view;
    this.desk = desk;
    this.staff = staff;
  }

  @GET
  @Access(Who.STAFF)
  public ExemptionJson.Exemptions all() {
    return ExemptionJson.exemptions(desk.all());
  }

  /** Of {@code market_id}, or of each market of {@code type} at {@code place}. */
  @POST
  @Access(Who.OPERATOR)
  public Response approve(@Context SecurityContext security, byte[] body) {
    final JsonFields fields = JsonFields.of(Json.parse(body), TERMS);
    final ExemptionDesk.Terms terms =
        new ExemptionDesk.Terms(
            fields.whole("participant_id", 1, Long.MAX_VALUE),
            fields.optionalText("market_id", 64),
            fields.optionalText("type", 20),
            fields.optionalText("place", 40),
            fields.whole("extra_size", 1, Long.MAX_VALUE),
            fields.text("document_sha256", 64),
            fields.text("reason", 500),
            day(fields, "from"),
            day(fields, "to"));
    if (!view.isParticipantKnown(terms.participantId())) {
      throw ApiException.of(RejectReason.UNKNOWN_PARTICIPANT, Map.of());
    }
    record(
        security,
        "approve_hedge_exemption",
        terms.participantId(),
        Map.of("extra_size", terms.extraLots(), "document_sha256", terms.documentSha256()));
    try {
      return Response.status(Response.Status.CREATED)
          .entity(ExemptionJson.exemption(desk.approve(Caller.of(security).getName(), terms)))
          .build();
    } catch (IllegalArgumentException e) {
      throw ApiException.of(ErrorCode.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  /** Ends an exemption before its last day. */
  @POST
  @Path("/{exemption_id}/end")
  @Access(Who.OPERATOR)
  public ExemptionJson.Exemption end(
      @Context SecurityContext security, @PathParam("exemption_id") long exemptionId) {
    record(security, "end_hedge_exemption", exemptionId, Map.of());
    return desk.end(Caller.of(security).getName(), exemptionId)
        .map(ExemptionJson::exemption)
        .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND, "No such hedge exemption"));
  }

  private static LocalDate day(JsonFields fields, String name) {
    try {
      return LocalDate.parse(fields.text(name, 10));
    } catch (DateTimeParseException e) {
      throw fields.wrong(name, "must be a day like 2025-03-15");
    }
  }

  private void record(
      SecurityContext security, String action, long subject, Map<String, Object> details) {
    staff.record(
        Caller.of(security).getName(), action, String.valueOf(subject), Json.write(details));
  }
}
