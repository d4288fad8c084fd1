package com.ballastmarkets.reports.statement;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.reports.table.Figures;

/** Movements in the words of a statement. */
final class MovementWords {
  private MovementWords() {}

  static String count(int movements) {
    return movements == 1 ? "1 movement" : Figures.count(movements) + " movements";
  }

  static String of(CashReason reason) {
    return switch (reason) {
      case DEPOSIT -> "Deposit";
      case WITHDRAWAL -> "Withdrawal";
      case FEE -> "Trading fee";
      case VARIATION -> "Daily variation";
      case SETTLEMENT -> "Final settlement";
      case VOID_REVERSAL -> "Void: variation reversed";
      case BOND_POSTED -> "Dispute bond posted";
      case BOND_RETURNED -> "Dispute bond returned";
      case BOND_FORFEITED -> "Dispute bond forfeited";
      case LIQUIDATION_FEE -> "Liquidation fee";
      case LOSS_COVERED -> "Loss covered";
      case MAKER_REWARD -> "Maker reward";
      case CONTRIBUTION_PAID -> "Default-fund contribution paid";
      case CONTRIBUTION_RETURNED -> "Default-fund contribution returned";
      case TRANCHE_FUNDED -> "House tranche funded";
    };
  }
}
