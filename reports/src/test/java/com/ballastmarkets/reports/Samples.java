package com.ballastmarkets.reports;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.reports.settlement.ComputationStep;
import com.ballastmarkets.reports.settlement.ContractTerms;
import com.ballastmarkets.reports.settlement.DisputeEntry;
import com.ballastmarkets.reports.settlement.Exclusion;
import com.ballastmarkets.reports.settlement.Observation;
import com.ballastmarkets.reports.settlement.Outcome;
import com.ballastmarkets.reports.settlement.Payout;
import com.ballastmarkets.reports.settlement.Proof;
import com.ballastmarkets.reports.settlement.SettlementReport;
import com.ballastmarkets.reports.statement.AccountStatement;
import com.ballastmarkets.reports.statement.MarginLine;
import com.ballastmarkets.reports.statement.Movement;
import com.ballastmarkets.reports.statement.PositionLine;
import com.ballastmarkets.reports.statement.TradeLine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reports of an invented week, of any length. */
final class Samples {
  static final Instant ISSUED = Instant.parse("2025-05-04T00:00:07Z");
  private static final Instant OPENED = Instant.parse("2025-04-01T00:00:00Z");
  private static final List<String> NAMES =
      List.of(
          "Nordwind Rückversicherung AG",
          "上海港航衍生品交易有限公司",
          "Compañía Naviera del Estrecho, S.A. de C.V. Sucursal Panamá y Centroamérica",
          "Żegluga Łódź",
          "한국해운선물");

  private Samples() {}

  /** A binary that settled to 0, paid to this many accounts; one account alone holds nothing. */
  static SettlementReport settlement(int accounts, boolean synthetic) {
    final List<Payout> payouts = new ArrayList<>();
    for (int pair = 0; pair < accounts / 2; pair++) {
      final long lots = 100 + 37L * pair;
      final long price = 850_000 - 5_000L * (pair % 40);
      final long variation = -lots * (price - 700_000);
      payouts.add(payout(1_000 + 2L * pair, lots, lots * price, variation, 123 + pair));
      payouts.add(payout(1_001 + 2L * pair, -lots, -lots * price, -variation, 0));
    }
    if (accounts % 2 == 1) {
      payouts.add(new Payout(9_999, NAMES.get(1), 0, 0, 0, 0, 0));
    }
    return new SettlementReport(
        "Ballast Markets",
        ISSUED,
        contract(),
        synthetic,
        new Outcome.Final(0, Instant.parse("2025-05-04T00:00:00Z")),
        "availability v1, code 0.1.0",
        List.of(
            new ComputationStep("Days in window", "D", "30"),
            new ComputationStep(
                "Baseline transits per day", "B = mean of 30 days before", "1183/30"),
            new ComputationStep("Transits in window", "T = \u03a3 transits", "417"),
            new ComputationStep("Ratio to baseline", "T / (B \u00d7 D)", "417/1183"),
            new ComputationStep("Threshold reached", "ratio \u2265 4/5", "false"),
            new ComputationStep("No closure of an hour or more", "official notices", "true"),
            new ComputationStep("Settlement value", "1 if all hold, else 0", "0")),
        observations(),
        List.of(
            new Exclusion(
                LocalDate.parse("2025-04-11"),
                "ais-provider-2",
                "n_total is not n_cargo + n_tanker: the row breaks its own identity",
                sha("excluded"))),
        new Proof(
            sha("evidence"),
            41,
            "ballast.example/settlements",
            57,
            sha("root"),
            List.of(
                new Proof.Attestor("ballast.example/settlements", "1f0e9a22", "log"),
                new Proof.Attestor("attestor-one.example", "77b4c01d", "cosigner"),
                new Proof.Attestor("attestor-two.example", "e90a5512", "cosigner"))),
        List.of(
            new DisputeEntry(
                Instant.parse("2025-05-02T13:20:11Z"),
                7,
                "OPENED",
                1_000,
                null,
                "The canal authority counted the southbound convoy of 11 April twice.",
                sha("dispute")),
            new DisputeEntry(
                Instant.parse("2025-05-03T09:00:00Z"),
                7,
                "UPHOLD",
                1_000,
                null,
                "Even without that convoy the ratio stays below four fifths.",
                sha("ruling"))),
        payouts);
  }

