package com.ballastmarkets.backoffice.identity;

import com.ballastmarkets.backoffice.treasury.VenueAnswers;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.port.VenuePort;

/** Opens accounts of the registry in the engine. Opening one that is open does nothing. */
public final class AccountOpening {
  private final VenuePort port;

  public AccountOpening(VenuePort port) {
    this.port = port;
  }

  /**
   * Waits until the engine knows the account.
   *
   * @throws com.ballastmarkets.backoffice.treasury.CommandRefusedException if the engine has
   *     another account under its id
   * @throws com.ballastmarkets.protocol.port.VenueUnavailableException if the venue does not answer
   */
  public void open(Registry.Account account) {
    VenueAnswers.await(
        port,
        new Command.OpenAccount(
            account.accountId(), account.participantId(), AccountKind.CLIENT, account.leverage()));
  }
}
