package com.ballastmarkets.app.certify;

import java.util.List;

/**
 * How a case went.
 *
 * @param profile the BeginString
 * @param reason why it is not applicable; else empty
 */
public record CaseResult(
    int point,
    String title,
    String profile,
    Outcome outcome,
    String reason,
    List<Script.Step> steps) {

  /** The verdict. */
  public enum Outcome {
    PASS,
    FAIL,
    NOT_APPLICABLE
  }

  /** One line for people. */
  public String line() {
    return "%-14s %2d  %-9s %s%s"
        .formatted(
            outcome.name().replace('_', ' '),
            point,
            profile,
            title,
            reason.isEmpty() ? "" : " (" + reason + ")");
  }
}
