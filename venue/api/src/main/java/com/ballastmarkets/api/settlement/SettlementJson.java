package com.ballastmarkets.api.settlement;

import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.domain.settlement.Ruling;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What settlements look like in JSON. */
public final class SettlementJson {
  /** Said wherever a value rests on telemetry that was made up. */
  public static final String SYNTHETIC = "synthetic telemetry";

  private SettlementJson() {}

  /** The figures of a settlement, without its market. */
  public record Summary(
      @Nullable BigDecimal provisionalValue,
      @Nullable BigDecimal finalValue,
      boolean isVoid,
      String evidenceHash,
      long leafIndex,
      @Nullable String publishedAt,
      @Nullable String disputeUntil,
      @Nullable String finalAt,
      int openDisputes) {}

  /**
   * A line of {@code GET /settlements}.
   *
   * @param notice what every page must say of it: {@link #SYNTHETIC}; else null
   */
  public record Line(
      String marketId,
      String name,
      String type,
      String place,
      String state,
      String windowStart,
      String windowEnd,
      @Nullable String notice,
      Summary settlement) {}

  public record Lines(List<Line> settlements, @Nullable String nextCursor) {}

  /** {@code GET /settlements/{market_id}}. */
  public record Details(
      String marketId,
      String name,
      String type,
      String place,
      String state,
      String windowStart,
      String windowEnd,
      @Nullable String notice,
      String rulesHash,
      Summary settlement,
      List<DisputeLine> disputes,
      @Nullable EvidenceJson evidence) {}

  /**
   * @param synthetic whether any telemetry behind the value is synthetic
   * @param notice the words that every page must carry then, else null
   * @param snapshot the canonical snapshot document, as JSON
   */
  public record EvidenceJson(
      String formula,
      boolean synthetic,
      @Nullable String notice,
      List<String> sources,
      String summary,
      @Nullable String checkpoint,
      @JsonRawValue String snapshot) {}

  /** A dispute as anybody may see it: not who opened it. */
  public record DisputeLine(
      String disputeId,
      String state,
      String openedAt,
      String evidenceHash,
      @Nullable String ruling,
      @Nullable BigDecimal value,
      @Nullable String rulingHash,
      @Nullable String ruledAt) {}

  public static Summary summary(Settlement settlement) {
    final boolean known = settlement.publishedAtNanos() != 0;
    return new Summary(
        Decimals.price(settlement.provisionalMicros()),
        Decimals.price(settlement.finalMicros()),
        settlement.isVoid(),
        settlement.evidenceHash(),
        settlement.leafIndex(),
        known ? Decimals.time(settlement.publishedAtNanos()) : null,
        known ? Decimals.time(settlement.disputeUntilNanos()) : null,
        settlement.finalAtNanos() == 0 ? null : Decimals.time(settlement.finalAtNanos()),
        (int) settlement.disputes().stream().filter(dispute -> dispute.ruling() == null).count());
  }

  public static DisputeLine dispute(Settlement.Dispute dispute) {
    final Ruling ruling = dispute.ruling();
    return new DisputeLine(
        id(dispute.disputeId()),
        ruling == null ? "open" : "ruled",
        Decimals.time(dispute.openedAtNanos()),
        dispute.evidenceHash(),
        ruling == null ? null : ruling.name().toLowerCase(Locale.ROOT),
        ruling == Ruling.AMEND ? Decimals.price(dispute.valueMicros()) : null,
        dispute.rulingHash(),
        ruling == null ? null : Decimals.time(dispute.ruledAtNanos()));
  }

  /** The public form of a dispute's id: {@code dsp_7}. */
  public static String id(long disputeId) {
    return "dsp_" + disputeId;
  }

  /** The number of a public dispute id; 0 if it is none of ours. */
  public static long number(String text) {
    try {
      return text.startsWith("dsp_") ? Math.max(0, Long.parseLong(text.substring(4))) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  static EvidenceJson evidence(SettlementDesk.Evidence evidence) {
    return new EvidenceJson(
        evidence.formula(),
        evidence.synthetic(),
        evidence.synthetic() ? SYNTHETIC : null,
        evidence.sources(),
        evidence.summary(),
        evidence.checkpoint(),
        evidence.snapshotJson());
  }
}
