package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.sql.generated.settlement.Tables.BUNDLE;
import static com.ballastmarkets.sql.generated.settlement.Tables.HOLDING;
import static com.ballastmarkets.sql.generated.settlement.Tables.MARKET;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.backoffice.proof.KeyFolder;
import com.ballastmarkets.backoffice.proof.LeafKind;
import com.ballastmarkets.backoffice.proof.ProofLog;
import com.ballastmarkets.backoffice.proof.ProofLog.Leaf;
import com.ballastmarkets.backoffice.telemetry.TelemetryStore;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.oracle.bundle.Outcome;
import com.ballastmarkets.oracle.bundle.Payouts;
import com.ballastmarkets.oracle.bundle.SettlementBundle;
import com.ballastmarkets.oracle.bundle.SettlementBundle.Logged;
import com.ballastmarkets.oracle.bundle.SettlementBundle.RawFile;
import com.ballastmarkets.oracle.bundle.SettlementRecord;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.note.Checkpoint;
import com.ballastmarkets.oracle.note.SignedNote;
import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.generated.settlement.tables.records.MarketRecord;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * After a market closed: appends its settlement record to the log, and publishes the bundle in the
 * database and as {@code settlements/SYMBOL.json}.
 */
final class PublicationStep implements CalendarStep {
  /** Raw files beyond this are published by their hash alone. */
  private static final long MAX_RAW_BYTES = 8L * 1024 * 1024;

  private final Database database;
  private final ContractBook book;
  private final TelemetryStore telemetry;
  private final ProofLog log;
  private final KeyFolder keys;
  private final Path folder;

  PublicationStep(
      Database database,
      ContractBook book,
      TelemetryStore telemetry,
      ProofLog log,
      KeyFolder keys,
      Path folder) {
    this.database = database;
    this.book = book;
    this.telemetry = telemetry;
    this.log = log;
    this.keys = keys;
    this.folder = folder;
  }

  @Override
  public String name() {
    return "publication";
  }

  @Override
  public boolean run(Instant venueNow) throws Exception {
    boolean published = false;
    List<MarketRecord> due =
        database
            .sql()
            .selectFrom(MARKET)
            .where(MARKET.STATE.in(MarketState.FINAL.name(), MarketState.VOID.name()))
            .andNotExists(
                database
                    .sql()
                    .selectOne()
                    .from(BUNDLE)
                    .where(BUNDLE.MARKET_ID.eq(MARKET.MARKET_ID)))
            .orderBy(MARKET.UPDATED_SEQUENCE, MARKET.MARKET_ID)
            .fetch();
    Troubles troubles = new Troubles();
    for (MarketRecord market : due) {
      if (book.find(market.getMarketId()).isPresent()) {
        published |= troubles.unless(market.getSymbol(), () -> publish(market, venueNow));
      }
    }
    troubles.raise();
    return published;
  }

  private boolean publish(MarketRecord market, Instant venueNow) throws IOException {
    String symbol = market.getSymbol();
    // The snapshot must stand under a checkpoint of its own before the record follows it.
    log.checkpoint(venueNow);
    Payouts payouts = payouts(market);
    payouts.verify();
    database.sql().transaction(tx -> appendRecord(tx.dsl(), market, payouts));
    SignedNote head = log.checkpoint(venueNow);

    List<Leaf> leaves = log.leaves(database.sql(), symbol);
    SettlementBundle bundle = bundle(leaves, payouts, head);
    byte[] content = bundle.bytes();
    write(symbol, content);
    Leaf record = only(leaves, LeafKind.SETTLEMENT).orElseThrow();
    database
        .sql()
        .insertInto(BUNDLE)
        .set(BUNDLE.MARKET_ID, market.getMarketId())
        .set(BUNDLE.SYMBOL, symbol)
        .set(BUNDLE.RECORD_INDEX, record.index())
        .set(BUNDLE.CONTENT, content)
        .set(BUNDLE.SYNTHETIC, document(record).required("synthetic").booleanValue())
        .set(BUNDLE.PUBLISHED_AT, VenueTime.utc(venueNow))
        .onConflictDoNothing()
        .execute();
    return true;
  }

