package com.ballastmarkets.api.exemption;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The back office's papers of hedge exemptions. The venue follows them day by day. */
public interface ExemptionDesk {

  /**
   * What is exempted.
   *
   * @param market the symbol; null for each market of a product
   * @param type of the product, with {@code place}; null with a market
   * @param documentSha256 of the paper that proves the hedge
   * @param from the first day (UTC)
   * @param to the last day, included
   */
  record Terms(
      long participantId,
      @Nullable String market,
      @Nullable String type,
      @Nullable String place,
      long extraLots,
      String documentSha256,
      String reason,
      LocalDate from,
      LocalDate to) {}

  /**
   * An exemption as it stands.
   *
   * @param endedNanos when staff ended it before its last day, null if nobody did
   * @param inForce on the venue's present day
   */
  record Exemption(
      long exemptionId,
      Terms terms,
      String approvedBy,
      long approvedNanos,
      @Nullable Long endedNanos,
      boolean inForce) {}

  /**
   * Enters an exemption; the same terms again are the same exemption.
   *
   * @throws IllegalArgumentException if the terms are impossible or nothing like it is listed; its
   *     message is shown to the operator
   */
  Exemption approve(String staff, Terms terms);

  /** Ends an exemption now; empty if there is none of this id. */
  Optional<Exemption> end(String staff, long exemptionId);

  /** All, oldest first. */
  List<Exemption> all();

  /** Those of a participant, oldest first. */
  List<Exemption> of(long participantId);
}
