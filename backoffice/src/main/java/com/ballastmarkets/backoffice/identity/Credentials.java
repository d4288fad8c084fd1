package com.ballastmarkets.backoffice.identity;

/**
 * A new key with its secret, which is shown this once.
 *
 * @param apiKey {@code bmkt_live_…} or {@code bmkt_test_…}
 * @param apiSecret {@code bmkt_secret_…}
 */
public record Credentials(String apiKey, String apiSecret) {
  /** Without the secret. */
  @Override
  public String toString() {
    return "Credentials[" + apiKey + "]";
  }
}
