package com.ballastmarkets.fix.order;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.multileg.LegGroup;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.function.IntFunction;
import quickfix.FieldNotFound;
import quickfix.Message;

/**
 * What an order of a combo has filled of one leg. Its report is an ExecutionReport with 442 = 2
 * (individual leg) in which symbol, side, sizes and prices are the leg's; that of the combo itself,
 * before it, has 442 = 3 and names the legs (555).
 *
 * @param symbol the leg's market
 * @param ratio lots of the leg in one combo
 * @param orderLots the order's whole size, in lots of the leg
 * @param cumLots filled of the leg so far
 * @param cumValueMicros Σ price × lots of these fills
 * @param leavesLots still open, in lots of the leg
 */
record LegFills(
    String symbol, long ratio, long orderLots, long cumLots, long cumValueMicros, long leavesLots) {
  private static final char INDIVIDUAL_LEG = '2';
  private static final char MULTILEG = '3';

  static LegFills first(Order order, Instrument combo, Instrument leg, Event.Trade trade) {
    long ratio = 1;
    if (combo.contract() instanceof Contract.Combo contract) {
      for (Contract.ComboLeg each : contract.legs()) {
        ratio = each.marketId() == leg.marketId() ? Math.abs(each.ratio()) : ratio;
      }
    }
    return new LegFills(leg.symbol(), ratio, 0, 0, 0, 0).and(order, trade);
  }

  LegFills and(Order order, Event.Trade trade) {
    return new LegFills(
        symbol,
        ratio,
        order.lots() * ratio,
        Math.addExact(cumLots, trade.lots()),
        Math.addExact(cumValueMicros, Math.multiplyExact(trade.priceMicros(), trade.lots())),
        order.leavesLots() * ratio);
  }

  /** Turns the report of a trade into that of this leg. */
  void tell(Message report, JournalEntry entry, Event.Fill fill) {
    report.setString(Tag.EXEC_ID, entry.sequence() + (fill.side() == Side.BUY ? "B" : "S"));
    report.setString(Tag.SYMBOL, symbol);
    report.setChar(Tag.SIDE, fill.side() == Side.BUY ? '1' : '2');
    report.setString(Tag.ORDER_QTY, Long.toString(orderLots));
    report.setString(Tag.LEAVES_QTY, Long.toString(leavesLots));
    report.setString(Tag.CUM_QTY, Long.toString(cumLots));
    report.setString(Tag.AVG_PX, ExecutionReports.averagePrice(cumValueMicros, cumLots));
    report.removeField(Tag.PRICE);
    report.setChar(Tag.MULTI_LEG_REPORTING_TYPE, INDIVIDUAL_LEG);
  }

  /** Has the report of a combo's order say so, and name the legs; one of a leg stays as it is. */
  static void tellLegs(Message report, Contract.Combo combo, IntFunction<String> symbols) {
    try {
      if (report.getChar(Tag.MULTI_LEG_REPORTING_TYPE) == INDIVIDUAL_LEG) {
        return;
      }
    } catch (FieldNotFound e) {
      return;
    }
    report.setChar(Tag.MULTI_LEG_REPORTING_TYPE, MULTILEG);
    LegGroup.write(report, combo.legs(), symbols);
  }
}
