package com.ballastmarkets.fix.dictionary;

import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

/** Makes messages and groups by number, as both profiles have them. */
public final class Messages {
  private Messages() {}

  /** An empty message of that type. */
  public static Message of(String msgType) {
    final Message message = new Message();
    message.getHeader().setString(Tag.MSG_TYPE, msgType);
    return message;
  }

  /** Sets a field unless the text is empty. */
  public static void setText(FieldMap message, int tag, String text) {
    if (!text.isEmpty()) {
      message.setString(tag, text);
    }
  }

  /**
   * A business reject ({@code j}) of an application message.
   *
   * @param reason FIX 380
   * @param referenceTag the field that identifies the request, 0 if it has none
   */
  public static Message businessReject(Message rejected, int reason, int referenceTag, String text)
      throws FieldNotFound {
    final Message reject = of(MessageType.BUSINESS_MESSAGE_REJECT);
    reject.setInt(Tag.REF_SEQ_NUM, rejected.getHeader().getInt(Tag.MSG_SEQ_NUM));
    reject.setString(Tag.REF_MSG_TYPE, rejected.getHeader().getString(Tag.MSG_TYPE));
    if (referenceTag != 0 && rejected.isSetField(referenceTag)) {
      reject.setString(Tag.BUSINESS_REJECT_REF_ID, rejected.getString(referenceTag));
    }
    reject.setInt(Tag.BUSINESS_REJECT_REASON, reason);
    reject.setString(Tag.TEXT, text);
    return reject;
  }

  /** An empty entry of a repeating group whose fields are written in the given order. */
  public static Group group(int count, int... fields) {
    final int[] order = new int[fields.length + 1];
    System.arraycopy(fields, 0, order, 0, fields.length);
    return new Group(count, fields[0], order);
  }
}
