package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.sbe.ConfirmWithdrawalDecoder;
import com.ballastmarkets.protocol.sbe.ConfirmWithdrawalEncoder;
import com.ballastmarkets.protocol.sbe.DepositDecoder;
import com.ballastmarkets.protocol.sbe.DepositEncoder;
import com.ballastmarkets.protocol.sbe.OpenAccountDecoder;
import com.ballastmarkets.protocol.sbe.OpenAccountEncoder;
import com.ballastmarkets.protocol.sbe.ReleaseWithdrawalDecoder;
import com.ballastmarkets.protocol.sbe.ReleaseWithdrawalEncoder;
import com.ballastmarkets.protocol.sbe.ReserveWithdrawalDecoder;
import com.ballastmarkets.protocol.sbe.ReserveWithdrawalEncoder;
import com.ballastmarkets.protocol.sbe.SetKillSwitchDecoder;
import com.ballastmarkets.protocol.sbe.SetKillSwitchEncoder;
import com.ballastmarkets.protocol.sbe.SetLeverageDecoder;
import com.ballastmarkets.protocol.sbe.SetLeverageEncoder;
import com.ballastmarkets.protocol.sbe.SetParticipantKillSwitchDecoder;
import com.ballastmarkets.protocol.sbe.SetParticipantKillSwitchEncoder;

/** Commands: accounts and treasury. */
final class AccountCommandCodec {
  private final OpenAccountEncoder openAccountOut = new OpenAccountEncoder();
  private final OpenAccountDecoder openAccountIn = new OpenAccountDecoder();
  private final SetLeverageEncoder setLeverageOut = new SetLeverageEncoder();
  private final SetLeverageDecoder setLeverageIn = new SetLeverageDecoder();
  private final DepositEncoder depositOut = new DepositEncoder();
  private final DepositDecoder depositIn = new DepositDecoder();
  private final ReserveWithdrawalEncoder reserveWithdrawalOut = new ReserveWithdrawalEncoder();
  private final ReserveWithdrawalDecoder reserveWithdrawalIn = new ReserveWithdrawalDecoder();
  private final ConfirmWithdrawalEncoder confirmWithdrawalOut = new ConfirmWithdrawalEncoder();
  private final ConfirmWithdrawalDecoder confirmWithdrawalIn = new ConfirmWithdrawalDecoder();
  private final ReleaseWithdrawalEncoder releaseWithdrawalOut = new ReleaseWithdrawalEncoder();
  private final ReleaseWithdrawalDecoder releaseWithdrawalIn = new ReleaseWithdrawalDecoder();
  private final SetKillSwitchEncoder setKillSwitchOut = new SetKillSwitchEncoder();
  private final SetKillSwitchDecoder setKillSwitchIn = new SetKillSwitchDecoder();
  private final SetParticipantKillSwitchEncoder setParticipantKillSwitchOut =
      new SetParticipantKillSwitchEncoder();
  private final SetParticipantKillSwitchDecoder setParticipantKillSwitchIn =
      new SetParticipantKillSwitchDecoder();

  int encode(Command.OpenAccount message, MessageOut out) {
    openAccountOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    openAccountOut
        .accountId(message.accountId())
        .participantId(message.participantId())
        .kind(MarketCodes.code(message.kind()))
        .leverage(message.leverage());
    return openAccountOut.limit() - out.offset();
  }

  Command.OpenAccount openAccount(MessageIn in) {
    openAccountIn.wrap(
        in.buffer(), in.body(), in.blockLength(OpenAccountDecoder.BLOCK_LENGTH), in.version());
    final Command.OpenAccount message =
        new Command.OpenAccount(
            openAccountIn.accountId(),
            openAccountIn.participantId(),
            MarketCodes.accountKind(openAccountIn.kind()),
            openAccountIn.leverage());
    in.end(openAccountIn.limit());
    return message;
  }

  int encode(Command.SetLeverage message, MessageOut out) {
    setLeverageOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    setLeverageOut.accountId(message.accountId()).leverage(message.leverage());
    return setLeverageOut.limit() - out.offset();
  }

  Command.SetLeverage setLeverage(MessageIn in) {
    setLeverageIn.wrap(
        in.buffer(), in.body(), in.blockLength(SetLeverageDecoder.BLOCK_LENGTH), in.version());
    final Command.SetLeverage message =
        new Command.SetLeverage(setLeverageIn.accountId(), setLeverageIn.leverage());
    in.end(setLeverageIn.limit());
    return message;
  }

  int encode(Command.Deposit message, MessageOut out) {
    depositOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    depositOut.accountId(message.accountId()).amountMicros(message.amountMicros());
    out.text(message.reference(), "reference", depositOut::putReference);
    return depositOut.limit() - out.offset();
  }

