package com.ballastmarkets.fix.order;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.CanonicalLegs;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.order.OrderType;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.multileg.LegGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.Message;

/**
 * FIX requests as the venue's commands. What the venue can check is left to it: only what cannot be
 * said in a command is refused here.
 */
final class OrderRequests {
  /** What FIX writes where a message has no symbol of its own. */
  private static final String NO_SYMBOL = "[N/A]";

  private final Orders orders;

  OrderRequests(Orders orders) {
    this.orders = orders;
  }

  /** {@code D}: a new order. */
  Command.PlaceOrder newOrder(Message message, FixLogin login, long sessionId)
      throws FieldNotFound, RefusedRequest {
    return new Command.PlaceOrder(ticket(message, login, sessionId));
  }

  /** {@code E}: a ladder, all of its orders in one message. */
  Command.PlaceLadder newList(Message message, FixLogin login, long sessionId)
      throws FieldNotFound, RefusedRequest {
    final int count = message.getGroupCount(Tag.NO_ORDERS);
    if (message.getInt(Tag.TOT_NO_ORDERS) != count) {
      throw unsupported("LIST_IN_FRAGMENTS", "field 68 is the number of orders in this message");
    }
    final List<OrderTicket> orders = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      orders.add(ticket(message.getGroup(i, Tag.NO_ORDERS), login, sessionId));
    }
    return new Command.PlaceLadder(login.accountId(), message.getString(Tag.LIST_ID), orders);
  }

  private OrderTicket ticket(FieldMap message, FixLogin login, long sessionId)
      throws FieldNotFound, RefusedRequest {
    checkAccount(message, login);
    final OrderType type = ordType(message.getChar(Tag.ORD_TYPE));
    final OrderTicket.Builder ticket =
        OrderTicket.of(
                login.accountId(),
                orders.marketId(symbol(message)),
                side(message),
                Fields.lots(message, Tag.ORDER_QTY))
            .clOrdId(message.getString(Tag.CL_ORD_ID))
            .sessionId(sessionId);
    switch (type) {
      case LIMIT -> ticket.limit(Fields.price(message, Tag.PRICE));
      case MARKET -> ticket.market();
      case STOP -> ticket.stop(Fields.price(message, Tag.STOP_PX));
      case STOP_LIMIT ->
          ticket.stopLimit(Fields.price(message, Tag.STOP_PX), Fields.price(message, Tag.PRICE));
    }
    setTimeInForce(message, type, ticket);
    setInstructions(message, ticket);
    if (message.isSetField(Tag.MIN_QTY)) {
      ticket.minLots(Fields.lots(message, Tag.MIN_QTY));
    }
    if (message.isSetField(Tag.DISPLAY_QTY)) {
      ticket.displayLots(Fields.lots(message, Tag.DISPLAY_QTY));
    } else if (message.isSetField(Tag.MAX_FLOOR)) {
      ticket.displayLots(Fields.lots(message, Tag.MAX_FLOOR));
    }
    setSelfMatch(message, ticket);
    return ticket.build();
  }

  /**
   * {@code AB}: a new order of a combo, which is named by its legs, by its symbol, or by both. The
   * combo must have been defined, and with these sides of its legs.
   */
  Command.PlaceOrder newMultileg(Message message, FixLogin login, long sessionId)
      throws FieldNotFound, RefusedRequest {
    if (message.hasGroup(Tag.NO_LEGS)) {
      final Instrument combo = comboOf(legs(message));
      final String symbol = Fields.text(message, Tag.SYMBOL, NO_SYMBOL);
      if (!symbol.equals(NO_SYMBOL) && !symbol.equals(combo.symbol())) {
        throw new RefusedRequest(
            RejectReason.MARKET_NOT_FOUND.name(),
            RejectCodes.UNKNOWN_SYMBOL,
            "fields 55 and 555 name different combos");
      }
      message.setString(Tag.SYMBOL, combo.symbol());
    }
    return newOrder(message, login, sessionId);
  }

  private Instrument comboOf(List<Contract.ComboLeg> legs) throws RefusedRequest {
    final CanonicalLegs form = CanonicalLegs.of(legs);
    if (form == null) {
      throw new RefusedRequest(
          RejectReason.INVALID_COMBO.name(), RejectCodes.OTHER, "the legs (555) are no combo");
    }
    final Instrument combo = orders.combo(form.legs()).orElse(null);
    if (combo == null) {
      throw new RefusedRequest(
          RejectReason.MARKET_NOT_FOUND.name(),
          RejectCodes.UNKNOWN_SYMBOL,
          "no combo of these legs is defined: 35=c defines it");
    }
    if (form.reversed()) {
      throw new RefusedRequest(
          RejectReason.INVALID_COMBO.name(),
          RejectCodes.OTHER,
          combo.symbol() + " trades these legs the other way round: turn side and price");
    }
    return combo;
  }

  /** {@code c}: defines a combo, or asks for the one that there is. */
  Command.DefineCombo define(Message message, FixLogin login) throws FieldNotFound, RefusedRequest {
    if (!"1".equals(message.getString(Tag.SECURITY_REQUEST_TYPE))) {
      throw new RefusedRequest(
          "UNSUPPORTED_REQUEST_TYPE", RejectCodes.OTHER, "field 321 is 1 in this session");
    }
    return new Command.DefineCombo(login.accountId(), legs(message));
  }

  private List<Contract.ComboLeg> legs(Message message) throws FieldNotFound, RefusedRequest {
    try {
      return LegGroup.read(message, orders::marketId);
    } catch (LegGroup.LegsException e) {
      final int code =
          e.code().equals(RejectReason.MARKET_NOT_FOUND.name())
              ? RejectCodes.UNKNOWN_SYMBOL
              : RejectCodes.OTHER;
      throw new RefusedRequest(e.code(), code, String.valueOf(e.getMessage()));
    }
  }

  /** {@code F}: cancel one order, by OrderID if it is given, else by OrigClOrdID. */
  Command.CancelOrder cancel(Message message, FixLogin login) throws FieldNotFound, RefusedRequest {
    checkAccount(message, login);
    final long orderId = orderId(message);
    return new Command.CancelOrder(
        login.accountId(),
        orderId,
        origClOrdId(message, orderId),
        message.getString(Tag.CL_ORD_ID));
  }

  /**
   * {@code G}: another price or size. What is not named stays; side, type and life cannot change.
   */
  Command.ReplaceOrder replace(Message message, FixLogin login)
      throws FieldNotFound, RefusedRequest {
    checkAccount(message, login);
    final long orderId = orderId(message);
    final String origClOrdId = origClOrdId(message, orderId);
    final Order order =
        (orderId == 0
                ? orders.byClOrdId(login.accountId(), origClOrdId)
                : orders.byId(orderId).filter(o -> o.ticket().accountId() == login.accountId()))
            .orElse(null);
    if (order != null) {
      checkUnchanged(message, order);
    }
    return new Command.ReplaceOrder(
        login.accountId(),
        orderId,
        origClOrdId,
        message.getString(Tag.CL_ORD_ID),
        message.isSetField(Tag.PRICE)
            ? Fields.price(message, Tag.PRICE)
            : order == null ? 0 : order.priceMicros(),
        message.isSetField(Tag.STOP_PX)
            ? Fields.price(message, Tag.STOP_PX)
            : order == null ? 0 : order.stopPriceMicros(),
        Fields.lots(message, Tag.ORDER_QTY));
  }

  /** {@code q}: all orders of the account, or those of one market, or of one side. */
  Command.MassCancel massCancel(Message message, FixLogin login)
      throws FieldNotFound, RefusedRequest {
    checkAccount(message, login);
    final int marketId;
    switch (message.getChar(Tag.MASS_CANCEL_REQUEST_TYPE)) {
      case '1' -> {
        marketId = orders.marketId(symbol(message));
        if (marketId == 0) {
          throw new RefusedRequest(
              RejectReason.MARKET_NOT_FOUND.name(), RejectCodes.UNKNOWN_SYMBOL, "no such market");
        }
      }
      case '7' -> marketId = 0;
      default ->
          throw new RefusedRequest(
              "UNSUPPORTED_SCOPE", RejectCodes.BROKER_OPTION, "field 530 is 1 or 7 here");
    }
    return new Command.MassCancel(
        login.accountId(),
        marketId,
        message.isSetField(Tag.SIDE) ? side(message) : null,
        0,
        Command.MassCancel.Cause.REQUEST,
        message.getString(Tag.CL_ORD_ID));
  }

  /** The order that {@code H} asks for, if it is one of the account's. */
  Optional<Order> asked(Message message, FixLogin login) throws FieldNotFound, RefusedRequest {
    final Optional<Order> order =
        message.isSetField(Tag.ORDER_ID) && !message.isSetField(Tag.CL_ORD_ID)
            ? orders.byId(orderId(message))
            : orders.byClOrdId(login.accountId(), message.getString(Tag.CL_ORD_ID));
    return order.filter(o -> o.ticket().accountId() == login.accountId());
  }

  /** The market that a request names: 55, else 48 with the venue's own ids (22 = 8). */
  static String symbol(FieldMap message) throws FieldNotFound {
    if (message.isSetField(Tag.SYMBOL) || !message.isSetField(Tag.SECURITY_ID)) {
      return message.getString(Tag.SYMBOL);
    }
    return "8".equals(Fields.text(message, Tag.SECURITY_ID_SOURCE, "8"))
        ? message.getString(Tag.SECURITY_ID)
        : "";
  }

  private static void checkAccount(FieldMap message, FixLogin login)
      throws FieldNotFound, RefusedRequest {
    final String account = Fields.text(message, Tag.ACCOUNT, login.account());
    if (!account.equals(login.account()) && !account.equals(Long.toString(login.accountId()))) {
      throw new RefusedRequest(
          RejectReason.UNKNOWN_ACCOUNT.name(),
          RejectCodes.UNKNOWN_ACCOUNT,
          "field 1 is not this session's account");
    }
  }

  private static void checkUnchanged(Message message, Order order)
      throws FieldNotFound, RefusedRequest {
    final OrderTicket ticket = order.ticket();
    if (side(message) != ticket.side()
        || ordType(message.getChar(Tag.ORD_TYPE)) != ticket.type()
        || (!order.symbol().isEmpty() && !symbol(message).equals(order.symbol()))
        || (message.isSetField(Tag.TIME_IN_FORCE)
            && timeInForce(message.getChar(Tag.TIME_IN_FORCE)) != ticket.timeInForce())) {
      throw new RefusedRequest(
          "ONLY_PRICE_AND_SIZE_CHANGE",
          RejectCodes.OTHER,
          "side, market, type and time in force of an order stay as they are");
    }
  }

  private static String origClOrdId(Message message, long orderId) throws FieldNotFound {
    return orderId == 0
        ? message.getString(Tag.ORIG_CL_ORD_ID)
        : Fields.text(message, Tag.ORIG_CL_ORD_ID, "");
  }

  /** OrderID (37); 0 if it is not given. */
  private static long orderId(Message message) throws FieldNotFound, RefusedRequest {
    final String text = Fields.text(message, Tag.ORDER_ID, "");
    if (text.isEmpty()) {
      return 0;
    }
    try {
      final long orderId = Long.parseLong(text);
      if (orderId > 0) {
        return orderId;
      }
    } catch (NumberFormatException e) {
      throw unknownOrder();
    }
    throw unknownOrder();
  }

  private static RefusedRequest unknownOrder() {
    return new RefusedRequest(
        RejectReason.ORDER_NOT_FOUND.name(), RejectCodes.UNKNOWN_ORDER, "no such OrderID");
  }

  private static void setTimeInForce(FieldMap message, OrderType type, OrderTicket.Builder ticket)
      throws FieldNotFound, RefusedRequest {
    if (!message.isSetField(Tag.TIME_IN_FORCE)) {
      ticket.timeInForce(type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.DAY);
      return;
    }
    final TimeInForce timeInForce = timeInForce(message.getChar(Tag.TIME_IN_FORCE));
    if (timeInForce == TimeInForce.GTD) {
      ticket.goodTill(Fields.expireNanos(message));
    } else {
      ticket.timeInForce(timeInForce);
    }
  }

  private static void setInstructions(FieldMap message, OrderTicket.Builder ticket)
      throws FieldNotFound, RefusedRequest {
    for (final String instruction : Fields.text(message, Tag.EXEC_INST, "").split(" ", -1)) {
      switch (instruction) {
        case "" -> {
          // No instruction at all.
        }
        case "6" ->
            ticket.postOnly(
                "Y".equals(Fields.text(message, Tag.POST_ONLY_SLIDE, "N"))
                    ? PostOnly.SLIDE
                    : PostOnly.REJECT);
        case "E" -> ticket.reduceOnly(true);
        case "K" -> ticket.cancelOnHalt(true);
        default -> throw unsupported("UNSUPPORTED_EXEC_INST", "field 18 is 6, E or K here");
      }
    }
  }

  private static void setSelfMatch(FieldMap message, OrderTicket.Builder ticket)
      throws FieldNotFound, RefusedRequest {
    final String id = Fields.text(message, Tag.SELF_MATCH_PREVENTION_ID, "0");
    final SelfMatchPrevention prevention =
        switch (Fields.text(message, Tag.SELF_MATCH_PREVENTION_INSTRUCTION, "1")) {
          case "1" -> SelfMatchPrevention.CANCEL_NEWEST;
          case "2" -> SelfMatchPrevention.CANCEL_OLDEST;
          case "3" -> SelfMatchPrevention.CANCEL_BOTH;
          case "100" -> SelfMatchPrevention.DECREMENT;
          default ->
              throw unsupported(
                  "UNSUPPORTED_SELF_MATCH_INSTRUCTION", "field 2964 is 1, 2, 3 or 100");
        };
    try {
      ticket.selfMatch(Long.parseLong(id), prevention);
    } catch (NumberFormatException e) {
      throw unsupported("INVALID_SELF_MATCH_ID", "field 2362 is a whole number");
    }
  }

  private static Side side(FieldMap message) throws FieldNotFound, RefusedRequest {
    return switch (message.getChar(Tag.SIDE)) {
      case '1' -> Side.BUY;
      case '2' -> Side.SELL;
      default -> throw unsupported("UNSUPPORTED_SIDE", "field 54 is 1 or 2 here");
    };
  }

  private static OrderType ordType(char code) throws RefusedRequest {
    return switch (code) {
      case '1' -> OrderType.MARKET;
      case '2' -> OrderType.LIMIT;
      case '3' -> OrderType.STOP;
      case '4' -> OrderType.STOP_LIMIT;
      default -> throw unsupported("UNSUPPORTED_ORDER_TYPE", "field 40 is 1, 2, 3 or 4 here");
    };
  }

  static char ordType(OrderType type) {
    return switch (type) {
      case MARKET -> '1';
      case LIMIT -> '2';
      case STOP -> '3';
      case STOP_LIMIT -> '4';
    };
  }

  private static TimeInForce timeInForce(char code) throws RefusedRequest {
    return switch (code) {
      case '0' -> TimeInForce.DAY;
      case '1' -> TimeInForce.GTC;
      case '3' -> TimeInForce.IOC;
      case '4' -> TimeInForce.FOK;
      case '6' -> TimeInForce.GTD;
      default -> throw unsupported("UNSUPPORTED_TIME_IN_FORCE", "field 59 is 0, 1, 3, 4 or 6 here");
    };
  }

  static char timeInForce(TimeInForce timeInForce) {
    return switch (timeInForce) {
      case DAY -> '0';
      case GTC -> '1';
      case IOC -> '3';
      case FOK -> '4';
      case GTD -> '6';
    };
  }

  private static RefusedRequest unsupported(String code, String explanation) {
    return new RefusedRequest(code, RejectCodes.UNSUPPORTED_CHARACTERISTIC, explanation);
  }
}
