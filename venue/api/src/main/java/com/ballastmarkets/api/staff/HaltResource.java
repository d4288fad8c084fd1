package com.ballastmarkets.api.staff;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Halts of a whole place, or of all, and the official notices that cause them. */
@Path("/staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HaltResource {
  private static final Set<String> SCOPE = Set.of("place", "all");
  private static final Set<String> NOTICE =
      Set.of("notice_id", "place", "kind", "from", "until", "document_sha256", "halt");

  private final VenueView view;
  private final CommandGate gate;
  private final StaffDesk desk;

  public HaltResource(VenueView view, CommandGate gate, StaffDesk desk) {
    this.view = view;
    this.gate = gate;
    this.desk = desk;
  }

  /**
   * A market whose phase the request changed.
   *
   * @param state the phase it is in now
   */
  public record Changed(String marketId, String state) {}

  public record Changes(List<Changed> markets) {}

  /**
   * @param reopensAt when trading goes on; null if the notice halted nothing
   */
  public record Entered(
      String noticeId, String place, @Nullable String reopensAt, List<Changed> markets) {}

  /** Halts until resumed: {@code {"place": "suez"}} or {@code {"all": true}}. */
  @POST
  @Path("/halt")
  @Access(Who.OPERATOR)
  public Changes halt(@Context SecurityContext security, byte[] body) {
    return changed(security, "halt", body, Command.HaltMarkets::new);
  }

  /** Ends halts by auction: as {@link #halt}. */
  @POST
  @Path("/resume")
  @Access(Who.OPERATOR)
  public Changes resume(@Context SecurityContext security, byte[] body) {
    return changed(security, "resume", body, Command.ResumeMarkets::new);
  }

  private Changes changed(
      SecurityContext security, String action, byte[] body, Function<String, Command> command) {
    final JsonFields fields = JsonFields.of(Json.parse(body), SCOPE);
    final boolean all = fields.flag("all", false);
    if (all == fields.has("place")) {
      throw ApiException.field("place", "or all is required, one of them");
    }
    final String place = all ? "" : fields.text("place", 40);
    record(security, action + (all ? "_all" : "_place"), all ? "venue" : place, Map.of());
    return new Changes(changes(gate.call(command.apply(place))));
  }

  private List<Changed> changes(List<JournalEntry> entries) {
    final List<Changed> changed = new ArrayList<>();
    for (JournalEntry entry : entries) {
      if (entry.event() instanceof Event.MarketStateChanged change) {
        changed.add(
            new Changed(
                view.market(change.marketId()).symbol(),
                change.to().name().toLowerCase(Locale.ROOT)));
      }
    }
    return changed;
  }

  /**
   * Enters an official notice and, if it closes or reopens the place, halts its markets for it. The
   * same notice with its {@code until} is its reopening.
   */
  @POST
  @Path("/notices")
  @Access(Who.OPERATOR)
  public Response enter(@Context SecurityContext security, byte[] body) {
    final JsonFields fields = JsonFields.of(Json.parse(body), NOTICE);
    final StaffDesk.Notice notice =
        new StaffDesk.Notice(
            fields.id("notice_id"),
            fields.text("place", 40),
            fields.word("kind", StaffDesk.NoticeKind.class),
            fields.time("from"),
            fields.has("until") ? (Long) fields.time("until") : null,
            fields.text("document_sha256", 64));
    final boolean halts = fields.flag("halt", notice.kind() != StaffDesk.NoticeKind.RESTRICTION);
    record(
        security,
        "enter_notice",
        notice.noticeId(),
        Map.of("place", notice.place(), "kind", notice.kind(), "halt", halts));
    try {
      desk.enterNotice(Caller.of(security).getName(), notice);
    } catch (IllegalArgumentException e) {
      throw ApiException.of(ErrorCode.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
    final List<JournalEntry> entries =
        halts ? gate.call(new Command.HaltForNews(notice.place(), notice.reference())) : List.of();
    return Response.status(Response.Status.CREATED)
        .entity(
            new Entered(notice.noticeId(), notice.place(), reopensAt(entries), changes(entries)))
        .build();
  }

  private static @Nullable String reopensAt(List<JournalEntry> entries) {
    for (JournalEntry entry : entries) {
      if (entry.event() instanceof Event.NewsHaltDeclared declared) {
        return Decimals.time(declared.reopensAtNanos());
      }
    }
    return null;
  }

  private void record(
      SecurityContext security, String action, String subject, Map<String, Object> details) {
    desk.record(Caller.of(security).getName(), action, subject, Json.write(details));
  }
}
