package com.ballastmarkets.backoffice.identity;

import static com.ballastmarkets.sql.generated.identity.Tables.ACCOUNT;
import static com.ballastmarkets.sql.generated.identity.Tables.API_KEY;
import static com.ballastmarkets.sql.generated.identity.Tables.PARTICIPANT;
import static com.ballastmarkets.sql.generated.identity.Tables.STAFF;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.identity.MasterKey;
import com.ballastmarkets.sql.identity.Network;
import com.ballastmarkets.sql.identity.Role;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Who the venue knows. Names are unique; asking again for a participant, account or member of staff
 * by a known name gives the one there is. Safe for use by many threads and processes.
 */
public final class Registry {
  private final Database database;
  private final MasterKey masterKey;
  private final KeyMint mint;
  private final InstantSource clock;

  /**
   * @param sandbox whether keys are {@code bmkt_test_…} instead of {@code bmkt_live_…}
   */
  public Registry(Database database, MasterKey masterKey, boolean sandbox, InstantSource clock) {
    this.database = database;
    this.masterKey = masterKey;
    this.mint = new KeyMint(sandbox);
    this.clock = clock;
  }

  /**
   * An account of a participant.
   *
   * @param leverage L: 1, or up to 10 for an approved market maker
   */
  public record Account(
      long accountId, long participantId, String name, boolean marketMaker, int leverage) {}

  /** The firm of this name, entered if it is new. */
  public long participant(String name) {
    return database
        .sql()
        .transactionResult(tx -> {
          lockNames(tx.dsl());
          Long known =
              tx.dsl()
                  .select(PARTICIPANT.PARTICIPANT_ID)
                  .from(PARTICIPANT)
                  .where(PARTICIPANT.NAME.eq(name))
                  .fetchOne(PARTICIPANT.PARTICIPANT_ID);
          if (known != null) {
            return known;
          }
          long id = nextId(tx.dsl(), PARTICIPANT, PARTICIPANT.PARTICIPANT_ID);
          tx.dsl().insertInto(PARTICIPANT).values(id, name, now()).execute();
          return id;
        });
  }

  /**
   * The account of this name, entered if it is new. It must be opened in the engine too: see {@link
   * AccountOpening}.
   *
   * @param leverage above 1 for a market maker only
   * @throws IllegalArgumentException if the name is another participant's, or leverage does not fit
   */
  public Account account(long participantId, String name, boolean marketMaker, int leverage) {
    if (leverage < 1 || leverage > 10 || (leverage > 1 && !marketMaker)) {
      throw new IllegalArgumentException(
          "leverage is 1, or up to 10 for an approved market maker: " + leverage);
    }
    Account account =
        database
            .sql()
            .transactionResult(tx -> {
              lockNames(tx.dsl());
              return find(tx.dsl(), name)
                  .orElseGet(() -> {
                    long id = nextId(tx.dsl(), ACCOUNT, ACCOUNT.ACCOUNT_ID);
                    tx.dsl()
                        .insertInto(ACCOUNT)
                        .values(id, participantId, name, marketMaker, leverage, now())
                        .execute();
                    return new Account(id, participantId, name, marketMaker, leverage);
                  });
            });
    if (account.participantId != participantId) {
      throw new IllegalArgumentException("the account " + name + " is another participant's");
    }
    return account;
  }

  /** All accounts, by id. */
  public List<Account> accounts() {
    return database
        .sql()
        .selectFrom(ACCOUNT)
        .orderBy(ACCOUNT.ACCOUNT_ID)
        .fetch(row ->
            new Account(
                row.getAccountId(),
                row.getParticipantId(),
                row.getName(),
                row.getMarketMaker(),
                row.getLeverage()));
  }

  private static Optional<Account> find(DSLContext sql, String name) {
    return sql.selectFrom(ACCOUNT)
        .where(ACCOUNT.NAME.eq(name))
        .fetchOptional(row ->
            new Account(
                row.getAccountId(),
                row.getParticipantId(),
                row.getName(),
                row.getMarketMaker(),
                row.getLeverage()));
  }

