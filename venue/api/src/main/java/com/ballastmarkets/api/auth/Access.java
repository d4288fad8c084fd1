package com.ballastmarkets.api.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a resource method. A method that does not say it keeps the server from starting. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {
  Who value();

  /** Kinds of callers. */
  enum Who {
    /** Anyone, without limit: status pages and descriptions. */
    UNLIMITED,
    /** Anyone; counted per address. */
    PUBLIC,
    /** The key of an account, signed; counted per key. */
    ACCOUNT,
    /** The key of market operations, signed. */
    OPERATOR,
    /** The key of an arbitrator, signed. */
    ARBITRATOR,
    /** Any key of staff, signed: reading only. */
    STAFF
  }
}
