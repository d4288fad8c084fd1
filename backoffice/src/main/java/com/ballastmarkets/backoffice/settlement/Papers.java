package com.ballastmarkets.backoffice.settlement;

import static com.ballastmarkets.sql.generated.settlement.Sequences.DISPUTE_NUMBER;
import static com.ballastmarkets.sql.generated.settlement.Tables.MARKET;
import static com.ballastmarkets.sql.generated.settlement.Tables.PAPER;
import static com.ballastmarkets.sql.generated.settlement.Tables.REVIEW;

import com.ballastmarkets.backoffice.proof.KeyFolder;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.domain.settlement.SettlementTimes;
import com.ballastmarkets.oracle.bundle.Decision;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.generated.settlement.tables.records.PaperRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Takes the papers of disputes and rulings and gives their hashes, which go to the venue with the
 * command. A paper becomes an entry of the log when the journal says that the venue took it: a
 * dispute that the venue refuses leaves nothing there. Safe for use by many threads.
 */
public final class Papers {
  private static final String DISPUTE = "DISPUTE";
  private static final String RULING = "RULING";
  private static final int MAX_TEXT = 20_000;
  private static final long STAFF = 0;

  private final Database database;
  private final KeyFolder keys;
  private final Supplier<Instant> venueClock;

  Papers(Database database, KeyFolder keys, Supplier<Instant> venueClock) {
    this.database = database;
    this.keys = keys;
    this.venueClock = venueClock;
  }

  /** A dispute's papers, kept. */
  public record DisputePapers(long disputeId, String evidenceHash) {}

  /**
   * Keeps reason and evidence of a dispute. The same key of the same account gives the same papers.
   *
   * @param reason in words, not empty
   * @param evidence text or links; may be empty
   * @param idempotencyKey the client's; not empty
   * @throws IllegalArgumentException if the market is unknown, a text is missing or too long, or
   *     the key was used for other papers
   */
  public DisputePapers fileDispute(
      long accountId, String symbol, String reason, String evidence, String idempotencyKey) {
    require(reason, "a reason");
    requireLength(evidence, "evidence");
    int marketId = marketId(symbol);
    PaperRecord paper =
        database
            .sql()
            .transactionResult(tx -> {
              Optional<PaperRecord> before = find(tx.dsl(), DISPUTE, accountId, idempotencyKey);
              if (before.isPresent()) {
                return requireSame(before.get(), marketId, reason, evidence);
              }
              Instant at = VenueTime.stored(venueClock.get());
              Decision.Dispute document =
                  new Decision.Dispute(
                      symbol,
                      tx.dsl().nextval(DISPUTE_NUMBER),
                      keys.pseudonym(symbol, accountId),
                      reason,
                      evidence.isEmpty()
                          ? null
                          : Hash.sha256(evidence.getBytes(StandardCharsets.UTF_8)),
                      SettlementTimes.DISPUTE_BOND_MICROS,
                      at);
              PaperRecord row = tx.dsl().newRecord(PAPER);
              row.setKind(DISPUTE);
              row.setDisputeId(document.disputeId());
              row.setMarketId(marketId);
              row.setAccountId(accountId);
              row.setIdempotencyKey(idempotencyKey);
              row.setReason(reason);
              row.setEvidence(evidence);
              return keep(row, document, at);
            });
    return new DisputePapers(paper.getDisputeId(), paper.getSha256());
  }

