package com.ballastmarkets.app;

import com.ballastmarkets.api.ApiConfig;
import com.ballastmarkets.api.ApiPorts;
import com.ballastmarkets.api.ApiServer;
import com.ballastmarkets.api.status.HealthCheck;
import com.ballastmarkets.app.desk.BooksRoom;
import com.ballastmarkets.app.desk.DisclosureRoom;
import com.ballastmarkets.app.desk.FixLogins;
import com.ballastmarkets.app.desk.FixSettlementPapers;
import com.ballastmarkets.app.desk.FundRoom;
import com.ballastmarkets.app.desk.HistoryDesk;
import com.ballastmarkets.app.desk.LimitRoom;
import com.ballastmarkets.app.desk.MakerRoom;
import com.ballastmarkets.app.desk.OperationsDesk;
import com.ballastmarkets.app.desk.PapersDesk;
import com.ballastmarkets.app.desk.SettlementBatchRoom;
import com.ballastmarkets.app.desk.TreasuryRoom;
import com.ballastmarkets.backoffice.calendar.ListingSchedule;
import com.ballastmarkets.backoffice.identity.AccountOpening;
import com.ballastmarkets.backoffice.identity.FixSessions;
import com.ballastmarkets.backoffice.identity.Registry;
import com.ballastmarkets.backoffice.identity.Sandbox;
import com.ballastmarkets.backoffice.identity.StaffLog;
import com.ballastmarkets.backoffice.ledger.Books;
import com.ballastmarkets.backoffice.ledger.LedgerProjector;
import com.ballastmarkets.backoffice.ledger.TradingHistory;
import com.ballastmarkets.backoffice.reconciliation.Custodian;
import com.ballastmarkets.backoffice.reconciliation.Reconciliation;
import com.ballastmarkets.backoffice.reconciliation.ReconciliationStep;
import com.ballastmarkets.backoffice.settlement.SettlementConfig;
import com.ballastmarkets.backoffice.settlement.SettlementOffice;
import com.ballastmarkets.backoffice.telemetry.TelemetryStore;
import com.ballastmarkets.backoffice.treasury.TreasuryOffice;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.fix.FixConfig;
import com.ballastmarkets.fix.FixGateway;
import com.ballastmarkets.node.cluster.NodeConfig;
import com.ballastmarkets.node.cluster.VenueNode;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.oracle.telemetry.RawFormat;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.reports.desk.ReportDesk;
import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.DatabaseConfig;
import com.ballastmarkets.sql.identity.ApiKeyDirectory;
import com.ballastmarkets.sql.identity.MasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole venue in one process, wired: started from the bottom up, stopped from the top down.
 *
 * <pre>
 *   database ─► node ─► identity, treasury ─► ledger, settlement ─► FIX, REST
 * </pre>
 */
