package com.ballastmarkets.api.auth;

import com.ballastmarkets.sql.identity.ApiKey;
import java.util.Optional;

/**
 * Where keys are kept, as {@code ApiKeyDirectory::find}. Asked for every private request by many
 * threads: implementations answer from memory, and a key that was created or revoked is seen within
 * a second or so.
 */
@FunctionalInterface
public interface ApiCredentials {
  /** The key in force with this text; empty if there is none or it was revoked. */
  Optional<ApiKey> find(String key);
}