  /**
   * Keeps a ruling. The same ruling twice gives the same hash.
   *
   * @param valueMicros the new value with {@link Ruling#AMEND}, else 0
   * @param arbitrator who rules, attested to hold no position in the contract
   * @return SHA-256 of the document, 64 lower-case hex digits
   * @throws IllegalArgumentException if no papers of the dispute are kept here
   */
  public String fileRuling(
      long disputeId, Ruling ruling, long valueMicros, String reason, String arbitrator) {
    require(reason, "a reason");
    require(arbitrator, "an arbitrator");
    PaperRecord dispute =
        find(PAPER.KIND.eq(DISPUTE).and(PAPER.DISPUTE_ID.eq(disputeId)))
            .orElseThrow(() -> new IllegalArgumentException("there is no dispute " + disputeId));
    String symbol =
        database
            .sql()
            .select(MARKET.SYMBOL)
            .from(MARKET)
            .where(MARKET.MARKET_ID.eq(dispute.getMarketId()))
            .fetchSingle()
            .value1();
    String content = disputeId + "|" + ruling + "|" + valueMicros + "|" + arbitrator + "|" + reason;
    String key = Hash.sha256(content.getBytes(StandardCharsets.UTF_8)).hex();
    return database
        .sql()
        .transactionResult(tx -> {
          Optional<PaperRecord> before = find(tx.dsl(), RULING, STAFF, key);
          if (before.isPresent()) {
            return before.get().getSha256();
          }
          Instant at = VenueTime.stored(venueClock.get());
          Decision.ArbitratorRuling document =
              new Decision.ArbitratorRuling(
                  symbol,
                  disputeId,
                  ruling,
                  ruling == Ruling.AMEND ? valueMicros : null,
                  arbitrator,
                  true,
                  reason,
                  at);
          PaperRecord row = tx.dsl().newRecord(PAPER);
          row.setKind(RULING);
          row.setDisputeId(disputeId);
          row.setMarketId(dispute.getMarketId());
          row.setAccountId(STAFF);
          row.setIdempotencyKey(key);
          row.setReason(reason);
          row.setEvidence("");
          return keep(row, document, at).getSha256();
        });
  }

  /** The reason that was given with a dispute. For staff only. */
  public Optional<String> disputeReason(long disputeId) {
    return find(PAPER.KIND.eq(DISPUTE).and(PAPER.DISPUTE_ID.eq(disputeId)))
        .map(PaperRecord::getReason);
  }

  /**
   * A person's word that days which two source classes do not verify may be published.
   *
   * @throws IllegalArgumentException if the market is unknown
   */
  public void review(String symbol, String reviewer, String finding) {
    require(reviewer, "a reviewer");
    require(finding, "a finding");
    database
        .sql()
        .insertInto(REVIEW)
        .set(REVIEW.MARKET_ID, marketId(symbol))
        .set(REVIEW.REVIEWER, reviewer)
        .set(REVIEW.FINDING, finding)
        .set(REVIEW.REVIEWED_AT, VenueTime.utc(venueClock.get()))
        .onConflictDoNothing()
        .execute();
  }

  private static PaperRecord requireSame(
      PaperRecord known, int marketId, String reason, String evidence) {
    if (known.getMarketId() != marketId
        || !known.getReason().equals(reason)
        || !known.getEvidence().equals(evidence)) {
      throw new IllegalArgumentException("the idempotency key was used for another dispute");
    }
    return known;
  }

  private int marketId(String symbol) {
    return database
        .sql()
        .select(MARKET.MARKET_ID)
        .from(MARKET)
        .where(MARKET.SYMBOL.eq(symbol))
        .fetchOptional(MARKET.MARKET_ID)
        .orElseThrow(() -> new IllegalArgumentException("there is no market \"" + symbol + "\""));
  }

  private static PaperRecord keep(PaperRecord row, Decision document, Instant at) {
    row.setSha256(document.hash().hex());
    row.setDocument(document.bytes());
    row.setFiledAt(VenueTime.utc(at));
    row.insert();
    return row;
  }

  private static Optional<PaperRecord> find(
      DSLContext sql, String kind, long accountId, String key) {
    return sql.selectFrom(PAPER)
        .where(PAPER.KIND.eq(kind))
        .and(PAPER.ACCOUNT_ID.eq(accountId))
        .and(PAPER.IDEMPOTENCY_KEY.eq(key))
        .fetchOptional();
  }

  private Optional<PaperRecord> find(Condition condition) {
    return database.sql().selectFrom(PAPER).where(condition).fetchOptional();
  }

  private static void require(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is needed");
    }
    requireLength(text, what);
  }

  private static void requireLength(String text, String what) {
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(what + " has at most " + MAX_TEXT + " characters");
    }
  }
}
