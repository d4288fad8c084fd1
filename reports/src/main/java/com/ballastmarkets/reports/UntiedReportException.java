package com.ballastmarkets.reports;

import java.io.Serial;

/** The figures of a report do not tie: it is not printed. The message names both sides. */
public final class UntiedReportException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  public UntiedReportException(String message) {
    super(message);
  }
}
