package com.ballastmarkets.backoffice.ledger;

import static com.ballastmarkets.backoffice.ledger.ChartLine.BONDS_HELD;
import static com.ballastmarkets.backoffice.ledger.ChartLine.CLIENT_CASH;
import static com.ballastmarkets.backoffice.ledger.ChartLine.CUSTODY;
import static com.ballastmarkets.backoffice.ledger.ChartLine.DEFAULT_FUND;
import static com.ballastmarkets.backoffice.ledger.ChartLine.HOUSE_CAPITAL;
import static com.ballastmarkets.backoffice.ledger.ChartLine.HOUSE_TRANCHE;
import static com.ballastmarkets.backoffice.ledger.ChartLine.INSURANCE_FUND;
import static com.ballastmarkets.backoffice.ledger.ChartLine.IN_FLIGHT;
import static com.ballastmarkets.backoffice.ledger.ChartLine.MAKER_REWARDS;
import static com.ballastmarkets.backoffice.ledger.ChartLine.TRADING_FEES;

import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.CashReason;
import org.jspecify.annotations.Nullable;

/**
 * The posting rules: for each reason why money moves, on which line of the chart each side stands.
 * The engine says what an account gains or loses; a gain is a credit on the account's line, a loss
 * a debit. A reason with an <i>other side</i> has a second line there, of the opposite sign; all
 * others sum to zero among the accounts themselves.
 *
 * <p>Example: a fee of 0.13 USDC of account 1001 is {@code Dr 2000/1001 0.13, Cr 4000 0.13}. A dash
 * is a movement that cannot be: it stops the ledger.
 *
 * <pre>
 *   reason                client  house  fund  escrow  default  tranche  other side
 *   DEPOSIT               2000    3100   3000  –       –        –        1000
 *   WITHDRAWAL_RESERVED   2000    3100   3000  –       –        –        2100
 *   WITHDRAWAL_RELEASED   2000    3100   3000  –       –        –        2100
 *   WITHDRAWAL            2100    2100   2100  –       –        –        1000
 *   FEE                   2000    4000   3000  –       –        –
 *   VARIATION             2000    –      3000  –       –        –
 *   SETTLEMENT            2000    –      3000  –       –        –
 *   VOID_REVERSAL         2000    –      3000  –       –        –
 *   BOND_POSTED           2000    –      –     2200    –        –
 *   BOND_RETURNED         2000    –      –     2200    –        –
 *   BOND_FORFEITED        –       –      3000  2200    –        –
 *   LIQUIDATION_FEE       2000    –      3000  –       –        –
 *   LOSS_COVERED          2000    3100   3000  –       3200     3300
 *   MAKER_REWARD          2000    5000   –     –       –        –
 *   CONTRIBUTION_PAID     2000    –      –     –       3200     –
 *   CONTRIBUTION_RETURNED 2000    –      –     –       3200     –
 *   TRANCHE_FUNDED        –       3100   –     –       –        3300
 * </pre>
 */
public enum PostingRule {
  DEPOSIT(CLIENT_CASH, HOUSE_CAPITAL, INSURANCE_FUND, null, null, null, CUSTODY),
  WITHDRAWAL_RESERVED(CLIENT_CASH, HOUSE_CAPITAL, INSURANCE_FUND, null, null, null, IN_FLIGHT),
  WITHDRAWAL_RELEASED(CLIENT_CASH, HOUSE_CAPITAL, INSURANCE_FUND, null, null, null, IN_FLIGHT),
  WITHDRAWAL(IN_FLIGHT, IN_FLIGHT, IN_FLIGHT, null, null, null, CUSTODY),
  FEE(CLIENT_CASH, TRADING_FEES, INSURANCE_FUND, null, null, null, null),
  VARIATION(CLIENT_CASH, null, INSURANCE_FUND, null, null, null, null),
  SETTLEMENT(CLIENT_CASH, null, INSURANCE_FUND, null, null, null, null),
  VOID_REVERSAL(CLIENT_CASH, null, INSURANCE_FUND, null, null, null, null),
  BOND_POSTED(CLIENT_CASH, null, null, BONDS_HELD, null, null, null),
  BOND_RETURNED(CLIENT_CASH, null, null, BONDS_HELD, null, null, null),
  BOND_FORFEITED(null, null, INSURANCE_FUND, BONDS_HELD, null, null, null),
  LIQUIDATION_FEE(CLIENT_CASH, null, INSURANCE_FUND, null, null, null, null),
  LOSS_COVERED(CLIENT_CASH, HOUSE_CAPITAL, INSURANCE_FUND, null, DEFAULT_FUND, HOUSE_TRANCHE, null),
  MAKER_REWARD(CLIENT_CASH, MAKER_REWARDS, null, null, null, null, null),
  CONTRIBUTION_PAID(CLIENT_CASH, null, null, null, DEFAULT_FUND, null, null),
  CONTRIBUTION_RETURNED(CLIENT_CASH, null, null, null, DEFAULT_FUND, null, null),
  TRANCHE_FUNDED(null, HOUSE_CAPITAL, null, null, null, HOUSE_TRANCHE, null);

