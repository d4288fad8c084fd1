package com.ballastmarkets.fix.quote;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.quote.QuoteEntry;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.Fields;
import com.ballastmarkets.fix.order.RefusedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

/**
 * Makers' requests and kill switches as the venue's commands. Each entry is left to the venue to
 * judge; only what cannot be said in a command is refused here, as a whole.
 */
public final class QuoteRequests {
  /** QuoteRejectReason and others: other. */
  public static final int OTHER = 99;

  private static final int FIRM = 1;

  private final ToIntFunction<String> markets;

  /**
   * @param markets the number of a market's public id, 0 if there is none
   */
  public QuoteRequests(ToIntFunction<String> markets) {
    this.markets = markets;
  }

  /** {@code i}: one quote set, whose id is the quote group; QuoteID (117) is the request's. */
  public Command.MassQuote massQuote(Message message, FixLogin login, long sessionId)
      throws FieldNotFound, RefusedRequest {
    if (message.getGroupCount(Tag.NO_QUOTE_SETS) != 1) {
      throw refused("ONE_QUOTE_SET", "a mass quote has one quote set (296) here");
    }
    final Group set = message.getGroup(1, Tag.NO_QUOTE_SETS);
    final String defaultBid = Fields.text(message, Tag.DEF_BID_SIZE, "");
    final String defaultOffer = Fields.text(message, Tag.DEF_OFFER_SIZE, "");
    final List<QuoteEntry> entries = new ArrayList<>();
    for (int i = 1; i <= set.getGroupCount(Tag.NO_QUOTE_ENTRIES); i++) {
      entries.add(entry(set.getGroup(i, Tag.NO_QUOTE_ENTRIES), defaultBid, defaultOffer));
    }
    return new Command.MassQuote(
        login.accountId(),
        message.getString(Tag.QUOTE_ID),
        set.getString(Tag.QUOTE_SET_ID),
        postOnly(message),
        selfMatchId(message),
        selfMatchPrevention(message),
        sessionId,
        entries);
  }

  /** A side with a price and no size has the default size; one without either is no side. */
  private QuoteEntry entry(Group entry, String defaultBid, String defaultOffer)
      throws FieldNotFound, RefusedRequest {
    final String symbol = Fields.text(entry, Tag.SYMBOL, "");
    setDefault(entry, Tag.BID_PX, Tag.BID_SIZE, defaultBid);
    setDefault(entry, Tag.OFFER_PX, Tag.OFFER_SIZE, defaultOffer);
    final long bidLots = entry.isSetField(Tag.BID_SIZE) ? Fields.lots(entry, Tag.BID_SIZE) : 0;
    final long askLots = entry.isSetField(Tag.OFFER_SIZE) ? Fields.lots(entry, Tag.OFFER_SIZE) : 0;
    return new QuoteEntry(
        entry.getString(Tag.QUOTE_ENTRY_ID),
        markets.applyAsInt(symbol),
        bidLots == 0 ? 0 : Fields.price(entry, Tag.BID_PX),
        bidLots,
        askLots == 0 ? 0 : Fields.price(entry, Tag.OFFER_PX),
        askLots);
  }

  private static void setDefault(Group entry, int priceTag, int sizeTag, String size) {
    if (!size.isEmpty() && entry.isSetField(priceTag) && !entry.isSetField(sizeTag)) {
      entry.setString(sizeTag, size);
    }
  }

  private static PostOnly postOnly(Message message) throws FieldNotFound, RefusedRequest {
    return switch (Fields.text(message, Tag.EXEC_INST, "")) {
      case "" -> PostOnly.NONE;
      case "6" -> PostOnly.REJECT;
      default -> throw refused("UNSUPPORTED_EXEC_INST", "field 18 is 6 in a mass quote");
    };
  }

  private static long selfMatchId(Message message) throws FieldNotFound, RefusedRequest {
    try {
      return Long.parseLong(Fields.text(message, Tag.SELF_MATCH_PREVENTION_ID, "0"));
    } catch (NumberFormatException e) {
      throw refused("INVALID_SELF_MATCH_ID", "field 2362 is a whole number");
    }
  }

  private static SelfMatchPrevention selfMatchPrevention(Message message)
      throws FieldNotFound, RefusedRequest {
    return switch (Fields.text(message, Tag.SELF_MATCH_PREVENTION_INSTRUCTION, "1")) {
      case "1" -> SelfMatchPrevention.CANCEL_NEWEST;
      case "2" -> SelfMatchPrevention.CANCEL_OLDEST;
      case "3" -> SelfMatchPrevention.CANCEL_BOTH;
      case "100" -> SelfMatchPrevention.DECREMENT;
      default ->
          throw refused("UNSUPPORTED_SELF_MATCH_INSTRUCTION", "field 2964 is 1, 2, 3 or 100");
    };
  }

