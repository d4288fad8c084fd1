package com.ballastmarkets.engine.simulation;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.engine.TestVenue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Who runs the venue: lists, opens, settles, rules, moves money. Careless, and often early. */
final class Operations {
  private static final int TRADING = 8;

  private static final class Known {
    private final Instrument instrument;
    private MarketState state = MarketState.PRE_OPEN;

    Known(Instrument instrument) {
      this.instrument = instrument;
    }
  }

  private final Random random;
  private final List<Long> accounts;
  private final RandomListings listings;
  private final Map<Integer, Known> markets = new TreeMap<>();
  private final Deque<Integer> ended = new ArrayDeque<>();

  /** Where orders go; shared with who sends them. */
  private final List<Instrument> trading;

  private long nextDispute = 1;
  private long nextReference = 1;

  Operations(Random random, List<Long> accounts, List<Instrument> trading) {
    this.random = random;
    this.accounts = accounts;
    this.trading = trading;
    this.listings = new RandomListings(random);
  }

  void heard(Event event) {
    switch (event) {
      case Event.MarketListed(var instrument) -> {
        markets.put(instrument.marketId(), new Known(instrument));
        trading.add(instrument);
        trading.removeIf(i -> trading.size() > 1 && !markets.containsKey(i.marketId()));
      }
      case Event.MarketStateChanged change -> changed(change);
      default -> {}
    }
  }

  private void changed(Event.MarketStateChanged change) {
    final Known known = markets.get(change.marketId());
    if (known == null) {
      return;
    }
    known.state = change.to();
    // Now and then somebody keeps sending orders to a market that is over.
    if (!change.to().acceptsCancels() && random.nextInt(10) > 0) {
      trading.removeIf(i -> trading.size() > 1 && i.marketId() == change.marketId());
    }
    if (change.to().isClosed()) {
      trading.removeIf(i -> trading.size() > 1 && i.marketId() == change.marketId());
      markets.remove(change.marketId());
      ended.add(change.marketId());
      if (ended.size() > 20) {
        ended.removeFirst();
      }
    }
  }

  /** Accounts and money to begin with. */
  List<Command> opening(long now) {
    final List<Command> commands = new ArrayList<>();
    commands.add(new Command.StartClock(now));
    for (long account : accounts) {
      // The third and the fourth are one firm; the second trades with leverage.
      final long participant = account == 1004 ? 1003 : account;
      final int leverage = account == 1002 ? 5 : 1;
      commands.add(new Command.OpenAccount(account, participant, AccountKind.CLIENT, leverage));
      commands.add(new Command.Deposit(account, 150_000_000_000L, "opening-" + account));
    }
    // Little stands behind defaults, so that all of it comes to be used.
    commands.add(
        new Command.Deposit(SystemAccounts.INSURANCE_FUND, 1_000_000_000L, "opening-fund"));
    commands.add(new Command.Deposit(SystemAccounts.HOUSE, 2_000_000_000L, "opening-house"));
    commands.add(new Command.DefaultFund.FundHouseTranche(1_000_000_000L, "opening-tranche"));
    return commands;
  }

  Command next(long now) {
    final long open = markets.values().stream().filter(m -> m.state.acceptsCancels()).count();
    final int roll = random.nextInt(1_000);
    if (open < 2 || roll < (open < TRADING ? 200 : 20)) {
      return new Command.ListMarket(listings.next(now, liveTerms()));
    } else if (roll < 260 && trading.size() > 1) {
      return new Command.DefineCombo(account(), legs());
    } else if (roll < 380) {
      final int id = marketIn(MarketState.PRE_OPEN);
      return random.nextInt(3) > 0 ? new Command.OpenMarket(id) : new Command.ResumeMarket(id);
    } else if (roll < 530) {
      return publish();
    } else if (roll < 570) {
      final long id = random.nextInt(6) == 0 ? random.nextLong(nextDispute + 1) : nextDispute++;
      return new Command.OpenDispute(id, marketIn(MarketState.PROVISIONAL), account(), hash());
    } else if (roll < 650) {
      return new Command.RuleDispute(
          Math.max(0, nextDispute - random.nextInt(12)),
          pick(Ruling.values()),
          random.nextBoolean() ? 1_000_000 : value(marketIn(MarketState.DISPUTED)),
          hash());
    } else if (roll < 800) {
      return new Command.FinalizeMarket(marketIn(MarketState.PROVISIONAL));
    } else if (roll < 808) {
      return new Command.VoidMarket(anyMarket());
    } else if (roll < 850) {
      return new Command.SettleDaily(now / TestVenue.DAY - random.nextInt(3));
    } else if (roll < 950) {
      return treasury();
    } else if (roll < 975) {
      return new Command.SetLeverage(account(), random.nextInt(12));
    }
    return new Command.OpenAccount(
        account() + random.nextInt(2), account(), AccountKind.CLIENT, 1 + random.nextInt(11));
  }

