package com.ballastmarkets.fix.order;

import com.ballastmarkets.fix.dictionary.Messages;
import com.ballastmarkets.fix.dictionary.Tag;
import java.util.List;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

/**
 * What an order says of people and capacity: parties (453), manual entry (1028), capacity (528),
 * CTI (582), account type (581). The engine does not need it; the session keeps it, as text {@code
 * tag=value␁…}, and its execution reports carry it.
 */
final class OrderAttributes {
  private static final int MAX_PARTIES = 10;
  private static final List<Integer> FIELDS =
      List.of(
          Tag.ORDER_CAPACITY,
          Tag.ACCOUNT_TYPE,
          Tag.CUST_ORDER_CAPACITY,
          Tag.MANUAL_ORDER_INDICATOR);
  private static final List<Integer> PARTY_FIELDS =
      List.of(Tag.PARTY_ID, Tag.PARTY_ID_SOURCE, Tag.PARTY_ROLE);

  /** Executing firm, client, order origination trader. */
  private static final List<String> ROLES = List.of("1", "3", "36");

  private static final String END = "\u0001";

  private OrderAttributes() {}

  /** The attributes of a new order; empty if it has none. */
  static String read(Message message) throws FieldNotFound, RefusedRequest {
    final StringBuilder text = new StringBuilder();
    for (final int tag : FIELDS) {
      if (message.isSetField(tag)) {
        text.append(tag).append('=').append(message.getString(tag)).append(END);
      }
    }
    final List<Group> parties = message.getGroups(Tag.NO_PARTY_IDS);
    if (parties.size() > MAX_PARTIES) {
      throw new RefusedRequest(
          "TOO_MANY_PARTIES", RejectCodes.OTHER, "at most " + MAX_PARTIES + " parties (453)");
    }
    for (final Group party : parties) {
      final String role = Fields.text(party, Tag.PARTY_ROLE, "");
      if (!ROLES.contains(role)) {
        throw new RefusedRequest(
            "UNSUPPORTED_PARTY_ROLE",
            RejectCodes.OTHER,
            "field 452 is 1 (firm), 3 (client) or 36 (trader) here");
      }
      for (final int tag : PARTY_FIELDS) {
        if (party.isSetField(tag)) {
          text.append(tag).append('=').append(party.getString(tag)).append(END);
        }
      }
    }
    return text.toString();
  }

  /** Puts attributes into a report; a party begins with its id (448). */
  static void write(Message report, String attributes) {
    Group party = null;
    for (final String field : attributes.split(END)) {
      final int equals = field.indexOf('=');
      if (equals > 0) {
        final int tag = Integer.parseInt(field.substring(0, equals));
        final String value = field.substring(equals + 1);
        if (tag == Tag.PARTY_ID) {
          party = Messages.group(Tag.NO_PARTY_IDS, 448, 447, 452);
          report.addGroupRef(party);
        }
        if (party != null && PARTY_FIELDS.contains(tag)) {
          party.setString(tag, value);
        } else {
          report.setString(tag, value);
        }
      }
    }
  }
}
