package com.ballastmarkets.fix.multileg;

import com.ballastmarkets.domain.instrument.Contract.ComboLeg;
import com.ballastmarkets.fix.dictionary.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;

/** The legs of a message: repeating group 555. */
public final class LegGroup {
  private static final int[] FIELDS = {Tag.LEG_SYMBOL, Tag.LEG_RATIO_QTY, Tag.LEG_SIDE, 0};
  private static final int MAX_RATIO = 1_000_000;

  private LegGroup() {}

  /** Legs that cannot be read. */
  public static final class LegsException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    LegsException(String code, String explanation) {
      super(explanation);
      this.code = code;
    }

    /** Stable, as a reject reason's name is. */
    public String code() {
      return code;
    }
  }

  /**
   * The legs as the client wrote them: a leg without a side is bought, one without a ratio has 1.
   *
   * @param marketIds a market's number by its symbol, 0 if there is none
   */
  public static List<ComboLeg> read(Message message, ToIntFunction<String> marketIds)
      throws FieldNotFound, LegsException {
    final List<ComboLeg> legs = new ArrayList<>();
    for (final Group group : message.getGroups(Tag.NO_LEGS)) {
      final String symbol =
          group.isSetField(Tag.LEG_SYMBOL) || !group.isSetField(Tag.LEG_SECURITY_ID)
              ? group.getString(Tag.LEG_SYMBOL)
              : group.getString(Tag.LEG_SECURITY_ID);
      final int marketId = marketIds.applyAsInt(symbol);
      if (marketId == 0) {
        throw new LegsException("MARKET_NOT_FOUND", "no market is called as a leg in field 600");
      }
      legs.add(new ComboLeg(marketId, sign(group) * ratio(group)));
    }
    return legs;
  }

  private static int sign(Group group) throws FieldNotFound, LegsException {
    if (!group.isSetField(Tag.LEG_SIDE)) {
      return 1;
    }
    return switch (group.getString(Tag.LEG_SIDE)) {
      case "1" -> 1;
      case "2" -> -1;
      default -> throw new LegsException("INVALID_COMBO", "field 624 is 1 or 2 here");
    };
  }

  private static int ratio(Group group) throws FieldNotFound, LegsException {
    if (!group.isSetField(Tag.LEG_RATIO_QTY)) {
      return 1;
    }
    try {
      final int ratio = new BigDecimal(text(group)).intValueExact();
      if (ratio >= 1 && ratio <= MAX_RATIO) {
        return ratio;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw noRatio();
    }
    throw noRatio();
  }

  private static String text(Group group) throws FieldNotFound {
    final String text = group.getString(Tag.LEG_RATIO_QTY);
    // A number of a thousand digits, or one with an exponent, is nobody's ratio.
    return text.length() > 20 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0 ? "" : text;
  }

  private static LegsException noRatio() {
    return new LegsException("INVALID_COMBO", "field 623 is a whole number above zero");
  }

  /** Names a combo's legs in a message. */
  public static void write(Message message, List<ComboLeg> legs, IntFunction<String> symbols) {
    for (final ComboLeg leg : legs) {
      final Group group = new Group(Tag.NO_LEGS, Tag.LEG_SYMBOL, FIELDS);
      group.setString(Tag.LEG_SYMBOL, symbols.apply(leg.marketId()));
      group.setInt(Tag.LEG_RATIO_QTY, Math.abs(leg.ratio()));
      group.setChar(Tag.LEG_SIDE, leg.ratio() > 0 ? '1' : '2');
      message.addGroup(group);
    }
  }
}
