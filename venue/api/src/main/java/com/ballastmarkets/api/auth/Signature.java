package com.ballastmarkets.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a request: HMAC-SHA256, with the key's secret, over timestamp + method + request
 * target as sent (path with {@code /v1} and query) + body.
 */
public final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * @param timestamp Unix time in milliseconds, as text
   * @return the 32 bytes that a client sends as hex
   */
  public static byte[] of(
      String secret, String timestamp, String method, String target, byte[] body) {
    try {
      final Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((timestamp + method + target).getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As clients send it. */
  public static String hex(
      String secret, String timestamp, String method, String target, byte[] body) {
    return HexFormat.of().formatHex(of(secret, timestamp, method, target, body));
  }
}
