package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.treasury.TreasuryDesk;
import com.ballastmarkets.backoffice.treasury.CommandRefusedException;
import com.ballastmarkets.backoffice.treasury.Deposits;
import com.ballastmarkets.backoffice.treasury.TreasuryOffice;
import com.ballastmarkets.backoffice.treasury.VenueAnswers;
import com.ballastmarkets.backoffice.treasury.WithdrawalPapers;
import com.ballastmarkets.backoffice.treasury.WithdrawalPapers.State;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.ApiKeyDirectory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API's treasury desk: papers first, then the venue's command that they stand for. */
public final class TreasuryRoom implements TreasuryDesk {
  private final Deposits deposits;
  private final WithdrawalPapers papers;
  private final ApiKeyDirectory directory;
  private final VenuePort port;

  public TreasuryRoom(TreasuryOffice office, ApiKeyDirectory directory, VenuePort port) {
    this.deposits = office.deposits();
    this.papers = office.withdrawals();
    this.directory = directory;
    this.port = port;
  }

  @Override
  public long deposit(long accountId, long amountMicros, String reference, Source source) {
    return Refusals.told(() ->
        switch (source) {
          case CUSTODY -> deposits.credit(accountId, amountMicros, reference);
          case FAUCET -> deposits.give(accountId, amountMicros, reference);
        });
  }

  @Override
  public Withdrawal request(
      long accountId, long amountMicros, String address, String idempotencyKey) {
    return Refusals.told(() -> {
      final WithdrawalPapers.Withdrawal paper =
          papers.request(accountId, amountMicros, address, idempotencyKey, now());
      try {
        VenueAnswers.await(
            port, new Command.ReserveWithdrawal(accountId, amountMicros, paper.reference()));
      } catch (CommandRefusedException e) {
        papers.refused(paper.withdrawalId(), e.reason().name(), now());
        throw e;
      }
      return shown(paper);
    });
  }

  @Override
  public Withdrawal approve(String reference, long staffId) {
    return Refusals.told(() -> shown(papers.approve(reference, name(staffId), now())));
  }

  @Override
  public Withdrawal refuse(String reference, long staffId, String reason) {
    return Refusals.told(() -> {
      final WithdrawalPapers.Withdrawal paper =
          papers.reject(reference, name(staffId), reason, now());
      VenueAnswers.await(port, new Command.ReleaseWithdrawal(paper.reference()));
      return shown(paper);
    });
  }

  @Override
  public List<Withdrawal> withdrawals(long accountId, @Nullable String state) {
    return papers.withdrawals(accountId, Words.of("state", State.class, state)).stream()
        .map(TreasuryRoom::shown)
        .toList();
  }

  @Override
  public void whitelist(long accountId, String address, String label) {
    Refusals.told(() -> {
      papers.whitelist(accountId, address, label, now());
      return true;
    });
  }

  private Instant now() {
    return VenueInstants.instant(port.venueTimeNanos());
  }

  private String name(long staffId) {
    return directory.all().stream()
        .filter(key -> key.staffId() == staffId)
        .map(ApiKey::holder)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such member of staff"));
  }

  private static Withdrawal shown(WithdrawalPapers.Withdrawal paper) {
    return new Withdrawal(
        paper.reference(),
        paper.accountId(),
        paper.amountMicros(),
        paper.address(),
        Words.word(paper.state()),
        paper.approvalsRequired(),
        paper.approvals(),
        paper.requestedAt().toString(),
        paper.reason(),
        paper.transaction());
  }
}
