package com.ballastmarkets.fix.posttrade;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.fix.SettlementPapers;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Messages;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.Fields;
import com.ballastmarkets.fix.posttrade.Accounts.Position;
import com.ballastmarkets.fix.posttrade.Settlements.Settlement;
import com.ballastmarkets.fix.posttrade.Settlements.State;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.Optional;
import quickfix.Group;
import quickfix.Message;

/** {@code UMS}: what a market's settlement is for one account. */
final class SettlementMessages {
  private SettlementMessages() {}

  /**
   * @param holding the account's position before the event
   * @param paidMicros what the event paid the account, signed
   */
  static Message report(
      JournalEntry entry,
      Settlement settlement,
      Position holding,
      long participantId,
      long paidMicros,
      Optional<SettlementPapers.Computation> computation) {
    final Message message = Messages.of(MessageType.MARKET_SETTLEMENT_REPORT);
    message.setString(Tag.SETTLEMENT_REPORT_ID, entry.sequence() + "U" + holding.accountId());
    message.setInt(Tag.SETTLEMENT_STATE, settlement.state().code());
    message.setString(Tag.SYMBOL, holding.market().symbol());
    message.setString(Tag.CLEARING_BUSINESS_DATE, Fields.date(entry.timeNanos()));
    PostTradeMessages.party(message, participantId);
    message.setString(Tag.ACCOUNT, Long.toString(holding.accountId()));
    if (settlement.state() != State.VOID) {
      message.setString(Tag.SETTL_PRICE, Micros.format(settlement.valueMicros()));
      message.setInt(Tag.SETTL_PRICE_TYPE, settlement.state() == State.FINAL ? 1 : 2);
    }
    message.setString(Tag.LONG_QTY, Long.toString(Math.max(0, holding.lots())));
    message.setString(Tag.SHORT_QTY, Long.toString(Math.max(0, -holding.lots())));
    if (settlement.state() == State.FINAL || settlement.state() == State.VOID) {
      final Group paid =
          Messages.group(Tag.NO_COLLATERAL_AMOUNTS, PostTradeMessages.COLLATERAL_FIELDS);
      paid.setString(Tag.CURRENT_COLLATERAL_AMOUNT, Micros.format(paidMicros));
      paid.setString(Tag.COLLATERAL_CURRENCY, "USDC");
      message.addGroupRef(paid);
    }
    computation.ifPresent(how -> {
      Messages.setText(message, Tag.FORMULA_ID, how.formulaId());
      Messages.setText(message, Tag.FORMULA_VERSION, how.formulaVersion());
      Messages.setText(message, Tag.SNAPSHOT_VINTAGE, how.vintage());
    });
    Messages.setText(message, Tag.EVIDENCE_HASH, settlement.evidenceHash());
    if (settlement.leafIndex() >= 0) {
      message.setString(Tag.MERKLE_LEAF_INDEX, Long.toString(settlement.leafIndex()));
    }
    if (settlement.disputeUntilNanos() != 0) {
      message.setString(Tag.DISPUTE_DEADLINE, Fields.time(settlement.disputeUntilNanos()));
    }
    message.setString(Tag.TRANSACT_TIME, Fields.time(entry.timeNanos()));
    Messages.setText(message, Tag.TEXT, settlement.note());
    return message;
  }
}
