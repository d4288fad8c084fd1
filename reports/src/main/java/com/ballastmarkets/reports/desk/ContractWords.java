package com.ballastmarkets.reports.desk;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.settlement.ContractTerms.Term;
import com.ballastmarkets.sql.generated.market.tables.records.InstrumentRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules of a contract in words. */
final class ContractWords {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PER_MILLION = 1_000_000L;

  private ContractWords() {}

  /**
   * @param rules the document that the market pins; null if it was listed without one
   */
  static List<Term> of(InstrumentRecord instrument, byte @Nullable [] rules) {
    final List<Term> terms = new ArrayList<>();
    terms.add(new Term("Pays", pays(instrument)));
    if (rules != null) {
      rules(terms, read(rules));
    }
    terms.add(new Term("Fees", fees(instrument)));
    return terms;
  }

  private static String pays(InstrumentRecord instrument) {
    return switch (instrument.getType()) {
      case "binary" -> "1 USDC per lot if the place was available over the window, else 0";
      case "index" -> "1 USDC per lot and index point, 0 to 100";
      default ->
          "%s to %s USDC per lot"
              .formatted(
                  Micros.format(instrument.getLoMicros()), Micros.format(instrument.getHiMicros()));
    };
  }

  private static void rules(List<Term> terms, JsonNode rules) {
    terms.add(new Term("Baseline", rules.required("baseline").asText()));
    terms.add(new Term("Vessels", words(rules.required("vessel_class").asText())));
    final List<String> sources = new ArrayList<>();
    for (final JsonNode source : rules.required("sources")) {
      final int offset = source.required("offset_days").asInt();
      sources.add(
          source.required("source").asText()
              + (offset == 0 ? "" : " (%+d days)".formatted(offset)));
    }
    terms.add(new Term("Sources", String.join(", ", sources)));
    terms.add(new Term("Days without a value", words(rules.required("fallback").asText())));
    final List<String> ticks = new ArrayList<>();
    for (final JsonNode band : rules.required("ticks")) {
      ticks.add(
          Micros.format(band.required("tick_micros").asLong())
              + " from "
              + Micros.format(band.required("from_micros").asLong()));
    }
    terms.add(new Term("Tick", String.join(", ", ticks)));
  }

  private static String fees(InstrumentRecord instrument) {
    final long maker = instrument.getMakerRate();
    final long taker = instrument.getTakerRate();
    if (maker == 0 && taker == 0) {
      return "none";
    }
    return switch (instrument.getFeeBasis()) {
      case "PROBABILITY" ->
          "lots \u00d7 p \u00d7 (1 \u2212 p) \u00d7 rate: maker %s %%, taker %s %%"
              .formatted(percent(maker), percent(taker));
      default ->
          "per lot: maker %s, taker %s USDC".formatted(Micros.format(maker), Micros.format(taker));
    };
  }

  /** Parts per million as a percentage. */
  private static String percent(long rate) {
    return Micros.format(Math.multiplyExact(rate, 100) * Micros.PER_UNIT / PER_MILLION);
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static JsonNode read(byte[] rules) {
    try {
      return JSON.readTree(rules);
    } catch (IOException e) {
      throw new IllegalStateException("contract rules in the database are not JSON", e);
    }
  }
}
