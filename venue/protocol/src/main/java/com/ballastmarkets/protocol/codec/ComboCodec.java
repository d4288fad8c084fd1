package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.protocol.sbe.ComboDefinedDecoder;
import com.ballastmarkets.protocol.sbe.ComboDefinedEncoder;
import com.ballastmarkets.protocol.sbe.ComboTradeDecoder;
import com.ballastmarkets.protocol.sbe.ComboTradeEncoder;
import com.ballastmarkets.protocol.sbe.DefineComboDecoder;
import com.ballastmarkets.protocol.sbe.DefineComboEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands and events: combos. */
final class ComboCodec {
  private final DefineComboEncoder defineComboOut = new DefineComboEncoder();
  private final DefineComboDecoder defineComboIn = new DefineComboDecoder();
  private final ComboDefinedEncoder comboDefinedOut = new ComboDefinedEncoder();
  private final ComboDefinedDecoder comboDefinedIn = new ComboDefinedDecoder();
  private final ComboTradeEncoder comboTradeOut = new ComboTradeEncoder();
  private final ComboTradeDecoder comboTradeIn = new ComboTradeDecoder();

  int encode(Command.DefineCombo message, MessageOut out) {
    defineComboOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    defineComboOut.accountId(message.accountId());
    final DefineComboEncoder.LegsEncoder legs = defineComboOut.legsCount(message.legs().size());
    for (final Contract.ComboLeg leg : message.legs()) {
      legs.next().marketId(leg.marketId()).ratio(leg.ratio());
    }
    return defineComboOut.limit() - out.offset();
  }

  Command.DefineCombo defineCombo(MessageIn in) {
    defineComboIn.wrap(
        in.buffer(), in.body(), in.blockLength(DefineComboDecoder.BLOCK_LENGTH), in.version());
    final long accountId = defineComboIn.accountId();
    final List<Contract.ComboLeg> legs = new ArrayList<>();
    for (final DefineComboDecoder.LegsDecoder leg : defineComboIn.legs()) {
      legs.add(new Contract.ComboLeg(leg.marketId(), leg.ratio()));
    }
    in.end(defineComboIn.limit());
    return new Command.DefineCombo(accountId, legs);
  }

  int encode(Event.ComboDefined message, MessageOut out) {
    comboDefinedOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    comboDefinedOut
        .accountId(message.accountId())
        .marketId(message.marketId())
        .reversed(Flags.code(message.reversed()));
    return comboDefinedOut.limit() - out.offset();
  }

  Event.ComboDefined comboDefined(MessageIn in) {
    comboDefinedIn.wrap(
        in.buffer(), in.body(), in.blockLength(ComboDefinedDecoder.BLOCK_LENGTH), in.version());
    final Event.ComboDefined message =
        new Event.ComboDefined(
            comboDefinedIn.accountId(),
            comboDefinedIn.marketId(),
            Flags.flag(comboDefinedIn.reversed()));
    in.end(comboDefinedIn.limit());
    return message;
  }

  int encode(Event.ComboTrade message, MessageOut out) {
    comboTradeOut.wrapAndApplyHeader(out.buffer(), out.offset(), out.header());
    comboTradeOut
        .tradeId(message.tradeId())
        .marketId(message.marketId())
        .priceMicros(message.priceMicros())
        .lots(message.lots())
        .legTrades(message.legTrades());
    Blocks.put(comboTradeOut.taker(), message.taker());
    final Event.Fill maker = message.maker();
    final ComboTradeEncoder.MakerEncoder group = comboTradeOut.makerCount(maker == null ? 0 : 1);
    if (maker != null) {
      Blocks.put(group.next().fill(), maker);
    }
    return comboTradeOut.limit() - out.offset();
  }

  Event.ComboTrade comboTrade(MessageIn in) {
    comboTradeIn.wrap(
        in.buffer(), in.body(), in.blockLength(ComboTradeDecoder.BLOCK_LENGTH), in.version());
    final Event.Fill taker = Blocks.fill(comboTradeIn.taker());
    Event.@Nullable Fill maker = null;
    for (final ComboTradeDecoder.MakerDecoder side : comboTradeIn.maker()) {
      if (maker != null) {
        throw new CodecException("a combo trade with two makers");
      }
      maker = Blocks.fill(side.fill());
    }
    in.end(comboTradeIn.limit());
    return new Event.ComboTrade(
        comboTradeIn.tradeId(),
        comboTradeIn.marketId(),
        comboTradeIn.priceMicros(),
        comboTradeIn.lots(),
        maker,
        taker,
        comboTradeIn.legTrades());
  }
}
