package com.ballastmarkets.sql.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.sql.testing.TestDatabase;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyDirectoryTest {
  private static final String KEY = "bmkt_test_0123456789abcdef";

  @TempDir Path folder;
  private final TestDatabase database = TestDatabase.create();
  private MasterKey masterKey;

  @BeforeEach
  void openAnAccount() {
    masterKey = MasterKey.in(folder);
    database
        .database()
        .sql()
        .execute("INSERT INTO identity.participant VALUES (1000, 'Alpha Freight', now())");
    database
        .database()
        .sql()
        .execute("INSERT INTO identity.account VALUES (1000, 1000, 'alpha', true, 10, now())");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void givesAllThatAGatewayNeeds() throws Exception {
    insert(KEY, "bmkt_secret_alpha", "ALPHA", "{10.1.0.0/16}");
    ApiKey key = directory().find(KEY).orElseThrow();

    assertThat(key.secret()).isEqualTo("bmkt_secret_alpha");
    assertThat(key.role()).isEqualTo(Role.MAKER);
    assertThat(key.accountId()).isEqualTo(1000);
    assertThat(key.participantId()).isEqualTo(1000);
    assertThat(key.holder()).isEqualTo("alpha");
    assertThat(key.leverage()).isEqualTo(10);
    assertThat(key.fixSenderCompId()).isEqualTo("ALPHA");
    assertThat(key.isAllowedFrom(InetAddress.ofLiteral("10.1.200.3"))).isTrue();
    assertThat(key.isAllowedFrom(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
    assertThat(key.isAllowedFrom(InetAddress.ofLiteral("::1"))).isFalse();
    assertThat(key.toString()).doesNotContain("bmkt_secret");
    assertThat(directory().findByFixSender("ALPHA")).contains(key);
  }

  @Test
  void aNewKeyIsFoundAndARevokedOneForgotten() {
    ApiKeyDirectory directory = directory();
    assertThat(directory.find(KEY)).isEmpty();

    insert(KEY, "bmkt_secret_alpha", "ALPHA", "{}");
    await().until(() -> directory.find(KEY).isPresent());

    database.database().sql().execute("UPDATE identity.api_key SET revoked_at = now()");
    await().until(() -> directory.find(KEY).isEmpty());
  }

  @Test
  void goesOnAnsweringWhileTheDatabaseIsAway() {
    insert(KEY, "bmkt_secret_alpha", "ALPHA", "{}");
    ApiKeyDirectory directory = directory();
    database.goAway();
    assertThatThrownBy(directory::refresh)
        .isInstanceOf(org.jooq.exception.DataAccessException.class);
    assertThat(directory.find(KEY)).isPresent();
    assertThat(directory.find("bmkt_test_nobody")).isEmpty();
    database.comeBack();
  }

  @Test
  void aSecretThatWasMovedToAnotherKeyDoesNotOpenAndShutsNobodyOut() {
    insert(KEY, "bmkt_secret_alpha", "ALPHA", "{}");
    insert("bmkt_test_fedcba9876543210", "bmkt_secret_beta", "BETA", "{}");
    database
        .database()
        .sql()
        .execute(
            """
            UPDATE identity.api_key k SET secret_nonce = o.secret_nonce,
                   secret_ciphertext = o.secret_ciphertext
              FROM identity.api_key o
             WHERE k.fix_sender_comp_id = 'BETA' AND o.fix_sender_comp_id = 'ALPHA'\
            """);
    assertThat(directory().all()).extracting(ApiKey::fixSenderCompId).containsExactly("ALPHA");
  }

  @Test
  void theMasterKeyFileIsPrivateAndKept() throws Exception {
    Path file = folder.resolve("master.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    MasterKey.Sealed sealed = masterKey.seal(KEY, "secret");
    assertThat(MasterKey.in(folder).open(KEY, sealed)).isEqualTo("secret");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> MasterKey.in(folder)).hasMessageContaining("chmod 600");
  }

  private ApiKeyDirectory directory() {
    return new ApiKeyDirectory(database.database(), masterKey);
  }

  private void insert(String key, String secret, String compId, String networks) {
    MasterKey.Sealed sealed = masterKey.seal(key, secret);
    database
        .database()
        .sql()
        .execute(
            "INSERT INTO identity.api_key VALUES (?, 1000, NULL, 'MAKER', ?, ?, ?, ?::text[], '', now())",
            key,
            sealed.nonce(),
            sealed.ciphertext(),
            compId,
            networks);
  }
}
