package com.ballastmarkets.app.certify;

import com.ballastmarkets.app.client.RestClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The venue that is certified.
 *
 * @param accounts at least two, of different firms
 * @param operations the staff API with an operator's key; null if there is none: what needs an
 *     operator is not applicable then
 */
public record Target(
    String host, int port, List<Account> accounts, @Nullable RestClient operations) {

  /** A client's keys. */
  public record Account(
      String name, long accountId, String senderCompId, String key, String secret) {}

  public Target {
    accounts = List.copyOf(accounts);
    if (accounts.size() < 2) {
      throw new IllegalArgumentException("two accounts with FIX CompIDs are needed");
    }
  }

  /**
   * Reads a venue's {@code sandbox.json}.
   *
   * @param http where its REST API is; null if the operator's part is to be left out
   * @throws IOException if the file cannot be read or lacks what is needed
   */
  public static Target read(String host, int port, Path credentials, @Nullable URI http)
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
    RestClient operations = null;
    for (final JsonNode staff : root.path("staff")) {
      if (http != null && staff.path("role").asText().equals("operator")) {
        operations =
            new RestClient(http, staff.path("api_key").asText(), staff.path("api_secret").asText());
      }
    }
    return new Target(host, port, accounts, operations);
  }

  /** The operator's API, if it may be used. */
  Optional<RestClient> operator() {
    return Optional.ofNullable(operations);
  }
}
