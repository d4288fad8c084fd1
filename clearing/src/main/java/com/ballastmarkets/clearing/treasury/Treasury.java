package com.ballastmarkets.clearing.treasury;

import com.ballastmarkets.clearing.margin.InitialMargin;
import com.ballastmarkets.clearing.margin.Reservation;
import com.ballastmarkets.clearing.portfolio.Account;
import com.ballastmarkets.clearing.portfolio.Accounts;
import com.ballastmarkets.clearing.portfolio.Postings;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * USDC in and out of the venue. Every movement has a reference of its own, for ever: the same one
 * with the same content does nothing again, with another content it is refused.
 */
public final class Treasury {
  /** The most that may be inside the venue, in U: 1,000 billion USDC, so that no sum overflows. */
  public static final long MAX_INSIDE_MICROS = 1_000_000_000_000L * Micros.PER_UNIT;

  private final Accounts accounts;
  private final Postings postings;
  private final InitialMargin margin;
  private final Reservation figures;
  private final Map<String, Transfer> transfers = new LinkedHashMap<>();
  private long insideMicros;

  /**
   * @param figures takes the figures of a refusal
   */
  public Treasury(Accounts accounts, Postings postings, InitialMargin margin, Reservation figures) {
    this.accounts = accounts;
    this.postings = postings;
    this.margin = margin;
    this.figures = figures;
  }

  /** What was deposited less what has left: the sum of all accounts' cash. */
  public long insideMicros() {
    return insideMicros;
  }

  /** Credits a deposit. */
  public @Nullable RejectReason deposit(long accountId, long amountMicros, String reference) {
    final Account account = accounts.find(accountId);
    if (account == null) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    if (amountMicros <= 0) {
      return RejectReason.INVALID_AMOUNT;
    }
    final Transfer known = transfers.get(reference);
    if (known != null) {
      return repeated(known, known.isDeposit(), accountId, amountMicros);
    }
    if (amountMicros > MAX_INSIDE_MICROS - insideMicros) {
      return RejectReason.INVALID_AMOUNT;
    }
    put(new Transfer(reference, accountId, amountMicros, Transfer.Status.DEPOSITED));
    insideMicros += amountMicros;
    postings.move(account, CashReason.DEPOSIT, amountMicros, reference);
    return null;
  }

  /** Sets the amount of a withdrawal aside. */
  public @Nullable RejectReason reserve(long accountId, long amountMicros, String reference) {
    final Account account = accounts.find(accountId);
    if (account == null) {
      return RejectReason.UNKNOWN_ACCOUNT;
    }
    if (amountMicros <= 0) {
      return RejectReason.INVALID_AMOUNT;
    }
    final Transfer known = transfers.get(reference);
    if (known != null) {
      return repeated(known, known.isWithdrawal(), accountId, amountMicros);
    }
    final RejectReason reason = whyKept(account, amountMicros);
    if (reason != null) {
      return reason;
    }
    put(new Transfer(reference, accountId, amountMicros, Transfer.Status.RESERVED));
    account.reserve(amountMicros);
    postings.touch(account);
    postings.tell(new Event.WithdrawalReserved(accountId, amountMicros, reference));
    return null;
  }

  /** Why an amount may not leave an account, with the figures; null if it may. */
  @Nullable RejectReason whyKept(Account account, long amountMicros) {
    final long withdrawable = margin.withdrawableMicros(account, postings.timeNanos());
    final RejectReason reason =
        margin.affords(account, amountMicros, withdrawable, postings.timeNanos());
    return reason == null ? null : figures.refuse(reason, amountMicros, withdrawable);
  }

  /** Does a movement inside the venue once, under its reference, unless it is refused. */
  @Nullable RejectReason once(
      Transfer transfer, Function<Transfer, @Nullable RejectReason> movement) {
    final Transfer known = transfers.get(transfer.reference());
    if (known != null) {
      final boolean same = known.status() == transfer.status();
      return repeated(known, same, transfer.accountId(), transfer.amountMicros());
    }
    final RejectReason reason = movement.apply(transfer);
    if (reason == null) {
      put(transfer);
    }
    return reason;
  }

  private @Nullable RejectReason repeated(
      Transfer known, boolean sameKind, long accountId, long amountMicros) {
    if (!sameKind || known.accountId() != accountId || known.amountMicros() != amountMicros) {
      return RejectReason.REFERENCE_USED;
    }
    postings.tell(new Event.NothingToDo());
    return null;
  }

  /** The amount has left. */
  public @Nullable RejectReason confirm(String reference) {
    return close(reference, Transfer.Status.CONFIRMED);
  }

  /** The amount stays. */
  public @Nullable RejectReason release(String reference) {
    return close(reference, Transfer.Status.RELEASED);
  }

  private @Nullable RejectReason close(String reference, Transfer.Status status) {
    final Transfer transfer = transfers.get(reference);
    if (transfer == null || !transfer.isWithdrawal()) {
      return RejectReason.WITHDRAWAL_NOT_FOUND;
    }
    if (transfer.status() == status) {
      postings.tell(new Event.NothingToDo());
      return null;
    }
    if (transfer.status() != Transfer.Status.RESERVED) {
      return RejectReason.WITHDRAWAL_CLOSED;
    }
    put(transfer.with(status));
    final Account account = accounts.require(transfer.accountId());
    final long amount = transfer.amountMicros();
    account.reserve(-amount);
    postings.touch(account);
    if (status == Transfer.Status.CONFIRMED) {
      insideMicros -= amount;
      postings.move(account, CashReason.WITHDRAWAL, -amount, reference);
      postings.tell(new Event.WithdrawalConfirmed(account.accountId(), amount, reference));
    } else {
      postings.tell(new Event.WithdrawalReleased(account.accountId(), amount, reference));
    }
    return null;
  }

  private void put(Transfer transfer) {
    transfers.put(transfer.reference(), transfer);
  }

  /** Writes all references, oldest first. */
  public void writeState(StateOutput output) {
    output.putLong(insideMicros);
    output.putInt(transfers.size());
    for (Transfer transfer : transfers.values()) {
      output.putString(transfer.reference());
      output.putLong(transfer.accountId());
      output.putLong(transfer.amountMicros());
      output.putEnum(transfer.status());
    }
  }

  /** Reads them back; what is reserved is set aside again. */
  public void readState(StateInput input) {
    insideMicros = input.getLong();
    final int count = input.getInt();
    for (int i = 0; i < count; i++) {
      final Transfer transfer =
          new Transfer(
              input.getString(),
              input.getLong(),
              input.getLong(),
              input.getEnum(Transfer.Status.values()));
      put(transfer);
      if (transfer.status() == Transfer.Status.RESERVED) {
        accounts.require(transfer.accountId()).reserve(transfer.amountMicros());
      }
    }
  }
}
