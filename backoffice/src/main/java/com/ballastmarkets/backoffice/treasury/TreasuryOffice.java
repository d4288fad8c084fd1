package com.ballastmarkets.backoffice.treasury;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.backoffice.treasury.transfer.FileRail;
import com.ballastmarkets.backoffice.treasury.transfer.SandboxCustodian;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The treasury's papers and what brings them to the engine and to the custodian, wired. */
public final class TreasuryOffice {
  private final Deposits deposits;
  private final WithdrawalPapers withdrawals;
  private final SettlementBatches batches;
  private final SettlementRun run;
  private final FileRail rail;
  private final FundMovements funds;
  private final UnfinishedMovements unfinished;

  /**
   * The sandbox's.
   *
   * @param transfers the folder through which the custodian is spoken to
   */
  public TreasuryOffice(
      Database database, VenuePort port, InstantSource venueClock, Path transfers) {
    deposits = new Deposits(database, port, venueClock);
    withdrawals = new WithdrawalPapers(database, ApprovalPolicy.ofWithdrawals());
    batches = new SettlementBatches(database, ApprovalPolicy.ofBatches());
    rail = FileRail.in(transfers);
    run = new SettlementRun(batches, rail, port);
    funds = new FundMovements(database, ApprovalPolicy.ofFunds(), port, venueClock);
    unfinished = new UnfinishedMovements(database, port, venueClock, withdrawals, funds);
  }

  /** Finishes what a crash left half done: at every start, once the venue answers. */
  public void finishWhatWasBegun() {
    unfinished.finish();
  }

  /** What the calendar does for the treasury, the sandbox's custodian included. */
  public List<CalendarStep> steps() {
    return List.of(new SandboxCustodian(rail), run);
  }

  public Deposits deposits() {
    return deposits;
  }

  public WithdrawalPapers withdrawals() {
    return withdrawals;
  }

  public SettlementBatches batches() {
    return batches;
  }

  public FundMovements funds() {
    return funds;
  }

  public SettlementRun run() {
    return run;
  }
}
