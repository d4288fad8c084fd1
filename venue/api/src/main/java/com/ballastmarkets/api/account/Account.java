package com.ballastmarkets.api.account;

import com.ballastmarkets.api.market.Market;
import com.ballastmarkets.api.order.Blotter;
import com.ballastmarkets.api.quote.QuoteBook;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One account as the journal tells it. Written by the journal's thread, read by any.
 *
 * <p>The engine says equity and availability when a command touches the account; marks move in
 * between. So equity is always computed here from cash, positions and present marks. With leverage
 * 1 what is available does not depend on marks; with more it moves with equity.
 */
public final class Account {
  private final long accountId;
  private final Blotter blotter = new Blotter();
  private final QuoteBook quotes = new QuoteBook();
  private @Nullable Participant participant;
  private final TreeMap<Integer, Event.PositionUpdated> positions = new TreeMap<>();
  private int leverage = 1;
  private boolean suspended;
  private long cashMicros;
  private long marginMicros;
  private long availableMicros;
  private long withheldMicros;

  public Account(long accountId) {
    this.accountId = accountId;
  }

  /**
   * Amounts in micros.
   *
   * @param equity cash + unsettled profit at mark
   * @param reserved equity − available
   * @param withdrawable what is available, but for profit that a void could still take back
   */
  public record Balance(long cash, long equity, long available, long reserved, long withdrawable) {}

  /**
   * An open position. Amounts in micros.
   *
   * @param lots signed
   * @param costMicros what the open lots cost, signed as they are
   * @param unrealizedMicros lots × mark − cost
   * @param unsettledMicros the part of it that daily variation has not yet paid in cash
   * @param marginMicros initial margin of the position taken alone
   * @param limitLots the position limit of the account's firm
   */
  public record Position(
      String marketSymbol,
      long lots,
      long costMicros,
      long markMicros,
      long unrealizedMicros,
      long unsettledMicros,
      long marginMicros,
      long limitLots) {}

  public long accountId() {
    return accountId;
  }

  public Blotter blotter() {
    return blotter;
  }

  public QuoteBook quotes() {
    return quotes;
  }

  public synchronized int leverage() {
    return leverage;
  }

  /** Whether its own switch or one of its participant's is engaged. */
  public synchronized boolean isSuspended() {
    return suspended || (participant != null && participant.isSuspended());
  }

  /** The firm that owns it; 0 before the journal has named it. */
  public synchronized long participantId() {
    return participant == null ? 0 : participant.participantId();
  }

  public synchronized void onOpened(Participant owner) {
    participant = owner;
  }

  public synchronized void onLeverage(int now) {
    leverage = now;
  }

  public synchronized void onKillSwitch(boolean engaged) {
    suspended = engaged;
  }

  public synchronized void onCash(long cashAfterMicros) {
    cashMicros = cashAfterMicros;
  }

  public synchronized void onUpdated(Event.AccountUpdated updated) {
    cashMicros = updated.cashMicros();
    marginMicros = updated.marginMicros();
    availableMicros = updated.availableMicros();
    withheldMicros = updated.withheldMicros();
  }

  public synchronized void onPosition(Event.PositionUpdated updated) {
    if (updated.lots() == 0 && updated.openValueMicros() == 0) {
      positions.remove(updated.marketId());
    } else {
      positions.put(updated.marketId(), updated);
    }
  }

  public synchronized void onClosed(int marketId) {
    positions.remove(marketId);
  }

  public synchronized Balance balance(IntFunction<Market> markets) {
    long equity = cashMicros;
    for (Event.PositionUpdated position : positions.values()) {
      equity =
          Math.addExact(
              equity, unsettled(position, markets.apply(position.marketId()).markMicros()));
    }
    final long available =
        leverage == 1 ? availableMicros : Math.subtractExact(equity, marginMicros);
    return new Balance(
        cashMicros,
        equity,
        available,
        Math.subtractExact(equity, available),
        Math.max(0, Math.subtractExact(available, withheldMicros)));
  }

  public synchronized List<Position> positions(IntFunction<Market> markets) {
    final List<Position> open = new ArrayList<>();
    for (Event.PositionUpdated position : positions.values()) {
      if (position.lots() != 0) {
        open.add(shown(position, markets.apply(position.marketId())));
      }
    }
    return open;
  }

  /** The position in one market, flat if there is none. */
  public synchronized Position position(Market market) {
    final int marketId = market.instrument().marketId();
    final Event.PositionUpdated position = positions.get(marketId);
    return shown(
        position == null ? new Event.PositionUpdated(accountId, marketId, 0, 0, 0, 0) : position,
        market);
  }

  private Position shown(Event.PositionUpdated position, Market market) {
    final long mark = market.markMicros();
    return new Position(
        market.symbol(),
        position.lots(),
        position.costMicros(),
        mark,
        Math.subtractExact(Math.multiplyExact(position.lots(), mark), position.costMicros()),
        unsettled(position, mark),
        margin(position.lots(), mark, market.instrument().contract()),
        market.positionLimitLots(participantId()));
  }

  private static long unsettled(Event.PositionUpdated position, long mark) {
    return Math.subtractExact(
        Math.multiplyExact(position.lots(), mark), position.openValueMicros());
  }

  /** min(worst-case loss from the mark, face × |lots| ÷ leverage), rounded up. */
  private long margin(long lots, long mark, Contract contract) {
    final long perLot = lots >= 0 ? mark - contract.loMicros() : contract.hiMicros() - mark;
    final long worst = Math.multiplyExact(Math.abs(lots), perLot);
    final long byFace =
        BigDecimal.valueOf(contract.faceMicros())
            .multiply(BigDecimal.valueOf(Math.abs(lots)))
            .divide(BigDecimal.valueOf(leverage), 0, RoundingMode.CEILING)
            .longValueExact();
    return Math.min(worst, byFace);
  }
}
