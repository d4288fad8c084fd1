package com.ballastmarkets.app.desk;

import com.ballastmarkets.fix.FixCredentials;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.FixTerms;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.ApiKeyDirectory;
import com.ballastmarkets.sql.identity.FixSession;
import com.ballastmarkets.sql.identity.Network;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The FIX gateway's credentials: keys with a SenderCompID, and the terms of its sessions. */
public final class FixLogins implements FixCredentials {
  private final ApiKeyDirectory directory;

  public FixLogins(ApiKeyDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Optional<FixLogin> find(String senderCompId) {
    final Optional<ApiKey> key = directory.findByFixSender(senderCompId);
    final FixSession session = directory.fixSession(senderCompId);
    return session.enabled() ? key.map(known -> login(known, session)) : Optional.empty();
  }

  private static FixLogin login(ApiKey key, FixSession session) {
    return new FixLogin(
        key.fixSenderCompId(),
        key.accountId(),
        key.participantId(),
        key.holder(),
        key.apiKey(),
        key.secret(),
        key.allowedNetworks().stream().map(Network::toString).collect(Collectors.toSet()),
        new FixTerms(
            session.messagesPerSecond(),
            Set.copyOf(session.beginStrings()),
            switch (session.onDisconnect()) {
              case NOTHING -> FixTerms.OnDisconnect.NOTHING;
              case QUOTES -> FixTerms.OnDisconnect.QUOTES;
              case ORDERS_AND_QUOTES -> FixTerms.OnDisconnect.ORDERS_AND_QUOTES;
            }));
  }
}
