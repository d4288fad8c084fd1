package com.ballastmarkets.oracle.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a verification: every check that passed, and the first that did not.
 *
 * @param subject what was checked
 * @param passed in order
 * @param warnings what a reader should know although everything passed
 * @param failure the check that failed and why; null if all passed
 */
public record Verification(
    String subject, List<String> passed, List<String> warnings, @Nullable String failure) {
  public Verification {
    passed = List.copyOf(passed);
    warnings = List.copyOf(warnings);
  }

  public boolean isOk() {
    return failure == null;
  }

  /** Lines for a terminal. */
  public String report() {
    StringBuilder out = new StringBuilder(subject).append('\n');
    passed.forEach(check -> out.append("  ok    ").append(check).append('\n'));
    warnings.forEach(warning -> out.append("  note  ").append(warning).append('\n'));
    if (failure == null) {
      out.append("VERIFIED\n");
    } else {
      out.append("  FAIL  ").append(failure).append("\nREFUSED\n");
    }
    return out.toString();
  }

  /** A failure before there was anything to check. */
  public static Verification refused(String subject, String reason) {
    return new Verification(subject, List.of(), List.of(), reason);
  }

  public static Builder of(String subject) {
    return new Builder(subject);
  }

  /** Gathers checks while they run. */
  public static final class Builder {
    private final String subject;
    private final List<String> passed = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable String running;

    private Builder(String subject) {
      this.subject = subject;
    }

    /** The check before has passed, and this one begins. */
    public void next(String check) {
      finish();
      running = check;
    }

    /** Adds what the running check found. */
    public void detail(String words) {
      running = running + " (" + words + ")";
    }

    public void warn(String words) {
      warnings.add(words);
    }

    public Verification passed() {
      finish();
      return new Verification(subject, passed, warnings, null);
    }

    public Verification failed(String reason) {
      String failure = running == null ? reason : running + ": " + reason;
      return new Verification(subject, passed, warnings, failure);
    }

    private void finish() {
      if (running != null) {
        passed.add(running);
        running = null;
      }
    }
  }
}
