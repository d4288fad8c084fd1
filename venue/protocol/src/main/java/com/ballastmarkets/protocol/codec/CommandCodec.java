package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.sbe.AdvanceClockDecoder;
import com.ballastmarkets.protocol.sbe.CancelOrderDecoder;
import com.ballastmarkets.protocol.sbe.CancelQuotesDecoder;
import com.ballastmarkets.protocol.sbe.ConfirmWithdrawalDecoder;
import com.ballastmarkets.protocol.sbe.DefineComboDecoder;
import com.ballastmarkets.protocol.sbe.DepositDecoder;
import com.ballastmarkets.protocol.sbe.ExplainMarginDecoder;
import com.ballastmarkets.protocol.sbe.FinalizeMarketDecoder;
import com.ballastmarkets.protocol.sbe.FundHouseTrancheDecoder;
import com.ballastmarkets.protocol.sbe.HaltForNewsDecoder;
import com.ballastmarkets.protocol.sbe.HaltMarketDecoder;
import com.ballastmarkets.protocol.sbe.HaltMarketsDecoder;
import com.ballastmarkets.protocol.sbe.ListMarketDecoder;
import com.ballastmarkets.protocol.sbe.MassCancelDecoder;
import com.ballastmarkets.protocol.sbe.MassCancelParticipantDecoder;
import com.ballastmarkets.protocol.sbe.MassQuoteDecoder;
import com.ballastmarkets.protocol.sbe.OpenAccountDecoder;
import com.ballastmarkets.protocol.sbe.OpenDisputeDecoder;
import com.ballastmarkets.protocol.sbe.OpenMarketDecoder;
import com.ballastmarkets.protocol.sbe.PayContributionDecoder;
import com.ballastmarkets.protocol.sbe.PayMakerRewardsDecoder;
import com.ballastmarkets.protocol.sbe.PlaceLadderDecoder;
import com.ballastmarkets.protocol.sbe.PlaceOrderDecoder;
import com.ballastmarkets.protocol.sbe.PublishProvisionalDecoder;
import com.ballastmarkets.protocol.sbe.ReleaseWithdrawalDecoder;
import com.ballastmarkets.protocol.sbe.ReplaceOrderDecoder;
import com.ballastmarkets.protocol.sbe.ReserveWithdrawalDecoder;
import com.ballastmarkets.protocol.sbe.ResetProtectionDecoder;
import com.ballastmarkets.protocol.sbe.ResumeMarketDecoder;
import com.ballastmarkets.protocol.sbe.ResumeMarketsDecoder;
import com.ballastmarkets.protocol.sbe.ReturnContributionDecoder;
import com.ballastmarkets.protocol.sbe.RuleDisputeDecoder;
import com.ballastmarkets.protocol.sbe.SetHedgeExemptionDecoder;
import com.ballastmarkets.protocol.sbe.SetKillSwitchDecoder;
import com.ballastmarkets.protocol.sbe.SetLeverageDecoder;
import com.ballastmarkets.protocol.sbe.SetParticipantKillSwitchDecoder;
import com.ballastmarkets.protocol.sbe.SetPositionLimitsDecoder;
import com.ballastmarkets.protocol.sbe.SetProtectionDecoder;
import com.ballastmarkets.protocol.sbe.SettleDailyDecoder;
import com.ballastmarkets.protocol.sbe.StartClockDecoder;
import com.ballastmarkets.protocol.sbe.TickDecoder;
import com.ballastmarkets.protocol.sbe.VoidMarketDecoder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Commands as SBE messages and back. One thread uses it.
 *
 * <p>What does not read back as exactly one whole message of this schema is refused with a {@link
 * CodecException}.
 */