  Command.Deposit deposit(MessageIn in) {
    depositIn.wrap(
        in.buffer(), in.body(), in.blockLength(DepositDecoder.BLOCK_LENGTH), in.version());
    final Command.Deposit message =
        new Command.Deposit(
            depositIn.accountId(),
            depositIn.amountMicros(),
            in.text(depositIn.referenceLength(), depositIn::getReference));
    in.end(depositIn.limit());
    return message;
  }

  int encode(Command.ReserveWithdrawal message, MessageOut out) {
    reserveWithdrawalOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    reserveWithdrawalOut.accountId(message.accountId()).amountMicros(message.amountMicros());
    out.text(message.reference(), "reference", reserveWithdrawalOut::putReference);
    return reserveWithdrawalOut.limit() - out.offset();
  }

  Command.ReserveWithdrawal reserveWithdrawal(MessageIn in) {
    reserveWithdrawalIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(ReserveWithdrawalDecoder.BLOCK_LENGTH),
        in.version());
    final Command.ReserveWithdrawal message =
        new Command.ReserveWithdrawal(
            reserveWithdrawalIn.accountId(),
            reserveWithdrawalIn.amountMicros(),
            in.text(reserveWithdrawalIn.referenceLength(), reserveWithdrawalIn::getReference));
    in.end(reserveWithdrawalIn.limit());
    return message;
  }

  int encode(Command.ConfirmWithdrawal message, MessageOut out) {
    confirmWithdrawalOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    out.text(message.reference(), "reference", confirmWithdrawalOut::putReference);
    return confirmWithdrawalOut.limit() - out.offset();
  }

  Command.ConfirmWithdrawal confirmWithdrawal(MessageIn in) {
    confirmWithdrawalIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(ConfirmWithdrawalDecoder.BLOCK_LENGTH),
        in.version());
    final Command.ConfirmWithdrawal message =
        new Command.ConfirmWithdrawal(
            in.text(confirmWithdrawalIn.referenceLength(), confirmWithdrawalIn::getReference));
    in.end(confirmWithdrawalIn.limit());
    return message;
  }

  int encode(Command.ReleaseWithdrawal message, MessageOut out) {
    releaseWithdrawalOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    out.text(message.reference(), "reference", releaseWithdrawalOut::putReference);
    return releaseWithdrawalOut.limit() - out.offset();
  }

  Command.ReleaseWithdrawal releaseWithdrawal(MessageIn in) {
    releaseWithdrawalIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(ReleaseWithdrawalDecoder.BLOCK_LENGTH),
        in.version());
    final Command.ReleaseWithdrawal message =
        new Command.ReleaseWithdrawal(
            in.text(releaseWithdrawalIn.referenceLength(), releaseWithdrawalIn::getReference));
    in.end(releaseWithdrawalIn.limit());
    return message;
  }

  int encode(Command.SetKillSwitch message, MessageOut out) {
    setKillSwitchOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    setKillSwitchOut.accountId(message.accountId()).engaged(Flags.code(message.engaged()));
    return setKillSwitchOut.limit() - out.offset();
  }

  Command.SetKillSwitch setKillSwitch(MessageIn in) {
    setKillSwitchIn.wrap(
        in.buffer(), in.body(), in.blockLength(SetKillSwitchDecoder.BLOCK_LENGTH), in.version());
    final Command.SetKillSwitch message =
        new Command.SetKillSwitch(
            setKillSwitchIn.accountId(), Flags.flag(setKillSwitchIn.engaged()));
    in.end(setKillSwitchIn.limit());
    return message;
  }

  int encode(Command.SetParticipantKillSwitch message, MessageOut out) {
    setParticipantKillSwitchOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    setParticipantKillSwitchOut
        .participantId(message.participantId())
        .engaged(Flags.code(message.engaged()))
        .byOperations(Flags.code(message.byOperations()));
    return setParticipantKillSwitchOut.limit() - out.offset();
  }

  Command.SetParticipantKillSwitch setParticipantKillSwitch(MessageIn in) {
    setParticipantKillSwitchIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(SetParticipantKillSwitchDecoder.BLOCK_LENGTH),
        in.version());
    final Command.SetParticipantKillSwitch message =
        new Command.SetParticipantKillSwitch(
            setParticipantKillSwitchIn.participantId(),
            Flags.flag(setParticipantKillSwitchIn.engaged()),
            Flags.flag(setParticipantKillSwitchIn.byOperations()));
    in.end(setParticipantKillSwitchIn.limit());
    return message;
  }
}
