package com.ballastmarkets.api.staff;

import com.ballastmarkets.api.account.Account;
import com.ballastmarkets.api.account.AccountJson;
import com.ballastmarkets.api.account.Participant;
import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.idempotency.IdempotencyFilter;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.order.OrderJson;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.Role;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts and keys, opened and closed by staff. */
@Path("/staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountOperationsResource {
  private final VenueView view;
  private final CommandGate gate;
  private final StaffDesk desk;

  public AccountOperationsResource(VenueView view, CommandGate gate, StaffDesk desk) {
    this.view = view;
    this.gate = gate;
    this.desk = desk;
  }

  record Line(long accountId, long participantId, String name, int leverage) {}

  record Lines(List<Line> accounts) {}

  record Details(
      long accountId,
      int leverage,
      boolean suspended,
      AccountJson.Balance balance,
      List<AccountJson.Position> positions,
      List<OrderJson.Order> openOrders) {}

  /** The only time that a secret is shown. */
  record NewKey(String apiKey, String apiSecret, String role, long accountId) {}

  @GET
  @Path("/accounts")
  @Access(Who.STAFF)
  public Lines accounts() {
    return new Lines(
        desk.accounts().stream()
            .map(a -> new Line(a.accountId(), a.participantId(), a.name(), a.leverage()))
            .toList());
  }

  /** {@code {"participant", "name", "leverage"}}. */
  @POST
  @Path("/accounts")
  @Access(Who.OPERATOR)
  public Response open(
      @Context SecurityContext security,
      @HeaderParam(IdempotencyFilter.HEADER) @Nullable String idempotencyKey,
      byte[] body) {
    final JsonFields fields =
        JsonFields.of(Json.parse(body), Set.of("participant", "name", "leverage"));
    final String participant = fields.text("participant", 100);
    final String name = fields.text("name", 100);
    final int leverage = fields.has("leverage") ? (int) fields.whole("leverage", 1, 10) : 1;
    record(security, "open_account", name, Map.of("participant", participant));
    final StaffDesk.AccountPapers papers =
        desk.enterAccount(
            participant,
            name,
            leverage,
            idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey);
    gate.call(
        new Command.OpenAccount(
            papers.accountId(), papers.participantId(), AccountKind.CLIENT, leverage));
    return Response.status(Response.Status.CREATED)
        .entity(new Line(papers.accountId(), papers.participantId(), name, leverage))
        .build();
  }

  @GET
  @Path("/accounts/{account_id}")
  @Access(Who.STAFF)
  public Details account(@PathParam("account_id") long accountId) {
    final Account account = known(accountId);
    return new Details(
        accountId,
        account.leverage(),
        account.isSuspended(),
        AccountJson.balance(account.balance(view::market)),
        account.positions(view::market).stream().map(AccountJson::position).toList(),
        account.blotter().open().stream().map(OrderJson::order).toList());
  }

  /** {@code {"engaged": true}}. */
  @POST
  @Path("/accounts/{account_id}/kill-switch")
  @Access(Who.OPERATOR)
  public Details killSwitch(
      @Context SecurityContext security, @PathParam("account_id") long accountId, byte[] body) {
    known(accountId);
    final boolean engaged =
        JsonFields.of(Json.parse(body), Set.of("engaged")).requiredFlag("engaged");
    record(security, "kill_switch", String.valueOf(accountId), Map.of("engaged", engaged));
    gate.call(new Command.SetKillSwitch(accountId, engaged));
    return account(accountId);
  }

  @GET
  @Path("/participants/{participant_id}/kill-switch")
  @Access(Who.STAFF)
  public AccountJson.ParticipantSwitches participantSwitches(
      @PathParam("participant_id") long participantId) {
    return AccountJson.switches(knownParticipant(participantId));
  }

  /** Operations' switch over all accounts of a firm: {@code {"engaged": true}}. */
  @POST
  @Path("/participants/{participant_id}/kill-switch")
  @Access(Who.OPERATOR)
  public AccountJson.ParticipantSwitches participantKillSwitch(
      @Context SecurityContext security,
      @PathParam("participant_id") long participantId,
      byte[] body) {
    knownParticipant(participantId);
    final boolean engaged =
        JsonFields.of(Json.parse(body), Set.of("engaged")).requiredFlag("engaged");
    record(
        security,
        "participant_kill_switch",
        String.valueOf(participantId),
        Map.of("engaged", engaged));
    gate.call(new Command.SetParticipantKillSwitch(participantId, engaged, true));
    return participantSwitches(participantId);
  }

  private Participant knownParticipant(long participantId) {
    if (!view.isParticipantKnown(participantId)) {
      throw ApiException.of(RejectReason.UNKNOWN_PARTICIPANT, Map.of());
    }
    return view.participant(participantId);
  }

  /** {@code {"label"}}. */
  @POST
  @Path("/accounts/{account_id}/keys")
  @Access(Who.OPERATOR)
  public Response createKey(
      @Context SecurityContext security, @PathParam("account_id") long accountId, byte[] body) {
    known(accountId);
    final String label = JsonFields.of(Json.parse(body), Set.of("label")).text("label", 100);
    record(security, "create_key", String.valueOf(accountId), Map.of("label", label));
    return shown(desk.createKey(accountId, label));
  }

  /** {@code {"name", "role": "operator" | "arbitrator" | "auditor"}}. */
  @POST
  @Path("/keys")
  @Access(Who.OPERATOR)
  public Response createStaffKey(@Context SecurityContext security, byte[] body) {
    final JsonFields fields = JsonFields.of(Json.parse(body), Set.of("name", "role"));
    final String name = fields.text("name", 100);
    final Role role = fields.word("role", Role.class);
    if (role.isClient()) {
      throw ApiException.field("role", "must be operator, arbitrator or auditor");
    }
    record(security, "create_staff_key", name, Map.of("role", role));
    return shown(desk.createStaffKey(name, role));
  }

  @DELETE
  @Path("/keys/{api_key}")
  @Access(Who.OPERATOR)
  public Response revokeKey(
      @Context SecurityContext security, @PathParam("api_key") String apiKey) {
    record(security, "revoke_key", apiKey, Map.of());
    if (!desk.revokeKey(apiKey)) {
      throw ApiException.of(ErrorCode.NOT_FOUND, "No such key in force");
    }
    return Response.noContent().build();
  }

  private Account known(long accountId) {
    if (!view.isKnown(accountId)) {
      throw ApiException.of(ErrorCode.ACCOUNT_NOT_FOUND);
    }
    return view.account(accountId);
  }

  private static Response shown(ApiKey key) {
    return Response.status(Response.Status.CREATED)
        .entity(
            new NewKey(
                key.apiKey(),
                key.secret(),
                key.role().name().toLowerCase(Locale.ROOT),
                key.accountId()))
        .build();
  }

  private void record(
      SecurityContext security, String action, String subject, Map<String, Object> details) {
    desk.record(Caller.of(security).getName(), action, subject, Json.write(details));
  }
}
