package com.ballastmarkets.reports.disclosure;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.UntiedReportException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What stands behind the clearing house, for everybody, in the manner of the CPMI-IOSCO public
 * quantitative disclosure: no participant can be told from it. Amounts in micro-USDC, from the
 * ledger but for margin and contributions, which are the engine's.
 *
 * @param venue the venue's name
 * @param issuedAt venue time
 * @param sequence the last engine event in the books
 * @param insuranceFundMicros its cash
 * @param contributionsMicros the members', the largest first
 * @param marginMicros initial margin of all clients' accounts
 * @param clientMoneyMicros what clients are owed, withdrawals in flight included
 * @param custodyMicros USDC held
 * @param liquidationFeesMicros received since the beginning
 * @param trancheLossesMicros borne by the house's tranche since the beginning
 * @param memberLossesMicros borne by contributions since the beginning
 * @param participants with at least one account
 */
public record PublicDisclosure(
    String venue,
    Instant issuedAt,
    long sequence,
    long insuranceFundMicros,
    long houseTrancheMicros,
    long defaultFundMicros,
    List<Long> contributionsMicros,
    long marginMicros,
    long clientMoneyMicros,
    long custodyMicros,
    long liquidationFeesMicros,
    long trancheLossesMicros,
    long memberLossesMicros,
    long participants,
    long accounts) {

  /**
   * @throws UntiedReportException if the contributions are not the default fund
   */
  public PublicDisclosure {
    contributionsMicros = contributionsMicros.stream().sorted(Comparator.reverseOrder()).toList();
    final long sum = contributionsMicros.stream().mapToLong(Long::longValue).sum();
    if (sum != defaultFundMicros) {
      throw new UntiedReportException(
          "the default fund is %s USDC in the ledger and its contributions come to %s"
              .formatted(Micros.formatMoney(defaultFundMicros), Micros.formatMoney(sum)));
    }
  }

  /** Of one member, 0 if there is none. */
  public long largestContributionMicros() {
    return contributionsMicros.isEmpty() ? 0 : contributionsMicros.getFirst();
  }
}
