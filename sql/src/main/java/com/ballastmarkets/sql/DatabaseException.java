package com.ballastmarkets.sql;

import org.jspecify.annotations.Nullable;

/** The database could not be started, reached or used; the message is for an operator. */
public final class DatabaseException extends RuntimeException {
  public DatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
