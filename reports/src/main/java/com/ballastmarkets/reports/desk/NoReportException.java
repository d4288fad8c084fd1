package com.ballastmarkets.reports.desk;

import java.io.Serial;

/** There is nothing to report on; the message says why, for the one who asked. */
public final class NoReportException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  NoReportException(String message) {
    super(message);
  }
}
