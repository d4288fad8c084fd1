package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.sbe.AccountOpenedDecoder;
import com.ballastmarkets.protocol.sbe.AccountOpenedEncoder;
import com.ballastmarkets.protocol.sbe.AccountUpdatedDecoder;
import com.ballastmarkets.protocol.sbe.AccountUpdatedEncoder;
import com.ballastmarkets.protocol.sbe.CashMovedDecoder;
import com.ballastmarkets.protocol.sbe.CashMovedEncoder;
import com.ballastmarkets.protocol.sbe.KillSwitchChangedDecoder;
import com.ballastmarkets.protocol.sbe.KillSwitchChangedEncoder;
import com.ballastmarkets.protocol.sbe.LeverageChangedDecoder;
import com.ballastmarkets.protocol.sbe.LeverageChangedEncoder;
import com.ballastmarkets.protocol.sbe.ParticipantKillSwitchChangedDecoder;
import com.ballastmarkets.protocol.sbe.ParticipantKillSwitchChangedEncoder;
import com.ballastmarkets.protocol.sbe.PositionUpdatedDecoder;
import com.ballastmarkets.protocol.sbe.PositionUpdatedEncoder;
import com.ballastmarkets.protocol.sbe.WithdrawalConfirmedDecoder;
import com.ballastmarkets.protocol.sbe.WithdrawalConfirmedEncoder;
import com.ballastmarkets.protocol.sbe.WithdrawalReleasedDecoder;
import com.ballastmarkets.protocol.sbe.WithdrawalReleasedEncoder;
import com.ballastmarkets.protocol.sbe.WithdrawalReservedDecoder;
import com.ballastmarkets.protocol.sbe.WithdrawalReservedEncoder;

/** Events: accounts and money. */
final class MoneyEventCodec {
  private final AccountOpenedEncoder accountOpenedOut = new AccountOpenedEncoder();
  private final AccountOpenedDecoder accountOpenedIn = new AccountOpenedDecoder();
  private final LeverageChangedEncoder leverageChangedOut = new LeverageChangedEncoder();
  private final LeverageChangedDecoder leverageChangedIn = new LeverageChangedDecoder();
  private final KillSwitchChangedEncoder killSwitchChangedOut = new KillSwitchChangedEncoder();
  private final KillSwitchChangedDecoder killSwitchChangedIn = new KillSwitchChangedDecoder();
  private final CashMovedEncoder cashMovedOut = new CashMovedEncoder();
  private final CashMovedDecoder cashMovedIn = new CashMovedDecoder();
  private final AccountUpdatedEncoder accountUpdatedOut = new AccountUpdatedEncoder();
  private final AccountUpdatedDecoder accountUpdatedIn = new AccountUpdatedDecoder();
  private final PositionUpdatedEncoder positionUpdatedOut = new PositionUpdatedEncoder();
  private final PositionUpdatedDecoder positionUpdatedIn = new PositionUpdatedDecoder();
  private final WithdrawalReservedEncoder withdrawalReservedOut = new WithdrawalReservedEncoder();
  private final WithdrawalReservedDecoder withdrawalReservedIn = new WithdrawalReservedDecoder();
  private final WithdrawalReleasedEncoder withdrawalReleasedOut = new WithdrawalReleasedEncoder();
  private final WithdrawalReleasedDecoder withdrawalReleasedIn = new WithdrawalReleasedDecoder();
  private final WithdrawalConfirmedEncoder withdrawalConfirmedOut =
      new WithdrawalConfirmedEncoder();
  private final WithdrawalConfirmedDecoder withdrawalConfirmedIn = new WithdrawalConfirmedDecoder();
  private final ParticipantKillSwitchChangedEncoder participantKillSwitchChangedOut =
      new ParticipantKillSwitchChangedEncoder();
  private final ParticipantKillSwitchChangedDecoder participantKillSwitchChangedIn =
      new ParticipantKillSwitchChangedDecoder();

  int encode(Event.AccountOpened message, MessageOut out) {
    accountOpenedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    accountOpenedOut
        .accountId(message.accountId())
        .participantId(message.participantId())
        .kind(MarketCodes.code(message.kind()))
        .leverage(message.leverage());
    return accountOpenedOut.limit() - out.offset();
  }

