package com.ballastmarkets.api;

import com.ballastmarkets.api.fund.DisclosureDesk;
import com.ballastmarkets.api.maker.MakerDesk;
import com.ballastmarkets.api.order.OrderHistory;
import com.ballastmarkets.api.status.HealthCheck;
import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.node.inprocess.InProcessVenue;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.Role;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * The API on the in-process venue, in the world of the public API page: {@code suez-apr2025} in
 * steps of 0.005, on 15 March 2025, alice and bob with 50,000 USDC each.
 */
final class TestVenue implements AutoCloseable {
  static final String SUEZ = "suez-apr2025";
  static final Instant EXPIRY = Instant.parse("2025-05-01T00:00:00Z");

  final InProcessVenue host = InProcessVenue.start();
  final VenuePort port = host.connect();
  final TestDesks desks = new TestDesks(port);
  final TestExemptions exemptions = new TestExemptions();
  final ApiServer server;
  final TestClient alice;
  final TestClient bob;
  final TestClient operator;
  final TestClient arbitrator;
  final TestClient auditor;
  final TestClient anyone;

  TestVenue() {
    this(config(), OrderHistory.none(), List.of());
  }

  TestVenue(ApiConfig config, OrderHistory history, List<HealthCheck> checks) {
    call(new Command.StartClock(nanos(Instant.parse("2025-03-15T10:30:00Z"))));
    call(
        new Command.ListMarket(
            desks.draftMarket(
                new com.ballastmarkets.api.staff.StaffDesk.Listing(
                    SUEZ,
                    "Suez Canal Availability - April 2025",
                    "binary",
                    "suez",
                    nanos(Instant.parse("2025-04-01T00:00:00Z")),
                    nanos(EXPIRY),
                    TickTable.uniform(0, 5_000),
                    870_000L,
                    null))));
    call(new Command.OpenMarket(1));
    final ApiKey aliceKey = account("alice", 1_001);
    final ApiKey bobKey = account("bob", 1_002);
    server =
        ApiServer.start(
            config,
            port,
            new ApiPorts(
                name -> Optional.ofNullable(desks.keys.get(name)),
                history,
                desks,
                desks,
                desks,
                new TestBatches(),
                new TestFunds(port),
                format ->
                    new DisclosureDesk.Printed(
                        "principle\r\n4\r\n".getBytes(StandardCharsets.UTF_8),
                        "text/csv",
                        "disclosure.csv"),
                new TestBooks(),
                exemptions,
                TestVenue::rewards,
                checks));
    alice = new TestClient(server.port(), aliceKey);
    bob = new TestClient(server.port(), bobKey);
    operator = new TestClient(server.port(), desks.key("olga", Role.OPERATOR, 0));
    arbitrator = new TestClient(server.port(), desks.key("arno", Role.ARBITRATOR, 0));
    auditor = new TestClient(server.port(), desks.key("ada", Role.AUDITOR, 0));
    anyone = new TestClient(server.port(), null);
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> anyone.get("/v1/status").status() == 200 || !checks.isEmpty());
  }

  /** Alice has been paid for a week. */
  private static List<MakerDesk.Reward> rewards(long accountId) {
    return accountId != 1_001
        ? List.of()
        : List.of(
            new MakerDesk.Reward(
                "2025-W10",
                "binary",
                "suez",
                new BigDecimal("1333.333333"),
                new BigDecimal("4000.000000"),
                10_000_000,
                3_333_333,
                "makers/2025-W10/binary/suez",
                nanos(Instant.parse("2025-03-10T00:00:05Z"))));
  }

  /** Limits that no test meets by chance. */
  static ApiConfig config() {
    return ApiConfig.sandbox(0)
        .withHost("127.0.0.1")
        .withLimits(100_000, Map.of(ApiConfig.STANDARD, new ApiConfig.Tier(100_000, 5)))
        .withStreams(Duration.ofMillis(200), 1_024);
  }

  private ApiKey account(String name, long accountId) {
    call(new Command.OpenAccount(accountId, accountId, AccountKind.CLIENT, 1));
    call(new Command.Deposit(accountId, 50_000_000_000L, "opening-" + name));
    return desks.key(name, Role.TRADER, accountId);
  }

  /** Sends a command past the API; fails if it is refused. */
  void call(Command command) {
    final Event last = port.call(command).join().getLast().event();
    if (last instanceof Event.CommandRejected rejected) {
      throw new AssertionError(command + " was refused: " + rejected);
    }
  }

  static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  @Override
  public void close() {
    server.close();
    port.close();
    host.close();
  }
}
