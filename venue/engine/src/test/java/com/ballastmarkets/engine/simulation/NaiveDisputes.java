package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.domain.settlement.SettlementTimes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Disputes of provisional values, and what is ruled on them. */
final class NaiveDisputes {
  private static final long BOND = SettlementTimes.DISPUTE_BOND_MICROS;

  private static final class Dispute {
    private final Command.OpenDispute opened;
    private Command.@Nullable RuleDispute ruled;
    private boolean open = true;

    Dispute(Command.OpenDispute opened) {
      this.opened = opened;
    }
  }

  private final NaiveExchange exchange;
  private final Map<Long, Dispute> all = new LinkedHashMap<>();

  NaiveDisputes(NaiveExchange exchange) {
    this.exchange = exchange;
  }

  /** Forgets those whose market is forgotten. */
  void forget() {
    all.values().removeIf(d -> exchange.listing.isForgotten(d.opened.marketId()));
  }

  void open(Command.OpenDispute request) {
    final Dispute known = all.get(request.disputeId());
    if (known != null) {
      if (known.opened.equals(request)) {
        exchange.tell(new Event.NothingToDo());
      } else {
        exchange.reject(RejectReason.DISPUTE_EXISTS);
      }
      return;
    }
    final int account = exchange.clearing.account(request.accountId());
    final NaiveMarket market = exchange.markets.get(request.marketId());
    if (account < 0) {
      exchange.reject(RejectReason.UNKNOWN_ACCOUNT);
    } else if (market == null) {
      exchange.reject(
          exchange.listing.whyNot(request.marketId(), RejectReason.DISPUTE_WINDOW_CLOSED));
    } else if (market.state.isClosed()) {
      exchange.reject(RejectReason.DISPUTE_WINDOW_CLOSED);
    } else if (market.state != MarketState.PROVISIONAL && market.state != MarketState.DISPUTED) {
      exchange.reject(RejectReason.INVALID_STATE);
    } else if (exchange.now >= NaiveSettlement.finalFrom(market)) {
      exchange.reject(RejectReason.DISPUTE_WINDOW_CLOSED);
    } else if (!exchange.clearing.everHeld(account, market.handle)) {
      exchange.reject(RejectReason.NO_POSITION);
    } else {
      open(request, account, market);
    }
  }

  private void open(Command.OpenDispute request, int account, NaiveMarket market) {
    final RejectReason unpaid =
        exchange.clearing.postBond(account, request.marketId(), BOND, request.disputeId());
    if (unpaid != null) {
      exchange.answer(unpaid);
      return;
    }
    all.put(request.disputeId(), new Dispute(request));
    exchange.tell(
        new Event.DisputeOpened(
            request.disputeId(), request.marketId(), request.accountId(), request.evidenceHash()));
    if (market.state == MarketState.PROVISIONAL) {
      exchange.phases.change(market, MarketState.DISPUTED, StateReason.SETTLEMENT, Long.MAX_VALUE);
    }
  }

  void rule(Command.RuleDispute request) {
    final Dispute dispute = all.get(request.disputeId());
    if (dispute == null) {
      exchange.reject(RejectReason.DISPUTE_NOT_FOUND);
      return;
    }
    final NaiveMarket market = exchange.market(dispute.opened.marketId());
    if (!dispute.open) {
      if (isSame(dispute.ruled, request)) {
        exchange.tell(new Event.NothingToDo());
      } else {
        exchange.reject(RejectReason.INVALID_STATE);
      }
      return;
    }
    final boolean amend = request.ruling() == Ruling.AMEND;
    if (amend && !NaiveSettlement.isPayable(market, request.valueMicros())) {
      exchange.reject(RejectReason.INVALID_SETTLEMENT_VALUE);
      return;
    }
    dispute.ruled = request;
    dispute.open = false;
    if (request.ruling() == Ruling.UPHOLD) {
      exchange.clearing.forfeitBond(market.instrument.marketId(), BOND, request.disputeId());
    } else {
      giveBack(dispute);
    }
    if (amend) {
      market.value = request.valueMicros();
    }
    exchange.tell(
        new Event.DisputeRuled(
            request.disputeId(),
            market.instrument.marketId(),
            request.ruling(),
            amend ? request.valueMicros() : 0,
            request.evidenceHash()));
    if (request.ruling() == Ruling.VOID) {
      close(market);
      exchange.settlement.makeVoid(market, StateReason.SETTLEMENT);
    } else if (openOn(market).isEmpty()) {
      exchange.phases.change(
          market, MarketState.PROVISIONAL, StateReason.SETTLEMENT, Long.MAX_VALUE);
    }
  }

  private static boolean isSame(Command.@Nullable RuleDispute ruled, Command.RuleDispute request) {
    return ruled != null
        && ruled.ruling() == request.ruling()
        && ruled.evidenceHash().equals(request.evidenceHash())
        && (request.ruling() != Ruling.AMEND || ruled.valueMicros() == request.valueMicros());
  }

  /** The market becomes void: every open dispute on it gets its bond back. */
  void close(NaiveMarket market) {
    for (Dispute dispute : openOn(market)) {
      dispute.open = false;
      giveBack(dispute);
      exchange.tell(
          new Event.DisputeRuled(
              dispute.opened.disputeId(), dispute.opened.marketId(), Ruling.VOID, 0, ""));
    }
  }

  private List<Dispute> openOn(NaiveMarket market) {
    return all.values().stream()
        .filter(d -> d.open && d.opened.marketId() == market.instrument.marketId())
        .toList();
  }

  private void giveBack(Dispute dispute) {
    final int account = exchange.clearing.account(dispute.opened.accountId());
    exchange.clearing.returnBond(
        account, dispute.opened.marketId(), BOND, dispute.opened.disputeId());
  }
}