  /**
   * The member of staff of this name, entered if new.
   *
   * @throws IllegalArgumentException if the role is a client's, or the name has another role
   */
  public long staff(String name, Role role) {
    if (role.isClient()) {
      throw new IllegalArgumentException(role + " is not a role of staff");
    }
    return database
        .sql()
        .transactionResult(tx -> {
          lockNames(tx.dsl());
          var known = tx.dsl().selectFrom(STAFF).where(STAFF.NAME.eq(name)).fetchOne();
          if (known == null) {
            long id = nextId(tx.dsl(), STAFF, STAFF.STAFF_ID);
            tx.dsl().insertInto(STAFF).values(id, name, role.name(), now()).execute();
            return id;
          }
          if (!known.getRole().equals(role.name())) {
            throw new IllegalArgumentException(name + " is " + known.getRole());
          }
          return known.getStaffId();
        });
  }

  /**
   * A new key for an account. The secret cannot be read back.
   *
   * @param fixSenderCompId the FIX session that may log on with it; empty for none
   * @param networks where requests may come from; empty for anywhere
   */
  public Credentials accountKey(
      long accountId, Role role, String fixSenderCompId, List<Network> networks, String label) {
    if (!role.isClient()) {
      throw new IllegalArgumentException(role + " is not a role of an account");
    }
    return insertKey(accountId, null, role, fixSenderCompId, networks, label);
  }

  /** A new key for a member of staff, with the role of that person. */
  public Credentials staffKey(long staffId, List<Network> networks, String label) {
    String role =
        database
            .sql()
            .select(STAFF.ROLE)
            .from(STAFF)
            .where(STAFF.STAFF_ID.eq(staffId))
            .fetchOne(STAFF.ROLE);
    if (role == null) {
      throw new IllegalArgumentException("there is no member of staff " + staffId);
    }
    return insertKey(null, staffId, Role.valueOf(role), "", networks, label);
  }

  private Credentials insertKey(
      @org.jspecify.annotations.Nullable Long accountId,
      @org.jspecify.annotations.Nullable Long staffId,
      Role role,
      String fixSenderCompId,
      List<Network> networks,
      String label) {
    Credentials credentials = mint.mint();
    MasterKey.Sealed sealed = masterKey.seal(credentials.apiKey(), credentials.apiSecret());
    database
        .sql()
        .insertInto(API_KEY)
        .set(API_KEY.API_KEY_, credentials.apiKey())
        .set(API_KEY.ACCOUNT_ID, accountId)
        .set(API_KEY.STAFF_ID, staffId)
        .set(API_KEY.ROLE, role.name())
        .set(API_KEY.SECRET_NONCE, sealed.nonce())
        .set(API_KEY.SECRET_CIPHERTEXT, sealed.ciphertext())
        .set(API_KEY.FIX_SENDER_COMP_ID, fixSenderCompId.isEmpty() ? null : fixSenderCompId)
        .set(
            API_KEY.ALLOWED_NETWORKS,
            networks.stream().map(Network::toString).toArray(String[]::new))
        .set(API_KEY.LABEL, label)
        .set(API_KEY.CREATED_AT, now())
        .execute();
    return credentials;
  }

  /** Ends a key's use; within about a second no gateway takes it. False if it was not in force. */
  public boolean revoke(String apiKey) {
    return database
            .sql()
            .update(API_KEY)
            .set(API_KEY.REVOKED_AT, now())
            .where(API_KEY.API_KEY_.eq(apiKey).and(API_KEY.REVOKED_AT.isNull()))
            .execute()
        == 1;
  }

  /** Records an account's tier; the engine must be told by {@code SetLeverage}. */
  public void approveMarketMaker(long accountId, int leverage) {
    database
        .sql()
        .update(ACCOUNT)
        .set(ACCOUNT.MARKET_MAKER, true)
        .set(ACCOUNT.LEVERAGE, leverage)
        .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
        .execute();
  }

  /** Ids are given in order, so one at a time; released with the transaction. */
  private static void lockNames(DSLContext sql) {
    sql.execute("LOCK TABLE identity.participant IN SHARE ROW EXCLUSIVE MODE");
  }

  private static long nextId(DSLContext sql, Table<?> table, Field<Long> id) {
    return sql.select(coalesce(max(id), val(SystemAccounts.FIRST_CLIENT - 1)).plus(1))
        .from(table)
        .fetchSingle()
        .value1();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
