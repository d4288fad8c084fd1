package com.ballastmarkets.api.auth;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.sql.identity.ApiKey;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who sent the request. */
public record Caller(ApiKey key) implements Principal {

  /** The caller of a signed request. */
  public static Caller of(SecurityContext context) {
    if (context.getUserPrincipal() instanceof Caller caller) {
      return caller;
    }
    throw ApiException.of(ErrorCode.INVALID_SIGNATURE);
  }

  /** The account that the key acts for; 0 for staff. */
  public long accountId() {
    return key.accountId();
  }

  @Override
  public String getName() {
    return key.holder();
  }
}