  static ContractTerms contract() {
    return new ContractTerms(
        "suez-apr2025",
        "Suez Canal Availability \u2014 April 2025",
        "binary",
        "suez",
        OPENED,
        Instant.parse("2025-05-01T00:00:00Z"),
        sha("rules"),
        List.of(
            new ContractTerms.Term("Pays", "1 USDC per lot if available over the window, else 0"),
            new ContractTerms.Term("Baseline", "TRAILING_30, all vessels"),
            new ContractTerms.Term("Tick", "0.005"),
            new ContractTerms.Term("Fees", "taker 7 % \u00d7 p \u00d7 (1 \u2212 p), maker none")));
  }

  private static Payout payout(long id, long lots, long entry, long variation, long fees) {
    final String name = NAMES.get((int) (id % NAMES.size())) + (id % 3 == 0 ? "" : " " + id);
    return new Payout(id, name, lots, entry, variation, -entry - variation, fees);
  }

  private static List<Observation> observations() {
    final List<Observation> observations = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      final LocalDate date = LocalDate.parse("2025-03-02").plusDays(day);
      final boolean missing = day == 17;
      observations.add(
          new Observation(
              date,
              "transits",
              "all",
              missing ? null : new BigDecimal(day < 30 ? 39 + day % 3 : 14),
              "calls",
              missing ? "MISSING" : day % 9 == 4 ? "REVISED" : "OBSERVED",
              day < 30 ? "baseline" : "window",
              day % 2 == 0 ? "portwatch" : "ais-provider-1",
              Instant.parse("2025-05-01T06:10:00Z"),
              sha("file" + day % 2)));
    }
    return observations;
  }

  /** A statement with this many movements, half of them daily variation, and as many trades. */
  static AccountStatement statement(int movements, boolean synthetic) {
    final List<Movement> lines = new ArrayList<>();
    final List<TradeLine> trades = new ArrayList<>();
    final long opening = movements == 0 ? 0 : 1_000_000_000_000L;
    long balance = opening;
    for (int i = 0; i < movements; i++) {
      final Instant time = OPENED.plusSeconds(3_600L * i);
      final CashReason reason =
          i % 20 == 0 ? CashReason.DEPOSIT : i % 2 == 0 ? CashReason.FEE : CashReason.VARIATION;
      final long amount =
          switch (reason) {
            case DEPOSIT -> 25_000_000_000L;
            case FEE -> -(1_234_567L + i);
            default -> (i % 4 == 1 ? 1 : -1) * (340_000_000L + 5_000_000L * i);
          };
      balance += amount;
      final boolean deposit = reason == CashReason.DEPOSIT;
      final String market =
          deposit ? "" : i % 7 == 0 ? "bab-el-mandeb-availability-2025w17-tanker" : "suez-apr2025";
      lines.add(
          new Movement(
              100 + 3L * i,
              time,
              reason,
              market,
              deposit ? 0 : 1_250,
              deposit ? 0 : 865_000,
              deposit ? "faucet-" + i : "",
              amount,
              balance));
      if (reason == CashReason.FEE) {
        trades.add(
            new TradeLine(
                5_000 + i,
                time,
                market,
                i % 3 == 0 ? Side.SELL : Side.BUY,
                1_250,
                865_000,
                -amount,
                i % 4 == 0));
      }
    }
    final List<PositionLine> positions =
        movements == 0
            ? List.of()
            : List.of(
                new PositionLine(
                    "suez-apr2025",
                    "Suez Canal Availability \u2014 April 2025",
                    12_500,
                    10_812_500_000L,
                    870_000,
                    10_812_500_000L),
                new PositionLine(
                    "shanghai-congestion-may2025",
                    "Shanghai Port Congestion Index \u2014 May 2025 \u4e0a\u6d77",
                    -40,
                    -2_560_000_000L,
                    61_500_000,
                    -2_500_000_000L));
    final long equity =
        Math.addExact(balance, positions.stream().mapToLong(PositionLine::unrealisedMicros).sum());
    final long margin = movements == 0 ? 0 : 12_345_678_901L;
    return new AccountStatement(
        "Ballast Markets",
        ISSUED,
        1_001,
        NAMES.get(0) + " \u2014 Desk 1",
        NAMES.get(0),
        LocalDate.parse("2025-04-01"),
        LocalDate.parse("2025-04-30"),
        synthetic,
        opening,
        balance,
        lines,
        positions,
        trades,
        new MarginLine(ISSUED, equity, margin, equity - margin));
  }

  static String sha(String of) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
