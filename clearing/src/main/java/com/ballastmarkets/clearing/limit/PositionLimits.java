package com.ballastmarkets.clearing.limit;

import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.clearing.product.ClearedMarket;
import com.ballastmarkets.clearing.product.Markets;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.PositionLimit;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets the markets' position limits and the participants' hedge exemptions. A limit that falls
 * below what somebody holds forces nothing: it only refuses more.
 */
public final class PositionLimits {
  private final Accounts accounts;
  private final Markets markets;
  private final Postings postings;

  public PositionLimits(Accounts accounts, Markets markets, Postings postings) {
    this.accounts = accounts;
    this.markets = markets;
    this.postings = postings;
  }

  /** {@code INVALID_POSITION_LIMIT}, {@code UNKNOWN_PARTICIPANT}, {@code MARKET_NOT_FOUND}. */
  public @Nullable RejectReason change(Command.Limits command) {
    return switch (command) {
      case Command.Limits.SetPositionLimits(var limits) -> set(limits);
      case Command.Limits.SetHedgeExemption(var participantId, var marketId, var extraLots) ->
          exempt(participantId, marketId, extraLots);
    };
  }

  private @Nullable RejectReason set(List<PositionLimit> limits) {
    if (limits.isEmpty() || limits.size() > Command.Limits.MAX_ENTRIES) {
      return RejectReason.INVALID_POSITION_LIMIT;
    }
    for (PositionLimit limit : limits) {
      final ClearedMarket market = markets.find(limit.marketId());
      if (limit.lots() <= 0
          || (market != null && !Markets.fitsLimit(market.contract(), limit.lots()))) {
        return RejectReason.INVALID_POSITION_LIMIT;
      }
    }
    boolean changed = false;
    for (PositionLimit limit : limits) {
      final ClearedMarket market = markets.find(limit.marketId());
      if (market != null && market.limitLots() != limit.lots()) {
        market.limitLots(limit.lots());
        postings.tell(new Event.Limits.PositionLimitChanged(limit.marketId(), limit.lots()));
        changed = true;
      }
    }
    if (!changed) {
      postings.tell(new Event.NothingToDo());
    }
    return null;
  }

  private @Nullable RejectReason exempt(long participantId, int marketId, long extraLots) {
    if (!accounts.isParticipant(participantId)) {
      return RejectReason.UNKNOWN_PARTICIPANT;
    }
    final ClearedMarket market = markets.find(marketId);
    if (market == null) {
      return RejectReason.MARKET_NOT_FOUND;
    }
    if (extraLots < 0 || (extraLots > 0 && !Markets.fitsLimit(market.contract(), extraLots))) {
      return RejectReason.INVALID_POSITION_LIMIT;
    }
    if (market.exemptLots(participantId) == extraLots) {
      postings.tell(new Event.NothingToDo());
      return null;
    }
    market.exempt(participantId, extraLots);
    postings.tell(new Event.Limits.HedgeExemptionChanged(participantId, marketId, extraLots));
    return null;
  }

  /** Writes the exemptions, by market and participant: limits are written with their markets. */
  public void writeState(StateOutput output) {
    final List<ClearedMarket> exempting = new ArrayList<>();
    for (int handle = 0; handle < markets.handleCount(); handle++) {
      final ClearedMarket market = markets.get(handle);
      if (market != null && !market.exemptions().isEmpty()) {
        exempting.add(market);
      }
    }
    output.putInt(exempting.size());
    for (ClearedMarket market : exempting) {
      output.putInt(market.handle());
      output.putInt(market.exemptions().size());
      for (Map.Entry<Long, Long> exemption : market.exemptions().entrySet()) {
        output.putLong(exemption.getKey());
        output.putLong(exemption.getValue());
      }
    }
  }

  /** Reads them back. */
  public void readState(StateInput input) {
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      final ClearedMarket market = markets.require(input.getInt());
      final int exemptions = input.getInt();
      for (int e = 0; e < exemptions; e++) {
        final long participantId = input.getLong();
        market.exempt(participantId, input.getLong());
      }
    }
  }
}
