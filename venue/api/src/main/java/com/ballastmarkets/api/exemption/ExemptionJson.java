package com.ballastmarkets.api.exemption;

import com.ballastmarkets.api.json.Decimals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What hedge exemptions look like in JSON. Sizes in lots, days in UTC. */
public final class ExemptionJson {
  private ExemptionJson() {}

  /**
   * @param marketId null if it is of each market of a type at a place
   * @param extraSize what may be held beyond the market's limit
   * @param from the first day
   * @param to the last day, included
   * @param endedAt null unless staff ended it before
   * @param inForce today
   */
  public record Exemption(
      long exemptionId,
      long participantId,
      @Nullable String marketId,
      @Nullable String type,
      @Nullable String place,
      long extraSize,
      String documentSha256,
      String reason,
      String from,
      String to,
      String approvedBy,
      String approvedAt,
      @Nullable String endedAt,
      boolean inForce) {}

  public record Exemptions(List<Exemption> exemptions) {}

  static Exemptions exemptions(List<ExemptionDesk.Exemption> all) {
    return new Exemptions(all.stream().map(ExemptionJson::exemption).toList());
  }

  static Exemption exemption(ExemptionDesk.Exemption exemption) {
    final ExemptionDesk.Terms terms = exemption.terms();
    final Long ended = exemption.endedNanos();
    return new Exemption(
        exemption.exemptionId(),
        terms.participantId(),
        terms.market(),
        terms.type(),
        terms.place(),
        terms.extraLots(),
        terms.documentSha256(),
        terms.reason(),
        terms.from().toString(),
        terms.to().toString(),
        exemption.approvedBy(),
        Decimals.time(exemption.approvedNanos()),
        ended == null ? null : Decimals.time(ended),
        exemption.inForce());
  }
}
