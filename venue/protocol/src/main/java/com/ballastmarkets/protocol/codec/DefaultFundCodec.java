package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.sbe.FundHouseTrancheDecoder;
import com.ballastmarkets.protocol.sbe.FundHouseTrancheEncoder;
import com.ballastmarkets.protocol.sbe.PayContributionDecoder;
import com.ballastmarkets.protocol.sbe.PayContributionEncoder;
import com.ballastmarkets.protocol.sbe.ReturnContributionDecoder;
import com.ballastmarkets.protocol.sbe.ReturnContributionEncoder;

/** Commands: the default fund and the house's tranche. */
final class DefaultFundCodec {
  private final PayContributionEncoder payContributionOut = new PayContributionEncoder();
  private final PayContributionDecoder payContributionIn = new PayContributionDecoder();
  private final ReturnContributionEncoder returnContributionOut = new ReturnContributionEncoder();
  private final ReturnContributionDecoder returnContributionIn = new ReturnContributionDecoder();
  private final FundHouseTrancheEncoder fundHouseTrancheOut = new FundHouseTrancheEncoder();
  private final FundHouseTrancheDecoder fundHouseTrancheIn = new FundHouseTrancheDecoder();

  int encode(Command.DefaultFund message, MessageOut out) {
    return switch (message) {
      case Command.DefaultFund.PayContribution word -> encode(word, out);
      case Command.DefaultFund.ReturnContribution word -> encode(word, out);
      case Command.DefaultFund.FundHouseTranche word -> encode(word, out);
    };
  }

  private int encode(Command.DefaultFund.PayContribution message, MessageOut out) {
    payContributionOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    payContributionOut.accountId(message.accountId()).amountMicros(message.amountMicros());
    out.text(message.reference(), "reference", payContributionOut::putReference);
    return payContributionOut.limit() - out.offset();
  }

  Command.DefaultFund.PayContribution payContribution(MessageIn in) {
    payContributionIn.wrap(
        in.buffer(), in.body(), in.blockLength(PayContributionDecoder.BLOCK_LENGTH), in.version());
    final Command.DefaultFund.PayContribution message =
        new Command.DefaultFund.PayContribution(
            payContributionIn.accountId(),
            payContributionIn.amountMicros(),
            in.text(payContributionIn.referenceLength(), payContributionIn::getReference));
    in.end(payContributionIn.limit());
    return message;
  }

  private int encode(Command.DefaultFund.ReturnContribution message, MessageOut out) {
    returnContributionOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    returnContributionOut.accountId(message.accountId()).amountMicros(message.amountMicros());
    out.text(message.reference(), "reference", returnContributionOut::putReference);
    return returnContributionOut.limit() - out.offset();
  }

  Command.DefaultFund.ReturnContribution returnContribution(MessageIn in) {
    returnContributionIn.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(ReturnContributionDecoder.BLOCK_LENGTH),
        in.version());
    final Command.DefaultFund.ReturnContribution message =
        new Command.DefaultFund.ReturnContribution(
            returnContributionIn.accountId(),
            returnContributionIn.amountMicros(),
            in.text(returnContributionIn.referenceLength(), returnContributionIn::getReference));
    in.end(returnContributionIn.limit());
    return message;
  }

  private int encode(Command.DefaultFund.FundHouseTranche message, MessageOut out) {
    fundHouseTrancheOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    fundHouseTrancheOut.amountMicros(message.amountMicros());
    out.text(message.reference(), "reference", fundHouseTrancheOut::putReference);
    return fundHouseTrancheOut.limit() - out.offset();
  }

  Command.DefaultFund.FundHouseTranche fundHouseTranche(MessageIn in) {
    fundHouseTrancheIn.wrap(
        in.buffer(), in.body(), in.blockLength(FundHouseTrancheDecoder.BLOCK_LENGTH), in.version());
    final Command.DefaultFund.FundHouseTranche message =
        new Command.DefaultFund.FundHouseTranche(
            fundHouseTrancheIn.amountMicros(),
            in.text(fundHouseTrancheIn.referenceLength(), fundHouseTrancheIn::getReference));
    in.end(fundHouseTrancheIn.limit());
    return message;
  }
}
