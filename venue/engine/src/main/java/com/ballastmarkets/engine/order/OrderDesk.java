package com.ballastmarkets.engine.order;

import com.ballastmarkets.clearing.ClearingHouse;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.combo.ComboMatching;
import com.ballastmarkets.engine.combo.ComboTrades;
import com.ballastmarkets.engine.market.MarketData;
import com.ballastmarkets.engine.market.MarketRegistry;
import com.ballastmarkets.engine.output.EventOutlet;
import com.ballastmarkets.engine.output.VenueClock;

/** The parts of order handling, wired. */
public final class OrderDesk {
  private final OrderRegistry registry = new OrderRegistry();
  private final ClientOrderIds clientIds = new ClientOrderIds(registry, "client-order-ids");
  private final ClientOrderIds listIds = new ClientOrderIds(registry, "list-ids");
  private final OrderOwners owners = new OrderOwners();
  private final KillSwitches killSwitches;
  private final QuoteRequestIds quoteRequests;
  private final ClearingHouse clearing;
  private final MarketRegistry markets;
  private final OrderCloser closer;
  private final Matching matching;
  private final ComboMatching comboMatching;
  private final Execution execution;
  private final OrderEntry entry;
  private final MarginQuestions marginQuestions;
  private final LadderEntry ladders;
  private final QuoteOrders quoteOrders;
  private final ReplaceRequests replaceRequests;
  private final CancelRequests cancelRequests;
  private final ForcedOrders forced;

  public OrderDesk(
      ClearingHouse clearing,
      MarketRegistry markets,
      MarketData marketData,
      VenueClock clock,
      EventOutlet outlet,
      CircuitBreaker breaker) {
    this.clearing = clearing;
    this.markets = markets;
    killSwitches = new KillSwitches(clearing);
    quoteRequests = new QuoteRequestIds(registry, clock);
    closer = new OrderCloser(clearing, registry, marketData, outlet);
    final ReduceOnly reduceOnly = new ReduceOnly(clearing, closer);
    matching = new Matching(clearing, registry, closer, reduceOnly, marketData, outlet);
    comboMatching =
        new ComboMatching(
            new ComboTrades(clearing, registry, matching, reduceOnly, marketData, outlet),
            reduceOnly,
            new SelfMatch(closer));
    execution =
        new Execution(
            clearing,
            registry,
            closer,
            matching,
            reduceOnly,
            marketData,
            outlet,
            breaker,
            comboMatching);
    entry =
        new OrderEntry(
            clearing,
            markets,
            clientIds,
            owners,
            killSwitches,
            reduceOnly,
            execution,
            clock,
            outlet);
    marginQuestions = new MarginQuestions(clearing, markets, entry, outlet);
    forced = new ForcedOrders(clearing, owners, execution, clock, outlet);
    ladders =
        new LadderEntry(
            clearing,
            markets,
            entry,
            killSwitches,
            clientIds,
            listIds,
            reduceOnly,
            execution,
            clock,
            outlet);
    quoteOrders = new QuoteOrders(clearing, owners, closer, execution, marketData, clock, outlet);
    final OrderLookup lookup = new OrderLookup(clearing, registry, clientIds, owners);
    replaceRequests =
        new ReplaceRequests(
            clearing, clientIds, lookup, reduceOnly, execution, marketData, clock, outlet);
    cancelRequests = new CancelRequests(clearing, registry, lookup, closer, killSwitches, outlet);
  }

  public OrderEntry entry() {
    return entry;
  }

  public MarginQuestions marginQuestions() {
    return marginQuestions;
  }

  /** Orders that a liquidation places. */
  public ForcedOrders forced() {
    return forced;
  }

  public LadderEntry ladders() {
    return ladders;
  }

  public QuoteOrders quoteOrders() {
    return quoteOrders;
  }

  public QuoteRequestIds quoteRequests() {
    return quoteRequests;
  }

  public OrderRegistry registry() {
    return registry;
  }

  /** Whether a kill switch keeps the account from placing orders. */
  public boolean isSuspended(int account) {
    return killSwitches.isEngaged(account);
  }

  public ReplaceRequests replaceRequests() {
    return replaceRequests;
  }

  public CancelRequests cancelRequests() {
    return cancelRequests;
  }

  public OrderCloser closer() {
    return closer;
  }

  public Matching matching() {
    return matching;
  }

  public ComboMatching comboMatching() {
    return comboMatching;
  }

  public Execution execution() {
    return execution;
  }

  /** When the next order ends by itself. */
  public long nextExpiry() {
    return registry.nextExpiry();
  }

  /** Forgets ids whose time is over. */
  public void forget(long nowNanos) {
    clientIds.forget(nowNanos);
    listIds.forget(nowNanos);
    quoteRequests.forget(nowNanos);
    owners.forget(nowNanos);
  }

  public void writeState(StateOutput output) {
    killSwitches.writeState(output);
    owners.writeState(output);
    clientIds.writeState(output);
    listIds.writeState(output);
    quoteRequests.writeState(output);
    OrderState.write(output, markets, matching.nextTradeId());
  }

  /**
   * Reads into a desk whose markets are listed and whose books are empty.
   *
   * @param version of the exchange's section: ladders and quotes are there since 4
   */
  public void readState(StateInput input, int version) {
    killSwitches.readState(input);
    owners.readState(input);
    clientIds.readState(input);
    if (version >= 4) {
      listIds.readState(input);
      quoteRequests.readState(input);
    }
    matching.nextTradeId(OrderState.read(input, markets, clearing, registry));
  }
}
