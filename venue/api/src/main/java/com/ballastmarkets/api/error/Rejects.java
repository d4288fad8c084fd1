package com.ballastmarkets.api.error;

import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.money.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one mapping from the venue's refusals to HTTP: 404 for what does not exist, 403 for an
 * account that is barred, 409 for what the present state does not allow, 400 for all else. The code
 * is the reason's name.
 */
public final class Rejects {
  private Rejects() {}

  public static int status(RejectReason reason) {
    return switch (reason) {
      case UNKNOWN_ACCOUNT,
          MARKET_NOT_FOUND,
          ORDER_NOT_FOUND,
          WITHDRAWAL_NOT_FOUND,
          DISPUTE_NOT_FOUND,
          UNKNOWN_PARTICIPANT ->
          404;
      case ACCOUNT_SUSPENDED, NO_POSITION, ACCOUNT_IN_LIQUIDATION -> 403;
      case MARKET_CLOSED,
          DUPLICATE_CLIENT_ORDER_ID,
          QUOTE_GROUP_PROTECTED,
          ORDER_CLOSED,
          ACCOUNT_EXISTS,
          MARKET_EXISTS,
          REFERENCE_USED,
          WITHDRAWAL_CLOSED,
          NOT_DUE,
          INVALID_STATE,
          DISPUTE_EXISTS,
          DISPUTE_WINDOW_CLOSED,
          DISPUTE_OPEN,
          TOO_MANY_COMBOS ->
          409;
      case ORDER_SIZE_TOO_SMALL,
          ORDER_SIZE_TOO_LARGE,
          PRICE_OUT_OF_RANGE,
          PRICE_OFF_TICK,
          INVALID_STOP_PRICE,
          INVALID_EXPIRE_TIME,
          INVALID_DISPLAY_SIZE,
          DISPLAY_TOO_SMALL,
          INVALID_MINIMUM_SIZE,
          INVALID_ORDER,
          REDUCE_ONLY_WOULD_INCREASE,
          POST_ONLY_WOULD_TAKE,
          POSITION_LIMIT_EXCEEDED,
          INSUFFICIENT_BALANCE,
          MARGIN_USAGE_TOO_HIGH,
          ACCOUNT_REDUCE_ONLY,
          INVALID_MASS_QUOTE,
          INVALID_LADDER,
          INVALID_PROTECTION,
          SIZE_BELOW_FILLED,
          COMBO_ORDER_UNSUPPORTED,
          INVALID_LEVERAGE,
          INVALID_INSTRUMENT,
          INVALID_AMOUNT,
          CLOCK_MOVES_BACK,
          INVALID_SETTLEMENT_VALUE,
          INVALID_COMBO,
          INVALID_POSITION_LIMIT ->
          400;
    };
  }

  public static String message(RejectReason reason) {
    return switch (reason) {
      case UNKNOWN_ACCOUNT -> "No such account";
      case ACCOUNT_SUSPENDED -> "A kill switch of the account or its participant is engaged";
      case MARKET_NOT_FOUND -> "Market ID does not exist";
      case MARKET_CLOSED -> "The market does not take this request in its present state";
      case DUPLICATE_CLIENT_ORDER_ID -> "The client order id was used for another order";
      case ORDER_SIZE_TOO_SMALL -> "Below minimum order size";
      case ORDER_SIZE_TOO_LARGE -> "Above maximum order size";
      case PRICE_OUT_OF_RANGE -> "The price is outside the contract's range";
      case PRICE_OFF_TICK -> "The price is not on the market's tick grid";
      case INVALID_STOP_PRICE -> "The stop price is missing, off the grid or out of range";
      case INVALID_EXPIRE_TIME -> "The order's end is missing or past";
      case INVALID_DISPLAY_SIZE -> "The display size does not fit the order";
      case DISPLAY_TOO_SMALL -> "An iceberg is shown in at most 500 slices";
      case INVALID_MINIMUM_SIZE -> "The minimum size does not fit the order";
      case INVALID_ORDER -> "The order's attributes exclude each other";
      case REDUCE_ONLY_WOULD_INCREASE -> "A reduce-only order would increase the position";
      case POST_ONLY_WOULD_TAKE -> "A post-only order would take liquidity";
      case POSITION_LIMIT_EXCEEDED -> "Exceeds max position for market";
      case INSUFFICIENT_BALANCE -> "Insufficient collateral for this order";
      case MARGIN_USAGE_TOO_HIGH -> "The order would take margin usage to 80 % or above";
      case QUOTE_GROUP_PROTECTED -> "The quote group is protected until it is reset";
      case INVALID_MASS_QUOTE ->
          "A mass quote has a group and 1 to 100 entries, each quote id once, 1 to 64 characters";
      case INVALID_LADDER ->
          "A ladder has 1 to 50 limit orders of one side of one market that may rest";
      case INVALID_PROTECTION -> "The protection's limits do not fit";
      case UNKNOWN_PARTICIPANT -> "No such participant";
      case ORDER_NOT_FOUND -> "No such order";
      case ORDER_CLOSED -> "The order is filled, cancelled or expired already";
      case SIZE_BELOW_FILLED -> "The new size is not above what has been filled";
      case COMBO_ORDER_UNSUPPORTED ->
          "A combo takes limit and market orders without stop, display size, minimum size or"
              + " reduce-only";
      case ACCOUNT_EXISTS -> "The account exists with other terms";
      case MARKET_EXISTS -> "The market exists with other terms";
      case INVALID_LEVERAGE -> "Leverage lies between 1 and 10, and must be covered";
      case INVALID_INSTRUMENT -> "The instrument's terms do not fit";
      case INVALID_AMOUNT -> "The amount must be positive";
      case REFERENCE_USED -> "The reference was used for another movement";
      case WITHDRAWAL_NOT_FOUND -> "No such withdrawal";
      case WITHDRAWAL_CLOSED -> "The withdrawal is decided already";
      case CLOCK_MOVES_BACK -> "The venue's clock only moves forward";
      case NOT_DUE -> "Too early on the settlement calendar";
      case INVALID_SETTLEMENT_VALUE -> "The value is outside the contract's range";
      case INVALID_STATE -> "The present state does not allow this";
      case DISPUTE_NOT_FOUND -> "No such dispute";
      case DISPUTE_EXISTS -> "The account has a dispute on this market already";
      case DISPUTE_WINDOW_CLOSED -> "The dispute window is not open";
      case NO_POSITION -> "Only who holds or held a position may dispute";
      case DISPUTE_OPEN -> "A dispute waits for its ruling";
      case INVALID_COMBO -> "These legs cannot be traded as a combo";
      case TOO_MANY_COMBOS -> "A leg is in as many combos with orders as there may be";
      case ACCOUNT_IN_LIQUIDATION -> "The account is in forced liquidation";
      case ACCOUNT_REDUCE_ONLY -> "From 70 % margin usage on only orders that reduce are taken";
      case INVALID_POSITION_LIMIT ->
          "A position limit is positive and no larger than can be cleared";
    };
  }

