package com.ballastmarkets.api.account;

import com.ballastmarkets.api.json.Decimals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What balances and positions look like in JSON. Amounts in USDC, sizes in lots. */
public final class AccountJson {
  private AccountJson() {}

  /**
   * {@code GET /account/balance}: total = available + reserved.
   *
   * @param totalBalance equity: cash + unsettled profit at mark
   * @param available what new orders may use
   * @param withdrawable what withdrawals may take: not the profit of contracts that are not final
   * @param reserved margin of positions and open orders, and withdrawals under way
   * @param cash settled cash
   * @param unsettledPnl what daily variation has not yet paid in cash
   */
  public record Balance(
      BigDecimal totalBalance,
      BigDecimal available,
      BigDecimal withdrawable,
      BigDecimal reserved,
      String currency,
      BigDecimal cash,
      BigDecimal unsettledPnl) {}

  /**
   * @param size signed: long above zero
   * @param unrealizedPnl size × (current − average price)
   * @param unsettledPnl the part of it that daily variation has not yet paid in cash
   * @param marginUsed initial margin of the position taken alone
   * @param positionLimit the most that the firm may hold on either side over all its accounts, open
   *     orders and hedge exemptions included
   */
  public record Position(
      String marketId,
      long size,
      @Nullable BigDecimal averagePrice,
      BigDecimal currentPrice,
      BigDecimal unrealizedPnl,
      BigDecimal marginUsed,
      BigDecimal unsettledPnl,
      long positionLimit) {}

  public record Positions(List<Position> positions) {}

  /**
   * {@code GET /account}.
   *
   * @param suspended whether the kill switch is engaged
   * @param defaultFundContribution what the firm has in the default fund
   */
  public record Profile(
      long accountId,
      String name,
      int leverage,
      boolean suspended,
      BigDecimal defaultFundContribution) {}

  /**
   * A firm's kill switches; no account of it may place orders while one is engaged.
   *
   * @param byOwner its own
   * @param byOperations that of market operations, which it cannot release
   */
  public record ParticipantSwitches(long participantId, boolean byOwner, boolean byOperations) {}

  public static ParticipantSwitches switches(Participant participant) {
    final Participant.Switches switches = participant.switches();
    return new ParticipantSwitches(
        participant.participantId(), switches.byOwner(), switches.byOperations());
  }

  public static Balance balance(Account.Balance balance) {
    return new Balance(
        Decimals.money(balance.equity()),
        Decimals.money(balance.available()),
        Decimals.money(balance.withdrawable()),
        Decimals.money(balance.reserved()),
        "USDC",
        Decimals.money(balance.cash()),
        Decimals.money(Math.subtractExact(balance.equity(), balance.cash())));
  }

  public static Position position(Account.Position position) {
    return new Position(
        position.marketSymbol(),
        position.lots(),
        Decimals.average(position.costMicros(), position.lots()),
        Decimals.price(position.markMicros()),
        Decimals.money(position.unrealizedMicros()),
        Decimals.money(position.marginMicros()),
        Decimals.money(position.unsettledMicros()),
        position.limitLots());
  }
}
