package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.staff.StaffDesk;
import com.ballastmarkets.backoffice.identity.Credentials;
import com.ballastmarkets.backoffice.identity.FixSessions;
import com.ballastmarkets.backoffice.identity.Registry;
import com.ballastmarkets.backoffice.identity.StaffLog;
import com.ballastmarkets.backoffice.settlement.ContractDraft;
import com.ballastmarkets.backoffice.settlement.SettlementOffice;
import com.ballastmarkets.backoffice.telemetry.TelemetryStore;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.oracle.formula.Interruption;
import com.ballastmarkets.oracle.merkle.Hash;
import com.ballastmarkets.oracle.rules.Baseline;
import com.ballastmarkets.oracle.rules.Window;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.ApiKeyDirectory;
import com.ballastmarkets.sql.identity.FixSession;
import com.ballastmarkets.sql.identity.Network;
import com.ballastmarkets.sql.identity.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The API's staff desk: the back office's registry, contract drafts and record of actions. */
public final class OperationsDesk implements StaffDesk {
  private final Registry registry;
  private final FixSessions fixSessions;
  private final ApiKeyDirectory directory;
  private final StaffLog log;
  private final SettlementOffice office;
  private final TelemetryStore telemetry;
  private final InstantSource venueClock;

  public OperationsDesk(
      Registry registry,
      FixSessions fixSessions,
      ApiKeyDirectory directory,
      StaffLog log,
      SettlementOffice office,
      TelemetryStore telemetry,
      InstantSource venueClock) {
    this.registry = registry;
    this.fixSessions = fixSessions;
    this.directory = directory;
    this.log = log;
    this.office = office;
    this.telemetry = telemetry;
    this.venueClock = venueClock;
  }

  @Override
  public Instrument draftMarket(Listing listing) {
    return office
        .draft(
            new ContractDraft(
                listing.symbol(),
                listing.name(),
                listing.type(),
                listing.place(),
                new Window(
                    day(listing.windowStartNanos(), "window_start"),
                    day(listing.expiryNanos(), "window_end")),
                listing.ticks(),
                listing.referencePriceMicros(),
                listing.baseline() == null ? null : baseline(listing.baseline()),
                null))
        .instrument();
  }

  private static LocalDate day(long nanos, String field) {
    final Instant instant = VenueInstants.instant(nanos);
    final LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
    if (!day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(instant)) {
      throw new IllegalArgumentException(field + " must be midnight UTC: windows are whole days");
    }
    return day;
  }

  private static Baseline baseline(String name) {
    return Arrays.stream(Baseline.values())
        .filter(baseline -> baseline.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("baseline must be TRAILING_30 or TRAILING_365"));
  }

  @Override
  public void enterNotice(String staff, Notice notice) {
    final Long until = notice.untilNanos();
    telemetry.enter(
        new Interruption(
            notice.noticeId(),
            notice.place(),
            switch (notice.kind()) {
              case CLOSURE -> Interruption.Kind.CLOSURE;
              case RESTRICTION -> Interruption.Kind.RESTRICTION;
              case FORCE_MAJEURE -> Interruption.Kind.FORCE_MAJEURE;
            },
            VenueInstants.instant(notice.fromNanos()),
            until == null ? null : VenueInstants.instant(until),
            Hash.ofHex(notice.documentSha256())),
        staff,
        venueClock.instant());
  }

  /** Names are unique, so a request sent again finds what it made; its key adds nothing. */
  @Override
  public AccountPapers enterAccount(
      String participantName, String accountName, int leverage, String idempotencyKey) {
    final long participantId = registry.participant(participantName);
    final Registry.Account account =
        registry.account(participantId, accountName, leverage > 1, leverage);
    return new AccountPapers(account.accountId(), account.participantId());
  }

  @Override
  public List<AccountEntry> accounts() {
    return registry.accounts().stream()
        .map(account ->
            new AccountEntry(
                account.accountId(), account.participantId(), account.name(), account.leverage()))
        .toList();
  }

  @Override
  public ApiKey createKey(long accountId, String label) {
    return key(registry.accountKey(accountId, roleOf(accountId), "", List.of(), label));
  }

  private Role roleOf(long accountId) {
    return registry.accounts().stream()
            .anyMatch(account -> account.accountId() == accountId && account.marketMaker())
        ? Role.MAKER
        : Role.TRADER;
  }

  @Override
  public List<FixSessionEntry> fixSessions() {
    return directory.all().stream()
        .filter(key -> !key.fixSenderCompId().isEmpty())
        .map(key -> new FixSessionEntry(key, directory.fixSession(key.fixSenderCompId())))
        .sorted(Comparator.comparing(entry -> entry.terms().senderCompId()))
        .toList();
  }

  @Override
  public ApiKey openFixSession(long accountId, FixSession terms, List<Network> networks) {
    final Credentials made =
        registry.accountKey(
            accountId, roleOf(accountId), terms.senderCompId(), networks, terms.senderCompId());
    fixSessions.set(terms, networks);
    return key(made);
  }

  @Override
  public void changeFixSession(FixSession terms, List<Network> networks) {
    fixSessions.set(terms, networks);
    directory.refresh();
  }

  @Override
  public ApiKey createStaffKey(String name, Role role) {
    return key(registry.staffKey(registry.staff(name, role), List.of(), name));
  }

  private ApiKey key(Credentials made) {
    directory.refresh();
    return directory.find(made.apiKey()).orElseThrow();
  }

  @Override
  public boolean revokeKey(String key) {
    return registry.revoke(key);
  }

  @Override
  public void record(String staff, String action, String subject, String detailsJson) {
    log.record(staff, action, subject, detailsJson);
  }
}
