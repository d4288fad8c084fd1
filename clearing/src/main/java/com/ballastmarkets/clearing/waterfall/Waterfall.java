package com.ballastmarkets.clearing.waterfall;

import com.ballastmarkets.domain.liquidation.LossLayer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The resources that stand behind a member's default, beyond the insurance fund, and how a loss
 * uses them up.
 *
 * <p>Example: margin 100, own contribution 50, house tranche 200, members 7 with 600 and 8 with
 * 300. A loss of 500 takes 100, 50 and 200, and the last 150 as 100 from 7 and 50 from 8. A loss of
 * 1,300 takes everything, 1,250, and leaves 50 for deleveraging.
 *
 * @param defaulterMarginMicros what is left of the defaulter's own money
 * @param defaulter its contribution
 * @param houseTrancheMicros the house's capital ahead of the other members
 * @param members the others' contributions, each participant once
 */
public record Waterfall(
    long defaulterMarginMicros,
    Contribution defaulter,
    long houseTrancheMicros,
    List<Contribution> members) {

  public Waterfall {
    members = List.copyOf(members);
    if (defaulterMarginMicros < 0 || houseTrancheMicros < 0) {
      throw new IllegalArgumentException("a resource is not negative");
    }
  }

  /**
   * How a loss is borne; amounts and what is uncovered sum to the loss.
   *
   * @param layers in the order in which they are used, members by participant id
   * @param uncoveredMicros what is left for deleveraging
   */
  public record Allocation(List<Layer> layers, long uncoveredMicros) {
    public Allocation {
      layers = List.copyOf(layers);
    }
  }

  /** Lets a loss run down. */
  public Allocation bear(long lossMicros) {
    if (lossMicros < 0) {
      throw new IllegalArgumentException("a loss is not negative: " + lossMicros);
    }
    final List<Layer> layers = new ArrayList<>();
    final long defaulterId = defaulter.participantId();
    long left = lossMicros;
    left -= take(layers, LossLayer.DEFAULTER_MARGIN, defaulterId, defaulterMarginMicros, left);
    left -=
        take(layers, LossLayer.DEFAULTER_CONTRIBUTION, defaulterId, defaulter.amountMicros(), left);
    left -= take(layers, LossLayer.HOUSE_TRANCHE, 0, houseTrancheMicros, left);
    left -= mutualise(layers, left);
    return new Allocation(layers, left);
  }

  private static long take(
      List<Layer> layers, LossLayer source, long participantId, long resource, long loss) {
    final long amount = Math.min(resource, loss);
    if (amount > 0) {
      layers.add(new Layer(source, participantId, amount));
    }
    return amount;
  }

  /**
   * Shares pro rata, each rounded down; the U that are left over go one each to the largest
   * fractions, the smaller participant id first among equals.
   */
  private long mutualise(List<Layer> layers, long loss) {
    final long total =
        members.stream().mapToLong(Contribution::amountMicros).reduce(0, Math::addExact);
    final long amount = Math.min(total, loss);
    if (amount == 0) {
      return 0;
    }
    final List<Share> shares = new ArrayList<>();
    long rest = amount;
    for (Contribution member : members) {
      final BigInteger[] parts =
          BigInteger.valueOf(amount)
              .multiply(BigInteger.valueOf(member.amountMicros()))
              .divideAndRemainder(BigInteger.valueOf(total));
      shares.add(new Share(member.participantId(), parts[0].longValueExact(), parts[1]));
      rest -= parts[0].longValueExact();
    }
    shares.sort(
        Comparator.comparing(Share::fraction).reversed().thenComparingLong(Share::participantId));
    final long extra = rest;
    final List<Layer> borne = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      final Share share = shares.get(i);
      final long part = share.whole + (i < extra ? 1 : 0);
      if (part > 0) {
        borne.add(new Layer(LossLayer.MEMBER_CONTRIBUTION, share.participantId, part));
      }
    }
    borne.sort(Comparator.comparingLong(Layer::participantId));
    layers.addAll(borne);
    return amount;
  }

  private record Share(long participantId, long whole, BigInteger fraction) {}
}
