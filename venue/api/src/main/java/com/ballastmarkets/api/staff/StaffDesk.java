package com.ballastmarkets.api.staff;

import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.sql.identity.ApiKey;
import com.ballastmarkets.sql.identity.FixSession;
import com.ballastmarkets.sql.identity.Network;
import com.ballastmarkets.sql.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What market operations need of the back office: terms, identities, and the record of what staff
 * did. It writes papers; commands to the venue are sent by the caller.
 */
public interface StaffDesk {

  /**
   * A market to be listed by hand.
   *
   * @param type {@code binary} or {@code index}
   * @param place id of a chokepoint or port known to the venue: {@code suez}
   * @param ticks null for the type's default
   * @param referencePriceMicros null for the type's default
   * @param baseline {@code TRAILING_30} or {@code TRAILING_365}; null for the default
   */
  record Listing(
      String symbol,
      String name,
      String type,
      String place,
      long windowStartNanos,
      long expiryNanos,
      @Nullable TickTable ticks,
      @Nullable Long referencePriceMicros,
      @Nullable String baseline) {}

  /** What an official notice says of a place. */
  enum NoticeKind {
    CLOSURE,
    RESTRICTION,
    FORCE_MAJEURE
  }

  /**
   * An official notice; entered again with its end, the reopening.
   *
   * @param place id of a chokepoint or port known to the venue
   * @param untilNanos when it ended; null while it is in force
   * @param documentSha256 of the notice itself, 64 lower-case hex digits
   */
  record Notice(
      String noticeId,
      String place,
      NoticeKind kind,
      long fromNanos,
      @Nullable Long untilNanos,
      String documentSha256) {

    /** Tells the notice and each change of it apart; the same for the same content. */
    public String reference() {
      return noticeId + "/" + fromNanos + "/" + (untilNanos == null ? "" : untilNanos);
    }
  }

  /** An account's place in the books, before the venue opens it. */
  record AccountPapers(long accountId, long participantId) {}

  /** An account as the books know it. */
  record AccountEntry(long accountId, long participantId, String name, int leverage) {}

  /**
   * The full terms of a market with a new market id, its rules kept under their hash. The same
   * listing twice gives the same terms.
   *
   * @throws IllegalArgumentException if the terms are impossible or the place is unknown; its
   *     message is shown to the operator
   */
  Instrument draftMarket(Listing listing);

  /**
   * Enters an official notice; both forms are kept of one that is entered again.
   *
   * @throws IllegalArgumentException if the place is unknown or the notice impossible; its message
   *     is shown to the operator
   */
  void enterNotice(String staff, Notice notice);

  /**
   * Enters an account of a participant, by name; a new participant if the name is new.
   *
   * @param idempotencyKey the same key gives the same account; never empty
   */
  AccountPapers enterAccount(
      String participantName, String accountName, int leverage, String idempotencyKey);

  List<AccountEntry> accounts();

  /** Makes a key for an account; the only moment that its secret is shown. */
  ApiKey createKey(long accountId, String label);

  /** Makes a key for a member of staff, by name; a new one if the name is new. */
  ApiKey createStaffKey(String name, Role role);

  /**
   * A FIX session and the key that it logs on with.
   *
   * @param key never shown with its secret
   */
  record FixSessionEntry(ApiKey key, FixSession terms) {}

  /** All FIX sessions that have a key in force, in the order of their names. */
  List<FixSessionEntry> fixSessions();

  /** Opens a session with a key of its own; the only moment that the key's secret is shown. */
  ApiKey openFixSession(long accountId, FixSession terms, List<Network> networks);

  /** Sets the terms of a session; the gateway follows within about a second. */
  void changeFixSession(FixSession terms, List<Network> networks);

  /** False if there is no such key in force. */
  boolean revokeKey(String key);

  /**
   * Notes what a member of staff is about to do, for ever.
   *
   * @param staff the holder of the key
   * @param action {@code halt_market}, {@code advance_clock}, …
   * @param subject what it is done to: a market, account or reference
   * @param detailsJson the request as a JSON object
   */
  void record(String staff, String action, String subject, String detailsJson);
}