  /** Two or three legs, which are not always different markets. */
  private List<Contract.ComboLeg> legs() {
    final List<Contract.ComboLeg> legs = new ArrayList<>();
    final int count = random.nextInt(20) == 0 ? random.nextInt(6) : 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      final int ratio = (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1);
      legs.add(new Contract.ComboLeg(pick(trading).marketId(), ratio));
    }
    return legs;
  }

  private Command publish() {
    final int id = marketIn(MarketState.EXPIRED);
    return new Command.PublishProvisional(id, value(id), hash(), random.nextInt(3));
  }

  private long value(int marketId) {
    final Known known = markets.get(marketId);
    if (known == null) {
      return random.nextLong(2_000_000);
    }
    final Contract contract = known.instrument.contract();
    if (contract instanceof Contract.Binary) {
      return random.nextInt(20) == 0 ? 500_000 : random.nextInt(2) * contract.hiMicros();
    }
    return contract.loMicros() + random.nextLong(contract.faceMicros() + 1);
  }

  private Command treasury() {
    final long amount = random.nextLong(30_000_000_000L) - 1_000_000;
    final boolean again = random.nextInt(5) == 0;
    final String fresh = "t" + (again ? random.nextLong(nextReference) : nextReference);
    return switch (random.nextInt(7)) {
      case 5 -> {
        nextReference++;
        yield new Command.DefaultFund.PayContribution(account(), amount / 30, fresh);
      }
      case 6 -> {
        nextReference++;
        yield new Command.DefaultFund.ReturnContribution(account(), amount / 30, fresh);
      }
      case 0, 1 -> {
        nextReference++;
        yield new Command.Deposit(account(), amount, fresh);
      }
      case 2 -> {
        nextReference++;
        yield new Command.ReserveWithdrawal(account(), amount, fresh);
      }
      case 3 -> new Command.ConfirmWithdrawal(recentReference());
      default -> new Command.ReleaseWithdrawal(recentReference());
    };
  }

  private String recentReference() {
    return "t" + Math.max(0, nextReference - 1 - random.nextInt(8));
  }

  private List<Instrument> liveTerms() {
    return markets.values().stream()
        .filter(m -> m.state.acceptsCancels())
        .map(m -> m.instrument)
        .toList();
  }

  /** Mostly a market in this state; now and then any, or one that has ended, or none. */
  private int marketIn(MarketState state) {
    final List<Integer> fitting =
        markets.values().stream()
            .filter(m -> m.state == state)
            .map(m -> m.instrument.marketId())
            .toList();
    return fitting.isEmpty() || random.nextInt(12) == 0 ? anyMarket() : pick(fitting);
  }

  int anyMarket() {
    return switch (random.nextInt(10)) {
      case 0 -> random.nextInt(1_000_000);
      case 1, 2 -> ended.isEmpty() ? 0 : pick(ended);
      default -> markets.isEmpty() ? 1 : pick(markets.keySet());
    };
  }

  private long account() {
    return pick(accounts);
  }

  private String hash() {
    return "0".repeat(63) + random.nextInt(3);
  }

  private <T> T pick(Collection<T> values) {
    return List.copyOf(values).get(random.nextInt(values.size()));
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
