package com.ballastmarkets.fix.logon;

import com.ballastmarkets.fix.dictionary.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What a Logon says of who sends it, read from the raw message: nothing that an unknown client
 * sends is parsed further before it is known.
 */
record LogonRequest(
    String beginString,
    String senderCompId,
    String targetCompId,
    String msgSeqNum,
    String sendingTime,
    String apiKey,
    String signature,
    boolean hasNextExpectedMsgSeqNum) {

  private static final char SOH = '\u0001';

  /** Whether the raw message is a Logon. */
  static boolean isLogon(String raw) {
    return "A".equals(field(raw, Tag.MSG_TYPE));
  }

  /** Reads a Logon; a field that is missing is empty. */
  static LogonRequest read(String raw) {
    return new LogonRequest(
        text(raw, Tag.BEGIN_STRING),
        text(raw, Tag.SENDER_COMP_ID),
        text(raw, Tag.TARGET_COMP_ID),
        text(raw, Tag.MSG_SEQ_NUM),
        text(raw, Tag.SENDING_TIME),
        text(raw, Tag.USERNAME),
        text(raw, Tag.RAW_DATA),
        field(raw, Tag.NEXT_EXPECTED_MSG_SEQ_NUM) != null);
  }

  private static String text(String raw, int tag) {
    final String value = field(raw, tag);
    return value == null ? "" : value;
  }

  /** The first field with the tag. */
  private static @Nullable String field(String raw, int tag) {
    final String prefix = tag + "=";
    int start = 0;
    while (start < raw.length()) {
      final int soh = raw.indexOf(SOH, start);
      final int end = soh < 0 ? raw.length() : soh;
      if (raw.startsWith(prefix, start)) {
        return raw.substring(start + prefix.length(), end);
      }
      start = end + 1;
    }
    return null;
  }
}
