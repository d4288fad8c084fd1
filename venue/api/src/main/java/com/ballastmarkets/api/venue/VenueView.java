package com.ballastmarkets.api.venue;

import com.ballastmarkets.api.account.Account;
import com.ballastmarkets.api.account.Participant;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.liquidation.Liquidations;
import com.ballastmarkets.api.market.Market;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.liquidation.Deleveraging;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All markets and accounts in memory, built from the journal alone. */
public final class VenueView {
  private final Map<String, Market> bySymbol = new ConcurrentSkipListMap<>();
  private final Map<Integer, Market> byId = new ConcurrentHashMap<>();
  private final Map<Long, Account> accounts = new ConcurrentHashMap<>();
  private final Liquidations liquidations = new Liquidations();
  private final Map<Long, Participant> participants = new ConcurrentHashMap<>();
  private final Map<Long, Integer> marketOfDispute = new ConcurrentHashMap<>();

  /** All markets ever listed, by symbol. */
  public Collection<Market> markets() {
    return bySymbol.values();
  }

  public Market market(int marketId) {
    return Objects.requireNonNull(byId.get(marketId), () -> "market " + marketId);
  }

  /**
   * @throws ApiException {@code MARKET_NOT_FOUND}
   */
  public Market market(String symbol) {
    final Market market = bySymbol.get(symbol);
    if (market == null) {
      throw ApiException.of(RejectReason.MARKET_NOT_FOUND, Map.of());
    }
    return market;
  }

  /** The market's number, 0 if there is none of that name. */
  public int marketNumber(String symbol) {
    final Market market = bySymbol.get(symbol);
    return market == null ? 0 : market.instrument().marketId();
  }

  /** The firm; one that the journal has not named yet has no switch engaged. */
  public Participant participant(long participantId) {
    return participants.computeIfAbsent(participantId, Participant::new);
  }

  /** What the firms have in the default fund, none of zero, by firm. */
  public SortedMap<Long, Long> contributions() {
    final SortedMap<Long, Long> contributions = new TreeMap<>();
    for (Participant participant : participants.values()) {
      if (participant.contributionMicros() != 0) {
        contributions.put(participant.participantId(), participant.contributionMicros());
      }
    }
    return contributions;
  }

  public boolean isParticipantKnown(long participantId) {
    return participants.containsKey(participantId);
  }

  /** The account; one that the journal has not named yet is empty. */
  public Account account(long accountId) {
    return accounts.computeIfAbsent(accountId, Account::new);
  }

  /**
   * The leveraged positions of a market's longs or shorts in the order in which they would be
   * deleveraged, first to last.
   */
  public List<Deleveraging.Candidate> deleveraging(Market market, boolean longs) {
    final List<Deleveraging.Candidate> candidates = new ArrayList<>();
    for (Account account : accounts.values()) {
      final Account.Position position = account.position(market);
      if (account.leverage() > 1 && position.lots() != 0 && (position.lots() > 0) == longs) {
        candidates.add(
            new Deleveraging.Candidate(
                account.accountId(), position.lots(), position.costMicros()));
      }
    }
    return Deleveraging.rank(candidates, market.markMicros());
  }

  /** Standings on the ladder, and packets. */
  public Liquidations liquidations() {
    return liquidations;
  }

  public boolean isKnown(long accountId) {
    return accounts.containsKey(accountId);
  }

  /** The market of a dispute, or null if there is no such dispute. */
  public @Nullable Market marketOfDispute(long disputeId) {
    final Integer marketId = marketOfDispute.get(disputeId);
    return marketId == null ? null : byId.get(marketId);
  }

  /** Takes in all that one command caused. */
  void apply(List<JournalEntry> command) {
    for (JournalEntry entry : command) {
      apply(entry.event(), entry.timeNanos());
    }
    applyLevels(command);
  }

  private void applyLevels(List<JournalEntry> command) {
    final Map<Integer, List<Event.LevelChanged>> byMarket = new LinkedHashMap<>();
    for (JournalEntry entry : command) {
      if (entry.event() instanceof Event.LevelChanged level) {
        byMarket.computeIfAbsent(level.marketId(), id -> new ArrayList<>()).add(level);
      }
    }
    byMarket.forEach((marketId, levels) -> market(marketId).onLevels(levels));
  }

