package com.ballastmarkets.reports.settlement;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.table.Columns;
import com.ballastmarkets.reports.table.Summary;
import com.ballastmarkets.reports.table.Table;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A settlement report as tables; their columns are described in {@code docs/reports.md}. */
public final class SettlementTables {
  private SettlementTables() {}

  /** Every table, in reading order: the sheets of the workbook, and what the hash is over. */
  public static List<Table> all(SettlementReport report) {
    return List.of(
        summary(report),
        payouts(report),
        computation(report),
        observations(report),
        exclusions(report),
        attestors(report),
        disputes(report));
  }

  static Table summary(SettlementReport report) {
    final ContractTerms contract = report.contract();
    final SettlementReport.Totals totals = report.totals();
    final Long value = report.valueMicros();
    final Summary summary =
        new Summary()
            .text("Document", "Settlement report")
            .text("Venue", report.venue())
            .text("Issued (venue time)", report.issuedAt().toString())
            .text("Synthetic telemetry", report.synthetic() ? "yes" : "no")
            .text("Symbol", contract.symbol())
            .text("Name", contract.name())
            .text("Type", contract.type())
            .text("Place", contract.place())
            .text("Window begins", contract.windowStart().toString())
            .text("Window ends (E)", contract.windowEnd().toString());
    for (final ContractTerms.Term term : contract.terms()) {
      summary.text(term.label(), term.value());
    }
    summary
        .text("Rules SHA-256", contract.rulesHash())
        .text("Formula", report.formula())
        .text("State", report.outcome().state())
        .text("Settlement value", value == null ? "void" : Micros.format(value))
        .text("Accounts", Integer.toString(report.payouts().size()))
        .text("Lots settled", Long.toString(totals.longLots()))
        .usdc("Paid at settlement", totals.paidMicros())
        .usdc("Fees", totals.feesMicros());
    final Proof proof = report.proof();
    if (proof != null) {
      summary
          .text("Evidence SHA-256", proof.evidenceHash())
          .text("Leaf", Long.toString(proof.leafIndex()))
          .text("Log", proof.origin())
          .text("Checkpoint leaves", Long.toString(proof.treeSize()))
          .text("Checkpoint root", proof.rootHash());
    }
    return summary.table();
  }

  /** What each account was paid, with the totals below. */
  public static Table payouts(SettlementReport report) {
    final SettlementReport.Totals totals = report.totals();
    return payoutColumns(new Columns<>(), report.valueMicros())
        .table(
            "payouts",
            "Payouts",
            report.payouts(),
            null,
            "Total",
            null,
            Micros.decimal(totals.entryMicros()),
            null,
            Micros.decimal(totals.variationMicros()),
            Micros.decimal(totals.finalMicros()),
            Micros.decimal(totals.feesMicros()),
            Micros.decimal(totals.netMicros()));
  }

  /** The payouts for machines: the contract is said again in every row. */
  public static Table flat(SettlementReport report) {
    final Long value = report.valueMicros();
    final Proof proof = report.proof();
    final Columns<Payout> context =
        new Columns<Payout>()
            .code("symbol", "Symbol", 24, p -> report.contract().symbol())
            .text("state", "State", 12, p -> report.outcome().state())
            .decimal("settlement_price", "Settlement price", p -> decimal(value))
            .text("synthetic_telemetry", "Synthetic", 10, p -> Boolean.toString(report.synthetic()))
            .code("rules_sha256", "Rules", 66, p -> report.contract().rulesHash())
            .code(
                "evidence_sha256", "Evidence", 66, p -> proof == null ? "" : proof.evidenceHash());
    return payoutColumns(context, value).table("payouts", "Payouts", report.payouts());
  }

  private static Columns<Payout> payoutColumns(Columns<Payout> columns, @Nullable Long value) {
    return columns
        .id("account_id", "Account", Payout::accountId)
        .text("account_name", "Name", 32, Payout::accountName)
        .count("lots", "Lots", Payout::lots)
        .amount("entry_value", "Entry value", Payout::entryMicros)
        .decimal("settlement_value", "Settlement value", p -> settlementValue(p, value))
        .amount("variation_paid", "Variation paid earlier", Payout::variationMicros)
        .amount("final_payment", "Final payment", Payout::finalMicros)
        .amount("fees", "Fees", Payout::feesMicros)
        .amount("net_result", "Net result", Payout::netMicros);
  }

  private static @Nullable BigDecimal settlementValue(Payout payout, @Nullable Long value) {
    return value == null ? null : Micros.decimal(Math.multiplyExact(payout.lots(), value));
  }

  static Table computation(SettlementReport report) {
    return new Columns<ComputationStep>()
        .text("step", "Step", 36, ComputationStep::name)
        .text("expression", "Expression", 48, ComputationStep::expression)
        .code("value", "Exact value", 28, ComputationStep::value)
        .text("decimal", "Decimal", 18, ComputationStep::decimal)
        .table("computation", "Computation", report.computation());
  }

  static Table observations(SettlementReport report) {
    return new Columns<Observation>()
        .date("day", "Day", Observation::day)
        .text("use", "Used for", 10, Observation::use)
        .text("metric", "Metric", 14, Observation::metric)
        .text("vessel_class", "Vessels", 14, Observation::vesselClass)
        .quantity("value", "Value", Observation::value)
        .text("unit", "Unit", 12, Observation::unit)
        .text("qualifier", "Qualifier", 12, Observation::qualifier)
        .text("source", "Source", 26, Observation::source)
        .time("vintage", "Vintage (UTC)", Observation::vintage)
        .code("raw_sha256", "Raw file SHA-256", 68, Observation::rawSha256)
        .table("observations", "Observations", report.observations());
  }

  static Table exclusions(SettlementReport report) {
    return new Columns<Exclusion>()
        .date("day", "Day", Exclusion::day)
        .text("source", "Source", 26, Exclusion::source)
        .text("reason", "Reason", 60, Exclusion::reason)
        .code("raw_sha256", "Raw file SHA-256", 68, Exclusion::rawSha256)
        .table("exclusions", "Exclusions", report.exclusions());
  }

  static Table attestors(SettlementReport report) {
    final Proof proof = report.proof();
    return new Columns<Proof.Attestor>()
        .text("name", "Key", 76, Proof.Attestor::name)
        .code("key_id", "Key id", 12, Proof.Attestor::keyId)
        .text("role", "Role", 12, Proof.Attestor::role)
        .table("attestors", "Attestors", proof == null ? List.of() : proof.attestors());
  }

  static Table disputes(SettlementReport report) {
    return new Columns<DisputeEntry>()
        .time("time", "Time (UTC)", DisputeEntry::time)
        .id("dispute_id", "Dispute", DisputeEntry::disputeId)
        .text("what", "What", 12, DisputeEntry::what)
        .id("account_id", "Account", DisputeEntry::accountId)
        .decimal("value", "Value", d -> decimal(d.valueMicros()))
        .text("reason", "Reason", 60, DisputeEntry::reason)
        .code("evidence_sha256", "Evidence SHA-256", 68, DisputeEntry::evidenceHash)
        .table("disputes", "Disputes", report.disputes());
  }

  private static @Nullable BigDecimal decimal(@Nullable Long micros) {
    return micros == null ? null : Micros.decimal(micros);
  }
}
