package com.ballastmarkets.api.settlement;

import com.ballastmarkets.domain.settlement.Ruling;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the back office knows of settlements beyond the journal: evidence, proofs, and the papers of
 * disputes. It keeps papers and gives their hashes; the commands that need them are sent by the
 * caller, and what became of them stands in the journal.
 */
public interface SettlementDesk {

  /**
   * How a market's value came about.
   *
   * @param formula id and version: {@code availability-v1}
   * @param synthetic whether any of its telemetry is synthetic: every page must say so
   * @param sources the sources used, by name
   * @param summary one line for people: {@code transits 417 of 1183 expected: below 80 %}
   * @param snapshotJson the canonical snapshot document
   * @param checkpoint the signed note that covers its leaf, or null while there is none
   */
  record Evidence(
      String formula,
      boolean synthetic,
      List<String> sources,
      String summary,
      String snapshotJson,
      @Nullable String checkpoint) {
    public Evidence {
      sources = List.copyOf(sources);
    }
  }

  /**
   * A file that {@code ballast verify} checks offline.
   *
   * @param fileName as offered for saving
   * @param mediaType {@code application/json} or {@code application/zip}
   */
  record Bundle(String fileName, String mediaType, byte[] content) {}

  /** The papers of a dispute, kept. */
  record DisputePapers(long disputeId, String evidenceHash) {}

  /** The evidence of the market's provisional or final value, if one was computed. */
  Optional<Evidence> evidence(String marketSymbol);

  /** The settlement bundle as published, if there is one yet. */
  Optional<Bundle> bundle(String marketSymbol);

  /**
   * Keeps reason and evidence of a dispute. The same key of the same account gives the same papers.
   *
   * @param reason in words, not empty
   * @param evidence text or links, may be empty
   * @param idempotencyKey the client's, never empty
   */
  DisputePapers fileDispute(
      long accountId, String marketSymbol, String reason, String evidence, String idempotencyKey);

  /**
   * Keeps a ruling's document.
   *
   * @param valueMicros the new value with {@link Ruling#AMEND}, else 0
   * @param arbitrator who rules, attested to hold no position in the contract
   * @return SHA-256 of the document, 64 lower-case hex digits
   */
  String fileRuling(
      long disputeId, Ruling ruling, long valueMicros, String reason, String arbitrator);

  /** The reason that was given with a dispute, if it is kept here. For staff only. */
  Optional<String> disputeReason(long disputeId);
}
