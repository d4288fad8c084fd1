package com.ballastmarkets.app.certify;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The market that the cases trade: a binary one in continuous trading whose book is empty, so that
 * nobody else's orders are met.
 *
 * @param symbol FIX 55
 * @param tick the price step at the reference
 * @param reference the middle of the band, on the grid
 */
record Ground(String symbol, BigDecimal tick, BigDecimal reference) {
  private static final AtomicLong IDS = new AtomicLong();

  /** Looks for it through a market data session. */
  static Ground find(Target target) throws IOException {
    return find(target, symbol -> true);
  }

  /** Looks for one among these. */
  static Ground find(Target target, Predicate<String> symbols) throws IOException {
    try (WireClient client =
        new WireClient(target, target.accounts().get(0), "FIXT.1.1", "BALLAST-MD", line -> {})) {
      client.logon("141=Y");
      final Ground ground = find(client, symbols);
      client.logout();
      if (ground != null) {
        return ground;
      }
    }
    throw new NotApplicable("no binary market with an empty book is in continuous trading");
  }

  private static @Nullable Ground find(WireClient client, Predicate<String> wanted)
      throws IOException {
    client.send("x", "320=find|559=4");
    WireMessage list;
    do {
      list = client.await("35=y", m -> m.type().equals("y"));
      final List<String> symbols = list.all(55);
      final List<String> states = list.all(20011);
      for (int i = 0; i < symbols.size(); i++) {
        if (states.get(i).equals("continuous") && wanted.test(symbols.get(i))) {
          final Ground ground = look(client, symbols.get(i));
          if (ground != null) {
            return ground;
          }
        }
      }
    } while (!list.get(893).equals("Y"));
    return null;
  }

  private static @Nullable Ground look(WireClient client, String symbol) throws IOException {
    client.send("c", "320=" + symbol + "|321=3|55=" + symbol);
    final WireMessage terms = client.await("35=d", m -> m.get(320).equals(symbol));
    if (!terms.get(58).equals("binary")) {
      return null;
    }
    client.send("V", "262=" + symbol + "|263=0|264=1|267=2|269=0|269=1|146=1|55=" + symbol);
    final WireMessage book = client.await("35=W", m -> m.get(262).equals(symbol));
    final BigDecimal reference = new BigDecimal(terms.get(1150));
    final BigDecimal tick = new BigDecimal(terms.get(1208));
    final BigDecimal margin = tick.multiply(BigDecimal.valueOf(4));
    if (!book.get(269).equals("J")
        || reference.compareTo(margin) < 0
        || reference.compareTo(BigDecimal.ONE.subtract(margin)) > 0) {
      return null;
    }
    return new Ground(symbol, tick, reference.subtract(reference.remainder(tick)));
  }

  /** A price so many ticks from the reference. */
  String price(int ticks) {
    return reference
        .add(tick.multiply(BigDecimal.valueOf(ticks)))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A ClOrdID that was never used. */
  static String id() {
    return "c" + Long.toString(System.currentTimeMillis(), 36) + "-" + IDS.incrementAndGet();
  }

  /** The fields of a limit order that stays until it is cancelled. */
  String limit(String clOrdId, char side, long lots, int ticks) {
    return order(clOrdId, side, lots, "40=2|44=" + price(ticks) + "|59=1");
  }

  String order(String clOrdId, char side, long lots, String more) {
    return "11="
        + clOrdId
        + "|55="
        + symbol
        + "|54="
        + side
        + "|38="
        + lots
        + "|60="
        + WireClient.time(0)
        + "|"
        + more;
  }

  String cancel(String clOrdId, String origClOrdId, char side) {
    return "11="
        + clOrdId
        + "|41="
        + origClOrdId
        + "|55="
        + symbol
        + "|54="
        + side
        + "|38=1|60="
        + WireClient.time(0);
  }
}
