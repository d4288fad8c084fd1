package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.settlement.SettlementDesk;
import com.ballastmarkets.backoffice.settlement.Papers;
import com.ballastmarkets.backoffice.settlement.SettlementArchive;
import com.ballastmarkets.domain.settlement.Ruling;
import java.util.Optional;

/** The API's settlement desk: the back office's papers and archive. */
public final class PapersDesk implements SettlementDesk {
  private final Papers papers;
  private final SettlementArchive archive;

  public PapersDesk(Papers papers, SettlementArchive archive) {
    this.papers = papers;
    this.archive = archive;
  }

  @Override
  public Optional<Evidence> evidence(String marketSymbol) {
    return archive
        .evidence(marketSymbol)
        .map(found ->
            new Evidence(
                found.formula(),
                found.synthetic(),
                found.sources(),
                found.summary(),
                found.snapshotJson(),
                found.checkpoint().isEmpty() ? null : found.checkpoint()));
  }

  @Override
  public Optional<Bundle> bundle(String marketSymbol) {
    return archive
        .bundle(marketSymbol)
        .map(content -> new Bundle(marketSymbol + ".json", "application/json", content));
  }

  @Override
  public DisputePapers fileDispute(
      long accountId, String marketSymbol, String reason, String evidence, String idempotencyKey) {
    try {
      final Papers.DisputePapers filed =
          papers.fileDispute(accountId, marketSymbol, reason, evidence, idempotencyKey);
      return new DisputePapers(filed.disputeId(), filed.evidenceHash());
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
  }

  @Override
  public String fileRuling(
      long disputeId, Ruling ruling, long valueMicros, String reason, String arbitrator) {
    try {
      return papers.fileRuling(disputeId, ruling, valueMicros, reason, arbitrator);
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
  }

  @Override
  public Optional<String> disputeReason(long disputeId) {
    return papers.disputeReason(disputeId);
  }

  private static ApiException refused(IllegalArgumentException e) {
    return ApiException.of(ErrorCode.INVALID_REQUEST, String.valueOf(e.getMessage()));
  }
}
