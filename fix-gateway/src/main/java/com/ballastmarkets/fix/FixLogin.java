package com.ballastmarkets.fix;

import java.util.Set;

/**
 * What a SenderCompID stands for.
 *
 * @param senderCompId the client's CompID
 * @param accountId the account that its orders are for
 * @param participantId the firm that owns the account
 * @param account the account as the client names it (FIX 1), beside its number; an order without
 *     one means this
 * @param apiKey the key that tag 553 must carry
 * @param apiSecret the key of the logon signature, used as UTF-8 bytes
 * @param allowedAddresses addresses ({@code 192.0.2.1}) and networks ({@code 192.0.2.0/24}) that a
 *     client may come from; empty for any
 * @param terms of its sessions
 */
public record FixLogin(
    String senderCompId,
    long accountId,
    long participantId,
    String account,
    String apiKey,
    String apiSecret,
    Set<String> allowedAddresses,
    FixTerms terms) {

  /** A client on standard terms. */
  public FixLogin(
      String senderCompId,
      long accountId,
      long participantId,
      String account,
      String apiKey,
      String apiSecret,
      Set<String> allowedAddresses) {
    this(
        senderCompId,
        accountId,
        participantId,
        account,
        apiKey,
        apiSecret,
        allowedAddresses,
        FixTerms.STANDARD);
  }

  public FixLogin {
    allowedAddresses = Set.copyOf(allowedAddresses);
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "FixLogin[" + senderCompId + ", account " + accountId + "]";
  }
}
