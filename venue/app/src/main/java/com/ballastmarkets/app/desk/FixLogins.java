package com.ballastmarkets.app.desk;

import com.ballastmarkets.fix.FixCredentials;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.ApiKeyDirectory;
import com.ballastmarkets.sql.identity.Network;
import java.util.Optional;
import java.util.stream.Collectors;

/** The FIX gateway's credentials: keys with a SenderCompID. */
public final class FixLogins implements FixCredentials {
  private final ApiKeyDirectory directory;

  public FixLogins(ApiKeyDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Optional<FixLogin> find(String senderCompId) {
    return directory.findByFixSender(senderCompId).map(FixLogins::login);
  }

  private static FixLogin login(ApiKey key) {
    return new FixLogin(
        key.fixSenderCompId(),
        key.accountId(),
        key.participantId(),
        key.holder(),
        key.apiKey(),
        key.secret(),
        key.allowedNetworks().stream().map(Network::toString).collect(Collectors.toSet()));
  }
}
