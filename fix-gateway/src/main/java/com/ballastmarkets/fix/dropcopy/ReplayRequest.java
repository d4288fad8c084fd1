package com.ballastmarkets.fix.dropcopy;

import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Messages;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.Fields;
import com.ballastmarkets.fix.order.RefusedRequest;
import java.util.List;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

/**
 * {@code BW}: tell executions again.
 *
 * @param from the first number that is wanted
 * @param to the last number that is wanted
 * @param fromNanos the earliest venue time that is wanted
 */
record ReplayRequest(String requestId, int type, long from, long to, long fromNanos) {
  /** The one application of a drop copy session (FIX 1180, 1355). */
  static final String APPL_ID = "DC";

  /** ApplReqType (1347). */
  static final int RETRANSMISSION = 0;

  static final int LAST_NUMBER = 2;
  static final int CANCEL_RETRANSMISSION = 5;

  /** ApplResponseType (1348). */
  static final int DONE = 0;

  static final int NO_SUCH_APPLICATION = 1;
  static final int NOT_AVAILABLE = 2;

  /** ApplReportType (1426). */
  static final int LAST_MESSAGE = 1;

  static final int COMPLETED = 3;

  private static final int[] REPORT_FIELDS = {Tag.REF_APPL_ID, Tag.REF_APPL_LAST_SEQ_NUM};

  /**
   * @throws RefusedRequest if it names an application that there is not, with 1348 as its reason
   */
  static ReplayRequest read(Message message) throws FieldNotFound, RefusedRequest {
    long from = 1;
    long to = Long.MAX_VALUE;
    final List<Group> applications = message.getGroups(Tag.NO_APPL_IDS);
    for (final Group group : applications) {
      if (!APPL_ID.equals(Fields.text(group, Tag.REF_APPL_ID, APPL_ID))) {
        throw new RefusedRequest(
            "UNKNOWN_APPLICATION", NO_SUCH_APPLICATION, "field 1355 is " + APPL_ID + " here");
      }
      from = number(group, Tag.APPL_BEG_SEQ_NUM, 1);
      final long end = number(group, Tag.APPL_END_SEQ_NUM, 0);
      to = end == 0 ? Long.MAX_VALUE : end;
    }
    return new ReplayRequest(
        message.getString(Tag.APPL_REQ_ID),
        message.getInt(Tag.APPL_REQ_TYPE),
        Math.max(1, from),
        to,
        message.isSetField(Tag.TRANSACT_TIME)
            ? Fields.timeNanos(message, Tag.TRANSACT_TIME)
            : Long.MAX_VALUE);
  }

  private static long number(Group group, int tag, long absent)
      throws FieldNotFound, RefusedRequest {
    final String text = Fields.text(group, tag, "");
    try {
      return text.isEmpty() ? absent : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new RefusedRequest("NOT_A_NUMBER", NOT_AVAILABLE, "field " + tag + " is a number");
    }
  }

  /** {@code BX}. */
  static Message ack(String requestId, int type, int response, String text) {
    final Message message = Messages.of(MessageType.APPLICATION_MESSAGE_REQUEST_ACK);
    message.setString(Tag.APPL_RESPONSE_ID, requestId);
    message.setString(Tag.APPL_REQ_ID, requestId);
    message.setInt(Tag.APPL_REQ_TYPE, type);
    message.setInt(Tag.APPL_RESPONSE_TYPE, response);
    Messages.setText(message, Tag.TEXT, text);
    return message;
  }

  /** {@code BY}: the last number, at the end of a replay or on request. */
  static Message report(String requestId, int reportType, long lastNumber) {
    final Message message = Messages.of(MessageType.APPLICATION_MESSAGE_REPORT);
    message.setString(Tag.APPL_REPORT_ID, requestId);
    message.setString(Tag.APPL_REQ_ID, requestId);
    message.setInt(Tag.APPL_REPORT_TYPE, reportType);
    final Group group = Messages.group(Tag.NO_APPL_IDS, REPORT_FIELDS);
    group.setString(Tag.REF_APPL_ID, APPL_ID);
    group.setString(Tag.REF_APPL_LAST_SEQ_NUM, Long.toString(lastNumber));
    message.addGroupRef(group);
    return message;
  }
}
