package com.ballastmarkets.api.fund;

/** Prints the public disclosure. Anybody may ask, so it must not cost much to ask often. */
@FunctionalInterface
public interface DisclosureDesk {
  /** What it can be printed as. */
  enum Format {
    PDF,
    XLSX,
    CSV
  }

  /** A file to save. */
  record Printed(byte[] content, String mediaType, String fileName) {}

  Printed print(Format format);
}
