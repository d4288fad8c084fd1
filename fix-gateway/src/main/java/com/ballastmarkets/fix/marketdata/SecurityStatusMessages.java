package com.ballastmarkets.fix.marketdata;

import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Messages;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.Fields;
import java.util.Locale;
import quickfix.Message;

/** {@code f}: a market's phase. */
final class SecurityStatusMessages {
  private static final int TRADING_HALT = 2;
  private static final int PRICE_INDICATION = 5;
  private static final int READY_TO_TRADE = 17;
  private static final int NOT_AVAILABLE_FOR_TRADING = 18;
  private static final int UNKNOWN = 20;
  private static final int PRE_OPEN = 21;

  private SecurityStatusMessages() {}

  /**
   * @param unsolicited whether it tells of a change (FIX 325)
   */
  static Message status(String requestId, MarketView market, boolean unsolicited) {
    final Message message = Messages.of(MessageType.SECURITY_STATUS);
    message.setString(Tag.SECURITY_STATUS_REQ_ID, requestId);
    message.setString(Tag.SYMBOL, market.instrument().symbol());
    message.setBoolean(Tag.UNSOLICITED_INDICATOR, unsolicited);
    message.setInt(Tag.SECURITY_TRADING_STATUS, tradingStatus(market.state()));
    message.setString(Tag.MARKET_STATE, stateName(market.state()));
    final Entry last = market.lastTrade();
    if (last != null && last.priceMicros() != null) {
      message.setString(Tag.LAST_PX, Micros.format(last.priceMicros()));
    }
    message.setString(Tag.TRANSACT_TIME, Fields.time(market.stateNanos()));
    message.setString(Tag.TEXT, market.reason().name());
    return message;
  }

  static Message unknown(String requestId, String symbol) {
    final Message message = Messages.of(MessageType.SECURITY_STATUS);
    message.setString(Tag.SECURITY_STATUS_REQ_ID, requestId);
    message.setString(Tag.SYMBOL, symbol.isEmpty() ? "[N/A]" : symbol);
    message.setInt(Tag.SECURITY_TRADING_STATUS, UNKNOWN);
    message.setString(Tag.TEXT, "MARKET_NOT_FOUND");
    return message;
  }

  /** The phase's name as every interface has it: {@code continuous}. */
  static String stateName(MarketState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** SecurityTradingStatus (FIX 326). */
  static int tradingStatus(MarketState state) {
    return switch (state) {
      case PRE_OPEN -> PRE_OPEN;
      case AUCTION -> PRICE_INDICATION;
      case CONTINUOUS -> READY_TO_TRADE;
      case HALTED -> TRADING_HALT;
      case EXPIRED, PROVISIONAL, DISPUTED, FINAL, VOID -> NOT_AVAILABLE_FOR_TRADING;
    };
  }
}
