package com.ballastmarkets.api.status;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.venue.JournalFollower;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the venue is ready, and its parts. Never limited. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class StatusResource {
  private static final Logger LOG = LoggerFactory.getLogger(StatusResource.class);

  private final JournalFollower follower;
  private final BooleanSupplier feedFailed;
  private final LongSupplier venueTime;
  private final boolean sandbox;
  private final List<HealthCheck> checks;

  public StatusResource(
      JournalFollower follower,
      BooleanSupplier feedFailed,
      LongSupplier venueTime,
      boolean sandbox,
      List<HealthCheck> checks) {
    this.follower = follower;
    this.feedFailed = feedFailed;
    this.venueTime = venueTime;
    this.sandbox = sandbox;
    this.checks = checks;
  }

  record Status(String status, String venueTime, long sequence, boolean sandbox) {}

  record Part(String name, boolean ok, boolean required, String detail) {}

  record Health(String status, String venueTime, long sequence, List<Part> parts) {}

  /** 200 when the venue takes requests and answers from the present state, else 503. */
  @GET
  @Path("/status")
  @Access(Who.UNLIMITED)
  public Response status() {
    final List<Part> parts = parts();
    return Response.status(code(parts))
        .entity(
            new Status(
                word(parts),
                Decimals.time(venueTime.getAsLong()),
                follower.appliedSequence(),
                sandbox))
        .build();
  }

  /** The same with every part of the venue. */
  @GET
  @Path("/health")
  @Access(Who.UNLIMITED)
  public Response health() {
    final List<Part> parts = parts();
    return Response.status(code(parts))
        .entity(
            new Health(
                word(parts),
                Decimals.time(venueTime.getAsLong()),
                follower.appliedSequence(),
                parts))
        .build();
  }

  private List<Part> parts() {
    final List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(
            "journal",
            follower.isCaughtUp() && !feedFailed.getAsBoolean(),
            true,
            feedFailed.getAsBoolean()
                ? "its reader has stopped"
                : follower.isCaughtUp() ? "read to its end" : "being read"));
    for (HealthCheck check : checks) {
      final HealthCheck.State state = stateOf(check);
      parts.add(new Part(check.name(), state.ok(), check.required(), state.detail()));
    }
    return parts;
  }

  /** A part that cannot even tell its state is not well; the page is shown all the same. */
  private static HealthCheck.State stateOf(HealthCheck check) {
    try {
      return check.state().get();
    } catch (RuntimeException e) {
      LOG.warn("the state of {} cannot be read: {}", check.name(), e.getClass().getSimpleName());
      return new HealthCheck.State(false, "does not answer");
    }
  }

  private static int code(List<Part> parts) {
    return isReady(parts) ? 200 : 503;
  }

  private static boolean isReady(List<Part> parts) {
    return parts.stream().allMatch(part -> part.ok() || !part.required());
  }

  private String word(List<Part> parts) {
    if (isReady(parts)) {
      return parts.stream().allMatch(Part::ok) ? "ready" : "degraded";
    }
    return follower.isCaughtUp() ? "unavailable" : "starting";
  }
}