public final class CommandCodec {
  private final MessageOut out = new MessageOut();
  private final MessageIn in = new MessageIn();
  private final AccountCommandCodec accounts = new AccountCommandCodec();
  private final MarginCodec margin = new MarginCodec();
  private final DefaultFundCodec defaultFund = new DefaultFundCodec();
  private final LimitCodec limits = new LimitCodec();
  private final MakerRewardCodec rewards = new MakerRewardCodec();
  private final MarketCommandCodec markets = new MarketCommandCodec();
  private final SettlementCommandCodec settlement = new SettlementCommandCodec();
  private final OrderCommandCodec orders = new OrderCommandCodec();
  private final ComboCodec combos = new ComboCodec();
  private final LadderCodec ladders = new LadderCodec();
  private final QuoteCommandCodec quotes = new QuoteCommandCodec();
  private final ProtectionCodec protection = new ProtectionCodec();

  /**
   * Writes the message with its header, and returns its length in bytes.
   *
   * @throws CodecException if a text is too long or no well-formed Unicode
   */
  public int encode(Command command, MutableDirectBuffer buffer, int offset) {
    out.wrap(buffer, offset);
    return switch (command) {
      case Command.OpenAccount message -> accounts.encode(message, out);
      case Command.SetLeverage message -> accounts.encode(message, out);
      case Command.Deposit message -> accounts.encode(message, out);
      case Command.ReserveWithdrawal message -> accounts.encode(message, out);
      case Command.ConfirmWithdrawal message -> accounts.encode(message, out);
      case Command.ReleaseWithdrawal message -> accounts.encode(message, out);
      case Command.SetKillSwitch message -> accounts.encode(message, out);
      case Command.ExplainMargin message -> margin.encode(message, out);
      case Command.DefaultFund message -> defaultFund.encode(message, out);
      case Command.SetParticipantKillSwitch message -> accounts.encode(message, out);
      case Command.Limits message -> limits.encode(message, out);
      case Command.PayMakerRewards message -> rewards.encode(message, out);
      case Command.ListMarket message -> markets.encode(message, out);
      case Command.OpenMarket message -> markets.encode(message, out);
      case Command.HaltMarket message -> markets.encode(message, out);
      case Command.ResumeMarket message -> markets.encode(message, out);
      case Command.SettleDaily message -> markets.encode(message, out);
      case Command.AdvanceClock message -> markets.encode(message, out);
      case Command.StartClock message -> markets.encode(message, out);
      case Command.Tick message -> markets.encode(message, out);
      case Command.HaltMarkets message -> markets.encode(message, out);
      case Command.ResumeMarkets message -> markets.encode(message, out);
      case Command.HaltForNews message -> markets.encode(message, out);
      case Command.PublishProvisional message -> settlement.encode(message, out);
      case Command.OpenDispute message -> settlement.encode(message, out);
      case Command.RuleDispute message -> settlement.encode(message, out);
      case Command.FinalizeMarket message -> settlement.encode(message, out);
      case Command.VoidMarket message -> settlement.encode(message, out);
      case Command.PlaceOrder message -> orders.encode(message, out);
      case Command.CancelOrder message -> orders.encode(message, out);
      case Command.ReplaceOrder message -> orders.encode(message, out);
      case Command.MassCancel message -> orders.encode(message, out);
      case Command.DefineCombo message -> combos.encode(message, out);
      case Command.MassCancelParticipant message -> orders.encode(message, out);
      case Command.PlaceLadder message -> ladders.encode(message, out);
      case Command.MassQuote message -> quotes.encode(message, out);
      case Command.CancelQuotes message -> quotes.encode(message, out);
      case Command.SetProtection message -> protection.encode(message, out);
      case Command.ResetProtection message -> protection.encode(message, out);
    };
  }

  /**
   * Reads the message that takes exactly these bytes.
   *
   * @throws CodecException if they are no such message
   */
  public Command decode(DirectBuffer buffer, int offset, int length) {
    return in.read(buffer, offset, length, this::decode);
  }

