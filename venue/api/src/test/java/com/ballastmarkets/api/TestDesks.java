package com.ballastmarkets.api;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.error.Rejects;
import com.ballastmarkets.api.settlement.SettlementDesk;
import com.ballastmarkets.api.staff.StaffDesk;
import com.ballastmarkets.api.treasury.TreasuryDesk;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.settlement.Ruling;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenuePort;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.FixSession;
import com.ballastmarkets.sql.identity.Network;
import com.ballastmarkets.sql.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The rest of the venue, in memory: keys, staff papers, treasury, settlement papers. */
final class TestDesks implements StaffDesk, TreasuryDesk, SettlementDesk {
  static final String HASH = "ab".repeat(32);

  final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
  final List<String> staffRecord = new ArrayList<>();
  final List<Notice> notices = new ArrayList<>();
  private final VenuePort venue;
  private final AtomicInteger nextMarket = new AtomicInteger(1);
  private final AtomicLong nextAccount = new AtomicLong(1_000);
  private final AtomicLong nextDispute = new AtomicLong(1);
  private final Map<String, AccountPapers> accounts = new HashMap<>();
  private final Map<String, Withdrawal> withdrawals = new HashMap<>();
  private final Map<Long, String> reasons = new HashMap<>();

  TestDesks(VenuePort venue) {
    this.venue = venue;
  }

  ApiKey key(String name, Role role, long accountId) {
    final ApiKey key =
        new ApiKey(
            "bmkt_test_" + name + "0123456789",
            "bmkt_secret_" + name,
            role,
            accountId,
            accountId,
            accountId == 0 ? 1 + keys.size() : 0,
            name,
            1,
            "",
            List.of());
    keys.put(key.apiKey(), key);
    return key;
  }

  // ---- staff

  @Override
  public Instrument draftMarket(Listing listing) {
    final Contract contract =
        listing.type().equals("binary") ? new Contract.Binary() : new Contract.Index();
    final TickTable ticks = listing.ticks();
    final Long reference = listing.referencePriceMicros();
    return new Instrument(
        nextMarket.getAndIncrement(),
        listing.symbol(),
        listing.name(),
        contract,
        listing.place(),
        listing.windowStartNanos(),
        listing.expiryNanos(),
        ticks == null ? TickTable.uniform(0, contract.faceMicros() / 100) : ticks,
        FeeSchedule.FREE,
        reference == null ? contract.faceMicros() / 2 : reference,
        100_000,
        200_000,
        HASH);
  }

  @Override
  public synchronized void enterNotice(String staff, Notice notice) {
    if (!notice.place().equals("suez")) {
      throw new IllegalArgumentException("the place \"" + notice.place() + "\" is not listed");
    }
    notices.add(notice);
  }

  @Override
  public AccountPapers enterAccount(
      String participantName, String accountName, int leverage, String idempotencyKey) {
    return accounts.computeIfAbsent(
        idempotencyKey,
        k -> {
          final long id = nextAccount.getAndIncrement();
          return new AccountPapers(id, id);
        });
  }

  @Override
  public List<AccountEntry> accounts() {
    return accounts.values().stream()
        .map(papers -> new AccountEntry(papers.accountId(), papers.participantId(), "a", 1))
        .toList();
  }

  @Override
  public ApiKey createKey(long accountId, String label) {
    return key(label, Role.TRADER, accountId);
  }

  @Override
  public ApiKey createStaffKey(String name, Role role) {
    return key(name, role, 0);
  }

  @Override
  public boolean revokeKey(String key) {
    return keys.remove(key) != null;
  }

  private final Map<String, FixSessionEntry> fixSessions = new java.util.TreeMap<>();

  @Override
  public synchronized List<FixSessionEntry> fixSessions() {
    return List.copyOf(fixSessions.values());
  }

  @Override
  public synchronized ApiKey openFixSession(
      long accountId, FixSession terms, List<Network> networks) {
    final ApiKey key = key(terms.senderCompId(), Role.TRADER, accountId);
    fixSessions.put(
        terms.senderCompId(), new FixSessionEntry(withNetworks(key, terms, networks), terms));
    return key;
  }

