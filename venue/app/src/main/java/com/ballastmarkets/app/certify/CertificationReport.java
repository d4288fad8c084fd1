package com.ballastmarkets.app.certify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What two parties could sign: Markdown that also reads as plain text. */
public final class CertificationReport {
  private CertificationReport() {}

  /**
   * @param version the program that certified
   */
  public static String write(
      String address, String version, Instant begun, Instant ended, List<CaseResult> results) {
    final StringBuilder text = new StringBuilder();
    text.append("# FIX certification\n\n");
    text.append("- target: ").append(address).append('\n');
    text.append("- begun: ").append(begun).append(", ended: ").append(ended).append('\n');
    text.append("- certified by: ").append(version).append('\n');
    text.append("- result: ");
    for (final CaseResult.Outcome outcome : CaseResult.Outcome.values()) {
      text.append(
          "%d %s%s"
              .formatted(
                  results.stream().filter(r -> r.outcome() == outcome).count(),
                  outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  outcome == CaseResult.Outcome.NOT_APPLICABLE ? "\n" : ", "));
    }
    int point = 0;
    for (final CaseResult result : results) {
      if (result.point() != point) {
        point = result.point();
        text.append("\n## Point ").append(point).append('\n');
      }
      text.append(
          "\n### %s, %s: %s\n\n"
              .formatted(
                  result.title(), result.profile(), result.outcome().name().replace('_', ' ')));
      if (!result.reason().isEmpty()) {
        text.append(result.reason()).append('\n');
      }
      for (final Script.Step step : result.steps()) {
        text.append(
            "- [%s] %s: expected `%s`%s\n"
                .formatted(
                    step.passed() ? "x" : " ",
                    step.what(),
                    step.expected(),
                    step.passed() ? "" : ", saw `" + step.seen() + "`"));
      }
    }
    text.append(
        "\n\nFor the venue: ____________________    For the client: ____________________\n");
    return text.toString();
  }
}
