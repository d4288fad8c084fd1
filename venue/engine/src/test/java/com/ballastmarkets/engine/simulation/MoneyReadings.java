package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.clearing.fee.WorstFee;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.engine.simulation.Views.Account;
import com.ballastmarkets.engine.simulation.Views.Market;
import com.ballastmarkets.engine.simulation.Views.Order;
import com.ballastmarkets.engine.simulation.Views.Position;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cash, positions and margin as events tell them. Money neither appears nor vanishes, longs are
 * shorts, and an account's figures are what its positions, its open orders and the marks make them.
 */
final class MoneyReadings {
  private final Views views;
  private long deposited;
  private long movedInStep;

  MoneyReadings(Views views) {
    this.views = views;
  }

  void moved(Event.CashMoved event) {
    final Account account = views.account(event.accountId());
    account.cash += event.amountMicros();
    Violation.unlessEqual(event.cashAfterMicros(), account.cash, "cash after", event);
    switch (event.reason()) {
      case DEPOSIT, WITHDRAWAL -> deposited += event.amountMicros();
      case VARIATION, SETTLEMENT -> {
        movedInStep += event.amountMicros();
        final Position position = views.position(event.accountId(), event.marketId());
        Violation.unlessEqual(event.lots(), position.lots, "paid on the position", event);
        Violation.unlessEqual(
            event.amountMicros(),
            position.lots * event.priceMicros() - position.openValue,
            "variation",
            event);
        position.openValue += event.amountMicros();
        position.paid += event.amountMicros();
      }
      case VOID_REVERSAL -> {
        movedInStep += event.amountMicros();
        final Position position = views.position(event.accountId(), event.marketId());
        Violation.unlessEqual(event.amountMicros(), -position.paid, "all that it paid", event);
        position.paid = 0;
        account.mayOwe |=
            !(views.market(event.marketId()).instrument.contract()
                instanceof Contract.ConditionalSpread);
      }
      case FEE,
          BOND_POSTED,
          BOND_RETURNED,
          BOND_FORFEITED,
          LIQUIDATION_FEE,
          LOSS_COVERED,
          MAKER_REWARD,
          CONTRIBUTION_PAID,
          CONTRIBUTION_RETURNED,
          TRANCHE_FUNDED ->
          movedInStep += event.amountMicros();
    }
  }

  /** The insurance fund took lots from an account, or gave them up against its. */
  void passed(long accountId, int marketId, long lots, long priceMicros) {
    final Position theirs = views.position(accountId, marketId);
    final Position funds = views.position(SystemAccounts.INSURANCE_FUND, marketId);
    theirs.lots -= lots;
    theirs.openValue -= lots * priceMicros;
    funds.lots += lots;
    funds.openValue += lots * priceMicros;
    // It carries what others could not: it may come to owe, and no limit holds for it.
    views.account(SystemAccounts.INSURANCE_FUND).mayOwe = true;
  }

  /**
   * @param last whether its market ends in this step: the position is gone
   */
  void position(Event.PositionUpdated event, boolean last) {
    final Position position = views.position(event.accountId(), event.marketId());
    Violation.unlessEqual(event.paidMicros(), position.paid, "paid", event);
    if (last) {
      position.lots = 0;
      position.openValue = 0;
      position.paid = 0;
    }
    Violation.unlessEqual(event.lots(), position.lots, "lots", event);
    Violation.unlessEqual(event.openValueMicros(), position.openValue, "open value", event);
    Violation.unless(event.lots() != 0 || event.costMicros() == 0, "cost of nothing: %s", event);
    if (event.accountId() != SystemAccounts.INSURANCE_FUND) {
      limit(event);
    }
  }

  private void limit(Event.PositionUpdated event) {
    final long participant = views.account(event.accountId()).participantId;
    long lots = 0;
    for (Account account : views.accounts.values()) {
      final Position own = account.positions.get(event.marketId());
      lots += own != null && account.participantId == participant ? own.lots : 0;
    }
    final Views.Market market = views.market(event.marketId());
    final long limit = market.highestLimit + market.highestExemption;
    Violation.unless(Math.abs(lots) <= limit, "%d lots against a limit: %s", lots, event);
  }

  void ended(int marketId) {
    for (Account account : views.accounts.values()) {
      final Position position = account.positions.remove(marketId);
      Violation.unless(
          position == null || position.lots == 0, "a position outlives market %d", marketId);
    }
  }

  void account(Event.AccountUpdated event) {
    final Account account = views.account(event.accountId());
    long equity = account.cash;
    for (Map.Entry<Integer, Position> entry : account.positions.entrySet()) {
      final Position position = entry.getValue();
      equity += position.lots * views.market(entry.getKey()).mark - position.openValue;
    }
    Violation.unlessEqual(event.cashMicros(), account.cash, "cash", event);
    Violation.unlessEqual(event.equityMicros(), equity, "equity", event);
    Violation.unlessEqual(
        event.marginMicros() + event.availableMicros(), equity, "margin and available", event);
    Violation.unlessEqual(event.withheldMicros(), withheld(account), "withheld", event);
    if (hasCombos(account)) {
      // What they reserve depends on the marks of when they came, and events do not say it.
      return;
    }
    if (account.leverage == 1) {
      final long free = free(account);
      final long available = Math.min(equity - account.reserved, free);
      Violation.unless(
          event.availableMicros() == available,
          "available: %d as it should be, not as in %s%s",
          available,
          event,
          new Object() {
            @Override
            public String toString() {
              return explained(account);
            }
          });
      Violation.unless(account.mayOwe || free >= 0, "owes more than it has: %s", event);
    } else {
      Violation.unless(event.marginMicros() >= account.reserved, "no margin: %s", event);
    }
  }

