package com.ballastmarkets.backoffice.treasury;

import com.ballastmarkets.backoffice.calendar.CalendarStep;
import com.ballastmarkets.backoffice.treasury.SettlementBatch.State;
import com.ballastmarkets.backoffice.treasury.SettlementBatch.TransferState;
import com.ballastmarkets.backoffice.treasury.transfer.TransferRail;
import com.ballastmarkets.backoffice.treasury.transfer.TransferRailException;
import com.ballastmarkets.backoffice.treasury.transfer.TransferResult;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.port.VenuePort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings settlement batches to their end: puts what is approved into a batch, hands batches to the
 * rail, takes its results down, and tells the engine, which lets the cash go or makes it available
 * again. Before each step that cannot be taken back stands a paper that says so, and each step may
 * be done again, so a crash between any two of them changes nothing but the time.
 */
public final class SettlementRun implements CalendarStep {
  private final SettlementBatches batches;
  private final TransferRail rail;
  private final VenuePort port;

  public SettlementRun(SettlementBatches batches, TransferRail rail, VenuePort port) {
    this.batches = batches;
    this.rail = rail;
    this.port = port;
  }

  @Override
  public String name() {
    return "settlement-batches";
  }

  /**
   * Makes a batch if withdrawals wait for one, and takes every batch as far as it goes.
   *
   * @throws TransferRailException with all reasons, after the other batches had their turn
   */
  @Override
  public boolean run(Instant venueNow) {
    boolean worked = batches.create("", null, venueNow).isPresent();
    List<String> troubles = new ArrayList<>();
    for (String reference : batches.unfinished()) {
      try {
        SettlementBatch before = batches.batch(reference).orElseThrow();
        worked |= !advance(reference, venueNow).equals(before);
      } catch (TransferRailException | CommandRefusedException | IllegalArgumentException e) {
        troubles.add(reference + ": " + e.getMessage());
      }
    }
    if (!troubles.isEmpty()) {
      throw new TransferRailException(String.join("; ", troubles));
    }
    return worked;
  }

  /**
   * Takes one batch as far as it goes now.
   *
   * @throws IllegalArgumentException if there is no such batch, or the rail's results contradict
   *     what is known
   * @throws TransferRailException if the rail cannot be used now
   * @throws CommandRefusedException if the engine does not take a result
   */
  public SettlementBatch advance(String reference, Instant at) {
    SettlementBatch batch =
        batches
            .batch(reference)
            .orElseThrow(() -> new IllegalArgumentException("there is no such settlement batch"));
    if (batch.state() == State.APPROVED) {
      batch = batches.submit(reference, at);
    }
    if (batch.state() == State.SUBMITTED && batch.handedAt() == null) {
      rail.submit(batch.order());
      batch = batches.handed(reference, at);
    }
    if (batch.state() == State.SUBMITTED) {
      List<TransferResult> results = rail.results(reference);
      if (!results.isEmpty()) {
        batch = batches.record(reference, results, at);
      }
    }
    return book(batch, at);
  }

  private SettlementBatch book(SettlementBatch batch, Instant at) {
    SettlementBatch after = batch;
    CommandRefusedException refused = null;
    for (SettlementBatch.Transfer transfer : batch.transfers()) {
      if (!transfer.booked() && transfer.state() != TransferState.PENDING) {
        try {
          VenueAnswers.await(port, told(transfer));
          after = batches.booked(batch.reference(), transfer.reference(), at);
        } catch (CommandRefusedException e) {
          refused = e;
        }
      }
    }
    if (refused != null) {
      throw refused;
    }
    return after;
  }

  private static Command told(SettlementBatch.Transfer transfer) {
    return transfer.state() == TransferState.CONFIRMED
        ? new Command.ConfirmWithdrawal(transfer.reference())
        : new Command.ReleaseWithdrawal(transfer.reference());
  }
}