  private static ApiKey withNetworks(ApiKey key, FixSession terms, List<Network> networks) {
    return new ApiKey(
        key.apiKey(),
        key.secret(),
        key.role(),
        key.accountId(),
        key.participantId(),
        key.staffId(),
        key.holder(),
        key.leverage(),
        terms.senderCompId(),
        networks);
  }

  @Override
  public synchronized void changeFixSession(FixSession terms, List<Network> networks) {
    fixSessions.computeIfPresent(
        terms.senderCompId(),
        (id, before) -> new FixSessionEntry(withNetworks(before.key(), terms, networks), terms));
  }

  @Override
  public synchronized void record(String staff, String action, String subject, String detailsJson) {
    staffRecord.add(staff + " " + action + " " + subject);
  }

  // ---- treasury

  @Override
  public long deposit(long accountId, long amountMicros, String reference, Source source) {
    return call(new Command.Deposit(accountId, amountMicros, reference)).getLast().sequence();
  }

  @Override
  public Withdrawal request(
      long accountId, long amountMicros, String address, String idempotencyKey) {
    if (!address.startsWith("0x")) {
      throw ApiException.field("address", "is not whitelisted");
    }
    final String reference = "wd-" + idempotencyKey;
    call(new Command.ReserveWithdrawal(accountId, amountMicros, reference));
    final Withdrawal withdrawal =
        new Withdrawal(
            reference,
            accountId,
            amountMicros,
            address,
            "requested",
            2,
            List.of(),
            "2025-01-01",
            null,
            null);
    withdrawals.put(reference, withdrawal);
    return withdrawal;
  }

  @Override
  public Withdrawal approve(String reference, long staffId) {
    final Withdrawal before = withdrawals.get(reference);
    if (before == null) {
      throw ApiException.of(ErrorCode.NOT_FOUND, "No such withdrawal");
    }
    final List<String> approvals = new ArrayList<>(before.approvals());
    approvals.add("staff " + staffId);
    return put(before, approvals.size() == 2 ? "approved" : "requested", approvals);
  }

  @Override
  public Withdrawal refuse(String reference, long staffId, String reason) {
    call(new Command.ReleaseWithdrawal(reference));
    return put(withdrawals.get(reference), "refused", List.of());
  }

  private Withdrawal put(@Nullable Withdrawal before, String state, List<String> approvals) {
    final Withdrawal known = java.util.Objects.requireNonNull(before);
    final Withdrawal after =
        new Withdrawal(
            known.reference(),
            known.accountId(),
            known.amountMicros(),
            known.address(),
            state,
            known.approvalsRequired(),
            approvals,
            known.requestedAt(),
            null,
            null);
    withdrawals.put(known.reference(), after);
    return after;
  }

  @Override
  public List<Withdrawal> withdrawals(long accountId, @Nullable String state) {
    return withdrawals.values().stream()
        .filter(w -> accountId == 0 || w.accountId() == accountId)
        .filter(w -> state == null || w.state().equals(state))
        .toList();
  }

  @Override
  public void whitelist(long accountId, String address, String label) {}

  private List<JournalEntry> call(Command command) {
    final List<JournalEntry> entries = venue.call(command).join();
    if (entries.getLast().event() instanceof Event.CommandRejected rejected) {
      throw Rejects.exception(
          rejected.reason(), rejected.requiredMicros(), rejected.availableMicros());
    }
    return entries;
  }

  // ---- settlement

  @Override
  public Optional<Evidence> evidence(String marketSymbol) {
    return Optional.of(
        new Evidence(
            "availability-v1",
            true,
            List.of("PortWatch"),
            "transits 417 of 1183",
            "{\"result\":\"0\"}",
            null));
  }

  @Override
  public Optional<Bundle> bundle(String marketSymbol) {
    return Optional.of(
        new Bundle(
            marketSymbol + ".json",
            "application/json",
            "{\"bundle\":1}".getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public DisputePapers fileDispute(
      long accountId, String marketSymbol, String reason, String evidence, String idempotencyKey) {
    final long id = nextDispute.getAndIncrement();
    reasons.put(id, reason);
    return new DisputePapers(id, HASH);
  }

  @Override
  public String fileRuling(
      long disputeId, Ruling ruling, long valueMicros, String reason, String arbitrator) {
    return HASH;
  }

  @Override
  public Optional<String> disputeReason(long disputeId) {
    return Optional.ofNullable(reasons.get(disputeId));
  }
}