public final class RunningVenue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningVenue.class);

  private static final Duration LISTING_LIMIT = Duration.ofMinutes(3);

  private final VenueConfig config;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Database database;
  private final VenueNode node;
  private final VenuePort port;
  private final LedgerProjector ledger;
  private final Reconciliation reconciliation;
  private final SettlementOffice office;
  private final FixGateway fix;
  private final ApiServer api;

  private RunningVenue(VenueConfig config, Consumer<String> progress) throws IOException {
    this.config = config;
    final Path folder = config.dataFolder();
    try {
      Files.createDirectories(folder);
      progress.accept("Starting the database ...");
      database = part(Database.open(databaseConfig(config))).migrate();
      progress.accept("Starting the engine ...");
      node = part(VenueNode.start(NodeConfig.in(folder.resolve("node"))));
      port = part(node.connect());
      begin();

      progress.accept("Opening the books ...");
      final InstantSource venueClock = this::venueTime;
      final ApiKeyDirectory directory = new ApiKeyDirectory(database, MasterKey.in(folder));
      final Registry registry =
          new Registry(database, MasterKey.in(folder), true, InstantSource.system());
      final TreasuryOffice treasury =
          new TreasuryOffice(database, port, venueClock, folder.resolve("transfers"));
      treasury.finishWhatWasBegun();
      new Sandbox(registry, directory, new AccountOpening(port), treasury.deposits())
          .prepare()
          .write(sandboxFile());
      ledger = part(LedgerProjector.start(port, database));
      reconciliation = new Reconciliation(database, Custodian.sandbox());
      receiveTelemetry();
      office =
          part(
              SettlementOffice.start(
                  SettlementConfig.sandbox(folder),
                  port,
                  database,
                  Stream.concat(
                          treasury.steps().stream(),
                          Stream.of(new ReconciliationStep(reconciliation)))
                      .toList()));
      progress.accept("Listing the markets ...");
      awaitListing();

      progress.accept("Opening the doors ...");
      fix =
          part(
              FixGateway.start(
                  FixConfig.sandbox("0.0.0.0", config.fixPort(), folder.resolve("fix")),
                  port,
                  new FixLogins(directory),
                  new FixSettlementPapers(office.archive()),
                  InstantSource.system()));
      api =
          part(
              ApiServer.start(
                  apiConfig(config),
                  port,
                  new ApiPorts(
                      directory::find,
                      new HistoryDesk(new TradingHistory(database)),
                      new PapersDesk(office.papers(), office.archive()),
                      new OperationsDesk(
                          registry,
                          new FixSessions(database, venueClock),
                          directory,
                          new StaffLog(database, venueClock),
                          office,
                          new TelemetryStore(database, Places.listed()),
                          venueClock),
                      new TreasuryRoom(treasury, directory, port),
                      new SettlementBatchRoom(treasury, venueClock),
                      new FundRoom(treasury.funds()),
                      new DisclosureRoom(reports()),
                      new BooksRoom(new Books(database), reconciliation, venueClock),
                      new LimitRoom(office),
                      new MakerRoom(office.makers()),
                      checks())));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts a venue, new or as it was left.
   *
   * @param progress told in a few words what is being done
   * @throws IllegalStateException if a part does not come up: a port is taken, the folder is in use
   */
  public static RunningVenue start(VenueConfig config, Consumer<String> progress) {
    try {
      return new RunningVenue(config, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  private static DatabaseConfig databaseConfig(VenueConfig config) {
    final String url = config.jdbcUrl();
    return url == null
        ? DatabaseConfig.embedded(config.dataFolder().resolve("postgres"))
        : DatabaseConfig.external(url);
  }

  private static ApiConfig apiConfig(VenueConfig config) {
    final ApiConfig standard = ApiConfig.sandbox(config.httpPort());
    return config.apiLimit() == 0
        ? standard
        : standard.withLimits(
            config.apiLimit(),
            Map.of(ApiConfig.STANDARD, new ApiConfig.Tier(config.apiLimit(), 100)));
  }

  /** A rehearsal of the past sets the clock before anything else has happened. */
  private void begin() {
    if (config.beginAt() == null) {
      return;
    }
    try {
      port.call(new Command.StartClock(nanos(config.beginAt()))).get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the venue's clock could not be set", e);
    }
  }

  private static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
  }

  private Instant venueTime() {
    final long nanos = port.venueTimeNanos();
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }

  /** Before the calendar lists anything: a contract names the sources that there are. */
  private void receiveTelemetry() throws IOException {
    final Path file = config.telemetryFile();
    if (file != null) {
      new TelemetryStore(database, Places.listed())
          .receive(Files.readAllBytes(file), RawFormat.PORTWATCH_CSV, "operator", venueTime());
    }
  }

  /** Who finds the doors open finds the markets of the calendar behind them. */
  private void awaitListing() {
    final String suffix =
        ListingSchedule.on(LocalDate.ofInstant(venueTime(), ZoneOffset.UTC)).getLast().suffix();
    final List<String> symbols =
        Places.listed().all().stream().map(place -> place.id() + "-" + suffix).toList();
    final long deadline = System.nanoTime() + LISTING_LIMIT.toNanos();
    while (!symbols.stream().allMatch(symbol -> office.contracts().find(symbol).isPresent())) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the markets could not be listed: " + String.join(", ", office.troubles().values()));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private List<HealthCheck> checks() {
    return List.of(
        new HealthCheck(
            "engine",
            true,
            () ->
                node.failure() == null
                    ? new HealthCheck.State(true, "running")
                    : new HealthCheck.State(false, "stopped")),
        new HealthCheck(
            "ledger",
            false,
            () ->
                ledger.failure().isEmpty()
                    ? new HealthCheck.State(true, "at event " + ledger.position())
                    : new HealthCheck.State(false, "stopped")),
        new HealthCheck(
            "settlement",
            false,
            () ->
                office.troubles().isEmpty()
                    ? new HealthCheck.State(true, "at event " + office.position())
                    : new HealthCheck.State(
                        false, "waiting: " + String.join(", ", office.troubles().keySet()))),
        new HealthCheck(
            "fix",
            true,
            () ->
                fix.isHealthy()
                    ? new HealthCheck.State(true, "listening")
                    : new HealthCheck.State(false, "not healthy")),
        new HealthCheck(
            "database",
            false,
            () ->
                database.isReachable()
                    ? new HealthCheck.State(true, "reachable")
                    : new HealthCheck.State(false, "not reachable")));
  }

  public int httpPort() {
    return api.port();
  }

  public int fixPort() {
    return fix.port();
  }

  /** Where the sandbox's keys are written. */
  public Path sandboxFile() {
    return config.dataFolder().resolve("sandbox.json");
  }

  public Database database() {
    return database;
  }

  public VenuePort port() {
    return port;
  }

  /** The settlement office, for rehearsals. */
  public SettlementOffice office() {
    return office;
  }

  /** Fills reports from the venue's books. */
  public ReportDesk reports() {
    return new ReportDesk(database, "Ballast sandbox", this::venueTime);
  }

  /** The sequence of the last event that is in the ledger. */
  public long ledgerPosition() {
    return ledger.position();
  }

  /** Compares engine, ledger and custody now. */
  public Reconciliation.Result reconcile() {
    return reconciliation.run(venueTime());
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      final AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
      }
    }
  }
}
