package com.ballastmarkets.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.app.demo.Rehearsal;
import com.ballastmarkets.app.demo.RehearsalPlan;
import com.ballastmarkets.oracle.verify.OfflineVerifier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ballast demo}: the journey from listing to payment through FIX and REST sockets. */
class RehearsalScenario {
  @TempDir private Path out;

  @Test
  void aWeekOnSyntheticTelemetryEndsInVerifiableMoney() throws Exception {
    final RehearsalPlan plan = RehearsalPlan.synthetic();
    final String story = tell(plan);
    assertThat(story)
        .contains("alpha's report: 150=F, 400 at 0.87, 600 left")
        .contains("PRICE_OFF_TICK")
        .contains("8.00 USDC of variation went from losers to winners")
        .contains("engine, ledger and custody agree")
        .contains("SYNTHETIC")
        .contains("VERIFIED")
        .contains("Done.");
    for (String kind : List.of("pdf", "xlsx", "csv")) {
      final Path report =
          out.resolve("reports/settlement-" + plan.headline().symbol() + "." + kind);
      assertThat(report).isNotEmptyFile();
    }
    assertThat(out.resolve("audit/export.json")).isNotEmptyFile();
    assertThat(
            new OfflineVerifier(List.of())
                .verify(out.resolve("settlements/" + plan.headline().symbol() + ".json"))
                .isOk())
        .isTrue();
  }

  @Test
  void theSuezBlockageSettlesOnTheRealFile() throws Exception {
    final Path file =
        Path.of(System.getProperty("ballast.shared", "absent"), "data/portwatch/chokepoints.csv");
    Assumptions.assumeTrue(Files.exists(file), "skipped: no real PortWatch file at " + file);
    final String story = tell(RehearsalPlan.suezBlockage(file));
    assertThat(story)
        .contains("suez-2021w12 settles provisionally to 0")
        .contains("417/1183")
        .contains("suez-2021-03 settles provisionally to 1")
        .contains("510/589")
        .contains("VERIFIED");
  }

  private String tell(RehearsalPlan plan) throws Exception {
    final StringWriter text = new StringWriter();
    Rehearsal.run(plan, out, new PrintWriter(text));
    return text.toString();
  }
}
