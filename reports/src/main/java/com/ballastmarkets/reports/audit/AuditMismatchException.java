package com.ballastmarkets.reports.audit;

import java.io.Serial;

/** An export is not what it was when it was written; the message says where. */
final class AuditMismatchException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  AuditMismatchException(String message) {
    super(message);
  }
}
