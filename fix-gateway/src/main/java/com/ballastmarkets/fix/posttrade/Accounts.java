package com.ballastmarkets.fix.posttrade;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Positions and money of all accounts as the journal tells them, on the lane. */
final class Accounts {
  /**
   * @param lots signed
   * @param openValueMicros see {@link Event.PositionUpdated}
   */
  record Position(
      long accountId, Market market, long lots, long openValueMicros, long paidMicros) {}

  /** A market's prices. */
  static final class Market {
    private final Instrument instrument;
    private long markMicros;
    private long priorSettlementMicros;
    private boolean isFinal;

    Market(Instrument instrument) {
      this.instrument = instrument;
      this.markMicros = instrument.referencePriceMicros();
      this.priorSettlementMicros = instrument.referencePriceMicros();
    }

    String symbol() {
      return instrument.symbol();
    }

    int marketId() {
      return instrument.marketId();
    }

    long markMicros() {
      return markMicros;
    }

    long priorSettlementMicros() {
      return priorSettlementMicros;
    }

    boolean isFinal() {
      return isFinal;
    }
  }

  private final Map<Long, Long> participants = new HashMap<>();
  private final Map<Long, List<Long>> accountsOf = new HashMap<>();
  private final Map<Integer, Market> markets = new HashMap<>();
  private final Map<Integer, NavigableMap<Long, Position>> positions = new HashMap<>();
  private final Map<Long, Event.AccountUpdated> money = new HashMap<>();
  private final Map<Long, Map<Integer, Position>> before = new LinkedHashMap<>();
  private final Map<Long, Map<Integer, Long>> settlementCash = new HashMap<>();

  void onEntry(JournalEntry entry) {
    switch (entry.event()) {
      case Event.AccountOpened event -> {
        participants.put(event.accountId(), event.participantId());
        accountsOf
            .computeIfAbsent(event.participantId(), id -> new ArrayList<>())
            .add(event.accountId());
      }
      case Event.AccountUpdated event -> money.put(event.accountId(), event);
      case Event.MarketListed event ->
          markets.put(event.instrument().marketId(), new Market(event.instrument()));
      case Event.MarkChanged event -> {
        final Market market = markets.get(event.marketId());
        if (market != null) {
          market.markMicros = event.markMicros();
        }
      }
      case Event.DailySettled _ ->
          markets
              .values()
              .forEach(market -> {
                if (!market.isFinal) {
                  market.priorSettlementMicros = market.markMicros;
                }
              });
      case Event.PositionUpdated event -> position(event);
      case Event.CashMoved event -> {
        if (event.reason() == CashReason.SETTLEMENT || event.reason() == CashReason.VOID_REVERSAL) {
          settlementCash
              .computeIfAbsent(event.accountId(), id -> new HashMap<>())
              .merge(event.marketId(), event.amountMicros(), Math::addExact);
        }
      }
      case Event.MarketSettled event -> {
        final Market market = markets.get(event.marketId());
        if (market != null) {
          market.markMicros = event.valueMicros();
          market.isFinal = true;
        }
      }
      default -> {
        // Nothing of accounts.
      }
    }
  }

  private void position(Event.PositionUpdated event) {
    final Market market = markets.get(event.marketId());
    if (market == null) {
      return;
    }
    final Position now =
        new Position(
            event.accountId(), market, event.lots(), event.openValueMicros(), event.paidMicros());
    final Position was =
        positions
            .computeIfAbsent(event.marketId(), id -> new TreeMap<>())
            .put(event.accountId(), now);
    before
        .computeIfAbsent(event.accountId(), id -> new LinkedHashMap<>())
        .putIfAbsent(
            event.marketId(), was == null ? new Position(event.accountId(), market, 0, 0, 0) : was);
  }

  /** Forgets what the command has changed. */
  void commandOver() {
    before.clear();
    settlementCash.clear();
  }

  // ---- how things stand ------------------------------------------------------------------------

  /** The firm that owns an account; 0 if there is no such account. */
  long participantOf(long accountId) {
    return participants.getOrDefault(accountId, 0L);
  }

  List<Long> accountsOf(long participantId) {
    return accountsOf.getOrDefault(participantId, List.of());
  }

  @Nullable Market market(int marketId) {
    return markets.get(marketId);
  }

  @Nullable Market market(String symbol) {
    return markets.values().stream()
        .filter(market -> market.symbol().equals(symbol))
        .findFirst()
        .orElse(null);
  }

  Event.@Nullable AccountUpdated money(long accountId) {
    return money.get(accountId);
  }

  /** An account's positions that are not zero, by market. */
  List<Position> positionsOf(long accountId) {
    return new TreeMap<>(positions)
        .values().stream()
            .map(holders -> holders.get(accountId))
            .filter(Objects::nonNull)
            .filter(position -> position.lots() != 0)
            .toList();
  }

  /** The positions that the command has changed. */
  List<Position> changed() {
    final List<Position> changed = new ArrayList<>();
    before.forEach((accountId, markets) ->
        markets
            .keySet()
            .forEach(marketId -> {
              final NavigableMap<Long, Position> holders = positions.get(marketId);
              final Position now = holders == null ? null : holders.get(accountId);
              if (now != null) {
                changed.add(now);
              }
            }));
    return changed;
  }

  /** Who had lots in a market before the present command, or is paid by it, by account. */
  List<Position> holdersBefore(int marketId) {
    final NavigableMap<Long, Position> holders = positions.get(marketId);
    if (holders == null) {
      return List.of();
    }
    final List<Position> found = new ArrayList<>();
    for (final Position now : holders.values()) {
      final Position was =
          before.getOrDefault(now.accountId(), Map.of()).getOrDefault(marketId, now);
      if (was.lots() != 0 || settlementCash(now.accountId(), marketId) != 0) {
        found.add(was);
      }
    }
    return found;
  }

  /** What the present command has paid an account for a market's settlement or reversal. */
  long settlementCash(long accountId, int marketId) {
    return settlementCash.getOrDefault(accountId, Map.of()).getOrDefault(marketId, 0L);
  }
}
