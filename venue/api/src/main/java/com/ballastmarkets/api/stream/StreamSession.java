package com.ballastmarkets.api.stream;

import com.ballastmarkets.api.auth.Authenticator;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorBody;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.venue.JournalFollower;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.sql.identity.ApiKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's stream: its operations, its subscriptions, and who it is. */
final class StreamSession {
  private static final Logger LOG = LoggerFactory.getLogger(StreamSession.class);
  private static final int MAX_SUBSCRIPTIONS = 500;
  private static final String TARGET = "/v1/stream";
  private static final Set<String> FIELDS =
      Set.of(
          "op", "id", "channel", "market_id", "resume_from", "api_key", "timestamp", "signature");

  /** What the sessions of a server share. */
  record Shared(
      StreamHub hub,
      VenueView view,
      JournalFollower follower,
      Authenticator authenticator,
      StreamLimits limits,
      LongSupplier venueTime) {}

  /** What a client may ask for. */
  private enum Op {
    SUBSCRIBE,
    UNSUBSCRIBE,
    AUTH,
    PING
  }

  private final Shared shared;
  private final Outbox outbox;
  private final InetAddress address;
  private final Map<String, Topic> subscriptions = new ConcurrentSkipListMap<>();
  private volatile @Nullable ApiKey key;

  StreamSession(Shared shared, Outbox outbox, InetAddress address) {
    this.shared = shared;
    this.outbox = outbox;
    this.address = address;
  }

  /** A message of the client's; one at a time. */
  void onText(String text) {
    String id = null;
    try {
      final JsonNode node = Json.parse(text);
      if (node.path("id").isTextual() && JsonFields.isId(node.path("id").textValue())) {
        id = node.path("id").textValue();
      }
      perform(JsonFields.of(node, FIELDS), id);
    } catch (ApiException e) {
      refuse(id, e.body());
    } catch (RuntimeException e) {
      LOG.error("a stream operation failed", e);
      refuse(id, ErrorBody.of(ErrorCode.INTERNAL_ERROR));
    }
  }

  private void perform(JsonFields op, @Nullable String id) {
    switch (op.word("op", Op.class)) {
      case SUBSCRIBE -> subscribe(op, id);
      case UNSUBSCRIBE -> unsubscribe(op, id);
      case AUTH -> authenticate(op, id);
      case PING -> say(new StreamJson.Done("pong", id, null, null, null));
    }
  }

  private void subscribe(JsonFields op, @Nullable String id) {
    final Channel.Key key = key(op);
    if (subscriptions.size() >= MAX_SUBSCRIPTIONS) {
      throw ApiException.of(
          ErrorCode.RATE_LIMIT_EXCEEDED,
          "A stream has at most " + MAX_SUBSCRIPTIONS + " subscriptions",
          Map.of("limit", MAX_SUBSCRIPTIONS));
    }
    final Long resumeFrom =
        op.has("resume_from") ? (Long) op.whole("resume_from", 0, Long.MAX_VALUE) : null;
    final JournalFollower follower = shared.follower();
    follower.betweenCommands(() -> {
      final Topic topic = shared.hub().topic(key, follower.appliedSequence());
      topic.unsubscribe(outbox);
      subscriptions.put(key.toString(), topic);
      say(done("subscribed", id, topic));
      final long now = shared.venueTime().getAsLong();
      topic.subscribe(
          outbox, resumeFrom, Decimals.time(now), () -> shared.hub().snapshot(key, now));
    });
  }

  private void unsubscribe(JsonFields op, @Nullable String id) {
    final Topic topic = subscriptions.remove(key(op).toString());
    if (topic == null) {
      throw ApiException.field("channel", "is not subscribed to");
    }
    shared.follower().betweenCommands(() -> topic.unsubscribe(outbox));
    say(done("unsubscribed", id, topic));
  }

  private Channel.Key key(JsonFields op) {
    final Channel channel = op.word("channel", Channel.class);
    if (op.has("market_id") != (channel.scope() == Channel.Scope.MARKET)) {
      throw ApiException.field(
          "market_id",
          channel.scope() == Channel.Scope.MARKET
              ? "is required"
              : "has no meaning with this channel");
    }
    return switch (channel.scope()) {
      case MARKET ->
          channel.of(shared.view().market(op.text("market_id", 64)).instrument().marketId());
      case VENUE -> channel.of(0);
      case ACCOUNT -> channel.of(account());
    };
  }

  private long account() {
    final ApiKey holder = key;
    if (holder == null) {
      throw ApiException.of(ErrorCode.NOT_AUTHENTICATED);
    }
    if (!holder.role().isClient()) {
      throw ApiException.of(ErrorCode.FORBIDDEN, "The key has no account");
    }
    return holder.accountId();
  }

  /** Signed as a request {@code GET /v1/stream} with an empty body. */
  private void authenticate(JsonFields op, @Nullable String id) {
    if (key != null) {
      throw ApiException.field("op", "the stream is authenticated already");
    }
    final ApiKey genuine =
        shared
            .authenticator()
            .authenticate(
                new Authenticator.Claim(
                    op.text("api_key", 100),
                    op.isText("timestamp")
                        ? op.text("timestamp", 16)
                        : String.valueOf(op.whole("timestamp", 0, Long.MAX_VALUE)),
                    op.text("signature", 64),
                    "GET",
                    TARGET,
                    new byte[0],
                    address));
    if (!shared.limits().enter(genuine)) {
      final ApiException refusal =
          ApiException.of(
              ErrorCode.RATE_LIMIT_EXCEEDED,
              "Too many streams of this key",
              Map.of("limit", shared.limits().limit(genuine)));
      outbox.offerLast(Json.write(StreamJson.Refused.of(id, refusal.body())), refusal.code());
      return;
    }
    key = genuine;
    say(
        new StreamJson.Done(
            "authenticated",
            id,
            null,
            null,
            genuine.role().isClient() ? (Long) genuine.accountId() : null));
  }

  /** Tells the last sequences. */
  void heartbeat() {
    say(
        new StreamJson.Heartbeat(
            "heartbeat",
            shared.follower().appliedSequence(),
            Decimals.time(shared.venueTime().getAsLong()),
            positions(subscriptions.values())));
  }

  private static java.util.List<StreamJson.Position> positions(Collection<Topic> topics) {
    return topics.stream()
        .map(topic ->
            new StreamJson.Position(
                topic.key().channel().word(), topic.marketSymbol(), topic.lastSequence()))
        .toList();
  }

  void refuse(@Nullable String id, ErrorBody body) {
    say(StreamJson.Refused.of(id, body));
  }

  /** The connection is gone. */
  void onClosed() {
    outbox.end();
    shared
        .follower()
        .betweenCommands(() -> subscriptions.values().forEach(topic -> topic.unsubscribe(outbox)));
    final ApiKey holder = key;
    if (holder != null) {
      shared.limits().leave(holder);
    }
  }

  private void say(Object message) {
    outbox.offer(Json.write(message));
  }

  private static StreamJson.Done done(String type, @Nullable String id, Topic topic) {
    return new StreamJson.Done(type, id, topic.key().channel().word(), topic.marketSymbol(), null);
  }
}