  Event.AccountOpened accountOpened(MessageIn in) {
    accountOpenedIn.wrap(
        in.buffer(), in.body(), in.blockLength(AccountOpenedDecoder.BLOCK_LENGTH), in.version());
    final Event.AccountOpened message =
        new Event.AccountOpened(
            accountOpenedIn.accountId(),
            accountOpenedIn.participantId(),
            MarketCodes.accountKind(accountOpenedIn.kind()),
            accountOpenedIn.leverage());
    in.end(accountOpenedIn.limit());
    return message;
  }

  int encode(Event.LeverageChanged message, MessageOut out) {
    leverageChangedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    leverageChangedOut.accountId(message.accountId()).leverage(message.leverage());
    return leverageChangedOut.limit() - out.offset();
  }

  Event.LeverageChanged leverageChanged(MessageIn in) {
    leverageChangedIn.wrap(
        in.buffer(), in.body(), in.blockLength(LeverageChangedDecoder.BLOCK_LENGTH), in.version());
    final Event.LeverageChanged message =
        new Event.LeverageChanged(leverageChangedIn.accountId(), leverageChangedIn.leverage());
    in.end(leverageChangedIn.limit());
    return message;
  }

  int encode(Event.KillSwitchChanged message, MessageOut out) {
    killSwitchChangedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    killSwitchChangedOut.accountId(message.accountId()).engaged(Flags.code(message.engaged()));
    return killSwitchChangedOut.limit() - out.offset();
  }

