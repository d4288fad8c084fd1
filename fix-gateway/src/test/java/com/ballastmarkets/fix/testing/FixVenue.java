package com.ballastmarkets.fix.testing;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.fix.FixConfig;
import com.ballastmarkets.fix.FixCredentials;
import com.ballastmarkets.fix.FixGateway;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.FixTerms;
import com.ballastmarkets.node.inprocess.InProcessVenue;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenuePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;

/**
 * A venue in memory with a market {@code suez-test} (binary, ticks of 0.005) and {@code
 * hamburg-test} (index, ticks of 0.1), funded accounts of ALICE, BOB and CAROL, and a FIX gateway
 * that can be stopped and started again.
 */
public final class FixVenue implements AutoCloseable {
  private final InProcessVenue venue;
  private final Path directory;
  private final UnaryOperator<FixConfig> configure;
  private final Map<String, FixLogin> logins = new ConcurrentHashMap<>();
  private final Set<String> disabled = ConcurrentHashMap.newKeySet();
  private final VenuePort operations;
  private VenuePort port;
  private FixGateway gateway;

  private FixVenue(InProcessVenue venue, Path directory, UnaryOperator<FixConfig> configure)
      throws Exception {
    this.venue = venue;
    this.directory = directory;
    this.configure = configure;
    this.operations = venue.connect();
    market(1, "suez-test", new Contract.Binary(), 5_000, 500_000);
    market(2, "hamburg-test", new Contract.Index(), 100_000, 50_000_000);
    client("ALICE", 1_001, 11);
    client("BOB", 1_002, 12);
    client("CAROL", 1_003, 13);
    client("ALICE2", 1_001, 11);
    this.port = venue.connect();
    this.gateway = FixGateway.start(config(), port, credentials());
  }

  public static FixVenue open(Path directory) throws Exception {
    return open(directory, config -> config);
  }

  public static FixVenue open(Path directory, UnaryOperator<FixConfig> configure) throws Exception {
    return new FixVenue(InProcessVenue.start(), directory, configure);
  }

  private FixConfig config() {
    return configure.apply(FixConfig.sandbox("127.0.0.1", 0, directory));
  }

  private FixCredentials credentials() {
    return name ->
        disabled.contains(name) ? Optional.empty() : Optional.ofNullable(logins.get(name));
  }

  private void market(int id, String symbol, Contract contract, long tick, long reference)
      throws Exception {
    final long now = operations.venueTimeNanos();
    call(
        new Command.ListMarket(
            new Instrument(
                id,
                symbol,
                symbol,
                contract,
                "suez",
                now,
                now + TimeUnit.DAYS.toNanos(7),
                TickTable.uniform(0, tick),
                new FeeSchedule(FeeSchedule.Basis.PER_LOT, 100, 200),
                reference,
                1_000_000,
                10_000_000,
                "0".repeat(64))));
    call(new Command.OpenMarket(id));
  }

  private void client(String name, long accountId, long participantId) throws Exception {
    call(new Command.OpenAccount(accountId, participantId, AccountKind.CLIENT, 1));
    call(new Command.Deposit(accountId, 1_000_000_000_000L, "fund-" + accountId));
    logins.put(
        name,
        new FixLogin(
            name,
            accountId,
            participantId,
            Long.toString(accountId),
            "bmkt_test_" + name,
            "bmkt_secret_" + name,
            Set.of()));
  }

  /** Another CompID for the same account. */
  public void alias(String name, String sameAs) {
    final FixLogin same = login(sameAs);
    logins.put(
        name,
        new FixLogin(
            name,
            same.accountId(),
            same.participantId(),
            same.account(),
            same.apiKey(),
            same.apiSecret(),
            Set.of()));
  }

  /** Only these addresses may log on under that name. */
  public void allowOnly(String name, Set<String> addresses) {
    logins.computeIfPresent(name, (key, old) -> changed(old, addresses, old.terms()));
  }

  /** That client's sessions are on these terms from now on. */
  public void terms(String name, FixTerms terms) {
    logins.computeIfPresent(name, (key, old) -> changed(old, old.allowedAddresses(), terms));
  }

  private static FixLogin changed(FixLogin old, Set<String> addresses, FixTerms terms) {
    return new FixLogin(
        old.senderCompId(),
        old.accountId(),
        old.participantId(),
        old.account(),
        old.apiKey(),
        old.apiSecret(),
        addresses,
        terms);
  }

  /** That client may no longer be logged on. */
  public void disable(String name) {
    disabled.add(name);
  }

  /** That client may log on again. */
  public void enable(String name) {
    disabled.remove(name);
  }

  /** Says something to the venue, as operations or another gateway would. */
  public List<JournalEntry> call(Command command) throws Exception {
    return operations.call(command).get(10, TimeUnit.SECONDS);
  }

  public long accountOf(String name) {
    return login(name).accountId();
  }

  private FixLogin login(String name) {
    final FixLogin login = logins.get(name);
    if (login == null) {
      throw new IllegalArgumentException("no client " + name);
    }
    return login;
  }

  public FixGateway gateway() {
    return gateway;
  }

  public VenuePort operations() {
    return operations;
  }

  public FixLogin loginOf(String name) {
    return login(name);
  }

  /** A connection of that client, not logged on. */
  public RawFixClient connect(String name, String beginString) throws IOException {
    return connect(name, beginString, "BALLAST-OE", login(name).apiSecret());
  }

  /** A connection that signs with another secret, or to another CompID. */
  public RawFixClient connect(String name, String beginString, String target, String secret)
      throws IOException {
    final FixLogin login = logins.get(name);
    return new RawFixClient(
        SocketFactory.getDefault(),
        gateway.port(),
        beginString,
        name,
        target,
        login == null ? "bmkt_test_nobody" : login.apiKey(),
        secret);
  }

  /** Stops the gateway and starts another one on the same directory, with a port of its own. */
  public void restartGateway() {
    stopGateway();
    startGateway();
  }

  public void stopGateway() {
    gateway.close();
    port.close();
  }

  public void startGateway() {
    port = venue.connect();
    gateway = FixGateway.start(config(), port, credentials());
  }

  /** What the venue's clock says. */
  public Instant now() {
    final long nanos = operations.venueTimeNanos();
    return Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L);
  }

  @Override
  public void close() {
    gateway.close();
    venue.close();
  }
}
