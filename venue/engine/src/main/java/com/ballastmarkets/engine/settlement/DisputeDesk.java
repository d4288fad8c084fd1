package com.ballastmarkets.engine.settlement;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.domain.settlement.SettlementTimes;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.output.EventOutlet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes disputes of provisional values, and rulings on them. */
public final class DisputeDesk {
  private static final long BOND = SettlementTimes.DISPUTE_BOND_MICROS;

  private final ClearingHouse clearing;
  private final MarketRegistry markets;
  private final MarketData marketData;
  private final EventOutlet outlet;
  private final BiConsumer<Market, StateReason> voiding;
  private final Disputes disputes = new Disputes();

  /**
   * @param voiding makes a market void
   */
  DisputeDesk(
      ClearingHouse clearing,
      MarketRegistry markets,
      MarketData marketData,
      EventOutlet outlet,
      BiConsumer<Market, StateReason> voiding) {
    this.clearing = clearing;
    this.markets = markets;
    this.marketData = marketData;
    this.outlet = outlet;
    this.voiding = voiding;
    markets.onForgotten(disputes::forget);
  }

  /** Opens a dispute against its bond. */
  public void open(Command.OpenDispute request) {
    final Dispute known = disputes.get(request.disputeId());
    if (known != null) {
      if (known.isSame(request)) {
        outlet.nothingToDo();
      } else {
        outlet.reject(RejectReason.DISPUTE_EXISTS);
      }
      return;
    }
    final int account = clearing.account(request.accountId());
    final Market market = markets.get(request.marketId());
    final RejectReason reason = check(account, request.marketId(), market);
    if (reason != null || market == null) {
      outlet.reject(reason == null ? RejectReason.MARKET_NOT_FOUND : reason);
      return;
    }
    final RejectReason unpaid = clearing.postBond(account, market.id(), BOND, request.disputeId());
    if (unpaid != null) {
      outlet.tell(
          new Event.CommandRejected(unpaid, clearing.requiredMicros(), clearing.availableMicros()));
      return;
    }
    disputes.add(
        new Dispute(request.disputeId(), market.id(), request.accountId(), request.evidenceHash()));
    outlet.tell(
        new Event.DisputeOpened(
            request.disputeId(), market.id(), request.accountId(), request.evidenceHash()));
    if (market.state() == MarketState.PROVISIONAL) {
      change(market, MarketState.DISPUTED);
    }
  }

  private @Nullable RejectReason check(int account, int marketId, @Nullable Market market) {
    if (account < 0) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    if (market == null) {
      return markets.whyNot(marketId, RejectReason.DISPUTE_WINDOW_CLOSED);
    }
    if (market.state() != MarketState.PROVISIONAL && market.state() != MarketState.DISPUTED) {
      return market.state().isClosed()
          ? RejectReason.DISPUTE_WINDOW_CLOSED
          : RejectReason.INVALID_STATE;
    }
    if (outlet.timeNanos() >= SettlementDesk.finalFrom(market)) {
      return RejectReason.DISPUTE_WINDOW_CLOSED;
    }
    return clearing.everHeld(account, market.handle()) ? null : RejectReason.NO_POSITION;
  }

  /** Decides a dispute. */
  public void rule(Command.RuleDispute request) {
    final Dispute dispute = disputes.get(request.disputeId());
    final Market market = dispute == null ? null : markets.get(dispute.marketId());
    if (dispute == null || market == null) {
      outlet.reject(RejectReason.DISPUTE_NOT_FOUND);
      return;
    }
    if (!dispute.isOpen()) {
      if (dispute.isSameRuling(request)) {
        outlet.nothingToDo();
      } else {
        outlet.reject(RejectReason.INVALID_STATE);
      }
      return;
    }
    if (request.ruling() == Ruling.AMEND
        && !SettlementDesk.isPayable(market.instrument(), request.valueMicros())) {
      outlet.reject(RejectReason.INVALID_SETTLEMENT_VALUE);
      return;
    }
    dispute.rule(request);
    switch (request.ruling()) {
      case UPHOLD -> clearing.forfeitBond(market.id(), BOND, dispute.disputeId());
      case AMEND -> {
        market.settlementValue(request.valueMicros());
        returnBond(dispute);
      }
      case VOID -> returnBond(dispute);
    }
    outlet.tell(
        new Event.DisputeRuled(
            dispute.disputeId(),
            market.id(),
            request.ruling(),
            request.ruling() == Ruling.AMEND ? request.valueMicros() : 0,
            request.evidenceHash()));
    if (request.ruling() == Ruling.VOID) {
      close(market);
      voiding.accept(market, StateReason.SETTLEMENT);
    } else if (disputes.openOn(market.id()).isEmpty()) {
      change(market, MarketState.PROVISIONAL);
    }
  }

  /** The market becomes void: disputes still open have lost their subject, not their bonds. */
  void close(Market market) {
    for (Dispute dispute : disputes.openOn(market.id())) {
      dispute.becomeMoot();
      returnBond(dispute);
      outlet.tell(new Event.DisputeRuled(dispute.disputeId(), market.id(), Ruling.VOID, 0, ""));
    }
  }

  private void returnBond(Dispute dispute) {
    final int account = clearing.account(dispute.accountId());
    clearing.returnBond(account, dispute.marketId(), BOND, dispute.disputeId());
  }

  private void change(Market market, MarketState to) {
    marketData.changePhase(market, to, StateReason.SETTLEMENT, Market.NEVER);
  }

  void writeState(StateOutput output) {
    disputes.writeState(output);
  }

  void readState(StateInput input) {
    disputes.readState(input);
  }
}
