package com.ballastmarkets.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names the content of a report, whatever its format: SHA-256 over its tables in order, each as a
 * line {@code # key} (with CRLF) followed by the table's CSV, in UTF-8.
 */
public final class DocumentHash {
  private DocumentHash() {}

  /** 64 lower-case hex digits. */
  public static String of(List<Table> tables) {
    try {
      final MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (Writer out =
          new OutputStreamWriter(
              new DigestOutputStream(OutputStream.nullOutputStream(), sha256),
              StandardCharsets.UTF_8)) {
        for (final Table table : tables) {
          out.write("# " + table.key() + "\r\n");
          CsvTable.write(table, out);
        }
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
