package com.ballastmarkets.clearing.margin;

import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Exposure;
import com.ballastmarkets.clearing.portfolio.Position;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.domain.margin.UnderlyingMargin;
import com.ballastmarkets.domain.margin.UnderlyingMargin.InstrumentShare;
import com.ballastmarkets.domain.margin.UnderlyingMargin.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says how an account's margin comes about. For people who ask, not for the path of an order. */
public final class MarginReport {
  private final Markets markets;
  private final InitialMargin margin;

  public MarginReport(Markets markets, InitialMargin margin) {
    this.markets = markets;
    this.margin = margin;
  }

  /** The account's margin at this moment, underlyings by market id. */
  public MarginStatement of(Account account, long timeNanos) {
    final List<Exposure> exposures = new ArrayList<>(account.exposures());
    exposures.sort(Comparator.comparingInt(exposure -> exposure.underlying().marketId()));
    return new MarginStatement(
        account.accountId(),
        account.leverage(),
        account.cashMicros(),
        margin.equityMicros(account),
        account.reservedMicros(),
        margin.marginMicros(account, timeNanos),
        margin.availableMicros(account, timeNanos),
        exposures.stream().map(exposure -> of(exposure, timeNanos)).toList());
  }

  private UnderlyingMargin of(Exposure exposure, long timeNanos) {
    final long unrealised = exposure.unrealisedMicros(markets.marks());
    final List<Scenario> scenarios = new ArrayList<>();
    int worst = 0;
    final long[] outcomes = exposure.underlying().outcomes();
    for (int k = 0; k < exposure.outcomeCount(); k++) {
      final boolean voided = k == outcomes.length;
      final long profit = Math.subtractExact(exposure.outcomeMicros(k), unrealised);
      scenarios.add(new Scenario(voided ? 0 : outcomes[k], voided, profit));
      if (profit < scenarios.get(worst).profitMicros()) {
        worst = k;
      }
    }
    final List<InstrumentShare> shares = shares(exposure, worst, scenarios.get(worst).voided());
    final long positions = shares.stream().mapToLong(InstrumentShare::profitMicros).sum();
    return new UnderlyingMargin(
        exposure.underlying().marketId(),
        margin.worstCaseLossMicros(exposure),
        margin.leveragedMicros(exposure, timeNanos),
        margin.marginMicros(exposure, timeNanos),
        scenarios,
        worst,
        shares,
        Math.subtractExact(scenarios.get(worst).profitMicros(), positions));
  }

  private List<InstrumentShare> shares(Exposure exposure, int outcome, boolean voided) {
    final List<InstrumentShare> shares = new ArrayList<>();
    for (Position position = exposure.first(); position != null; position = position.next()) {
      final long mark = markets.marks()[position.market().handle()];
      final long profit =
          voided
              ? -Math.addExact(position.paidMicros(), position.unrealisedMicros(mark))
              : Math.multiplyExact(position.lots(), position.market().payoffs()[outcome] - mark);
      shares.add(new InstrumentShare(position.market().marketId(), position.lots(), mark, profit));
    }
    shares.sort(Comparator.comparingInt(InstrumentShare::marketId));
    return shares;
  }
}
