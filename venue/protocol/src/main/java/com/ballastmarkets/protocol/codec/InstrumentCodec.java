package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.protocol.sbe.BooleanCode;
import com.ballastmarkets.protocol.sbe.ContractTypeCode;
import com.ballastmarkets.protocol.sbe.InstrumentTermsDecoder;
import com.ballastmarkets.protocol.sbe.InstrumentTermsEncoder;
import com.ballastmarkets.protocol.sbe.PutOrCallCode;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The terms of a market: a message of its own, nested in those that speak of one. */
final class InstrumentCodec {
  private final InstrumentTermsEncoder terms = new InstrumentTermsEncoder();
  private final InstrumentTermsDecoder termsIn = new InstrumentTermsDecoder();
  private final MessageOut out = new MessageOut();
  private final MessageIn in = new MessageIn();
  private final UnsafeBuffer nested = new UnsafeBuffer(0, 0);

  /**
   * Writes the length and the nested message at a message's limit.
   *
   * @return the message's new limit
   */
  int encodeNested(Instrument instrument, MutableDirectBuffer buffer, int limit) {
    final int offset = limit + Integer.BYTES;
    out.wrap(buffer, offset);
    terms.wrapAndApplyHeader(buffer, offset, out.header());
    terms
        .marketId(instrument.marketId())
        .windowStartNanos(instrument.windowStartNanos())
        .expiryNanos(instrument.expiryNanos())
        .feeBasis(MarketCodes.code(instrument.fees().basis()))
        .makerRate(instrument.fees().makerRate())
        .takerRate(instrument.fees().takerRate())
        .referencePriceMicros(instrument.referencePriceMicros())
        .maxOrderLots(instrument.maxOrderLots())
        .positionLimitLots(instrument.positionLimitLots());
    contract(instrument.contract());
    bands(instrument.ticks().bands());
    legs(instrument.contract() instanceof Contract.Combo combo ? combo.legs() : List.of());
    out.text(instrument.symbol(), "symbol", terms::putSymbol);
    out.text(instrument.name(), "name", terms::putName);
    out.text(instrument.place(), "place", terms::putPlace);
    out.text(instrument.rulesHash(), "rulesHash", terms::putRulesHash);
    buffer.putInt(limit, terms.limit() - offset, ByteOrder.LITTLE_ENDIAN);
    return terms.limit();
  }

  private void contract(Contract contract) {
    terms
        .putOrCall(PutOrCallCode.NULL_VAL)
        .underlyingMarketId(0)
        .strikeMicros(0)
        .conditionMet(BooleanCode.NO)
        .legAMarketId(0)
        .legBMarketId(0)
        .loMicros(0)
        .hiMicros(0);
    switch (contract) {
      case Contract.Binary() -> terms.contractType(ContractTypeCode.BINARY);
      case Contract.Index() -> terms.contractType(ContractTypeCode.INDEX);
      case Contract.Option option ->
          terms
              .contractType(ContractTypeCode.OPTION)
              .putOrCall(MarketCodes.code(option.putOrCall()))
              .underlyingMarketId(option.underlyingMarketId())
              .strikeMicros(option.strikeMicros());
      case Contract.ConditionalSpread spread ->
          terms
              .contractType(ContractTypeCode.CONDITIONAL_SPREAD)
              .underlyingMarketId(spread.conditionMarketId())
              .conditionMet(Flags.code(spread.conditionMet()))
              .legAMarketId(spread.legAMarketId())
              .legBMarketId(spread.legBMarketId());
      case Contract.Combo combo ->
          terms
              .contractType(ContractTypeCode.COMBO)
              .loMicros(combo.loMicros())
              .hiMicros(combo.hiMicros());
    }
  }

  private void bands(List<TickTable.Band> bands) {
    final InstrumentTermsEncoder.BandsEncoder group = terms.bandsCount(bands.size());
    for (final TickTable.Band band : bands) {
      group.next().fromMicros(band.fromMicros()).tickMicros(band.tickMicros());
    }
  }

  private void legs(List<Contract.ComboLeg> legs) {
    final InstrumentTermsEncoder.LegsEncoder group = terms.legsCount(legs.size());
    for (final Contract.ComboLeg leg : legs) {
      group.next().marketId(leg.marketId()).ratio(leg.ratio());
    }
  }

  /** The generated method that puts a view over the nested bytes. */
  interface Wrapper {
    void wrap(DirectBuffer view);
  }

  /** Reads the nested message of the given length. */
  Instrument decodeNested(int length, Wrapper wrapper) {
    if (length <= 0) {
      throw CodecException.missing("instrument");
    }
    wrapper.wrap(nested);
    return in.read(nested, 0, length, this::decode);
  }

  private Instrument decode(MessageIn in) {
    if (in.templateId() != InstrumentTermsDecoder.TEMPLATE_ID) {
      throw CodecException.unknownTemplate("instrument", in.templateId());
    }
    final InstrumentTermsDecoder t = termsIn;
    t.wrap(
        in.buffer(), in.body(), in.blockLength(InstrumentTermsDecoder.BLOCK_LENGTH), in.version());
    final List<TickTable.Band> bands = new ArrayList<>();
    for (final InstrumentTermsDecoder.BandsDecoder band : t.bands()) {
      bands.add(new TickTable.Band(band.fromMicros(), band.tickMicros()));
    }
    final List<Contract.ComboLeg> legs = new ArrayList<>();
    for (final InstrumentTermsDecoder.LegsDecoder leg : t.legs()) {
      legs.add(new Contract.ComboLeg(leg.marketId(), leg.ratio()));
    }
    final String symbol = in.text(t.symbolLength(), t::getSymbol);
    final String name = in.text(t.nameLength(), t::getName);
    final String place = in.text(t.placeLength(), t::getPlace);
    final String rulesHash = in.text(t.rulesHashLength(), t::getRulesHash);
    in.end(t.limit());
    return new Instrument(
        t.marketId(),
        symbol,
        name,
        contract(t, legs),
        place,
        t.windowStartNanos(),
        t.expiryNanos(),
        new TickTable(bands),
        new FeeSchedule(MarketCodes.basis(t.feeBasis()), t.makerRate(), t.takerRate()),
        t.referencePriceMicros(),
        t.maxOrderLots(),
        t.positionLimitLots(),
        rulesHash);
  }

  private static Contract contract(InstrumentTermsDecoder t, List<Contract.ComboLeg> legs) {
    return switch (t.contractType()) {
      case BINARY -> new Contract.Binary();
      case INDEX -> new Contract.Index();
      case OPTION ->
          new Contract.Option(
              t.underlyingMarketId(), MarketCodes.putOrCall(t.putOrCall()), t.strikeMicros());
      case CONDITIONAL_SPREAD ->
          new Contract.ConditionalSpread(
              t.underlyingMarketId(),
              Flags.flag(t.conditionMet()),
              t.legAMarketId(),
              t.legBMarketId());
      case COMBO -> new Contract.Combo(legs, t.loMicros(), t.hiMicros());
      case NULL_VAL -> throw CodecException.missing("contractType");
    };
  }
}
