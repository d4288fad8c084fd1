package com.ballastmarkets.sql.identity;

import static com.ballastmarkets.sql.generated.identity.Tables.ACCOUNT;
import static com.ballastmarkets.sql.generated.identity.Tables.API_KEY;
import static com.ballastmarkets.sql.generated.identity.Tables.FIX_SESSION;
import static com.ballastmarkets.sql.generated.identity.Tables.REVISION;
import static com.ballastmarkets.sql.generated.identity.Tables.STAFF;

import com.ballastmarkets.sql.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All keys in force, and the terms of FIX sessions, in memory. Safe for use by many threads; a
 * look-up takes no lock.
 *
 * <p>The copy is looked after when it is used: once it is older than a second, a look-up starts a
 * check in the background, which asks the database for one number and reads the keys again only if
 * that has moved. A name that is not found is checked in the foreground, so a new key works at
 * once; a revoked one works for about a second more. While the database is away, the last copy goes
 * on answering.
 */
public final class ApiKeyDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyDirectory.class);
  private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Database database;
  private final MasterKey masterKey;
  private final AtomicLong checkedAtNanos = new AtomicLong();
  private volatile Copy copy = new Copy(-1, Map.of(), Map.of(), Map.of());

  private record Copy(
      long revision,
      Map<String, ApiKey> byKey,
      Map<String, ApiKey> byCompId,
      Map<String, FixSession> fixSessions) {}

  /**
   * Reads all keys.
   *
   * @throws DataAccessException if the database cannot be reached: there is no copy to go on with
   */
  public ApiKeyDirectory(Database database, MasterKey masterKey) {
    this.database = database;
    this.masterKey = masterKey;
    refresh();
    checkedAtNanos.set(System.nanoTime());
  }

  /** The key of this name, if it is in force. */
  public Optional<ApiKey> find(String apiKey) {
    return find(copy -> copy.byKey.get(apiKey));
  }

  /** The key that a FIX session of this SenderCompID logs on with. */
  public Optional<ApiKey> findByFixSender(String senderCompId) {
    return find(copy -> copy.byCompId.get(senderCompId));
  }

  /** The terms of a SenderCompID's FIX sessions. */
  public FixSession fixSession(String senderCompId) {
    FixSession found = copy.fixSessions.get(senderCompId);
    return found == null ? FixSession.standard(senderCompId) : found;
  }

  /** All keys in force, in the order of their names. */
  public List<ApiKey> all() {
    if (isCheckDue()) {
      refreshIfReachable();
    }
    return copy.byKey.values().stream().sorted(Comparator.comparing(ApiKey::apiKey)).toList();
  }

  private Optional<ApiKey> find(Function<Copy, @Nullable ApiKey> lookUp) {
    ApiKey found = lookUp.apply(copy);
    if (isCheckDue()) {
      if (found == null) {
        refreshIfReachable();
        found = lookUp.apply(copy);
      } else {
        Thread.ofVirtual().name("api-key-refresh").start(this::refreshIfReachable);
      }
    }
    return Optional.ofNullable(found);
  }

  /** True for one caller in each second. */
  private boolean isCheckDue() {
    long checked = checkedAtNanos.get();
    long now = System.nanoTime();
    return now - checked > MAX_AGE_NANOS && checkedAtNanos.compareAndSet(checked, now);
  }

  private void refreshIfReachable() {
    try {
      refresh();
    } catch (DataAccessException e) {
      LOG.warn("the database is away; keys are served from the copy of revision {}", copy.revision);
    }
  }

  /** Brings the copy up to date now. */
  public synchronized void refresh() {
    long revision = database.sql().select(REVISION.VALUE).from(REVISION).fetchSingle().value1();
    if (revision == copy.revision) {
      return;
    }
    List<ApiKey> keys = read();
    copy =
        new Copy(
            revision,
            keys.stream()
                .collect(Collectors.toUnmodifiableMap(ApiKey::apiKey, Function.identity())),
            keys.stream()
                .filter(key -> !key.fixSenderCompId().isEmpty())
                .collect(
                    Collectors.toUnmodifiableMap(ApiKey::fixSenderCompId, Function.identity())),
            readFixSessions());
  }

  private Map<String, FixSession> readFixSessions() {
    return database
        .sql()
        .selectFrom(FIX_SESSION)
        .fetch(row -> {
          Integer rate = row.getMessagesPerSecond();
          return new FixSession(
              row.getSenderCompId(),
              rate == null ? 0 : rate,
              List.of(row.getBeginStrings()),
              FixSession.OnDisconnect.valueOf(row.getOnDisconnect()),
              row.getEnabled());
        })
        .stream()
        .collect(Collectors.toUnmodifiableMap(FixSession::senderCompId, Function.identity()));
  }

  private List<ApiKey> read() {
    List<ApiKey> keys = new ArrayList<>();
    var rows =
        database
            .sql()
            .select()
            .from(API_KEY)
            .leftJoin(ACCOUNT)
            .on(ACCOUNT.ACCOUNT_ID.eq(API_KEY.ACCOUNT_ID))
            .leftJoin(STAFF)
            .on(STAFF.STAFF_ID.eq(API_KEY.STAFF_ID))
            .where(API_KEY.REVOKED_AT.isNull())
            .fetch();
    for (Record row : rows) {
      try {
        keys.add(key(row));
      } catch (IllegalStateException | IllegalArgumentException e) {
        // One row that does not open must not shut out everybody else.
        LOG.error("key {} is not usable: {}", row.get(API_KEY.API_KEY_), e.getMessage());
      }
    }
    return keys;
  }

  private ApiKey key(Record row) {
    String name = row.get(API_KEY.API_KEY_);
    Role role = Role.valueOf(row.get(API_KEY.ROLE));
    String secret =
        masterKey.open(
            name,
            new MasterKey.Sealed(
                row.get(API_KEY.SECRET_NONCE), row.get(API_KEY.SECRET_CIPHERTEXT)));
    String compId = row.get(API_KEY.FIX_SENDER_COMP_ID);
    return new ApiKey(
        name,
        secret,
        role,
        role.isClient() ? row.get(ACCOUNT.ACCOUNT_ID) : 0,
        role.isClient() ? row.get(ACCOUNT.PARTICIPANT_ID) : 0,
        role.isClient() ? 0 : row.get(STAFF.STAFF_ID),
        role.isClient() ? row.get(ACCOUNT.NAME) : row.get(STAFF.NAME),
        role.isClient() ? row.get(ACCOUNT.LEVERAGE) : 1,
        compId == null ? "" : compId,
        Arrays.stream(row.get(API_KEY.ALLOWED_NETWORKS)).map(Network::parse).toList());
  }
}