  private void apply(Event event, long time) {
    switch (event) {
      case Event.AccountOpened e -> {
        account(e.accountId()).onLeverage(e.leverage());
        account(e.accountId()).onOpened(participant(e.participantId()));
      }
      case Event.LeverageChanged e -> account(e.accountId()).onLeverage(e.leverage());
      case Event.KillSwitchChanged e -> account(e.accountId()).onKillSwitch(e.engaged());
      case Event.CashMoved e -> account(e.accountId()).onCash(e.cashAfterMicros());
      case Event.AccountUpdated e -> account(e.accountId()).onUpdated(e);
      case Event.PositionUpdated e -> account(e.accountId()).onPosition(e);
      case Event.MarketListed e -> list(new Market(e.instrument()));
      case Event.MarketStateChanged e -> market(e.marketId()).onState(e);
      case Event.MarkChanged e -> market(e.marketId()).onMark(e);
      case Event.IndicativeChanged e -> market(e.marketId()).onIndicative(e);
      case Event.ProvisionalPublished e -> settle(e, time);
      case Event.DisputeOpened e -> {
        marketOfDispute.put(e.disputeId(), e.marketId());
        final Market market = market(e.marketId());
        market.settlement(
            market.settlement().disputed(e.disputeId(), e.accountId(), e.evidenceHash(), time));
      }
      case Event.DisputeRuled e -> {
        final Market market = market(e.marketId());
        market.settlement(
            market
                .settlement()
                .ruled(e.disputeId(), e.ruling(), e.valueMicros(), e.evidenceHash(), time));
      }
      case Event.MarketSettled e -> {
        final Market market = market(e.marketId());
        market.settlement(market.settlement().settled(e.valueMicros(), time));
        accounts.values().forEach(account -> account.onClosed(e.marketId()));
      }
      case Event.MarketVoided e -> {
        final Market market = market(e.marketId());
        market.settlement(market.settlement().voided(time));
        accounts.values().forEach(account -> account.onClosed(e.marketId()));
      }
      case Event.OrderAccepted e ->
          account(e.ticket().accountId())
              .blotter()
              .onAccepted(e.orderId(), e.ticket(), market(e.ticket().marketId()).symbol(), time);
      case Event.OrderReplaced e -> account(e.accountId()).blotter().onReplaced(e, time);
      case Event.OrderCanceled e -> {
        account(e.accountId()).blotter().onCanceled(e, time);
        account(e.accountId()).quotes().onEnded(e.orderId());
      }
      case Event.Trade e -> {
        final Market market = market(e.marketId());
        market.onTrade(e, time);
        liquidations.on(e, time);
        account(e.maker().accountId()).blotter().onFill(e, e.maker(), true, market.symbol(), time);
        account(e.taker().accountId()).blotter().onFill(e, e.taker(), false, market.symbol(), time);
        endQuote(e.maker());
        endQuote(e.taker());
      }
      case Event.Liquidation e -> {
        liquidations.on(e, time);
        if (e instanceof Event.Liquidation.ContributionChanged changed) {
          participant(changed.participantId()).onContribution(changed.contributionMicros());
        }
      }
      case Event.Limits.PositionLimitChanged e -> market(e.marketId()).onLimit(e.lots());
      case Event.Limits.HedgeExemptionChanged e ->
          market(e.marketId()).onExemption(e.participantId(), e.extraLots());
      // The order's fills come with the trades of the legs.
      case Event.ComboTrade e -> market(e.marketId()).onComboTrade(e, time);
      // Levels are taken together after the command; the rest changes nothing that is shown.
      case Event.LevelChanged e -> {}
      case Event.WithdrawalReserved e -> {}
      case Event.WithdrawalReleased e -> {}
      case Event.WithdrawalConfirmed e -> {}
      case Event.DailySettled e -> {}
      case Event.ClockAdvanced e -> {}
      case Event.ComboDefined e -> {}
      case Event.OrderRejected e -> {}
      case Event.OrderRepeated e -> {}
      case Event.OrderTriggered e -> {}
      case Event.ReplaceRejected e -> {}
      case Event.CancelRejected e -> {}
      case Event.MassCanceled e -> {}
      case Event.ParticipantKillSwitchChanged e ->
          participant(e.participantId()).onKillSwitch(e.byOwner(), e.byOperations());
      case Event.NewsHaltDeclared e -> {}
      case Event.LadderPlaced e -> {}
      case Event.LadderRejected e -> {}
      case Event.QuoteEntered e -> account(e.accountId()).quotes().onEntered(e);
      case Event.MassQuoteTaken e -> {}
      case Event.MassQuoteRejected e -> {}
      case Event.MassQuoteRepeated e -> {}
      case Event.QuotesCanceled e -> {}
      case Event.ProtectionChanged e -> account(e.accountId()).quotes().onProtection(e);
      case Event.ProtectionTripped e -> account(e.accountId()).quotes().onTripped(e);
      case Event.CommandRejected e -> {}
      case Event.UnderlyingExplained e -> {}
      case Event.MarginExplained e -> {}
      case Event.NothingToDo e -> {}
    }
  }

  private void endQuote(Event.Fill fill) {
    if (fill.leavesLots() == 0) {
      account(fill.accountId()).quotes().onEnded(fill.orderId());
    }
  }

  private void list(Market market) {
    byId.put(market.instrument().marketId(), market);
    bySymbol.put(market.symbol(), market);
  }

  private void settle(Event.ProvisionalPublished e, long time) {
    final Market market = market(e.marketId());
    market.settlement(
        market
            .settlement()
            .published(
                e.valueMicros(), e.evidenceHash(), e.leafIndex(), time, e.disputeUntilNanos()));
  }
}