  /** Profit that only a void could take back: at the worse end, or with leverage at the mark. */
  private long withheld(Account account) {
    long sum = 0;
    for (Map.Entry<Integer, Position> entry : account.positions.entrySet()) {
      final Market market = views.market(entry.getKey());
      final Contract contract = market.instrument.contract();
      if (!(contract instanceof Contract.ConditionalSpread)) {
        final Position position = entry.getValue();
        final long worse = position.lots > 0 ? contract.loMicros() : contract.hiMicros();
        final long price = account.leverage == 1 ? worse : market.mark;
        sum += Math.max(0, position.paid + position.lots * price - position.openValue);
      }
    }
    return sum;
  }

  /** What an account has, market by market. */
  private String explained(Account account) {
    final StringBuilder text = new StringBuilder();
    for (Map.Entry<Integer, Position> entry : account.positions.entrySet()) {
      final Position position = entry.getValue();
      final Market market = views.market(entry.getKey());
      text.append(
          "%n  %d lots, open value %d, paid %d in %s, marked %d"
              .formatted(
                  position.lots,
                  position.openValue,
                  position.paid,
                  market.instrument,
                  market.mark));
    }
    account.orders.values().forEach(order -> text.append("\n  ").append(order));
    return text.toString();
  }

  private boolean hasCombos(Account account) {
    return account.orders.values().stream()
        .anyMatch(
            o -> views.market(o.ticket.marketId()).instrument.contract() instanceof Contract.Combo);
  }

  /** What is left in the worst outcome of every underlying. */
  private long free(Account account) {
    final Set<Integer> underlyings = new TreeSet<>();
    account.positions.keySet().forEach(id -> underlyings.add(views.market(id).underlying()));
    for (Order order : account.orders.values()) {
      underlyings.add(views.market(order.ticket.marketId()).underlying());
    }
    long free = account.cash - account.reserved;
    for (int underlying : underlyings) {
      free += worst(account, underlying);
    }
    return free;
  }

  private long worst(Account account, int underlying) {
    final Set<Long> outcomes = new TreeSet<>();
    boolean voidable = false;
    for (Market market : views.markets.values()) {
      if (market.underlying() == underlying) {
        switch (market.instrument.contract()) {
          case Contract.Option option -> {
            outcomes.add(0L);
            outcomes.add(100_000_000L);
            outcomes.add(option.strikeMicros());
          }
          case Contract other -> {
            outcomes.add(other.loMicros());
            outcomes.add(other.hiMicros());
            voidable = other instanceof Contract.ConditionalSpread;
          }
        }
      }
    }
    long worst = voidable ? ifVoid(account, underlying) : Long.MAX_VALUE;
    for (long outcome : outcomes) {
      worst = Math.min(worst, ifSettled(account, underlying, outcome));
    }
    return worst;
  }

  private long ifSettled(Account account, int underlying, long outcome) {
    long sum = 0;
    for (Map.Entry<Integer, Position> entry : account.positions.entrySet()) {
      final Market market = views.market(entry.getKey());
      if (market.underlying() == underlying) {
        final Position position = entry.getValue();
        sum += position.lots * payoff(market, outcome) - position.openValue;
      }
    }
    for (Order order : account.orders.values()) {
      final Market market = views.market(order.ticket.marketId());
      if (!order.waiting && market.underlying() == underlying) {
        final long gain = order.ticket.side().sign() * (payoff(market, outcome) - order.limit);
        sum += Math.min(0, gain - fee(market, order)) * order.leaves;
      }
    }
    return sum;
  }

  private long ifVoid(Account account, int underlying) {
    long sum = 0;
    for (Map.Entry<Integer, Position> entry : account.positions.entrySet()) {
      sum -= entry.getKey() == underlying ? entry.getValue().paid : 0;
    }
    for (Order order : account.orders.values()) {
      if (!order.waiting && order.ticket.marketId() == underlying) {
        sum -= fee(views.market(underlying), order) * order.leaves;
      }
    }
    return sum;
  }

  private static long payoff(Market market, long outcome) {
    if (!(market.instrument.contract() instanceof Contract.Option option)) {
      return outcome;
    }
    final long above = outcome - option.strikeMicros();
    return Math.max(0, option.putOrCall() == Contract.PutOrCall.CALL ? above : -above);
  }

  private static long fee(Market market, Order order) {
    return WorstFee.perLot(market.instrument.fees(), order.limit);
  }

  /** At the end of a command: sums. */
  void check() {
    Violation.unlessEqual(movedInStep, 0, "cash moves between accounts", "this step");
    movedInStep = 0;
  }

  /** Over everything: money is what came in, lots and open values of a market sum to zero. */
  void checkSums() {
    final long cash = views.accounts.values().stream().mapToLong(a -> a.cash).sum();
    Violation.unlessEqual(cash, deposited, "money neither appears nor vanishes", "all accounts");
    for (int id : views.markets.keySet()) {
      long lots = 0;
      long openValue = 0;
      long paid = 0;
      for (Account account : views.accounts.values()) {
        final Position position = account.positions.get(id);
        if (position != null) {
          lots += position.lots;
          openValue += position.openValue;
          paid += position.paid;
        }
      }
      Violation.unlessEqual(lots, 0, "longs are shorts", id);
      Violation.unlessEqual(openValue, 0, "what is owed is due", id);
      Violation.unlessEqual(paid, 0, "what was paid was received", id);
    }
  }

  /** Withdrawals that are set aside, more or less. */
  void reserve(long accountId, long amount) {
    views.account(accountId).reserved += amount;
    Violation.unless(views.account(accountId).reserved >= 0, "less than nothing set aside");
  }
}
