package com.ballastmarkets.backoffice.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.backoffice.ledger.Books;
import com.ballastmarkets.backoffice.ledger.LedgerProjector;
import com.ballastmarkets.backoffice.treasury.CommandRefusedException;
import com.ballastmarkets.backoffice.treasury.Deposits;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.node.inprocess.InProcessVenue;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.identity.ApiKeyDirectory;
import com.ballastmarkets.sql.identity.MasterKey;
import com.ballastmarkets.sql.identity.Role;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
  @TempDir Path folder;
  private final TestDatabase database = TestDatabase.create();
  private final InProcessVenue venue = InProcessVenue.start();
  private final VenuePort port = venue.connect();
  private Registry registry;
  private ApiKeyDirectory directory;
  private Sandbox sandbox;

  @BeforeEach
  void wire() {
    MasterKey masterKey = MasterKey.in(folder);
    registry = new Registry(database.database(), masterKey, true, InstantSource.system());
    directory = new ApiKeyDirectory(database.database(), masterKey);
    sandbox =
        new Sandbox(
            registry,
            directory,
            new AccountOpening(port),
            new Deposits(database.database(), port, InstantSource.system()));
  }

  @AfterEach
  void close() {
    port.close();
    venue.close();
    database.close();
  }

  @Test
  void everybodyIsThereFundedAndKnownToTheGateways() {
    SandboxFile file = sandbox.prepare();

    assertThat(file.accounts())
        .extracting(
            SandboxFile.Account::name,
            SandboxFile.Account::fixSenderCompId,
            SandboxFile.Account::leverage)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("alpha", "ALPHA", 1),
            org.assertj.core.groups.Tuple.tuple("borealis", "BOREALIS", 1),
            org.assertj.core.groups.Tuple.tuple("cormorant", "CORMORANT", 1),
            org.assertj.core.groups.Tuple.tuple("delta-mm", "DELTA-MM", 10));
    assertThat(file.staff())
        .extracting(SandboxFile.Staff::role)
        .containsExactly(Role.OPERATOR, Role.ARBITRATOR, Role.AUDITOR);
    for (SandboxFile.Account account : file.accounts()) {
      var key = directory.findByFixSender(account.fixSenderCompId()).orElseThrow();
      assertThat(key.apiKey()).isEqualTo(account.apiKey()).startsWith("bmkt_test_");
      assertThat(key.secret()).isEqualTo(account.apiSecret()).startsWith("bmkt_secret_");
      assertThat(key.accountId()).isEqualTo(account.accountId());
    }
    Books books = new Books(database.database());
    try (LedgerProjector ledger = LedgerProjector.start(port, database.database())) {
      Awaitility.await()
          .until(
              () -> books.cashMicros(file.accounts().getLast().accountId()) == 1_000_000_000_000L);
      assertThat(ledger.failure()).isEmpty();
    }
    assertThat(books.cashMicros(file.accounts().getFirst().accountId()))
        .isEqualTo(1_000_000_000_000L);
  }

  @Test
  void preparingAgainChangesNothing() {
    SandboxFile first = sandbox.prepare();
    assertThat(sandbox.prepare()).isEqualTo(first);
    try (LedgerProjector ledger = LedgerProjector.start(port, database.database())) {
      Books books = new Books(database.database());
      Awaitility.await().until(() -> books.cashMicros(first.accounts().getLast().accountId()) > 0);
      assertThat(ledger.failure()).isEmpty();
      assertThat(books.cashMicros(first.accounts().getFirst().accountId()))
          .isEqualTo(1_000_000_000_000L);
    }
  }

  @Test
  void theFileIsPrivateJson() throws Exception {
    Path file = folder.resolve("sandbox.json");
    SandboxFile sandboxFile = sandbox.prepare();
    sandboxFile.write(file);
    sandboxFile.write(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    SandboxFile.Account alpha = sandboxFile.accounts().getFirst();
    assertThat(Files.readString(file))
        .startsWith(
            """
            {
              "accounts": [
                {"name": "alpha", "account_id": 1000, "api_key": "%s", "api_secret": "%s", \
            "fix_sender_comp_id": "ALPHA", "leverage": 1},
            """
                .formatted(alpha.apiKey(), alpha.apiSecret()))
        .contains("\"role\": \"arbitrator\"")
        .endsWith("\n  ]\n}\n");
  }

  @Test
  void namesAreHeldByOne() {
    long alpha = registry.participant("Alpha");
    long beta = registry.participant("Beta");
    assertThat(registry.participant("Alpha")).isEqualTo(alpha);
    registry.account(alpha, "desk", false, 1);
    assertThatThrownBy(() -> registry.account(beta, "desk", false, 1))
        .hasMessageContaining("another participant's");
    assertThatThrownBy(() -> registry.account(beta, "levered", false, 5))
        .hasMessageContaining("approved market maker");
    registry.staff("olga", Role.OPERATOR);
    assertThatThrownBy(() -> registry.staff("olga", Role.AUDITOR))
        .hasMessageContaining("olga is OPERATOR");
    assertThatThrownBy(() -> registry.staff("tom", Role.TRADER))
        .hasMessageContaining("not a role of staff");
  }

  @Test
  void aRevokedKeyFreesItsFixSession() {
    Registry.Account desk = registry.account(registry.participant("Alpha"), "desk", false, 1);
    Credentials old = registry.accountKey(desk.accountId(), Role.TRADER, "DESK", List.of(), "");
    assertThat(registry.revoke(old.apiKey())).isTrue();
    assertThat(registry.revoke(old.apiKey())).isFalse();
    Credentials fresh = registry.accountKey(desk.accountId(), Role.TRADER, "DESK", List.of(), "");
    directory.refresh();
    assertThat(directory.find(old.apiKey())).isEmpty();
    assertThat(directory.findByFixSender("DESK").orElseThrow().apiKey()).isEqualTo(fresh.apiKey());
  }

  @Test
  void anIdThatTheEngineKnowsOtherwiseIsAnError() {
    Registry.Account desk = registry.account(registry.participant("Alpha"), "desk", false, 1);
    new AccountOpening(port).open(desk);
    new AccountOpening(port).open(desk);
    var other = new Registry.Account(desk.accountId(), 4711, "desk", false, 1);
    assertThatThrownBy(() -> new AccountOpening(port).open(other))
        .isInstanceOfSatisfying(
            CommandRefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(RejectReason.ACCOUNT_EXISTS));
  }

  @Test
  void whatStaffDidIsNeverChanged() {
    StaffLog log = new StaffLog(database.database(), InstantSource.system());
    log.record("olga", "halt_market", "suez-apr2025", "{\"why\":\"news\"}");
    assertThat(log.after(0, 10))
        .singleElement()
        .satisfies(action -> assertThat(action.subject()).isEqualTo("suez-apr2025"));
    assertThatThrownBy(() -> database.database().sql().execute("DELETE FROM identity.staff_action"))
        .hasMessageContaining("refused");
  }
}