  Event.KillSwitchChanged killSwitchChanged(MessageIn in) {
    killSwitchChangedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(KillSwitchChangedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.KillSwitchChanged message =
        new Event.KillSwitchChanged(
            killSwitchChangedIn.accountId(), Flags.flag(killSwitchChangedIn.engaged()));
    in.end(killSwitchChangedIn.limit());
    return message;
  }

  int encode(Event.CashMoved message, MessageOut out) {
    cashMovedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    cashMovedOut
        .accountId(message.accountId())
        .reason(ReasonCodes.code(message.reason()))
        .amountMicros(message.amountMicros())
        .marketId(message.marketId())
        .lots(message.lots())
        .priceMicros(message.priceMicros())
        .cashAfterMicros(message.cashAfterMicros());
    out.text(message.reference(), "reference", cashMovedOut::putReference);
    return cashMovedOut.limit() - out.offset();
  }

  Event.CashMoved cashMoved(MessageIn in) {
    cashMovedIn.wrap(
        in.buffer(), in.body(), in.blockLength(CashMovedDecoder.BLOCK_LENGTH), in.version());
    final Event.CashMoved message =
        new Event.CashMoved(
            cashMovedIn.accountId(),
            ReasonCodes.cashReason(cashMovedIn.reason()),
            cashMovedIn.amountMicros(),
            cashMovedIn.marketId(),
            cashMovedIn.lots(),
            cashMovedIn.priceMicros(),
            in.text(cashMovedIn.referenceLength(), cashMovedIn::getReference),
            cashMovedIn.cashAfterMicros());
    in.end(cashMovedIn.limit());
    return message;
  }

  int encode(Event.AccountUpdated message, MessageOut out) {
    accountUpdatedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    accountUpdatedOut
        .accountId(message.accountId())
        .cashMicros(message.cashMicros())
        .equityMicros(message.equityMicros())
        .marginMicros(message.marginMicros())
        .availableMicros(message.availableMicros())
        .withheldMicros(message.withheldMicros());
    return accountUpdatedOut.limit() - out.offset();
  }

  Event.AccountUpdated accountUpdated(MessageIn in) {
    // Nothing was withheld before there was a word for it.
    final boolean withholds = in.version() >= AccountUpdatedDecoder.withheldMicrosSinceVersion();
    final int block =
        withholds
            ? AccountUpdatedDecoder.BLOCK_LENGTH
            : AccountUpdatedDecoder.withheldMicrosEncodingOffset();
    accountUpdatedIn.wrap(in.buffer(), in.body(), in.blockLength(block), in.version());
    final Event.AccountUpdated message =
        new Event.AccountUpdated(
            accountUpdatedIn.accountId(),
            accountUpdatedIn.cashMicros(),
            accountUpdatedIn.equityMicros(),
            accountUpdatedIn.marginMicros(),
            accountUpdatedIn.availableMicros(),
            withholds ? accountUpdatedIn.withheldMicros() : 0);
    in.end(accountUpdatedIn.limit());
    return message;
  }

  int encode(Event.PositionUpdated message, MessageOut out) {
    positionUpdatedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    positionUpdatedOut
        .accountId(message.accountId())
        .marketId(message.marketId())
        .lots(message.lots())
        .costMicros(message.costMicros())
        .openValueMicros(message.openValueMicros())
        .paidMicros(message.paidMicros());
    return positionUpdatedOut.limit() - out.offset();
  }

  Event.PositionUpdated positionUpdated(MessageIn in) {
    positionUpdatedIn.wrap(
        in.buffer(), in.body(), in.blockLength(PositionUpdatedDecoder.BLOCK_LENGTH), in.version());
    final Event.PositionUpdated message =
        new Event.PositionUpdated(
            positionUpdatedIn.accountId(),
            positionUpdatedIn.marketId(),
            positionUpdatedIn.lots(),
            positionUpdatedIn.costMicros(),
            positionUpdatedIn.openValueMicros(),
            positionUpdatedIn.paidMicros());
    in.end(positionUpdatedIn.limit());
    return message;
  }

  int encode(Event.WithdrawalReserved message, MessageOut out) {
    withdrawalReservedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    withdrawalReservedOut.accountId(message.accountId()).amountMicros(message.amountMicros());
    out.text(message.reference(), "reference", withdrawalReservedOut::putReference);
    return withdrawalReservedOut.limit() - out.offset();
  }

  Event.WithdrawalReserved withdrawalReserved(MessageIn in) {
    withdrawalReservedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(WithdrawalReservedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.WithdrawalReserved message =
        new Event.WithdrawalReserved(
            withdrawalReservedIn.accountId(),
            withdrawalReservedIn.amountMicros(),
            in.text(withdrawalReservedIn.referenceLength(), withdrawalReservedIn::getReference));
    in.end(withdrawalReservedIn.limit());
    return message;
  }

  int encode(Event.WithdrawalReleased message, MessageOut out) {
    withdrawalReleasedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    withdrawalReleasedOut.accountId(message.accountId()).amountMicros(message.amountMicros());
    out.text(message.reference(), "reference", withdrawalReleasedOut::putReference);
    return withdrawalReleasedOut.limit() - out.offset();
  }

  Event.WithdrawalReleased withdrawalReleased(MessageIn in) {
    withdrawalReleasedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(WithdrawalReleasedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.WithdrawalReleased message =
        new Event.WithdrawalReleased(
            withdrawalReleasedIn.accountId(),
            withdrawalReleasedIn.amountMicros(),
            in.text(withdrawalReleasedIn.referenceLength(), withdrawalReleasedIn::getReference));
    in.end(withdrawalReleasedIn.limit());
    return message;
  }

  int encode(Event.WithdrawalConfirmed message, MessageOut out) {
    withdrawalConfirmedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    withdrawalConfirmedOut.accountId(message.accountId()).amountMicros(message.amountMicros());
    out.text(message.reference(), "reference", withdrawalConfirmedOut::putReference);
    return withdrawalConfirmedOut.limit() - out.offset();
  }

  Event.WithdrawalConfirmed withdrawalConfirmed(MessageIn in) {
    withdrawalConfirmedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(WithdrawalConfirmedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.WithdrawalConfirmed message =
        new Event.WithdrawalConfirmed(
            withdrawalConfirmedIn.accountId(),
            withdrawalConfirmedIn.amountMicros(),
            in.text(withdrawalConfirmedIn.referenceLength(), withdrawalConfirmedIn::getReference));
    in.end(withdrawalConfirmedIn.limit());
    return message;
  }

  int encode(Event.ParticipantKillSwitchChanged message, MessageOut out) {
    participantKillSwitchChangedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    participantKillSwitchChangedOut
        .participantId(message.participantId())
        .byOwner(Flags.code(message.byOwner()))
        .byOperations(Flags.code(message.byOperations()));
    return participantKillSwitchChangedOut.limit() - out.offset();
  }

  Event.ParticipantKillSwitchChanged participantKillSwitchChanged(MessageIn in) {
    participantKillSwitchChangedIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(ParticipantKillSwitchChangedDecoder.BLOCK_LENGTH),
        in.version());
    final Event.ParticipantKillSwitchChanged message =
        new Event.ParticipantKillSwitchChanged(
            participantKillSwitchChangedIn.participantId(),
            Flags.flag(participantKillSwitchChangedIn.byOwner()),
            Flags.flag(participantKillSwitchChangedIn.byOperations()));
    in.end(participantKillSwitchChangedIn.limit());
    return message;
  }
}
