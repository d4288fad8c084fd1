package com.ballastmarkets.reports.settlement;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.page.Facts;
import com.ballastmarkets.reports.page.Masthead;
import com.ballastmarkets.reports.page.Masthead.Figure;
import com.ballastmarkets.reports.page.PageDocument;
import com.ballastmarkets.reports.page.Section;
import com.ballastmarkets.reports.table.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A settlement report as pages. */
public final class SettlementPages {
  private SettlementPages() {}

  private record RawFile(String source, String vintage, String sha256) {}

  /** The pages of a report whose content has this hash. */
  public static PageDocument of(SettlementReport report, String hash) {
    final ContractTerms contract = report.contract();
    final List<Section> sections = new ArrayList<>();
    sections.add(contract(report));
    sections.add(Section.of(SettlementTables.computation(report), "Computation", report.formula()));
    sections.add(
        Section.of(
            SettlementTables.payouts(report),
            "Payouts",
            "USDC; gross result = settlement value \u2212 entry value = variation + final payment"));
    sections.add(proof(report));
    sections.add(Section.of(SettlementTables.disputes(report), "Disputes", ""));
    sections.addAll(inputs(report));
    sections.add(
        Section.of(SettlementTables.exclusions(report), "Left out", "at hand, and not used"));
    return new PageDocument(
        report.venue(),
        "Settlement report \u00b7 " + contract.symbol(),
        report.issuedAt(),
        hash,
        report.synthetic(),
        masthead(report),
        sections);
  }

  private static Masthead masthead(SettlementReport report) {
    final ContractTerms contract = report.contract();
    final Long value = report.valueMicros();
    return new Masthead(
        "SETTLEMENT REPORT",
        contract.name(),
        "Window %s to %s UTC"
            .formatted(Figures.time(contract.windowStart()), Figures.time(contract.windowEnd())),
        List.of(
            new Figure("Settlement value", value == null ? "void" : Micros.format(value)),
            new Figure("State", report.outcome().state()),
            new Figure("Lots settled", Figures.count(report.totals().longLots())),
            new Figure(
                "Paid at settlement, USDC",
                Figures.amount(Micros.decimal(report.totals().paidMicros())))));
  }

  private static Section contract(SettlementReport report) {
    final ContractTerms contract = report.contract();
    final Facts facts =
        new Facts()
            .code("Symbol", contract.symbol())
            .text("Type", contract.type())
            .text("Place", contract.place());
    for (final ContractTerms.Term term : contract.terms()) {
      facts.text(term.label(), term.value());
    }
    switch (report.outcome()) {
      case Outcome.Provisional provisional ->
          facts.text("May be disputed until", Figures.time(provisional.disputeUntil()) + " UTC");
      case Outcome.Disputed _ -> facts.text("State", "a dispute waits for its ruling");
      case Outcome.Final settled ->
          facts.text("Settled and paid", Figures.time(settled.settledAt()) + " UTC");
      case Outcome.Voided voided ->
          facts.text(
              "Void since",
              Figures.time(voided.voidedAt()) + " UTC: every payment but fees is reversed");
    }
    if (report.synthetic()) {
      facts.text("Telemetry", "synthetic: generated for the sandbox, observed by nobody");
    }
    return facts.section("Contract", "");
  }

  private static Section proof(SettlementReport report) {
    final Facts facts = new Facts().code("Rules SHA-256", report.contract().rulesHash());
    final Proof proof = report.proof();
    if (proof == null) {
      return facts.text("Evidence", "no snapshot has been taken").section("Proof", "");
    }
    facts
        .code("Evidence SHA-256", proof.evidenceHash())
        .text("Log", proof.origin())
        .text(
            "Leaf",
            "%s of %s".formatted(Figures.count(proof.leafIndex()), Figures.count(proof.treeSize())))
        .code("Checkpoint root", proof.rootHash());
    for (final Proof.Attestor attestor : proof.attestors()) {
      facts.text(
          "Signed by",
          "%s, key %s, %s".formatted(attestor.name(), attestor.keyId(), attestor.role()));
    }
    return facts.section("Proof", "re-compute it with: ballast verify BUNDLE");
  }

  /** The observations, each with the number of its file, and the files. */
  private static List<Section> inputs(SettlementReport report) {
    final Map<RawFile, Integer> files = new LinkedHashMap<>();
    final List<Map<String, String>> rows = Section.rows(SettlementTables.observations(report));
    for (final Map<String, String> row : rows) {
      final var file =
          new RawFile(
              row.getOrDefault("source", ""),
              row.getOrDefault("vintage", ""),
              row.getOrDefault("raw_sha256", ""));
      final int number = files.computeIfAbsent(file, _ -> files.size() + 1);
      row.put("file", "F" + number);
    }
    final List<Map<String, String>> fileRows = new ArrayList<>();
    files.forEach((file, number) ->
        fileRows.add(
            Map.of(
                "file", "F" + number,
                "source", file.source(),
                "vintage", file.vintage(),
                "raw_sha256", file.sha256())));
    return List.of(
        new Section(
            "Observations used",
            Figures.count(rows.size()) + " values, UTC days",
            "observations",
            rows,
            Map.of()),
        new Section("Raw files", "kept byte for byte", "files", fileRows, Map.of()));
  }
}
