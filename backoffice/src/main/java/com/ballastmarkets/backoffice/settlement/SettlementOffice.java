package com.ballastmarkets.backoffice.settlement;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.backoffice.calendar.SettlementCalendar;
import com.ballastmarkets.backoffice.limit.HedgeExemptions;
import com.ballastmarkets.backoffice.limit.PositionLimits;
import com.ballastmarkets.backoffice.maker.MakerBooks;
import com.ballastmarkets.backoffice.maker.ScoreReader;
import com.ballastmarkets.backoffice.proof.KeyFolder;
import com.ballastmarkets.backoffice.proof.ProofLog;
import com.ballastmarkets.backoffice.telemetry.SyntheticFeed;
import com.ballastmarkets.backoffice.telemetry.TelemetryStore;
import com.ballastmarkets.oracle.telemetry.Places;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The settlement office, wired: start it after the venue and the database, close it before them.
 */
public final class SettlementOffice implements AutoCloseable {
  private final TelemetryStore telemetry;
  private final ContractBook book;
  private final ProofLog log;
  private final KeyFolder keys;
  private final Papers papers;
  private final SettlementArchive archive;
  private final VenueCommands venue;
  private final HedgeExemptions exemptions;
  private final MakerBooks makers;
  private final ScoreReader scores;
  private final SnapshotStep snapshots;
  private final SettlementReader reader;
  private final SettlementCalendar calendar;

  private SettlementOffice(
      SettlementConfig config, VenuePort port, Database database, List<CalendarStep> others) {
    Places places = Places.listed();
    Path folder = config.dataFolder();
    venue = new VenueCommands(port);
    telemetry = new TelemetryStore(database, places);
    SyntheticFeed synthetic =
        config.synthetic() ? new SyntheticFeed(telemetry, places, config.syntheticSeed()) : null;
    PositionLimits limits = new PositionLimits(database, config.limits());
    exemptions = new HedgeExemptions(database);
    makers = new MakerBooks(database, config.makers());
    scores = new ScoreReader(port, config.makers());
    book = new ContractBook(database, places, telemetry, synthetic, limits);
    keys = KeyFolder.open(folder.resolve("keys"), config.origin(), config.attestors());
    log = new ProofLog(database, keys);
    papers = new Papers(database, keys, venue::now);
    archive = new SettlementArchive(database, log);
    TelemetryStep feed = synthetic == null ? null : new TelemetryStep(synthetic);
    snapshots = new SnapshotStep(database, book, telemetry, log, venue, config.codeVersion(), feed);

    AtomicReference<@Nullable SettlementCalendar> started = new AtomicReference<>();
    reader =
        new SettlementReader(
            database,
            book,
            log,
            keys,
            () -> {
              SettlementCalendar running = started.get();
              if (running != null) {
                running.wake();
              }
            });
    reader.start(port);
    List<CalendarStep> steps = new ArrayList<>();
    if (feed != null) {
      steps.add(feed);
    }
    steps.add(new VariationStep(venue));
    steps.add(new PositionLimitStep(limits, exemptions, venue));
    steps.add(new MakerRewardStep(scores, makers, venue));
    if (config.listAutomatically()) {
      steps.add(new ListingStep(database, places, book, venue));
    }
    steps.add(snapshots);
    steps.add(new FinalityStep(database, venue));
    steps.add(
        new PublicationStep(database, book, telemetry, log, keys, folder.resolve("settlements")));
    steps.addAll(others);
    calendar =
        SettlementCalendar.start(database, config.instanceId(), config.period(), venue::now, steps);
    started.set(calendar);
  }

  /**
   * Starts everything.
   *
   * @param database migrated
   */
  public static SettlementOffice start(SettlementConfig config, VenuePort port, Database database) {
    return start(config, port, database, List.of());
  }

  /**
   * As {@link #start(SettlementConfig, VenuePort, Database)}.
   *
   * @param others further steps of the calendar, which come after the office's own
   */
  public static SettlementOffice start(
      SettlementConfig config, VenuePort port, Database database, List<CalendarStep> others) {
    return new SettlementOffice(config, port, database, others);
  }

  public TelemetryStore telemetry() {
    return telemetry;
  }

  /** Drafts contracts: for listing by hand. */
  public ContractBook contracts() {
    return book;
  }

  /** Drafts a contract now. */
  public DraftedContract draft(ContractDraft draft) {
    return book.draft(draft, venue.now());
  }

  /** Hedge exemptions; {@link #wake} after a change brings it to the venue at once. */
  public HedgeExemptions exemptions() {
    return exemptions;
  }

  /** What makers have earned. */
  public MakerBooks makers() {
    return makers;
  }

  /** Disputes, rulings, reviews. */
  public Papers papers() {
    return papers;
  }

  /** What was published. */
  public SettlementArchive archive() {
    return archive;
  }

  public ProofLog log() {
    return log;
  }

  /** The pseudonym of an account's position in a market's payouts, for its holder. */
  public String pseudonym(String symbol, long accountId) {
    return keys.pseudonym(symbol, accountId);
  }

  /** The sequence of the last journal entry that the office has taken. */
  public long position() {
    return reader.position();
  }

  /** The venue's time. */
  public Instant venueTime() {
    return venue.now();
  }

  /** What does not work now: steps that fail, and markets that are due and have no value. */
  public Map<String, String> troubles() {
    Map<String, String> troubles = new TreeMap<>(calendar.troubles());
    troubles.putAll(snapshots.waiting());
    if (reader.isFailed()) {
      troubles.put("settlement reader", "stopped: see the log");
    }
    return troubles;
  }

  /** Lets the calendar look now. */
  public void wake() {
    calendar.wake();
  }

  @Override
  public void close() {
    reader.close();
    calendar.close();
    scores.close();
  }
}
