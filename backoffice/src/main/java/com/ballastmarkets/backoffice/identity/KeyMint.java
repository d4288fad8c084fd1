package com.ballastmarkets.backoffice.identity;

import java.security.SecureRandom;

/**
 * Makes keys and secrets: 24 characters of the 62 letters and digits for a key, 43 for a secret.
 */
final class KeyMint {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int KEY_LENGTH = 24;
  private static final int SECRET_LENGTH = 43;

  private final SecureRandom random = new SecureRandom();
  private final String prefix;

  /**
   * @param sandbox whether keys are {@code bmkt_test_…}
   */
  KeyMint(boolean sandbox) {
    this.prefix = sandbox ? "bmkt_test_" : "bmkt_live_";
  }

  Credentials mint() {
    return new Credentials(prefix + letters(KEY_LENGTH), "bmkt_secret_" + letters(SECRET_LENGTH));
  }

  private String letters(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