  private void appendRecord(org.jooq.DSLContext transaction, MarketRecord market, Payouts payouts) {
    List<Leaf> leaves = log.leaves(transaction, market.getSymbol());
    if (only(leaves, LeafKind.SETTLEMENT).isPresent()) {
      return; // a publication that was cut off goes on here
    }
    Optional<Leaf> rules = only(leaves, LeafKind.RULES);
    Optional<Leaf> snapshot = only(leaves, LeafKind.SNAPSHOT);
    boolean synthetic =
        snapshot.map(leaf -> document(leaf).required("synthetic").booleanValue()).orElse(false);
    Instant closedAt = market.getClosedAt().toInstant();
    SettlementRecord record =
        new SettlementRecord(
            market.getSymbol(),
            Hash.sha256(rules.orElseThrow().entry()),
            snapshot.map(leaf -> Hash.sha256(leaf.entry())).orElse(null),
            payouts.outcome(),
            payouts.hash(),
            closedAt,
            synthetic);
    log.append(transaction, LeafKind.SETTLEMENT, market.getSymbol(), record.bytes(), closedAt);
  }

  private Payouts payouts(MarketRecord market) {
    Outcome outcome =
        market.getState().equals(MarketState.VOID.name())
            ? new Outcome.Voided()
            : new Outcome.Settled(market.getValueMicros());
    List<Payouts.Position> positions =
        database
            .sql()
            .selectFrom(HOLDING)
            .where(HOLDING.MARKET_ID.eq(market.getMarketId()))
            .fetch(row ->
                new Payouts.Position(
                    keys.pseudonym(market.getSymbol(), row.getAccountId()),
                    row.getLots(),
                    row.getOpenValueMicros(),
                    row.getPaidMicros(),
                    row.getFinalMicros() == null ? 0 : row.getFinalMicros()));
    return new Payouts(market.getSymbol(), outcome, positions);
  }

  private SettlementBundle bundle(List<Leaf> leaves, Payouts payouts, SignedNote head) {
    long size = Checkpoint.parse(head.text()).size();
    Optional<Leaf> snapshot = only(leaves, LeafKind.SNAPSHOT);
    List<Logged> decisions = new ArrayList<>();
    for (Leaf leaf : leaves) {
      switch (leaf.kind()) {
        case DISPUTE, RULING, OPERATOR_ACTION -> decisions.add(logged(leaf, size));
        case RULES, SNAPSHOT, SETTLEMENT -> {}
      }
    }
    SignedNote earlier =
        snapshot.map(leaf -> log.firstCovering(leaf.index()).orElseThrow()).orElse(null);
    return new SettlementBundle(
        logged(only(leaves, LeafKind.RULES).orElseThrow(), size),
        snapshot.map(leaf -> logged(leaf, size)).orElse(null),
        decisions,
        logged(only(leaves, LeafKind.SETTLEMENT).orElseThrow(), size),
        payouts.toJson(),
        snapshot.map(this::rawFiles).orElse(List.of()),
        earlier,
        earlier == null
            ? List.of()
            : log.consistencyProof(Checkpoint.parse(earlier.text()).size(), size),
        head,
        log.publicKeys());
  }

  private List<RawFile> rawFiles(Leaf snapshot) {
    List<RawFile> files = new ArrayList<>();
    long bytes = 0;
    for (JsonNode file : document(snapshot).required("raw_files")) {
      Hash hash = Hash.ofHex(file.required("sha256").textValue());
      byte[] content = telemetry.content(hash).orElseThrow();
      bytes += content.length;
      if (bytes <= MAX_RAW_BYTES) {
        files.add(new RawFile(hash, content));
      }
    }
    return files;
  }

  private Logged logged(Leaf leaf, long size) {
    return new Logged(leaf.index(), log.inclusionProof(leaf.index(), size), document(leaf));
  }

  private static Optional<Leaf> only(List<Leaf> leaves, LeafKind kind) {
    return leaves.stream().filter(leaf -> leaf.kind() == kind).findFirst();
  }

  private static JsonNode document(Leaf leaf) {
    return CanonicalJson.parse(leaf.entry());
  }

  private void write(String symbol, byte[] content) throws IOException {
    Files.createDirectories(folder);
    Path draft = folder.resolve(symbol + ".json.draft");
    Files.write(draft, content);
    Files.move(
        draft,
        folder.resolve(symbol + ".json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
