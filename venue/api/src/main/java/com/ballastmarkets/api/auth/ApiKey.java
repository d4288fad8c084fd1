package com.ballastmarkets.api.auth;

import java.util.Set;

/**
 * An API key in force.
 *
 * @param key what a request shows: {@code bmkt_live_…}
 * @param secret what a request is signed with: {@code bmkt_secret_…}; never shown again
 * @param accountId the account that it acts for; 0 for staff, who have none
 * @param participantId the firm that owns the account; 0 for staff
 * @param holder name of the firm or member of staff, for records of who did what
 * @param tier the product tier that sets its rate limits, a key of {@code ApiConfig.tiers}
 */
public record ApiKey(
    String key,
    String secret,
    long accountId,
    long participantId,
    String holder,
    Set<Role> roles,
    String tier) {
  public ApiKey {
    roles = Set.copyOf(roles);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ApiKey[holder=" + holder + ", accountId=" + accountId + ", roles=" + roles + "]";
  }
}
