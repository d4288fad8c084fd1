package com.ballastmarkets.fix.logon;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a logon (FIX 96): hex HMAC-SHA256 with the API secret over
 *
 * <pre>  SendingTime ␁ A ␁ MsgSeqNum ␁ SenderCompID ␁ TargetCompID</pre>
 *
 * each exactly as it stands in the message, ␁ the byte 0x01.
 */
public final class LogonSignature {
  private static final char SOH = '\u0001';

  private LogonSignature() {}

  /** The signature in lower-case hex. */
  public static String sign(
      String apiSecret,
      String sendingTime,
      String msgSeqNum,
      String senderCompId,
      String targetCompId) {
    final String signed =
        sendingTime + SOH + 'A' + SOH + msgSeqNum + SOH + senderCompId + SOH + targetCompId;
    try {
      final Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(apiSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Compares in a time that does not depend on where the texts differ. */
  static boolean equal(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
