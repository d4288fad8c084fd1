package com.ballastmarkets.backoffice.identity;

import static com.ballastmarkets.sql.generated.identity.Tables.API_KEY;
import static com.ballastmarkets.sql.generated.identity.Tables.FIX_SESSION;

import com.ballastmarkets.sql.Database;
import com.ballastmarkets.sql.identity.FixSession;
import com.ballastmarkets.sql.identity.Network;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The FIX sessions of clients as operations set them; a gateway follows within about a second. Safe
 * for use by many threads and processes.
 */
public final class FixSessions {
  private final Database database;
  private final InstantSource clock;

  public FixSessions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Sets a session's terms, and where its client may come from.
   *
   * @param networks empty for anywhere
   */
  public void set(FixSession session, List<Network> networks) {
    final OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    final Integer rate = session.messagesPerSecond() == 0 ? null : session.messagesPerSecond();
    final String[] versions = session.beginStrings().toArray(String[]::new);
    database
        .sql()
        .transaction(tx -> {
          tx.dsl()
              .insertInto(FIX_SESSION)
              .set(FIX_SESSION.SENDER_COMP_ID, session.senderCompId())
              .set(FIX_SESSION.MESSAGES_PER_SECOND, rate)
              .set(FIX_SESSION.BEGIN_STRINGS, versions)
              .set(FIX_SESSION.ON_DISCONNECT, session.onDisconnect().name())
              .set(FIX_SESSION.ENABLED, session.enabled())
              .set(FIX_SESSION.CHANGED_AT, now)
              .onConflict(FIX_SESSION.SENDER_COMP_ID)
              .doUpdate()
              .set(FIX_SESSION.MESSAGES_PER_SECOND, rate)
              .set(FIX_SESSION.BEGIN_STRINGS, versions)
              .set(FIX_SESSION.ON_DISCONNECT, session.onDisconnect().name())
              .set(FIX_SESSION.ENABLED, session.enabled())
              .set(FIX_SESSION.CHANGED_AT, now)
              .execute();
          tx.dsl()
              .update(API_KEY)
              .set(
                  API_KEY.ALLOWED_NETWORKS,
                  networks.stream().map(Network::toString).toArray(String[]::new))
              .where(
                  API_KEY
                      .FIX_SENDER_COMP_ID
                      .eq(session.senderCompId())
                      .and(API_KEY.REVOKED_AT.isNull()))
              .execute();
        });
  }
}
