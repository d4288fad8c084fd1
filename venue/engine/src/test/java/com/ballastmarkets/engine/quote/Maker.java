package com.ballastmarkets.engine.quote;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import com.ballastmarkets.domain.quote.QuoteEntry;
import com.ballastmarkets.engine.TestVenue;
import java.util.List;

/** A maker at the test venue: says quotes in short. */
final class Maker {
  static final String GROUP = "front";

  private final TestVenue venue;
  private final long accountId;

  Maker(TestVenue venue, long accountId) {
    this.venue = venue;
    this.accountId = accountId;
  }

  /** {@code entry("q1", SUEZ, "10@0.45", "10@0.55")}; an empty text is no side. */
  static QuoteEntry entry(String quoteId, int marketId, String bid, String ask) {
    return new QuoteEntry(quoteId, marketId, price(bid), lots(bid), price(ask), lots(ask));
  }

  private static long price(String side) {
    return side.isEmpty() ? 0 : Micros.parse(side.substring(side.indexOf('@') + 1));
  }

  private static long lots(String side) {
    return side.isEmpty() ? 0 : Long.parseLong(side.substring(0, side.indexOf('@')));
  }

  Command.MassQuote massQuote(String requestId, PostOnly postOnly, QuoteEntry... entries) {
    return new Command.MassQuote(
        accountId,
        requestId,
        GROUP,
        postOnly,
        0,
        SelfMatchPrevention.CANCEL_NEWEST,
        7,
        List.of(entries));
  }

  List<Event> quotes(QuoteEntry... entries) {
    return venue.tell(massQuote("", PostOnly.NONE, entries));
  }

  List<Event> quotes(PostOnly postOnly, QuoteEntry... entries) {
    return venue.tell(massQuote("", postOnly, entries));
  }

  /** The answers that a mass quote's events end with. */
  static List<QuoteAnswer> answers(List<Event> events) {
    return ((Event.MassQuoteTaken) events.getLast()).answers();
  }

  List<Event> withdraws(String quoteId) {
    return venue.tell(
        new Command.CancelQuotes(
            accountId, "", quoteId, 0, 0, Command.MassCancel.Cause.REQUEST, "z1"));
  }

  List<Event> isProtectedBy(ProtectionLimits limits) {
    return venue.tell(new Command.SetProtection(accountId, GROUP, limits));
  }

  List<Event> resets() {
    return venue.tell(new Command.ResetProtection(accountId, GROUP));
  }
}
