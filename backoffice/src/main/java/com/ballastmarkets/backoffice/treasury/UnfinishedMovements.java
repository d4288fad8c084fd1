package com.ballastmarkets.backoffice.treasury;

import static com.ballastmarkets.sql.generated.treasury.Tables.DEPOSIT;

import com.ballastmarkets.backoffice.treasury.WithdrawalPapers.State;
import com.ballastmarkets.backoffice.treasury.WithdrawalPapers.Withdrawal;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.Database;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings papers and engine together again after a crash between the two: sends the command that
 * each unfinished paper stands for. The engine does each reference once, so sending again is
 * harmless.
 */
public final class UnfinishedMovements {
  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedMovements.class);

  private final Database database;
  private final VenuePort port;
  private final InstantSource clock;
  private final WithdrawalPapers papers;
  private final FundMovements funds;

  public UnfinishedMovements(
      Database database,
      VenuePort port,
      InstantSource clock,
      WithdrawalPapers papers,
      FundMovements funds) {
    this.database = database;
    this.port = port;
    this.clock = clock;
    this.papers = papers;
    this.funds = funds;
  }

  /** Run it at every start, once the venue answers. */
  public void finish() {
    Deposits deposits = new Deposits(database, port, clock);
    for (var row : database.sql().selectFrom(DEPOSIT).where(DEPOSIT.STATE.eq("SEEN")).fetch()) {
      try {
        deposits.send(row.getAccountId(), row.getAmountMicros(), row.getReference());
      } catch (CommandRefusedException e) {
        LOG.warn("deposit {} is refused: {}", row.getReference(), e.reason());
      }
    }
    for (Withdrawal paper : papers.withdrawals(0, State.REQUESTED)) {
      reserve(paper);
    }
    for (Withdrawal paper : papers.withdrawals(0, State.REJECTED)) {
      send(paper, new Command.ReleaseWithdrawal(paper.reference()));
    }
    for (FundMovements.Movement movement : funds.movements(FundMovements.State.APPROVED)) {
      try {
        funds.send(movement);
      } catch (CommandRefusedException e) {
        LOG.warn("movement {} is refused: {}", movement.reference(), e.reason());
      }
    }
  }

  private void reserve(Withdrawal paper) {
    try {
      VenueAnswers.await(
          port,
          new Command.ReserveWithdrawal(
              paper.accountId(), paper.amountMicros(), paper.reference()));
    } catch (CommandRefusedException e) {
      papers.refused(paper.withdrawalId(), e.reason().name(), clock.instant());
    }
  }

  private void send(Withdrawal paper, Command command) {
    try {
      VenueAnswers.await(port, command);
    } catch (CommandRefusedException e) {
      LOG.debug("withdrawal {}: {}", paper.withdrawalId(), e.reason());
    }
  }
}
