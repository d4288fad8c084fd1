package com.ballastmarkets.fix.dictionary;

import java.util.Optional;

/** A version of FIX that the venue speaks. All profiles share one port. */
public enum Profile {
  /** FIX 4.4, session and application in one. */
  FIX44("FIX.4.4"),
  /** FIX 5.0 SP2 over FIXT 1.1, with {@code DefaultApplVerID} (1137) = 9. */
  FIX50SP2("FIXT.1.1");

  private final String beginString;

  Profile(String beginString) {
    this.beginString = beginString;
  }

  /** What tag 8 carries. */
  public String beginString() {
    return beginString;
  }

  /** The profile of a BeginString, if the venue speaks it. */
  public static Optional<Profile> of(String beginString) {
    for (final Profile profile : values()) {
      if (profile.beginString.equals(beginString)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }
}
