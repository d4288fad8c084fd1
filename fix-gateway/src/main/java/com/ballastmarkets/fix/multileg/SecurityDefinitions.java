package com.ballastmarkets.fix.multileg;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Tag;
import java.util.function.IntFunction;
import quickfix.Message;

/** The answers to a request to define a combo: {@code d}. */
public final class SecurityDefinitions {
  private static final int ACCEPTED_AS_PROPOSED = 1;
  private static final int ACCEPTED_REVISED = 2;
  private static final int REJECTED = 5;

  private SecurityDefinitions() {}

  /**
   * The combo is there: its symbol, and its legs as the venue trades them.
   *
   * @param requestId the client's (320)
   * @param answerId the answer's own (322)
   * @param reversed whether the legs stand the other way round than they were proposed
   */
  public static Message defined(
      String requestId,
      String answerId,
      Instrument combo,
      boolean reversed,
      IntFunction<String> symbols) {
    final Message message = answer(requestId, answerId);
    message.setInt(Tag.SECURITY_RESPONSE_TYPE, reversed ? ACCEPTED_REVISED : ACCEPTED_AS_PROPOSED);
    message.setString(Tag.SYMBOL, combo.symbol());
    message.setString(Tag.SECURITY_TYPE, "MLEG");
    message.setString(Tag.SECURITY_DESC, combo.name());
    if (reversed) {
      message.setString(Tag.TEXT, "REVERSED");
    }
    if (combo.contract() instanceof Contract.Combo contract) {
      LegGroup.write(message, contract.legs(), symbols);
    }
    return message;
  }

  /** No combo for these legs. */
  public static Message rejected(String requestId, String answerId, String code) {
    final Message message = answer(requestId, answerId);
    message.setInt(Tag.SECURITY_RESPONSE_TYPE, REJECTED);
    message.setString(Tag.TEXT, code);
    return message;
  }

  private static Message answer(String requestId, String answerId) {
    final Message message = new Message();
    message.getHeader().setString(Tag.MSG_TYPE, MessageType.SECURITY_DEFINITION);
    message.setString(Tag.SECURITY_REQ_ID, requestId);
    message.setString(Tag.SECURITY_RESPONSE_ID, answerId);
    return message;
  }
}
