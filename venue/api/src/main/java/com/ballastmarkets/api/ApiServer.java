package com.ballastmarkets.api;

import com.ballastmarkets.api.account.AccountResource;
import com.ballastmarkets.api.account.PositionResource;
import com.ballastmarkets.api.auth.AccessFeature;
import com.ballastmarkets.api.auth.Authenticator;
import com.ballastmarkets.api.combo.ComboResource;
import com.ballastmarkets.api.exemption.ExemptionResource;
import com.ballastmarkets.api.exemption.ExemptionStaffResource;
import com.ballastmarkets.api.fund.DisclosureResource;
import com.ballastmarkets.api.fund.FundResource;
import com.ballastmarkets.api.idempotency.IdempotencyFilter;
import com.ballastmarkets.api.ledger.BooksResource;
import com.ballastmarkets.api.ledger.StatementResource;
import com.ballastmarkets.api.limit.LimitHeaders;
import com.ballastmarkets.api.limit.RateLimits;
import com.ballastmarkets.api.liquidation.LiquidationResource;
import com.ballastmarkets.api.maker.MakerResource;
import com.ballastmarkets.api.margin.MarginResource;
import com.ballastmarkets.api.market.MarketResource;
import com.ballastmarkets.api.order.OrderArchive;
import com.ballastmarkets.api.order.OrderResource;
import com.ballastmarkets.api.quote.ProtectionResource;
import com.ballastmarkets.api.quote.QuoteResource;
import com.ballastmarkets.api.server.DropwizardServer;
import com.ballastmarkets.api.settlement.RulingResource;
import com.ballastmarkets.api.settlement.SettlementResource;
import com.ballastmarkets.api.staff.AccountOperationsResource;
import com.ballastmarkets.api.staff.FixSessionResource;
import com.ballastmarkets.api.staff.HaltResource;
import com.ballastmarkets.api.staff.MarketOperationsResource;
import com.ballastmarkets.api.status.DescriptionResource;
import com.ballastmarkets.api.status.StatusResource;
import com.ballastmarkets.api.stream.StreamHub;
import com.ballastmarkets.api.stream.StreamServer;
import com.ballastmarkets.api.treasury.Crediting;
import com.ballastmarkets.api.treasury.SettlementBatchResource;
import com.ballastmarkets.api.treasury.TreasuryResource;
import com.ballastmarkets.api.treasury.TreasuryStaffResource;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.JournalFollower;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.VenuePort;
import io.dropwizard.logging.common.BootstrapLogging;
import java.time.InstantSource;
import java.util.List;

/** The running REST and WebSocket server. */
public final class ApiServer implements AutoCloseable {
  private final JournalFeed feed;
  private final StreamServer streams;
  private final DropwizardServer server;

  private ApiServer(JournalFeed feed, StreamServer streams, DropwizardServer server) {
    this.feed = feed;
    this.streams = streams;
    this.server = server;
  }

  /**
   * Starts the server and begins to read the journal. It answers at once; {@code GET /v1/status} is
   * 200 when it has caught up.
   *
   * @throws IllegalStateException if the port cannot be bound
   */
  public static ApiServer start(ApiConfig config, VenuePort venue, ApiPorts ports) {
    return start(config, venue, ports, InstantSource.system());
  }

  /**
   * As {@link #start(ApiConfig, VenuePort, ApiPorts)}.
   *
   * @param wallClock what signatures and limits go by: never the venue's clock, which the sandbox
   *     moves
   */
  public static ApiServer start(
      ApiConfig config, VenuePort venue, ApiPorts ports, InstantSource wallClock) {
    BootstrapLogging.bootstrap();
    final VenueView view = new VenueView();
    final StreamHub hub = new StreamHub(view);
    final JournalFollower follower = new JournalFollower(view, hub);
    final Authenticator authenticator = new Authenticator(ports.credentials(), wallClock);
    final StreamServer streams =
        new StreamServer(config, hub, view, follower, authenticator, venue::venueTimeNanos);
    final JournalFeed feed = venue.read(0, "api", follower);
    try {
      final DropwizardServer server =
          DropwizardServer.start(
              config,
              components(config, venue, ports, view, follower, feed, authenticator, wallClock),
              streams);
      return new ApiServer(feed, streams, server);
    } catch (RuntimeException e) {
      streams.close();
      feed.close();
      throw e;
    }
  }

  private static List<Object> components(
      ApiConfig config,
      VenuePort venue,
      ApiPorts ports,
      VenueView view,
      JournalFollower follower,
      JournalFeed feed,
      Authenticator authenticator,
      InstantSource wallClock) {
    final CommandGate gate = new CommandGate(venue, follower, config.answerTimeout());
    final OrderArchive archive = new OrderArchive(view, ports.history());
    final Crediting crediting = new Crediting(ports.treasury(), gate, view);
    return List.of(
        new AccessFeature(authenticator, new RateLimits(config, wallClock), config.maxBodyBytes()),
        new IdempotencyFilter(),
        new LimitHeaders(),
        new StatusResource(
            follower, feed::isFailed, venue::venueTimeNanos, config.sandbox(), ports.checks()),
        new DescriptionResource(),
        new MarketResource(view, venue::venueTimeNanos),
        new OrderResource(view, gate, archive),
        new QuoteResource(view, gate),
        new ProtectionResource(view, gate),
        new AccountResource(view, gate, archive),
        new MarginResource(view, gate),
        new LiquidationResource(view),
        new ComboResource(view, gate),
        new PositionResource(view),
        new MakerResource(ports.makers()),
        new ExemptionResource(view, ports.exemptions()),
        new ExemptionStaffResource(view, ports.exemptions(), ports.staff()),
        new TreasuryResource(config, ports.treasury(), crediting),
        new SettlementResource(view, gate, ports.settlements()),
        new TreasuryStaffResource(ports.treasury(), crediting, ports.staff()),
        new SettlementBatchResource(ports.batches(), ports.staff()),
        new FundResource(view, ports.funds(), ports.staff()),
        new DisclosureResource(ports.disclosure()),
        new BooksResource(view, ports.books(), ports.staff()),
        new StatementResource(ports.books()),
        new MarketOperationsResource(config, view, gate, ports.staff(), venue::venueTimeNanos),
        new HaltResource(view, gate, ports.staff()),
        new AccountOperationsResource(view, gate, ports.staff()),
        new FixSessionResource(view, ports.staff()),
        new RulingResource(view, gate, ports.settlements(), ports.staff()));
  }

  /** The port that is bound. */
  public int port() {
    return server.port();
  }

  /** Stops taking requests, ends the streams, closes the journal feed; not the venue port. */
  @Override
  public void close() {
    server.close();
    streams.close();
    feed.close();
  }
}
