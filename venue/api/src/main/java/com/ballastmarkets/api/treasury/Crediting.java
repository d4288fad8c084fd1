package com.ballastmarkets.api.treasury;

import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;

/** Credits deposits and says what the account's cash is then, as every later answer will. */
public final class Crediting {
  private final TreasuryDesk desk;
  private final CommandGate gate;
  private final VenueView view;

  public Crediting(TreasuryDesk desk, CommandGate gate, VenueView view) {
    this.desk = desk;
    this.gate = gate;
    this.view = view;
  }

  TreasuryJson.Deposited credit(
      long accountId, long amountMicros, String reference, TreasuryDesk.Source source) {
    gate.awaitApplied(desk.deposit(accountId, amountMicros, reference, source));
    return TreasuryJson.deposited(
        accountId, amountMicros, reference, view.account(accountId).balance(view::market).cash());
  }
}
