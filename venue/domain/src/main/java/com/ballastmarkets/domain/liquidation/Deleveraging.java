package com.ballastmarkets.domain.liquidation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The last resort: positions opposite to a defaulter's are closed against it at its bankruptcy
 * price. Leveraged accounts only, the most profitable first: by profit per lot since entry, then
 * the larger position, then the older account. The ranking is shown to its members beforehand.
 */
public final class Deleveraging {
  private Deleveraging() {}

  /**
   * A leveraged position opposite to the defaulter's.
   *
   * @param lots signed
   * @param costMicros what the lots cost at entry, signed as the lots
   */
  public record Candidate(long accountId, long lots, long costMicros) {
    public Candidate {
      if (lots == 0) {
        throw new IllegalArgumentException("a candidate holds lots");
      }
    }

    /** Gain per lot since entry, times |lots|: lots × mark − cost. */
    long profitMicros(long markMicros) {
      return Math.subtractExact(Math.multiplyExact(lots, markMicros), costMicros);
    }
  }

  /** What an account gives up, in lots signed as its position. */
  public record Closing(long accountId, long lots) {}

  /** The candidates in the order in which they would be closed. */
  public static List<Candidate> rank(List<Candidate> candidates, long markMicros) {
    final List<Candidate> ranked = new ArrayList<>(candidates);
    ranked.sort((a, b) -> {
      final int byProfit = compareProfitPerLot(b, a, markMicros);
      if (byProfit != 0) {
        return byProfit;
      }
      final int bySize = Long.compare(Math.abs(b.lots), Math.abs(a.lots));
      return bySize != 0 ? bySize : Long.compare(a.accountId, b.accountId);
    });
    return List.copyOf(ranked);
  }

  private static int compareProfitPerLot(Candidate a, Candidate b, long markMicros) {
    return times(a.profitMicros(markMicros), Math.abs(b.lots))
        .compareTo(times(b.profitMicros(markMicros), Math.abs(a.lots)));
  }

  private static BigInteger times(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  /**
   * Who closes how much of a defaulter's position.
   *
   * @param lots the defaulter's, signed; candidates on the same side are left alone
   */
  public static List<Closing> close(List<Candidate> candidates, long lots, long markMicros) {
    final List<Candidate> opposite =
        candidates.stream().filter(candidate -> (candidate.lots > 0) != (lots > 0)).toList();
    final List<Closing> closings = new ArrayList<>();
    long left = Math.abs(lots);
    for (Candidate candidate : rank(opposite, markMicros)) {
      final long part = Math.min(left, Math.abs(candidate.lots));
      if (part > 0) {
        closings.add(new Closing(candidate.accountId, candidate.lots > 0 ? part : -part));
        left -= part;
      }
    }
    return List.copyOf(closings);
  }
}
