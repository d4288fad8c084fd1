package com.ballastmarkets.fix.marketdata;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Messages;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.Fields;
import java.util.List;
import java.util.stream.IntStream;
import quickfix.FieldMap;
import quickfix.Group;
import quickfix.Message;

/** {@code y} and {@code d}: which markets there are, and their terms. */
final class ReferenceData {
  private static final int MARKETS_PER_LIST = 100;
  private static final int VALID_REQUEST = 0;
  private static final int NO_INSTRUMENTS_FOUND = 2;
  private static final int LIST_OF_SECURITIES = 4;
  private static final int CANNOT_MATCH = 6;

  private static final int[] LIST_FIELDS = {
    Tag.SYMBOL,
    Tag.SECURITY_ID,
    Tag.SECURITY_ID_SOURCE,
    Tag.SECURITY_TYPE,
    Tag.MATURITY_DATE,
    Tag.STRIKE_PRICE,
    Tag.SECURITY_DESC,
    Tag.CURRENCY,
    Tag.MARKET_STATE
  };
  private static final int[] TICK_FIELDS = {
    Tag.START_TICK_PRICE_RANGE, Tag.END_TICK_PRICE_RANGE, Tag.TICK_INCREMENT
  };
  private static final int[] LEG_FIELDS = {Tag.LEG_SYMBOL, Tag.LEG_RATIO_QTY, Tag.LEG_SIDE};

  private final Markets markets;

  ReferenceData(Markets markets) {
    this.markets = markets;
  }

  /** The list in messages of at most 100 markets; one empty message if there is none. */
  List<Message> list(String requestId, String responseId, List<MarketView> listed) {
    final int fragments = Math.max(1, Math.ceilDiv(listed.size(), MARKETS_PER_LIST));
    return IntStream.range(0, fragments)
        .mapToObj(i ->
            fragment(
                requestId,
                responseId,
                listed.subList(
                    i * MARKETS_PER_LIST, Math.min(listed.size(), (i + 1) * MARKETS_PER_LIST)),
                listed.size(),
                i == fragments - 1))
        .toList();
  }

  private static Message fragment(
      String requestId, String responseId, List<MarketView> part, int total, boolean last) {
    final Message message = Messages.of(MessageType.SECURITY_LIST);
    message.setString(Tag.SECURITY_REQ_ID, requestId);
    message.setString(Tag.SECURITY_RESPONSE_ID, responseId);
    message.setInt(Tag.SECURITY_REQUEST_RESULT, total == 0 ? NO_INSTRUMENTS_FOUND : VALID_REQUEST);
    message.setInt(Tag.TOT_NO_RELATED_SYM, total);
    message.setBoolean(Tag.LAST_FRAGMENT, last);
    for (final MarketView market : part) {
      final Group group = Messages.group(Tag.NO_RELATED_SYM, LIST_FIELDS);
      describe(group, market);
      message.addGroupRef(group);
    }
    return message;
  }

  private static void describe(FieldMap fields, MarketView market) {
    final Instrument instrument = market.instrument();
    fields.setString(Tag.SYMBOL, instrument.symbol());
    fields.setString(Tag.SECURITY_ID, instrument.symbol());
    fields.setString(Tag.SECURITY_ID_SOURCE, "8");
    fields.setString(Tag.SECURITY_TYPE, securityType(instrument.contract()));
    fields.setString(Tag.MATURITY_DATE, Fields.date(instrument.expiryNanos()));
    if (instrument.contract() instanceof Contract.Option option) {
      fields.setString(Tag.STRIKE_PRICE, Micros.format(option.strikeMicros()));
    }
    fields.setString(Tag.SECURITY_DESC, instrument.name());
    fields.setString(Tag.CURRENCY, "USDC");
    fields.setString(Tag.MARKET_STATE, SecurityStatusMessages.stateName(market.state()));
  }

  static boolean isOfType(MarketView market, String securityType) {
    return securityType(market.instrument().contract()).equals(securityType);
  }

  /** SecurityType (FIX 167). */
  private static String securityType(Contract contract) {
    return switch (contract) {
      case Contract.Binary _ -> "OPT";
      case Contract.Index _ -> "FUT";
      case Contract.Option _ -> "OPT";
      case Contract.ConditionalSpread _, Contract.Combo _ -> "MLEG";
    };
  }

