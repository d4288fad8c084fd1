package com.ballastmarkets.reports.audit;

/** What became of a verification. */
public sealed interface AuditVerdict {
  /**
   * Every byte is as it was written.
   *
   * @param days how many
   * @param events in all of them
   * @param root to compare with one that was kept elsewhere
   */
  record Intact(int days, long events, String root) implements AuditVerdict {}

  /**
   * Something was changed, removed or added.
   *
   * @param reason in words, naming the file and what of it
   */
  record Refused(String reason) implements AuditVerdict {}
}
