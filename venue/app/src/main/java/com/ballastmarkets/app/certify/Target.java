package com.ballastmarkets.app.certify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The venue that is certified.
 *
 * @param accounts at least two, of different firms
 * @param http the REST API; null if it may not be used: what needs it is not applicable then
 * @param staff whose keys may be used over the REST API
 * @param movesClock whether the venue's clock may be moved forward by days
 */
public record Target(
    String host,
    int port,
    List<Account> accounts,
    @Nullable URI http,
    List<Staff> staff,
    boolean movesClock) {

  /** A client's keys. */
  public record Account(
      String name, long accountId, String senderCompId, String key, String secret) {}

  /** The keys of a member of the venue's staff. */
  public record Staff(String role, String key, String secret) {}

  public Target {
    accounts = List.copyOf(accounts);
    staff = List.copyOf(staff);
    if (accounts.size() < 2) {
      throw new IllegalArgumentException("two accounts with FIX CompIDs are needed");
    }
  }

  /**
   * Reads a venue's {@code sandbox.json}.
   *
   * @param http where its REST API is; null if it may not be used
   * @param movesClock whether the venue's clock may be moved forward by days
   * @throws IOException if the file cannot be read or lacks what is needed
   */
  public static Target read(
      String host, int port, Path credentials, @Nullable URI http, boolean movesClock)
      throws IOException {
    final JsonNode root = new JsonMapper().readTree(credentials.toFile());
    final List<Account> accounts = new ArrayList<>();
    for (final JsonNode account : root.path("accounts")) {
      if (!account.path("fix_sender_comp_id").asText().isEmpty()) {
        accounts.add(
            new Account(
                account.path("name").asText(),
                account.path("account_id").asLong(),
                account.path("fix_sender_comp_id").asText(),
                account.path("api_key").asText(),
                account.path("api_secret").asText()));
      }
    }
    if (accounts.size() < 2) {
      throw new IOException(credentials + " names fewer than two accounts with a FIX CompID");
    }
    final List<Staff> staff = new ArrayList<>();
    for (final JsonNode member : root.path("staff")) {
      staff.add(
          new Staff(
              member.path("role").asText(),
              member.path("api_key").asText(),
              member.path("api_secret").asText()));
    }
    return new Target(host, port, accounts, http, staff, movesClock);
  }
}
