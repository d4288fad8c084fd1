package com.ballastmarkets.api.quote;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorBody;
import com.ballastmarkets.api.error.Rejects;
import com.ballastmarkets.api.json.Decimals;
import com.ballastmarkets.api.order.OrderJson;
import com.ballastmarkets.api.order.OrderRecord;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What quotes and protections look like in JSON. */
public final class QuoteJson {
  private QuoteJson() {}

  /** A quote in the market; a side that is not there is null, all three of its fields. */
  public record Quote(
      String quoteGroup,
      String quoteId,
      String marketId,
      @Nullable String bidOrderId,
      @Nullable BigDecimal bidPrice,
      @Nullable Long bidSize,
      @Nullable String askOrderId,
      @Nullable BigDecimal askPrice,
      @Nullable Long askSize) {}

  public record Quotes(List<Quote> quotes) {}

  /**
   * What became of one entry.
   *
   * @param status {@code accepted}, {@code rejected}, or {@code repeated}: the same request again,
   *     with the orders that stand now
   * @param error why it was rejected, else null
   */
  public record Answer(
      String quoteId,
      @Nullable String marketId,
      String status,
      @Nullable String bidOrderId,
      @Nullable String askOrderId,
      ErrorBody.@Nullable Problem error) {}

  public record Answers(String quoteGroup, @Nullable String requestId, List<Answer> quotes) {}

  public record Cancelled(int cancelled) {}

  /**
   * @param intervalMs 0 without limits
   * @param sizeLimit Σ size; 0 for no limit, as the others
   * @param tripped whether it may not quote until it is reset
   */
  public record Protection(
      String quoteGroup,
      BigDecimal intervalMs,
      long sizeLimit,
      long netDeltaLimit,
      long fillLimit,
      boolean tripped) {}

  public record Protections(List<Protection> groups) {}

  static Quote quote(
      QuoteBook.Standing quote,
      String marketId,
      @Nullable OrderRecord bid,
      @Nullable OrderRecord ask) {
    return new Quote(
        quote.quoteGroup(),
        quote.quoteId(),
        marketId,
        bid == null ? null : OrderJson.id(bid.orderId()),
        bid == null ? null : Decimals.price(bid.priceMicros()),
        bid == null ? null : (Long) bid.remainingLots(),
        ask == null ? null : OrderJson.id(ask.orderId()),
        ask == null ? null : Decimals.price(ask.priceMicros()),
        ask == null ? null : (Long) ask.remainingLots());
  }

  static Answer answer(QuoteAnswer answer, @Nullable String marketId) {
    final RejectReason reason = answer.reason();
    return new Answer(
        answer.quoteId(),
        marketId,
        reason == null ? "accepted" : "rejected",
        id(answer.bidOrderId()),
        id(answer.askOrderId()),
        reason == null ? null : error(reason, answer));
  }

  private static ErrorBody.Problem error(RejectReason reason, QuoteAnswer answer) {
    final ApiException refusal =
        Rejects.exception(reason, answer.requiredMicros(), answer.availableMicros());
    return refusal.body().error();
  }

  static @Nullable String id(long orderId) {
    return orderId == 0 ? null : OrderJson.id(orderId);
  }

  static Protection protection(QuoteBook.Protection protection) {
    return new Protection(
        protection.quoteGroup(),
        BigDecimal.valueOf(protection.limits().intervalNanos())
            .divide(BigDecimal.valueOf(Duration.ofMillis(1).toNanos()))
            .stripTrailingZeros(),
        protection.limits().lots(),
        protection.limits().netDelta(),
        protection.limits().fills(),
        protection.tripped());
  }
}