  /**
   * {@code Z}: all quotes (298=4), those of one market (298=1), or one quote (298=5, its id in
   * 299); of one group if QuoteSetID (302) is there.
   */
  public Command.CancelQuotes cancel(Message message, FixLogin login)
      throws FieldNotFound, RefusedRequest {
    final String quoteId;
    final int marketId;
    switch (message.getString(Tag.QUOTE_CANCEL_TYPE)) {
      case "1" -> {
        if (message.getGroupCount(Tag.NO_QUOTE_ENTRIES) != 1) {
          throw refused("ONE_MARKET", "a quote cancel names one market (295) here");
        }
        quoteId = "";
        marketId = market(message.getGroup(1, Tag.NO_QUOTE_ENTRIES));
      }
      case "4" -> {
        quoteId = "";
        marketId = 0;
      }
      case "5" -> {
        quoteId = message.getString(Tag.QUOTE_ENTRY_ID);
        marketId = 0;
      }
      default -> throw refused("UNSUPPORTED_SCOPE", "field 298 is 1, 4 or 5 here");
    }
    return cancel(message, login, quoteId, marketId, Fields.text(message, Tag.QUOTE_ID, ""));
  }

  /** {@code q} with QuoteSetID (302): the quotes of a group, or those of it in one market. */
  public Command.CancelQuotes massCancel(Message message, FixLogin login)
      throws FieldNotFound, RefusedRequest {
    final int marketId = message.getChar(Tag.MASS_CANCEL_REQUEST_TYPE) == '1' ? market(message) : 0;
    return cancel(message, login, "", marketId, message.getString(Tag.CL_ORD_ID));
  }

  private static Command.CancelQuotes cancel(
      Message message, FixLogin login, String quoteId, int marketId, String requestId)
      throws FieldNotFound {
    return new Command.CancelQuotes(
        login.accountId(),
        Fields.text(message, Tag.QUOTE_SET_ID, ""),
        quoteId,
        marketId,
        0,
        Command.MassCancel.Cause.REQUEST,
        requestId);
  }

  private int market(FieldMap fields) throws FieldNotFound, RefusedRequest {
    final int marketId = markets.applyAsInt(Fields.text(fields, Tag.SYMBOL, ""));
    if (marketId == 0) {
      throw refused(RejectReason.MARKET_NOT_FOUND.name(), "no such market");
    }
    return marketId;
  }

  /**
   * {@code DH}: suspends (2329=0, 1) or reinstates (2329=2) the account, or with a party of role 1
   * the firm; reinstating with QuoteSetID (302) resets that group's protection.
   */
  public Command partyAction(Message message, FixLogin login) throws FieldNotFound, RefusedRequest {
    final boolean engaged =
        switch (message.getString(Tag.PARTY_ACTION_TYPE)) {
          case "0", "1" -> true;
          case "2" -> false;
          default -> throw refused("UNSUPPORTED_ACTION", "field 2329 is 0, 1 or 2");
        };
    if (message.isSetField(Tag.QUOTE_SET_ID)) {
      if (engaged) {
        throw refused("UNSUPPORTED_ACTION", "a quote group (302) can be reinstated only");
      }
      return new Command.ResetProtection(login.accountId(), message.getString(Tag.QUOTE_SET_ID));
    }
    return isForFirm(message, login)
        ? new Command.SetParticipantKillSwitch(login.participantId(), engaged, false)
        : new Command.SetKillSwitch(login.accountId(), engaged);
  }

  private static boolean isForFirm(Message message, FixLogin login)
      throws FieldNotFound, RefusedRequest {
    boolean firm = false;
    for (int i = 1; i <= message.getGroupCount(Tag.NO_PARTY_IDS); i++) {
      final Group party = message.getGroup(i, Tag.NO_PARTY_IDS);
      if (party.getInt(Tag.PARTY_ROLE) != FIRM
          || !party.getString(Tag.PARTY_ID).equals(Long.toString(login.participantId()))) {
        throw refused("INVALID_PARTY", "the only party here is this session's firm, role 1");
      }
      firm = true;
    }
    return firm;
  }

  private static RefusedRequest refused(String code, String explanation) {
    return new RefusedRequest(code, OTHER, explanation);
  }
}