  private final @Nullable ChartLine client;
  private final @Nullable ChartLine house;
  private final @Nullable ChartLine fund;
  private final @Nullable ChartLine escrow;
  private final @Nullable ChartLine defaultFund;
  private final @Nullable ChartLine tranche;
  private final @Nullable ChartLine otherSide;

  PostingRule(
      @Nullable ChartLine client,
      @Nullable ChartLine house,
      @Nullable ChartLine fund,
      @Nullable ChartLine escrow,
      @Nullable ChartLine defaultFund,
      @Nullable ChartLine tranche,
      @Nullable ChartLine otherSide) {
    this.client = client;
    this.house = house;
    this.fund = fund;
    this.escrow = escrow;
    this.defaultFund = defaultFund;
    this.tranche = tranche;
    this.otherSide = otherSide;
  }

  static PostingRule of(CashReason reason) {
    return switch (reason) {
      case DEPOSIT -> DEPOSIT;
      case WITHDRAWAL -> WITHDRAWAL;
      case FEE -> FEE;
      case VARIATION -> VARIATION;
      case SETTLEMENT -> SETTLEMENT;
      case VOID_REVERSAL -> VOID_REVERSAL;
      case BOND_POSTED -> BOND_POSTED;
      case BOND_RETURNED -> BOND_RETURNED;
      case BOND_FORFEITED -> BOND_FORFEITED;
      case LIQUIDATION_FEE -> LIQUIDATION_FEE;
      case LOSS_COVERED -> LOSS_COVERED;
      case MAKER_REWARD -> MAKER_REWARD;
      case CONTRIBUTION_PAID -> CONTRIBUTION_PAID;
      case CONTRIBUTION_RETURNED -> CONTRIBUTION_RETURNED;
      case TRANCHE_FUNDED -> TRANCHE_FUNDED;
    };
  }

  /**
   * The line on which this account's side stands.
   *
   * @throws LedgerStoppedException if the account cannot be part of such a movement
   */
  ChartLine lineOf(long accountId) {
    ChartLine line;
    if (accountId == SystemAccounts.HOUSE) {
      line = house;
    } else if (accountId == SystemAccounts.INSURANCE_FUND) {
      line = fund;
    } else if (accountId == SystemAccounts.DISPUTE_ESCROW) {
      line = escrow;
    } else if (accountId == SystemAccounts.DEFAULT_FUND) {
      line = defaultFund;
    } else if (accountId == SystemAccounts.HOUSE_TRANCHE) {
      line = tranche;
    } else {
      line = client;
    }
    if (line == null) {
      throw new LedgerStoppedException("no posting rule for " + this + " of account " + accountId);
    }
    return line;
  }

  /** The line of the opposite posting; null if the accounts sum to zero among themselves. */
  @Nullable ChartLine otherSide() {
    return otherSide;
  }

  /**
   * Whether the rule moves money within the venue's debt to one account: no cash of the engine's.
   */
  public boolean isWithinAccount() {
    return this == WITHDRAWAL_RESERVED || this == WITHDRAWAL_RELEASED;
  }
}
