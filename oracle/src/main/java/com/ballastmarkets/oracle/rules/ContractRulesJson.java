package com.ballastmarkets.oracle.rules;

import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.settlement.SettlementTimes;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.ballastmarkets.oracle.telemetry.SourceClass;
import com.ballastmarkets.oracle.telemetry.VesselClass;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Contract rules as a document, and back. Nothing is left out and nothing is optional. */
public final class ContractRulesJson {
  /** The name of this document's form. */
  public static final String SCHEMA = "ballast/contract-rules/v1";

  private ContractRulesJson() {}

  static ObjectNode write(ContractRules rules) {
    ObjectNode json = CanonicalJson.object();
    json.put("schema", SCHEMA)
        .put("market", rules.market())
        .put("name", rules.name())
        .put("type", rules.type())
        .put("place", rules.place())
        .put("vessel_class", rules.vesselClass().name())
        .put("baseline", rules.baseline().name())
        .put("fallback", rules.fallback().name())
        .put("flagged_days", rules.flagged().name())
        .put("lo_micros", Long.toString(rules.loMicros()))
        .put("hi_micros", Long.toString(rules.hiMicros()))
        .put("currency", "USDC")
        .put("synthetic", rules.synthetic());
    json.putObject("window")
        .put("from", rules.window().from().toString())
        .put("until", rules.window().until().toString());
    json.putObject("formula")
        .put("id", rules.formula().id())
        .put("version", rules.formula().version());
    ArrayNode sources = json.putArray("sources");
    for (SourceRule source : rules.sources()) {
      sources
          .addObject()
          .put("source", source.source())
          .put("class", source.sourceClass().name())
          .put("offset_days", source.offsetDays());
    }
    ArrayNode ticks = json.putArray("ticks");
    for (TickTable.Band band : rules.ticks().bands()) {
      ticks
          .addObject()
          .put("from_micros", Long.toString(band.fromMicros()))
          .put("tick_micros", Long.toString(band.tickMicros()));
    }
    json.putObject("fees")
        .put("basis", rules.fees().basis().name())
        .put("maker_rate", Long.toString(rules.fees().makerRate()))
        .put("taker_rate", Long.toString(rules.fees().takerRate()));
    json.putObject("timetable")
        .put("snapshot_after", Duration.ofNanos(SettlementTimes.SNAPSHOT_AFTER_NANOS).toString())
        .put("final_after", Duration.ofNanos(SettlementTimes.FINAL_AFTER_NANOS).toString())
        .put("dispute_bond_micros", Long.toString(SettlementTimes.DISPUTE_BOND_MICROS));
    return json;
  }

  /**
   * Reads the document.
   *
   * @throws MalformedJsonException naming the member that is wrong, missing or unknown
   */
  public static ContractRules read(String path, JsonNode node) {
    Fields json = Fields.of(path, node);
    json.literal("schema", SCHEMA);
    json.literal("currency", "USDC");
    Fields timetable = json.object("timetable");
    timetable.literal(
        "snapshot_after", Duration.ofNanos(SettlementTimes.SNAPSHOT_AFTER_NANOS).toString());
    timetable.literal(
        "final_after", Duration.ofNanos(SettlementTimes.FINAL_AFTER_NANOS).toString());
    timetable.literal("dispute_bond_micros", Long.toString(SettlementTimes.DISPUTE_BOND_MICROS));
    timetable.end();
    ContractRules rules;
    try {
      rules =
          new ContractRules(
              json.text("market"),
              json.text("name"),
              json.text("type"),
              json.text("place"),
              window(json.object("window")),
              formula(json.object("formula")),
              json.oneOf("baseline", Baseline.class),
              json.oneOf("vessel_class", VesselClass.class),
              sources(json),
              json.oneOf("fallback", FallbackRule.class),
              json.oneOf("flagged_days", FlaggedDays.class),
              json.micros("lo_micros"),
              json.micros("hi_micros"),
              ticks(json),
              fees(json.object("fees")),
              json.flag("synthetic"));
    } catch (MalformedJsonException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new MalformedJsonException(path + ": " + e.getMessage());
    }
    json.end();
    return rules;
  }

  private static Window window(Fields json) {
    Window window =
        new Window(
            json.parsed("from", "a day", LocalDate::parse),
            json.parsed("until", "a day", LocalDate::parse));
    json.end();
    return window;
  }

  private static FormulaId formula(Fields json) {
    FormulaId formula = FormulaId.of(json.text("id"), json.integer("version"));
    json.end();
    return formula;
  }

  private static List<SourceRule> sources(Fields json) {
    List<SourceRule> sources = new ArrayList<>();
    for (Fields source : json.objects("sources")) {
      sources.add(
          new SourceRule(
              source.text("source"),
              source.oneOf("class", SourceClass.class),
              Math.toIntExact(source.integer("offset_days"))));
      source.end();
    }
    return sources;
  }

  private static TickTable ticks(Fields json) {
    List<TickTable.Band> bands = new ArrayList<>();
    for (Fields band : json.objects("ticks")) {
      bands.add(new TickTable.Band(band.micros("from_micros"), band.micros("tick_micros")));
      band.end();
    }
    return new TickTable(bands);
  }

  private static FeeSchedule fees(Fields json) {
    FeeSchedule fees =
        new FeeSchedule(
            json.oneOf("basis", FeeSchedule.Basis.class),
            json.micros("maker_rate"),
            json.micros("taker_rate"));
    json.end();
    return fees;
  }
}