  private Command decode(MessageIn in) {
    return switch (in.templateId()) {
      case OpenAccountDecoder.TEMPLATE_ID -> accounts.openAccount(in);
      case SetLeverageDecoder.TEMPLATE_ID -> accounts.setLeverage(in);
      case DepositDecoder.TEMPLATE_ID -> accounts.deposit(in);
      case ReserveWithdrawalDecoder.TEMPLATE_ID -> accounts.reserveWithdrawal(in);
      case ConfirmWithdrawalDecoder.TEMPLATE_ID -> accounts.confirmWithdrawal(in);
      case ReleaseWithdrawalDecoder.TEMPLATE_ID -> accounts.releaseWithdrawal(in);
      case SetKillSwitchDecoder.TEMPLATE_ID -> accounts.setKillSwitch(in);
      case ExplainMarginDecoder.TEMPLATE_ID -> margin.explainMargin(in);
      case PayContributionDecoder.TEMPLATE_ID -> defaultFund.payContribution(in);
      case ReturnContributionDecoder.TEMPLATE_ID -> defaultFund.returnContribution(in);
      case FundHouseTrancheDecoder.TEMPLATE_ID -> defaultFund.fundHouseTranche(in);
      case SetParticipantKillSwitchDecoder.TEMPLATE_ID -> accounts.setParticipantKillSwitch(in);
      case SetPositionLimitsDecoder.TEMPLATE_ID -> limits.setPositionLimits(in);
      case SetHedgeExemptionDecoder.TEMPLATE_ID -> limits.setHedgeExemption(in);
      case PayMakerRewardsDecoder.TEMPLATE_ID -> rewards.payMakerRewards(in);
      case ListMarketDecoder.TEMPLATE_ID -> markets.listMarket(in);
      case OpenMarketDecoder.TEMPLATE_ID -> markets.openMarket(in);
      case HaltMarketDecoder.TEMPLATE_ID -> markets.haltMarket(in);
      case ResumeMarketDecoder.TEMPLATE_ID -> markets.resumeMarket(in);
      case SettleDailyDecoder.TEMPLATE_ID -> markets.settleDaily(in);
      case AdvanceClockDecoder.TEMPLATE_ID -> markets.advanceClock(in);
      case StartClockDecoder.TEMPLATE_ID -> markets.startClock(in);
      case TickDecoder.TEMPLATE_ID -> markets.tick(in);
      case HaltMarketsDecoder.TEMPLATE_ID -> markets.haltMarkets(in);
      case ResumeMarketsDecoder.TEMPLATE_ID -> markets.resumeMarkets(in);
      case HaltForNewsDecoder.TEMPLATE_ID -> markets.haltForNews(in);
      case PublishProvisionalDecoder.TEMPLATE_ID -> settlement.publishProvisional(in);
      case OpenDisputeDecoder.TEMPLATE_ID -> settlement.openDispute(in);
      case RuleDisputeDecoder.TEMPLATE_ID -> settlement.ruleDispute(in);
      case FinalizeMarketDecoder.TEMPLATE_ID -> settlement.finalizeMarket(in);
      case VoidMarketDecoder.TEMPLATE_ID -> settlement.voidMarket(in);
      case PlaceOrderDecoder.TEMPLATE_ID -> orders.placeOrder(in);
      case CancelOrderDecoder.TEMPLATE_ID -> orders.cancelOrder(in);
      case ReplaceOrderDecoder.TEMPLATE_ID -> orders.replaceOrder(in);
      case MassCancelDecoder.TEMPLATE_ID -> orders.massCancel(in);
      case DefineComboDecoder.TEMPLATE_ID -> combos.defineCombo(in);
      case MassCancelParticipantDecoder.TEMPLATE_ID -> orders.massCancelParticipant(in);
      case PlaceLadderDecoder.TEMPLATE_ID -> ladders.placeLadder(in);
      case MassQuoteDecoder.TEMPLATE_ID -> quotes.massQuote(in);
      case CancelQuotesDecoder.TEMPLATE_ID -> quotes.cancelQuotes(in);
      case SetProtectionDecoder.TEMPLATE_ID -> protection.setProtection(in);
      case ResetProtectionDecoder.TEMPLATE_ID -> protection.resetProtection(in);
      default -> throw CodecException.unknownTemplate("command", in.templateId());
    };
  }
}
