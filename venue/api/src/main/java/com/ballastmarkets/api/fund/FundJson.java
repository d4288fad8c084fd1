package com.ballastmarkets.api.fund;

import com.ballastmarkets.api.json.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What funds and their movements look like in JSON. Amounts in USDC. */
public final class FundJson {
  private FundJson() {}

  /**
   * The layers, in the order in which they bear a loss after the defaulter's own money.
   *
   * @param insuranceFund equity: its cash and what its positions are worth at mark
   * @param insuranceFundCash without its positions
   * @param defaultFund all members' contributions
   */
  public record Funds(
      BigDecimal insuranceFund,
      BigDecimal insuranceFundCash,
      BigDecimal houseTranche,
      BigDecimal defaultFund,
      BigDecimal houseCapital,
      String currency,
      List<Contribution> contributions) {}

  /** What a firm has in the default fund. */
  public record Contribution(long participantId, BigDecimal amount) {}

  /**
   * @param accountId null for the house's tranche
   */
  public record Movement(
      String movementId,
      String kind,
      @Nullable Long accountId,
      BigDecimal amount,
      String currency,
      String state,
      String requestedBy,
      int approvalsRequired,
      List<String> approvals,
      @Nullable String reason,
      String requestedAt) {}

  public record Movements(List<Movement> movements) {}

  static Movement movement(FundDesk.Movement movement) {
    return new Movement(
        movement.reference(),
        movement.kind().name().toLowerCase(Locale.ROOT),
        movement.accountId() == 0 ? null : movement.accountId(),
        Decimals.money(movement.amountMicros()),
        "USDC",
        movement.state(),
        movement.requestedBy(),
        movement.approvalsRequired(),
        movement.approvals(),
        movement.reason(),
        movement.requestedAt());
  }
}
