package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.margin.UnderlyingMargin;
import com.ballastmarkets.domain.margin.UnderlyingMargin.InstrumentShare;
import com.ballastmarkets.domain.margin.UnderlyingMargin.Scenario;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.protocol.sbe.ExplainMarginDecoder;
import com.ballastmarkets.protocol.sbe.ExplainMarginEncoder;
import com.ballastmarkets.protocol.sbe.MarginExplainedDecoder;
import com.ballastmarkets.protocol.sbe.MarginExplainedEncoder;
import com.ballastmarkets.protocol.sbe.RejectReasonCode;
import com.ballastmarkets.protocol.sbe.UnderlyingExplainedDecoder;
import com.ballastmarkets.protocol.sbe.UnderlyingExplainedEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The question after a margin, and its answer. */
final class MarginCodec {
  private static final OrderTicket NO_ORDER = OrderTicket.of(0, 0, Side.BUY, 0).limit(0).build();

  private final ExplainMarginEncoder explainOut = new ExplainMarginEncoder();
  private final ExplainMarginDecoder explainIn = new ExplainMarginDecoder();
  private final UnderlyingExplainedEncoder underlyingOut = new UnderlyingExplainedEncoder();
  private final UnderlyingExplainedDecoder underlyingIn = new UnderlyingExplainedDecoder();
  private final MarginExplainedEncoder marginOut = new MarginExplainedEncoder();
  private final MarginExplainedDecoder marginIn = new MarginExplainedDecoder();

  int encode(Command.ExplainMargin message, MessageOut out) {
    explainOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    final @Nullable OrderTicket order = message.order();
    explainOut.accountId(message.accountId()).hasOrder(Flags.code(order != null));
    Blocks.put(explainOut.ticket(), order == null ? NO_ORDER : order);
    out.text(order == null ? "" : order.clOrdId(), "clOrdId", explainOut::putClOrdId);
    return explainOut.limit() - out.offset();
  }

  Command.ExplainMargin explainMargin(MessageIn in) {
    explainIn.wrap(
        in.buffer(), in.body(), in.blockLength(ExplainMarginDecoder.BLOCK_LENGTH), in.version());
    final String clOrdId = in.text(explainIn.clOrdIdLength(), explainIn::getClOrdId);
    final Command.ExplainMargin message =
        new Command.ExplainMargin(
            explainIn.accountId(),
            Flags.flag(explainIn.hasOrder()) ? Blocks.ticket(explainIn.ticket(), clOrdId) : null);
    in.end(explainIn.limit());
    return message;
  }

  int encode(Event.UnderlyingExplained message, MessageOut out) {
    final UnderlyingMargin margin = message.margin();
    underlyingOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    underlyingOut
        .accountId(message.accountId())
        .marketId(margin.marketId())
        .worstCaseLossMicros(margin.worstCaseLossMicros())
        .leveragedMicros(margin.leveragedMicros())
        .marginMicros(margin.marginMicros())
        .worst(margin.worst())
        .ordersMicros(margin.ordersMicros());
    final UnderlyingExplainedEncoder.ScenariosEncoder scenarios =
        underlyingOut.scenariosCount(margin.scenarios().size());
    for (final Scenario scenario : margin.scenarios()) {
      scenarios
          .next()
          .outcomeMicros(scenario.outcomeMicros())
          .voided(Flags.code(scenario.voided()))
          .profitMicros(scenario.profitMicros());
    }
    final UnderlyingExplainedEncoder.InstrumentsEncoder instruments =
        underlyingOut.instrumentsCount(margin.instruments().size());
    for (final InstrumentShare share : margin.instruments()) {
      instruments
          .next()
          .marketId(share.marketId())
          .lots(share.lots())
          .markMicros(share.markMicros())
          .profitMicros(share.profitMicros());
    }
    return underlyingOut.limit() - out.offset();
  }

  Event.UnderlyingExplained underlyingExplained(MessageIn in) {
    final UnderlyingExplainedDecoder u = underlyingIn;
    u.wrap(
        in.buffer(),
        in.body(),
        in.blockLength(UnderlyingExplainedDecoder.BLOCK_LENGTH),
        in.version());
    final List<Scenario> scenarios = new ArrayList<>();
    for (final UnderlyingExplainedDecoder.ScenariosDecoder scenario : u.scenarios()) {
      scenarios.add(
          new Scenario(
              scenario.outcomeMicros(), Flags.flag(scenario.voided()), scenario.profitMicros()));
    }
    final List<InstrumentShare> instruments = new ArrayList<>();
    for (final UnderlyingExplainedDecoder.InstrumentsDecoder share : u.instruments()) {
      instruments.add(
          new InstrumentShare(
              share.marketId(), share.lots(), share.markMicros(), share.profitMicros()));
    }
    in.end(u.limit());
    return new Event.UnderlyingExplained(
        u.accountId(),
        new UnderlyingMargin(
            u.marketId(),
            u.worstCaseLossMicros(),
            u.leveragedMicros(),
            u.marginMicros(),
            scenarios,
            u.worst(),
            instruments,
            u.ordersMicros()));
  }

  int encode(Event.MarginExplained message, MessageOut out) {
    marginOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    final @Nullable RejectReason refusal = message.refusal();
    marginOut
        .accountId(message.accountId())
        .leverage(message.leverage())
        .cashMicros(message.cashMicros())
        .equityMicros(message.equityMicros())
        .reservedMicros(message.reservedMicros())
        .marginMicros(message.marginMicros())
        .availableMicros(message.availableMicros())
        .underlyings(message.underlyings())
        .refusal(refusal == null ? RejectReasonCode.NULL_VAL : ReasonCodes.code(refusal))
        .requiredMicros(message.requiredMicros())
        .offeredMicros(message.offeredMicros());
    return marginOut.limit() - out.offset();
  }

  Event.MarginExplained marginExplained(MessageIn in) {
    marginIn.wrap(
        in.buffer(), in.body(), in.blockLength(MarginExplainedDecoder.BLOCK_LENGTH), in.version());
    final Event.MarginExplained message =
        new Event.MarginExplained(
            marginIn.accountId(),
            marginIn.leverage(),
            marginIn.cashMicros(),
            marginIn.equityMicros(),
            marginIn.reservedMicros(),
            marginIn.marginMicros(),
            marginIn.availableMicros(),
            marginIn.underlyings(),
            marginIn.refusal() == RejectReasonCode.NULL_VAL
                ? null
                : ReasonCodes.rejectReason(marginIn.refusal()),
            marginIn.requiredMicros(),
            marginIn.offeredMicros());
    in.end(marginIn.limit());
    return message;
  }
}
