package com.ballastmarkets.api.staff;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.FixSession;
import com.ballastmarkets.sql.identity.Network;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Clients' FIX sessions, opened, changed and closed by staff while the gateway runs. */
@Path("/staff/fix-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FixSessionResource {
  private static final Pattern COMP_ID = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,31}");
  private static final List<String> VERSIONS = List.of("FIX.4.4", "FIXT.1.1");
  private static final int MAX_RATE = 1_000_000;
  private static final int MAX_NETWORKS = 50;
  private static final Set<String> TERMS =
      Set.of("enabled", "messages_per_second", "versions", "on_disconnect", "allowed_networks");

  private final VenueView view;
  private final StaffDesk desk;

  public FixSessionResource(VenueView view, StaffDesk desk) {
    this.view = view;
    this.desk = desk;
  }

  /**
   * A session.
   *
   * @param messagesPerSecond null for the gateway's own rate
   * @param versions the BeginStrings it may log on with
   * @param allowedNetworks where it may come from; empty for anywhere
   */
  public record Session(
      String senderCompId,
      long accountId,
      String apiKey,
      boolean enabled,
      @Nullable Integer messagesPerSecond,
      List<String> versions,
      String onDisconnect,
      List<String> allowedNetworks) {}

  public record Sessions(List<Session> fixSessions) {}

  /** The only time that the secret is shown. */
  public record NewSession(Session fixSession, String apiSecret) {}

  private record Wanted(FixSession terms, List<Network> networks) {}

  @GET
  @Access(Who.STAFF)
  public Sessions sessions() {
    return new Sessions(desk.fixSessions().stream().map(FixSessionResource::shown).toList());
  }

  /**
   * Opens one: {@code {"sender_comp_id", "account_id", …terms}}; its key is shown in the answer.
   */
  @POST
  @Access(Who.OPERATOR)
  public Response open(@Context SecurityContext security, byte[] body) {
    final Set<String> allowed = new HashSet<>(TERMS);
    allowed.addAll(List.of("sender_comp_id", "account_id"));
    final JsonFields fields = JsonFields.of(Json.parse(body), allowed);
    final String senderCompId = fields.text("sender_comp_id", 32);
    if (!COMP_ID.matcher(senderCompId).matches()) {
      throw fields.wrong("sender_comp_id", "must be 2 to 32 of A to Z, 0 to 9 and -");
    }
    final long accountId = fields.whole("account_id", 1, Long.MAX_VALUE);
    if (!view.isKnown(accountId)) {
      throw ApiException.of(ErrorCode.ACCOUNT_NOT_FOUND);
    }
    final Wanted wanted = wanted(senderCompId, fields);
    if (known(senderCompId) != null) {
      throw fields.wrong("sender_comp_id", "is in use");
    }
    record(security, "open_fix_session", wanted, Map.of("account_id", accountId));
    final ApiKey key = desk.openFixSession(accountId, wanted.terms(), wanted.networks());
    return Response.status(Response.Status.CREATED)
        .entity(new NewSession(shown(required(senderCompId)), key.secret()))
        .build();
  }

  /** Sets its terms; what is absent is standard. Disabled, it is logged out. */
  @PUT
  @Path("/{sender_comp_id}")
  @Access(Who.OPERATOR)
  public Session change(
      @Context SecurityContext security,
      @PathParam("sender_comp_id") String senderCompId,
      byte[] body) {
    required(senderCompId);
    final Wanted wanted = wanted(senderCompId, JsonFields.of(Json.parse(body), TERMS));
    record(security, "change_fix_session", wanted, Map.of());
    desk.changeFixSession(wanted.terms(), wanted.networks());
    return shown(required(senderCompId));
  }

  private static Wanted wanted(String senderCompId, JsonFields fields) {
    final FixSession.OnDisconnect onDisconnect =
        fields.optionalWord("on_disconnect", FixSession.OnDisconnect.class);
    final List<String> versions = fields.texts("versions", VERSIONS.size(), 8);
    if (!VERSIONS.containsAll(versions)) {
      throw fields.wrong("versions", "are of " + String.join(", ", VERSIONS));
    }
    return new Wanted(
        new FixSession(
            senderCompId,
            fields.has("messages_per_second")
                ? (int) fields.whole("messages_per_second", 1, MAX_RATE)
                : 0,
            versions,
            onDisconnect == null ? FixSession.OnDisconnect.QUOTES : onDisconnect,
            fields.flag("enabled", true)),
        fields.texts("allowed_networks", MAX_NETWORKS, 50).stream()
            .map(text -> network(fields, text))
            .toList());
  }

  private static Network network(JsonFields fields, String text) {
    try {
      return Network.parse(text);
    } catch (IllegalArgumentException e) {
      throw fields.wrong("allowed_networks", "are addresses or ranges like 10.1.0.0/16");
    }
  }

  private StaffDesk.@Nullable FixSessionEntry known(String senderCompId) {
    return desk.fixSessions().stream()
        .filter(entry -> entry.terms().senderCompId().equals(senderCompId))
        .findFirst()
        .orElse(null);
  }

  private StaffDesk.FixSessionEntry required(String senderCompId) {
    final StaffDesk.FixSessionEntry entry = known(senderCompId);
    if (entry == null) {
      throw ApiException.of(ErrorCode.NOT_FOUND, "No such FIX session");
    }
    return entry;
  }

  private static Session shown(StaffDesk.FixSessionEntry entry) {
    final FixSession terms = entry.terms();
    return new Session(
        terms.senderCompId(),
        entry.key().accountId(),
        entry.key().apiKey(),
        terms.enabled(),
        terms.messagesPerSecond() == 0 ? null : (Integer) terms.messagesPerSecond(),
        terms.beginStrings().isEmpty() ? VERSIONS : terms.beginStrings(),
        terms.onDisconnect().name().toLowerCase(Locale.ROOT),
        entry.key().allowedNetworks().stream().map(Network::toString).toList());
  }

  private void record(
      SecurityContext security, String action, Wanted wanted, Map<String, Object> more) {
    final FixSession terms = wanted.terms();
    final Map<String, Object> details = new java.util.TreeMap<>(more);
    details.put("enabled", terms.enabled());
    details.put("messages_per_second", terms.messagesPerSecond());
    details.put("versions", terms.beginStrings());
    details.put("on_disconnect", terms.onDisconnect());
    details.put("allowed_networks", wanted.networks().stream().map(Network::toString).toList());
    desk.record(Caller.of(security).getName(), action, terms.senderCompId(), Json.write(details));
  }
}
