package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.sbe.AccountOpenedDecoder;
import com.ballastmarkets.protocol.sbe.AccountUpdatedDecoder;
import com.ballastmarkets.protocol.sbe.AutoDeleveragedDecoder;
import com.ballastmarkets.protocol.sbe.CancelRejectedDecoder;
import com.ballastmarkets.protocol.sbe.CashMovedDecoder;
import com.ballastmarkets.protocol.sbe.ClockAdvancedDecoder;
import com.ballastmarkets.protocol.sbe.ComboDefinedDecoder;
import com.ballastmarkets.protocol.sbe.ComboTradeDecoder;
import com.ballastmarkets.protocol.sbe.CommandRejectedDecoder;
import com.ballastmarkets.protocol.sbe.ContributionChangedDecoder;
import com.ballastmarkets.protocol.sbe.DailySettledDecoder;
import com.ballastmarkets.protocol.sbe.DisputeOpenedDecoder;
import com.ballastmarkets.protocol.sbe.DisputeRuledDecoder;
import com.ballastmarkets.protocol.sbe.HedgeExemptionChangedDecoder;
import com.ballastmarkets.protocol.sbe.IndicativeChangedDecoder;
import com.ballastmarkets.protocol.sbe.KillSwitchChangedDecoder;
import com.ballastmarkets.protocol.sbe.LadderPlacedDecoder;
import com.ballastmarkets.protocol.sbe.LadderRejectedDecoder;
import com.ballastmarkets.protocol.sbe.LevelChangedDecoder;
import com.ballastmarkets.protocol.sbe.LeverageChangedDecoder;
import com.ballastmarkets.protocol.sbe.LiquidationEndedDecoder;
import com.ballastmarkets.protocol.sbe.LiquidationInputDecoder;
import com.ballastmarkets.protocol.sbe.LiquidationSliceDecoder;
import com.ballastmarkets.protocol.sbe.LiquidationStartedDecoder;
import com.ballastmarkets.protocol.sbe.LossCoveredDecoder;
import com.ballastmarkets.protocol.sbe.MarginExplainedDecoder;
import com.ballastmarkets.protocol.sbe.MarginNoticeDecoder;
import com.ballastmarkets.protocol.sbe.MarkChangedDecoder;
import com.ballastmarkets.protocol.sbe.MarketListedDecoder;
import com.ballastmarkets.protocol.sbe.MarketSettledDecoder;
import com.ballastmarkets.protocol.sbe.MarketStateChangedDecoder;
import com.ballastmarkets.protocol.sbe.MarketVoidedDecoder;
import com.ballastmarkets.protocol.sbe.MassCanceledDecoder;
import com.ballastmarkets.protocol.sbe.MassQuoteRejectedDecoder;
import com.ballastmarkets.protocol.sbe.MassQuoteRepeatedDecoder;
import com.ballastmarkets.protocol.sbe.MassQuoteTakenDecoder;
import com.ballastmarkets.protocol.sbe.NewsHaltDeclaredDecoder;
import com.ballastmarkets.protocol.sbe.NothingToDoDecoder;
import com.ballastmarkets.protocol.sbe.OrderAcceptedDecoder;
import com.ballastmarkets.protocol.sbe.OrderCanceledDecoder;
import com.ballastmarkets.protocol.sbe.OrderRejectedDecoder;
import com.ballastmarkets.protocol.sbe.OrderRepeatedDecoder;
import com.ballastmarkets.protocol.sbe.OrderReplacedDecoder;
import com.ballastmarkets.protocol.sbe.OrderTriggeredDecoder;
import com.ballastmarkets.protocol.sbe.ParticipantKillSwitchChangedDecoder;
import com.ballastmarkets.protocol.sbe.PositionLimitChangedDecoder;
import com.ballastmarkets.protocol.sbe.PositionTakenOverDecoder;
import com.ballastmarkets.protocol.sbe.PositionUpdatedDecoder;
import com.ballastmarkets.protocol.sbe.ProtectionChangedDecoder;
import com.ballastmarkets.protocol.sbe.ProtectionTrippedDecoder;
import com.ballastmarkets.protocol.sbe.ProvisionalPublishedDecoder;
import com.ballastmarkets.protocol.sbe.QuoteEnteredDecoder;
import com.ballastmarkets.protocol.sbe.QuotesCanceledDecoder;
import com.ballastmarkets.protocol.sbe.ReplaceRejectedDecoder;
import com.ballastmarkets.protocol.sbe.TradeDecoder;
import com.ballastmarkets.protocol.sbe.UnderlyingExplainedDecoder;
import com.ballastmarkets.protocol.sbe.WithdrawalConfirmedDecoder;
import com.ballastmarkets.protocol.sbe.WithdrawalReleasedDecoder;
import com.ballastmarkets.protocol.sbe.WithdrawalReservedDecoder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Events as SBE messages and back. One thread uses it.
 *
 * <p>What does not read back as exactly one whole message of this schema is refused with a {@link
 * CodecException}.
 */
