package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.MakerReward;
import com.ballastmarkets.protocol.sbe.PayMakerRewardsDecoder;
import com.ballastmarkets.protocol.sbe.PayMakerRewardsEncoder;
import java.util.ArrayList;
import java.util.List;

/** Commands: what the maker programme pays. */
final class MakerRewardCodec {
  private final PayMakerRewardsEncoder payOut = new PayMakerRewardsEncoder();
  private final PayMakerRewardsDecoder payIn = new PayMakerRewardsDecoder();

  int encode(Command.PayMakerRewards message, MessageOut out) {
    payOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    final PayMakerRewardsEncoder.RewardsEncoder group =
        payOut.rewardsCount(message.rewards().size());
    for (final MakerReward reward : message.rewards()) {
      group.next().accountId(reward.accountId()).amountMicros(reward.amountMicros());
    }
    out.text(message.reference(), "reference", payOut::putReference);
    return payOut.limit() - out.offset();
  }

  Command.PayMakerRewards payMakerRewards(MessageIn in) {
    payIn.wrap(
        in.buffer(), in.body(), in.blockLength(PayMakerRewardsDecoder.BLOCK_LENGTH), in.version());
    final List<MakerReward> rewards = new ArrayList<>();
    for (final PayMakerRewardsDecoder.RewardsDecoder reward : payIn.rewards()) {
      rewards.add(new MakerReward(reward.accountId(), reward.amountMicros()));
    }
    final Command.PayMakerRewards message =
        new Command.PayMakerRewards(in.text(payIn.referenceLength(), payIn::getReference), rewards);
    in.end(payIn.limit());
    return message;
  }
}
