package com.ballastmarkets.api.quote;

import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.api.order.Instructions;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.quote.ProtectionLimits;
import com.ballastmarkets.domain.quote.QuoteEntry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of quote requests. */
final class QuoteRequest {
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final Set<String> HEAD =
      Set.of("request_id", "quote_group", "post_only", "self_match_prevention", "quotes");
  private static final Set<String> ENTRY =
      Set.of("quote_id", "market_id", "bid_price", "bid_size", "ask_price", "ask_size");
  private static final Set<String> PROTECTION =
      Set.of("interval_ms", "size_limit", "net_delta_limit", "fill_limit");

  /** The symbols that the entries name, in their order. */
  record Request(Command.MassQuote command, List<String> symbols) {}

  private record Entry(String symbol, QuoteEntry entry) {}

  private QuoteRequest() {}

  /**
   * @param idempotencyKey stands for the request id if the body has none
   */
  static Request read(
      byte[] body, long accountId, @Nullable String idempotencyKey, VenueView view) {
    final JsonFields fields = JsonFields.of(Json.parse(body), HEAD);
    final String requestId = fields.optionalId("request_id");
    final List<Entry> entries =
        fields.objects("quotes", QuoteEntry.MAX_ENTRIES, ENTRY, entry -> entry(entry, view));
    return new Request(
        new Command.MassQuote(
            accountId,
            requestId != null ? requestId : Objects.requireNonNullElse(idempotencyKey, ""),
            fields.id("quote_group"),
            Instructions.postOnly(fields),
            0,
            Instructions.selfMatchPrevention(fields),
            0,
            entries.stream().map(Entry::entry).toList()),
        entries.stream().map(Entry::symbol).toList());
  }

  /** A side without a size is no side; an unknown market is for the venue to refuse. */
  private static Entry entry(JsonFields fields, VenueView view) {
    final String symbol = fields.text("market_id", 64);
    final long bidLots = lots(fields, "bid_size");
    final long askLots = lots(fields, "ask_size");
    return new Entry(
        symbol,
        new QuoteEntry(
            fields.id("quote_id"),
            view.marketNumber(symbol),
            bidLots == 0 ? 0 : fields.price("bid_price"),
            bidLots,
            askLots == 0 ? 0 : fields.price("ask_price"),
            askLots));
  }

  private static long lots(JsonFields fields, String name) {
    return fields.has(name) ? fields.whole(name, 0, Long.MAX_VALUE) : 0;
  }

  static ProtectionLimits limits(byte[] body) {
    final JsonFields fields = JsonFields.of(Json.parse(body), PROTECTION);
    return new ProtectionLimits(
        fields.has("interval_ms")
            ? Duration.ofMillis(fields.whole("interval_ms", 0, DAY_MILLIS)).toNanos()
            : 0,
        lots(fields, "size_limit"),
        lots(fields, "net_delta_limit"),
        lots(fields, "fill_limit"));
  }
}
