package com.ballastmarkets.sql.identity;

import java.util.List;

/**
 * A key that is in force, with all that a gateway checks and uses.
 *
 * @param apiKey public name, {@code bmkt_live_…} or {@code bmkt_test_…}
 * @param secret for HMAC-SHA256; never shown, logged or sent
 * @param accountId the engine's account; 0 for staff
 * @param participantId the firm that owns the account; 0 for staff
 * @param staffId 0 for clients
 * @param holder the account's or the member of staff's name
 * @param leverage the account's tier L; 1 for staff
 * @param fixSenderCompId the FIX session that may log on with this key; empty for none
 * @param allowedNetworks where a request may come from; empty for anywhere
 */
public record ApiKey(
    String apiKey,
    String secret,
    Role role,
    long accountId,
    long participantId,
    long staffId,
    String holder,
    int leverage,
    String fixSenderCompId,
    List<Network> allowedNetworks) {

  public ApiKey {
    allowedNetworks = List.copyOf(allowedNetworks);
  }

  /** Whether a request from this address may use the key. */
  public boolean isAllowedFrom(java.net.InetAddress address) {
    return allowedNetworks.isEmpty()
        || allowedNetworks.stream().anyMatch(network -> network.contains(address));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ApiKey[" + apiKey + ", " + role + ", " + holder + "]";
  }
}