  /** All terms of a market. */
  Message definition(String requestId, String responseId, MarketView market) {
    final Instrument instrument = market.instrument();
    final Contract contract = instrument.contract();
    final Message message = Messages.of(MessageType.SECURITY_DEFINITION);
    message.setString(Tag.SECURITY_REQ_ID, requestId);
    message.setString(Tag.SECURITY_RESPONSE_ID, responseId);
    message.setInt(Tag.SECURITY_RESPONSE_TYPE, LIST_OF_SECURITIES);
    describe(message, market);
    if (contract instanceof Contract.Option option) {
      message.setInt(Tag.PUT_OR_CALL, option.putOrCall() == Contract.PutOrCall.CALL ? 1 : 0);
      underlying(message, option.underlyingMarketId());
    }
    legs(message, contract);
    message.setString(Tag.LOW_LIMIT_PRICE, Micros.format(contract.loMicros()));
    message.setString(Tag.HIGH_LIMIT_PRICE, Micros.format(contract.hiMicros()));
    message.setString(Tag.TRADING_REFERENCE_PRICE, Micros.format(market.referenceMicros()));
    message.setInt(Tag.ROUND_LOT, 1);
    message.setInt(Tag.MIN_TRADE_VOL, 1);
    message.setString(Tag.MAX_TRADE_VOL, Long.toString(instrument.maxOrderLots()));
    ticks(message, instrument.ticks(), contract.hiMicros());
    message.setString(Tag.CONTRACT_RULES_HASH, instrument.rulesHash());
    message.setString(Tag.TEXT, contract.typeName());
    return message;
  }

  static Message unknown(String requestId, String responseId, String symbol) {
    final Message message = Messages.of(MessageType.SECURITY_DEFINITION);
    message.setString(Tag.SECURITY_REQ_ID, requestId);
    message.setString(Tag.SECURITY_RESPONSE_ID, responseId);
    message.setInt(Tag.SECURITY_RESPONSE_TYPE, CANNOT_MATCH);
    Messages.setText(message, Tag.SYMBOL, symbol);
    message.setString(Tag.TEXT, "MARKET_NOT_FOUND");
    return message;
  }

  private void underlying(Message message, int marketId) {
    final Group group = Messages.group(Tag.NO_UNDERLYINGS, Tag.UNDERLYING_SYMBOL);
    group.setString(Tag.UNDERLYING_SYMBOL, symbol(marketId));
    message.addGroupRef(group);
  }

  private void legs(Message message, Contract contract) {
    switch (contract) {
      case Contract.ConditionalSpread spread -> {
        leg(message, spread.legAMarketId(), 1);
        leg(message, spread.legBMarketId(), -1);
        underlying(message, spread.conditionMarketId());
      }
      case Contract.Combo combo ->
          combo.legs().forEach(leg -> leg(message, leg.marketId(), leg.ratio()));
      case Contract.Binary _, Contract.Index _, Contract.Option _ -> {
        // One contract, no legs.
      }
    }
  }

  private void leg(Message message, int marketId, int ratio) {
    final Group group = Messages.group(Tag.NO_LEGS, LEG_FIELDS);
    group.setString(Tag.LEG_SYMBOL, symbol(marketId));
    group.setInt(Tag.LEG_RATIO_QTY, Math.abs(ratio));
    group.setChar(Tag.LEG_SIDE, ratio > 0 ? '1' : '2');
    message.addGroupRef(group);
  }

  private String symbol(int marketId) {
    final MarketView market = markets.find(marketId);
    return market == null ? Integer.toString(marketId) : market.instrument().symbol();
  }

  private static void ticks(Message message, TickTable ticks, long hiMicros) {
    final List<TickTable.Band> bands = ticks.bands();
    for (int i = 0; i < bands.size(); i++) {
      final long end = i + 1 < bands.size() ? bands.get(i + 1).fromMicros() : hiMicros;
      final Group group = Messages.group(Tag.NO_TICK_RULES, TICK_FIELDS);
      group.setString(Tag.START_TICK_PRICE_RANGE, Micros.format(bands.get(i).fromMicros()));
      group.setString(Tag.END_TICK_PRICE_RANGE, Micros.format(end));
      group.setString(Tag.TICK_INCREMENT, Micros.format(bands.get(i).tickMicros()));
      message.addGroupRef(group);
    }
  }
}