public final class EventCodec {
  private final MessageOut out = new MessageOut();
  private final MessageIn in = new MessageIn();
  private final MoneyEventCodec money = new MoneyEventCodec();
  private final MarginCodec margin = new MarginCodec();
  private final LimitCodec limits = new LimitCodec();
  private final MarketEventCodec markets = new MarketEventCodec();
  private final SettlementEventCodec settlement = new SettlementEventCodec();
  private final OrderEventCodec orders = new OrderEventCodec();
  private final ComboCodec combos = new ComboCodec();
  private final LiquidationEventCodec liquidations = new LiquidationEventCodec();
  private final AnswerEventCodec answers = new AnswerEventCodec();
  private final LadderCodec ladders = new LadderCodec();
  private final QuoteEventCodec quotes = new QuoteEventCodec();
  private final ProtectionCodec protection = new ProtectionCodec();

  /**
   * Writes the message with its header, and returns its length in bytes.
   *
   * @throws CodecException if a text is too long or no well-formed Unicode
   */
  public int encode(Event event, MutableDirectBuffer buffer, int offset) {
    out.wrap(buffer, offset);
    return switch (event) {
      case Event.AccountOpened message -> money.encode(message, out);
      case Event.LeverageChanged message -> money.encode(message, out);
      case Event.KillSwitchChanged message -> money.encode(message, out);
      case Event.ParticipantKillSwitchChanged message -> money.encode(message, out);
      case Event.CashMoved message -> money.encode(message, out);
      case Event.AccountUpdated message -> money.encode(message, out);
      case Event.PositionUpdated message -> money.encode(message, out);
      case Event.WithdrawalReserved message -> money.encode(message, out);
      case Event.WithdrawalReleased message -> money.encode(message, out);
      case Event.WithdrawalConfirmed message -> money.encode(message, out);
      case Event.UnderlyingExplained message -> margin.encode(message, out);
      case Event.MarginExplained message -> margin.encode(message, out);
      case Event.MarketListed message -> markets.encode(message, out);
      case Event.MarketStateChanged message -> markets.encode(message, out);
      case Event.MarkChanged message -> markets.encode(message, out);
      case Event.LevelChanged message -> markets.encode(message, out);
      case Event.IndicativeChanged message -> markets.encode(message, out);
      case Event.DailySettled message -> markets.encode(message, out);
      case Event.ClockAdvanced message -> markets.encode(message, out);
      case Event.NewsHaltDeclared message -> markets.encode(message, out);
      case Event.ProvisionalPublished message -> settlement.encode(message, out);
      case Event.DisputeOpened message -> settlement.encode(message, out);
      case Event.DisputeRuled message -> settlement.encode(message, out);
      case Event.MarketSettled message -> settlement.encode(message, out);
      case Event.MarketVoided message -> settlement.encode(message, out);
      case Event.OrderAccepted message -> orders.encode(message, out);
      case Event.OrderRejected message -> orders.encode(message, out);
      case Event.OrderRepeated message -> orders.encode(message, out);
      case Event.OrderTriggered message -> orders.encode(message, out);
      case Event.OrderReplaced message -> orders.encode(message, out);
      case Event.ReplaceRejected message -> orders.encode(message, out);
      case Event.OrderCanceled message -> orders.encode(message, out);
      case Event.CancelRejected message -> orders.encode(message, out);
      case Event.MassCanceled message -> orders.encode(message, out);
      case Event.Trade message -> orders.encode(message, out);
      case Event.ComboDefined message -> combos.encode(message, out);
      case Event.ComboTrade message -> combos.encode(message, out);
      case Event.Liquidation message -> liquidations.encode(message, out);
      case Event.Limits message -> limits.encode(message, out);
      case Event.LadderPlaced message -> ladders.encode(message, out);
      case Event.LadderRejected message -> ladders.encode(message, out);
      case Event.QuoteEntered message -> quotes.encode(message, out);
      case Event.MassQuoteTaken message -> quotes.encode(message, out);
      case Event.MassQuoteRejected message -> quotes.encode(message, out);
      case Event.MassQuoteRepeated message -> quotes.encode(message, out);
      case Event.QuotesCanceled message -> quotes.encode(message, out);
      case Event.ProtectionChanged message -> protection.encode(message, out);
      case Event.ProtectionTripped message -> protection.encode(message, out);
      case Event.CommandRejected message -> answers.encode(message, out);
      case Event.NothingToDo message -> answers.encode(message, out);
    };
  }

