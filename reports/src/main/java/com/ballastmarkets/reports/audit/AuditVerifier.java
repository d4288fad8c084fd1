package com.ballastmarkets.reports.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks an audit export offline, with no trust in where it was kept: every file against its hash,
 * every line against the one before, every day against the day before. One changed byte anywhere is
 * refused, and so is a file too many or too few.
 *
 * <p>A whole export, made anew with other content, is consistent in itself: compare the root with
 * one that was kept elsewhere.
 */
public final class AuditVerifier {
  private AuditVerifier() {}

  /** Whether the path looks like an audit export: its folder or its {@code export.json}. */
  public static boolean isExport(Path path) {
    return Files.isRegularFile(folder(path).resolve(Manifest.EXPORT_FILE));
  }

  /**
   * Checks an export.
   *
   * @param path its folder or its {@code export.json}
   */
  public static AuditVerdict verify(Path path) {
    try {
      return verifyExport(folder(path));
    } catch (AuditMismatchException e) {
      return new AuditVerdict.Refused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new AuditVerdict.Refused("the export cannot be read");
    }
  }

  private static Path folder(Path path) {
    final Path parent = path.toAbsolutePath().getParent();
    return path.endsWith(Manifest.EXPORT_FILE) && parent != null ? parent : path;
  }

  private static AuditVerdict verifyExport(Path folder) throws IOException {
    final Manifest export =
        Manifest.read(folder.resolve(Manifest.EXPORT_FILE), Manifest.EXPORT_SCHEMA);
    final Set<String> expected = new TreeSet<>();
    expected.add(Manifest.EXPORT_FILE);
    DayCheck before = DayCheck.none();
    int days = 0;
    long events = 0;
    for (final JsonNode day : export.get("days")) {
      final String date = date(Manifest.text(day, "day"));
      final DayCheck check = DayCheck.of(folder.resolve(date), before);
      if (!check.root().equals(Manifest.text(day, "root"))) {
        throw new AuditMismatchException(date + " has another root than the export names");
      }
      expected.add(date);
      before = check;
      days++;
      events += check.events();
    }
    requireOnly(folder, expected);
    return new AuditVerdict.Intact(days, events, export.root());
  }

  private static String date(String text) {
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeParseException e) {
      throw new AuditMismatchException("the export names a day that is no date");
    }
  }

  static void requireOnly(Path folder, Set<String> expected) throws IOException {
    try (Stream<Path> held = Files.list(folder)) {
      held.map(file -> file.getFileName().toString())
          .filter(name -> !expected.contains(name))
          .sorted()
          .findFirst()
          .ifPresent(name -> {
            throw new AuditMismatchException(name + " is not part of the export");
          });
    }
  }
}
