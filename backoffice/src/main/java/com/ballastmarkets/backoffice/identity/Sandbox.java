package com.ballastmarkets.backoffice.identity;

import com.ballastmarkets.backoffice.treasury.Deposits;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.ApiKeyDirectory;
import com.ballastmarkets.sql.identity.Role;
import java.util.List;
import java.util.Optional;

/**
 * The people of a sandbox venue: four firms with a funded account each, the last an approved market
 * maker, and one operator, arbitrator and auditor. Preparing them again gives the same ones with
 * the same keys, so it may run at every start, and goes on where a crash cut it off.
 */
public final class Sandbox {
  private static final String LABEL = "sandbox";
  private static final long FUNDS_MICROS = 1_000_000 * Micros.PER_UNIT;
  private static final int MAKER_LEVERAGE = 10;

  private final Registry registry;
  private final ApiKeyDirectory directory;
  private final AccountOpening opening;
  private final Deposits deposits;

  public Sandbox(
      Registry registry, ApiKeyDirectory directory, AccountOpening opening, Deposits deposits) {
    this.registry = registry;
    this.directory = directory;
    this.opening = opening;
    this.deposits = deposits;
  }

  private record Firm(String participant, String account, String compId, boolean marketMaker) {}

  private static final List<Firm> FIRMS =
      List.of(
          new Firm("Alpha Shipping", "alpha", "ALPHA", false),
          new Firm("Borealis Commodities", "borealis", "BOREALIS", false),
          new Firm("Cormorant Capital", "cormorant", "CORMORANT", false),
          new Firm("Delta Market Making", "delta-mm", "DELTA-MM", true));

  /** Enters, opens and funds everybody; waits until the venue has done it. */
  public SandboxFile prepare() {
    directory.refresh();
    List<SandboxFile.Account> accounts = FIRMS.stream().map(this::prepare).toList();
    List<SandboxFile.Staff> staff =
        List.of(
            staff("operator", Role.OPERATOR),
            staff("arbitrator", Role.ARBITRATOR),
            staff("auditor", Role.AUDITOR));
    directory.refresh();
    return new SandboxFile(accounts, staff);
  }

  private SandboxFile.Account prepare(Firm firm) {
    long participant = registry.participant(firm.participant);
    int leverage = firm.marketMaker ? MAKER_LEVERAGE : 1;
    Registry.Account account =
        registry.account(participant, firm.account, firm.marketMaker, leverage);
    opening.open(account);
    deposits.give(account.accountId(), FUNDS_MICROS, "sandbox-" + account.accountId());
    Role role = firm.marketMaker ? Role.MAKER : Role.TRADER;
    Credentials key =
        keyInForce(account.name(), role)
            .orElseGet(() ->
                registry.accountKey(account.accountId(), role, firm.compId, List.of(), LABEL));
    return new SandboxFile.Account(
        account.name(),
        account.accountId(),
        key.apiKey(),
        key.apiSecret(),
        firm.compId,
        account.leverage());
  }

  private SandboxFile.Staff staff(String name, Role role) {
    long staffId = registry.staff(name, role);
    Credentials key =
        keyInForce(name, role).orElseGet(() -> registry.staffKey(staffId, List.of(), LABEL));
    return new SandboxFile.Staff(name, role, key.apiKey(), key.apiSecret());
  }

  private Optional<Credentials> keyInForce(String holder, Role role) {
    return directory.all().stream()
        .filter(key -> key.holder().equals(holder) && key.role() == role)
        .map(Sandbox::credentials)
        .findFirst();
  }

  private static Credentials credentials(ApiKey key) {
    return new Credentials(key.apiKey(), key.secret());
  }
}