  /**
   * Reads the message that takes exactly these bytes.
   *
   * @throws CodecException if they are no such message
   */
  public Event decode(DirectBuffer buffer, int offset, int length) {
    return in.read(buffer, offset, length, this::decode);
  }

  private Event decode(MessageIn in) {
    return switch (in.templateId()) {
      case AccountOpenedDecoder.TEMPLATE_ID -> money.accountOpened(in);
      case LeverageChangedDecoder.TEMPLATE_ID -> money.leverageChanged(in);
      case KillSwitchChangedDecoder.TEMPLATE_ID -> money.killSwitchChanged(in);
      case ParticipantKillSwitchChangedDecoder.TEMPLATE_ID ->
          money.participantKillSwitchChanged(in);
      case CashMovedDecoder.TEMPLATE_ID -> money.cashMoved(in);
      case AccountUpdatedDecoder.TEMPLATE_ID -> money.accountUpdated(in);
      case PositionUpdatedDecoder.TEMPLATE_ID -> money.positionUpdated(in);
      case WithdrawalReservedDecoder.TEMPLATE_ID -> money.withdrawalReserved(in);
      case WithdrawalReleasedDecoder.TEMPLATE_ID -> money.withdrawalReleased(in);
      case WithdrawalConfirmedDecoder.TEMPLATE_ID -> money.withdrawalConfirmed(in);
      case UnderlyingExplainedDecoder.TEMPLATE_ID -> margin.underlyingExplained(in);
      case MarginExplainedDecoder.TEMPLATE_ID -> margin.marginExplained(in);
      case MarketListedDecoder.TEMPLATE_ID -> markets.marketListed(in);
      case MarketStateChangedDecoder.TEMPLATE_ID -> markets.marketStateChanged(in);
      case MarkChangedDecoder.TEMPLATE_ID -> markets.markChanged(in);
      case LevelChangedDecoder.TEMPLATE_ID -> markets.levelChanged(in);
      case IndicativeChangedDecoder.TEMPLATE_ID -> markets.indicativeChanged(in);
      case DailySettledDecoder.TEMPLATE_ID -> markets.dailySettled(in);
      case ClockAdvancedDecoder.TEMPLATE_ID -> markets.clockAdvanced(in);
      case NewsHaltDeclaredDecoder.TEMPLATE_ID -> markets.newsHaltDeclared(in);
      case ProvisionalPublishedDecoder.TEMPLATE_ID -> settlement.provisionalPublished(in);
      case DisputeOpenedDecoder.TEMPLATE_ID -> settlement.disputeOpened(in);
      case DisputeRuledDecoder.TEMPLATE_ID -> settlement.disputeRuled(in);
      case MarketSettledDecoder.TEMPLATE_ID -> settlement.marketSettled(in);
      case MarketVoidedDecoder.TEMPLATE_ID -> settlement.marketVoided(in);
      case OrderAcceptedDecoder.TEMPLATE_ID -> orders.orderAccepted(in);
      case OrderRejectedDecoder.TEMPLATE_ID -> orders.orderRejected(in);
      case OrderRepeatedDecoder.TEMPLATE_ID -> orders.orderRepeated(in);
      case OrderTriggeredDecoder.TEMPLATE_ID -> orders.orderTriggered(in);
      case OrderReplacedDecoder.TEMPLATE_ID -> orders.orderReplaced(in);
      case ReplaceRejectedDecoder.TEMPLATE_ID -> orders.replaceRejected(in);
      case OrderCanceledDecoder.TEMPLATE_ID -> orders.orderCanceled(in);
      case CancelRejectedDecoder.TEMPLATE_ID -> orders.cancelRejected(in);
      case MassCanceledDecoder.TEMPLATE_ID -> orders.massCanceled(in);
      case TradeDecoder.TEMPLATE_ID -> orders.trade(in);
      case ComboDefinedDecoder.TEMPLATE_ID -> combos.comboDefined(in);
      case ComboTradeDecoder.TEMPLATE_ID -> combos.comboTrade(in);
      case MarginNoticeDecoder.TEMPLATE_ID -> liquidations.marginNotice(in);
      case LiquidationStartedDecoder.TEMPLATE_ID -> liquidations.liquidationStarted(in);
      case LiquidationInputDecoder.TEMPLATE_ID -> liquidations.liquidationInput(in);
      case LiquidationSliceDecoder.TEMPLATE_ID -> liquidations.liquidationSlice(in);
      case PositionTakenOverDecoder.TEMPLATE_ID -> liquidations.positionTakenOver(in);
      case LossCoveredDecoder.TEMPLATE_ID -> liquidations.lossCovered(in);
      case AutoDeleveragedDecoder.TEMPLATE_ID -> liquidations.autoDeleveraged(in);
      case LiquidationEndedDecoder.TEMPLATE_ID -> liquidations.liquidationEnded(in);
      case ContributionChangedDecoder.TEMPLATE_ID -> liquidations.contributionChanged(in);
      case PositionLimitChangedDecoder.TEMPLATE_ID -> limits.positionLimitChanged(in);
      case HedgeExemptionChangedDecoder.TEMPLATE_ID -> limits.hedgeExemptionChanged(in);
      case LadderPlacedDecoder.TEMPLATE_ID -> ladders.ladderPlaced(in);
      case LadderRejectedDecoder.TEMPLATE_ID -> ladders.ladderRejected(in);
      case QuoteEnteredDecoder.TEMPLATE_ID -> quotes.quoteEntered(in);
      case MassQuoteTakenDecoder.TEMPLATE_ID -> quotes.massQuoteTaken(in);
      case MassQuoteRejectedDecoder.TEMPLATE_ID -> quotes.massQuoteRejected(in);
      case MassQuoteRepeatedDecoder.TEMPLATE_ID -> quotes.massQuoteRepeated(in);
      case QuotesCanceledDecoder.TEMPLATE_ID -> quotes.quotesCanceled(in);
      case ProtectionChangedDecoder.TEMPLATE_ID -> protection.protectionChanged(in);
      case ProtectionTrippedDecoder.TEMPLATE_ID -> protection.protectionTripped(in);
      case CommandRejectedDecoder.TEMPLATE_ID -> answers.commandRejected(in);
      case NothingToDoDecoder.TEMPLATE_ID -> answers.nothingToDo(in);
      default -> throw CodecException.unknownTemplate("event", in.templateId());
    };
  }
}