  /**
   * The refusal with its figures: money as {@code required} and {@code available}, position limits
   * in lots as {@code requested} and {@code limit}, a display size as what it is and must be.
   */
  public static ApiException exception(RejectReason reason, long required, long available) {
    final Map<String, Object> details = new LinkedHashMap<>();
    switch (reason) {
      case INSUFFICIENT_BALANCE, MARGIN_USAGE_TOO_HIGH -> {
        details.put("required", money(required));
        details.put("available", money(available));
      }
      case POSITION_LIMIT_EXCEEDED -> {
        if (required != 0 || available != 0) {
          details.put("requested", required);
          details.put("limit", available);
        }
      }
      case DISPLAY_TOO_SMALL -> {
        if (required != 0) {
          details.put("minimum_display_size", required);
          details.put("display_size", available);
        }
      }
      // With no figures of their own.
      case UNKNOWN_ACCOUNT,
          ACCOUNT_IN_LIQUIDATION,
          ACCOUNT_REDUCE_ONLY,
          ACCOUNT_SUSPENDED,
          MARKET_NOT_FOUND,
          MARKET_CLOSED,
          DUPLICATE_CLIENT_ORDER_ID,
          ORDER_SIZE_TOO_SMALL,
          ORDER_SIZE_TOO_LARGE,
          PRICE_OUT_OF_RANGE,
          PRICE_OFF_TICK,
          INVALID_STOP_PRICE,
          INVALID_EXPIRE_TIME,
          INVALID_DISPLAY_SIZE,
          INVALID_MINIMUM_SIZE,
          INVALID_ORDER,
          REDUCE_ONLY_WOULD_INCREASE,
          POST_ONLY_WOULD_TAKE,
          QUOTE_GROUP_PROTECTED,
          INVALID_MASS_QUOTE,
          INVALID_LADDER,
          INVALID_PROTECTION,
          UNKNOWN_PARTICIPANT,
          ORDER_NOT_FOUND,
          ORDER_CLOSED,
          SIZE_BELOW_FILLED,
          COMBO_ORDER_UNSUPPORTED,
          INVALID_POSITION_LIMIT,
          ACCOUNT_EXISTS,
          MARKET_EXISTS,
          INVALID_LEVERAGE,
          INVALID_INSTRUMENT,
          INVALID_AMOUNT,
          REFERENCE_USED,
          WITHDRAWAL_NOT_FOUND,
          WITHDRAWAL_CLOSED,
          CLOCK_MOVES_BACK,
          NOT_DUE,
          INVALID_SETTLEMENT_VALUE,
          INVALID_STATE,
          DISPUTE_NOT_FOUND,
          DISPUTE_EXISTS,
          DISPUTE_WINDOW_CLOSED,
          NO_POSITION,
          DISPUTE_OPEN,
          INVALID_COMBO,
          TOO_MANY_COMBOS -> {}
    }
    return ApiException.of(reason, details);
  }

  private static BigDecimal money(long micros) {
    final BigDecimal exact = Micros.decimal(micros);
    return exact.scale() < 2 ? exact.setScale(2, RoundingMode.UNNECESSARY) : exact;
  }
}
