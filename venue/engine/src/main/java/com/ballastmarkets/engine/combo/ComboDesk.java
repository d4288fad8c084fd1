package com.ballastmarkets.engine.combo;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.CanonicalLegs;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.instrument.StateReason;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.market.Combo;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.order.Order;
import com.ballastmarkets.engine.order.OrderCloser;
import com.ballastmarkets.engine.output.EventOutlet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defines combos, lets them follow the phases of their legs, and ends them.
 *
 * <p>A combo trades continuously while all its legs do, and is halted else: it has no auctions and
 * no band of its own. Operations may hold it while its legs trade. It ends with its first leg: its
 * orders are cancelled, and it is forgotten.
 */
public final class ComboDesk {
  /** Market ids from here on are combos'. */
  public static final int FIRST_MARKET_ID = 1 << 30;

  /**
   * How many combos a market can be a leg of: so much work can a change of its book make. Beyond it
   * the oldest one without orders makes room.
   */
  public static final int MAX_PER_LEG = 100;

  private final ClearingHouse clearing;
  private final MarketRegistry markets;
  private final OrderCloser closer;
  private final MarketData marketData;
  private final EventOutlet outlet;
  private final Map<List<Contract.ComboLeg>, Combo> byLegs = new HashMap<>();
  private int nextNumber = 1;

  public ComboDesk(
      ClearingHouse clearing,
      MarketRegistry markets,
      OrderCloser closer,
      MarketData marketData,
      EventOutlet outlet) {
    this.clearing = clearing;
    this.markets = markets;
    this.closer = closer;
    this.marketData = marketData;
    this.outlet = outlet;
  }

  // ---- definition --------------------------------------------------------------------------

  /** Defines a combo, or names the one that there is. */
  public void define(Command.DefineCombo request) {
    if (clearing.account(request.accountId()) < 0) {
      outlet.reject(RejectReason.UNKNOWN_ACCOUNT);
      return;
    }
    final CanonicalLegs form = CanonicalLegs.of(request.legs());
    if (form == null) {
      outlet.reject(RejectReason.INVALID_COMBO);
      return;
    }
    Combo combo = byLegs.get(form.legs());
    if (combo == null) {
      combo = list(form);
    }
    if (combo != null) {
      outlet.tell(
          new Event.ComboDefined(request.accountId(), combo.market().id(), form.reversed()));
    }
  }

  /** Lists the combo; null, and the reason told, if that cannot be. */
  private @Nullable Combo list(CanonicalLegs form) {
    final List<Market> legs = new ArrayList<>();
    for (Contract.ComboLeg leg : form.legs()) {
      final Market market = markets.get(leg.marketId());
      if (market == null) {
        outlet.reject(RejectReason.MARKET_NOT_FOUND);
        return null;
      }
      if (market.combo() != null || !market.state().acceptsCancels()) {
        outlet.reject(RejectReason.INVALID_COMBO);
        return null;
      }
      legs.add(market);
    }
    final int number = nextFreeNumber();
    final Instrument terms = ComboTerms.of(FIRST_MARKET_ID + number, "combo-" + number, form, legs);
    if (terms == null) {
      outlet.reject(RejectReason.INVALID_COMBO);
      return null;
    }
    if (!makeRoom(legs)) {
      outlet.reject(RejectReason.TOO_MANY_COMBOS);
      return null;
    }
    nextNumber = number + 1;
    final Combo combo = markets.listCombo(terms, legs);
    byLegs.put(form.legs(), combo);
    outlet.tell(new Event.MarketListed(terms));
    follow(combo);
    return combo;
  }

  private int nextFreeNumber() {
    int number = nextNumber;
    while (markets.bySymbol("combo-" + number) != null) {
      number++;
    }
    return number;
  }

  /** Makes room at every leg, or changes nothing. */
  private boolean makeRoom(List<Market> legs) {
    final List<Combo> idle = new ArrayList<>();
    for (Market leg : legs) {
      if (leg.combos().size() >= MAX_PER_LEG) {
        final Combo oldest = oldestIdle(leg);
        if (oldest == null) {
          return false;
        }
        idle.add(oldest);
      }
    }
    for (Combo combo : idle) {
      if (markets.get(combo.market().id()) != null) {
        end(combo);
      }
    }
    return true;
  }

  private static @Nullable Combo oldestIdle(Market leg) {
    for (Combo combo : leg.combos()) {
      if (combo.market().book().isEmpty()) {
        return combo;
      }
    }
    return null;
  }

  // ---- phases ------------------------------------------------------------------------------

  /** Operations hold a combo, or let it go; tells whether the market is one. */
  public boolean hold(int marketId, boolean held) {
    final Market market = markets.get(marketId);
    final Combo combo = market == null ? null : market.combo();
    if (combo == null) {
      return false;
    }
    if (combo.isHeld() == held) {
      outlet.nothingToDo();
      return true;
    }
    combo.held(held);
    marketData.touch(combo.leg(0));
    final MarketState before = combo.market().state();
    follow(combo);
    if (combo.market().state() == before) {
      outlet.nothingToDo();
    }
    return true;
  }

  /** Takes a combo into the phase that follows from its legs'. */
  void follow(Combo combo) {
    final Market market = combo.market();
    if (!market.state().acceptsCancels()) {
      return;
    }
    if (combo.isOver()) {
      end(combo);
      return;
    }
    final boolean trades = combo.isContinuous() && !combo.isHeld();
    if (trades && !market.isContinuous()) {
      marketData.changePhase(market, MarketState.CONTINUOUS, market.reason(), Market.NEVER);
    } else if (!trades && market.isContinuous()) {
      marketData.changePhase(market, MarketState.HALTED, whyHalted(combo), Market.NEVER);
      closer.cancelAll(market, CancelReason.HALT, Order::isCancelOnHalt);
    }
  }

  private static StateReason whyHalted(Combo combo) {
    if (!combo.isHeld()) {
      for (Market leg : combo.legs()) {
        if (!leg.isContinuous()) {
          return leg.reason();
        }
      }
    }
    return StateReason.OPERATIONS;
  }

  /** A market leaves trading for good: the combos that it is a leg of end before it. */
  public void endCombosOf(Market leg) {
    if (leg.hasCombos()) {
      List.copyOf(leg.combos()).forEach(this::end);
    }
  }

  private void end(Combo combo) {
    final Market market = combo.market();
    closer.cancelAll(market, CancelReason.MARKET_EXPIRED, order -> true);
    marketData.changePhase(market, MarketState.EXPIRED, StateReason.SCHEDULE, Market.NEVER);
    if (market.instrument().contract() instanceof Contract.Combo contract) {
      byLegs.remove(contract.legs());
    }
    markets.forget(combo);
  }

  // ---- state -------------------------------------------------------------------------------

  /** Writes what the markets themselves do not say. */
  public void writeState(StateOutput output) {
    output.section("combos", 1);
    output.putInt(nextNumber);
    for (Market market : markets.all()) {
      if (market.combo() instanceof Combo combo) {
        output.putBoolean(combo.isHeld());
        ComboOrderState.write(output, market);
      }
    }
  }

  /** Reads into a venue whose markets are listed and whose orders rest. */
  public void readState(StateInput input) {
    input.section("combos");
    nextNumber = input.getInt();
    for (Market market : markets.all()) {
      if (market.combo() instanceof Combo combo
          && market.instrument().contract() instanceof Contract.Combo contract) {
        byLegs.put(contract.legs(), combo);
        combo.held(input.getBoolean());
        ComboOrderState.read(input, combo);
      }
    }
  }
}
