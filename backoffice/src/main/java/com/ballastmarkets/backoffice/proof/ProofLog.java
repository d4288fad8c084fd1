package com.ballastmarkets.backoffice.proof;

import static com.ballastmarkets.sql.generated.proof.Tables.CHECKPOINT;
import static com.ballastmarkets.sql.generated.proof.Tables.LEAF;

import com.ballastmarkets.oracle.bundle.LogKeys;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.merkle.MerkleLog;
import com.ballastmarkets.oracle.note.Checkpoint;
import com.ballastmarkets.oracle.note.SignedNote;
import com.ballastmarkets.oracle.note.SignerKey;
import com.ballastmarkets.oracle.note.TlogProof;
import com.ballastmarkets.sql.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The append-only log. Entries are appended in the caller's transaction and count once that has
 * committed; checkpoints are signed over what has. Safe for use by many threads and processes:
 * appending takes a lock in the database.
 */
public final class ProofLog {
  private static final long LOCK = 0x62616c6c61737401L;

  private final Database database;
  private final KeyFolder keys;
  private final String origin;
  private final List<Attestor> attestors = new ArrayList<>();
  private final MerkleLog tree = new MerkleLog();

  public ProofLog(Database database, KeyFolder keys) {
    this.database = database;
    this.keys = keys;
    this.origin = keys.log().verifier().name();
    for (SignerKey key : keys.attestors()) {
      String file = "attestor-" + (attestors.size() + 1) + ".seen";
      attestors.add(new Attestor(key, keys.log().verifier(), keys.folder().resolve(file)));
    }
  }

  /** An entry as it stands in the log. */
  @SuppressWarnings("ArrayRecordComponent") // a row, never compared
  public record Leaf(long index, LeafKind kind, byte[] entry) {}

  public LogKeys publicKeys() {
    return keys.publicKeys();
  }

  /**
   * Appends an entry in the caller's transaction.
   *
   * @param market the symbol that it is about
   * @return its index
   */
  public long append(
      DSLContext transaction, LeafKind kind, String market, byte[] entry, Instant at) {
    transaction.fetch("SELECT pg_advisory_xact_lock(" + LOCK + ")");
    long index =
        transaction
            .select(DSL.coalesce(DSL.max(LEAF.LEAF_INDEX).plus(1), DSL.inline(0L)))
            .from(LEAF)
            .fetchSingle()
            .value1();
    transaction
        .insertInto(LEAF)
        .set(LEAF.LEAF_INDEX, index)
        .set(LEAF.LEAF_HASH, Hash.leaf(entry).bytes())
        .set(LEAF.KIND, kind.name())
        .set(LEAF.MARKET, market)
        .set(LEAF.ENTRY, entry)
        .set(LEAF.APPENDED_AT, at.atOffset(ZoneOffset.UTC))
        .execute();
    return index;
  }

  /** The entries about a market, oldest first. */
  public List<Leaf> leaves(DSLContext sql, String market) {
    return sql.selectFrom(LEAF)
        .where(LEAF.MARKET.eq(market))
        .orderBy(LEAF.LEAF_INDEX)
        .fetch(
            row -> new Leaf(row.getLeafIndex(), LeafKind.valueOf(row.getKind()), row.getEntry()));
  }

  /**
   * Signs and cosigns the log as it stands, unless that was done already.
   *
   * @param at the time that cosignatures state: venue time
   * @return the checkpoint of the present size
   */
  public synchronized SignedNote checkpoint(Instant at) {
    catchUp();
    Optional<SignedNote> known = checkpointOfSize(tree.size());
    if (known.isPresent()) {
      return known.get();
    }
    Checkpoint checkpoint = new Checkpoint(origin, tree.size(), tree.root());
    SignedNote note = SignedNote.sign(checkpoint.text(), keys.log(), at);
    for (Attestor attestor : attestors) {
      note = attestor.cosign(note, tree::consistencyProof, at);
    }
    publicKeys().verify(note);
    database
        .sql()
        .insertInto(CHECKPOINT)
        .set(CHECKPOINT.SIZE, tree.size())
        .set(CHECKPOINT.NOTE, note.encode())
        .set(CHECKPOINT.SIGNED_AT, at.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
    return checkpointOfSize(tree.size()).orElseThrow();
  }

  /** The first checkpoint that covers an entry. */
  public Optional<SignedNote> firstCovering(long index) {
    return database
        .sql()
        .select(CHECKPOINT.NOTE)
        .from(CHECKPOINT)
        .where(CHECKPOINT.SIZE.gt(index))
        .orderBy(CHECKPOINT.SIZE)
        .limit(1)
        .fetchOptional(row -> SignedNote.parse(row.value1()));
  }

  /** The last checkpoint that was signed. */
  public Optional<SignedNote> latest() {
    return database
        .sql()
        .select(CHECKPOINT.NOTE)
        .from(CHECKPOINT)
        .orderBy(CHECKPOINT.SIZE.desc())
        .limit(1)
        .fetchOptional(row -> SignedNote.parse(row.value1()));
  }

  public synchronized List<Hash> inclusionProof(long index, long size) {
    catchUp();
    return tree.inclusionProof(index, size);
  }

  public synchronized List<Hash> consistencyProof(long oldSize, long newSize) {
    catchUp();
    return tree.consistencyProof(oldSize, newSize);
  }

  /** An entry's place in the log, in the form of C2SP tlog-proof. */
  public TlogProof proof(long index) {
    SignedNote note =
        firstCovering(index)
            .orElseThrow(() -> new IllegalArgumentException("no checkpoint covers entry " + index));
    long size = Checkpoint.parse(note.text()).size();
    return new TlogProof(index, inclusionProof(index, size), note);
  }

  private Optional<SignedNote> checkpointOfSize(long size) {
    return database
        .sql()
        .select(CHECKPOINT.NOTE)
        .from(CHECKPOINT)
        .where(CHECKPOINT.SIZE.eq(size))
        .fetchOptional(row -> SignedNote.parse(row.value1()));
  }

  /** Takes what has been committed since the last time. */
  private void catchUp() {
    database
        .sql()
        .select(LEAF.LEAF_HASH)
        .from(LEAF)
        .where(LEAF.LEAF_INDEX.ge(tree.size()))
        .orderBy(LEAF.LEAF_INDEX)
        .forEach(row -> tree.appendLeafHash(Hash.of(row.value1())));
  }
}
