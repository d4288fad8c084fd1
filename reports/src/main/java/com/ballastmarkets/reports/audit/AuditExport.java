package com.ballastmarkets.reports.audit;

import com.ballastmarkets.protocol.port.JournalEntry;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the audit export. The same events give the same files, byte for byte. */
public final class AuditExport {
  private final String venue;
  private final Path directory;
  private final OrderEvents orders = new OrderEvents();
  private final List<Day> days = new ArrayList<>();
  private @Nullable AuditDay open;
  private String chain = Sha256.NONE;
  private long lastSequence;

  private AuditExport(String venue, Path directory) {
    this.venue = venue;
    this.directory = directory;
  }

  /**
   * What was written.
   *
   * @param root covers every file of every day
   */
  public record Written(List<Day> days, String root) {
    public Written {
      days = List.copyOf(days);
    }
  }

  /**
   * A UTC day of venue time.
   *
   * @param root 64 hex digits that cover the day and, through it, all days before
   */
  public record Day(LocalDate date, String root) {}

  /**
   * Exports events by day.
   *
   * @param entries of the journal, in order and without a gap, from the first event for a chain
   *     that begins with the venue
   * @param directory new or empty
   * @throws IOException if the files cannot be written, or the directory holds something
   * @throws IllegalArgumentException if an entry is missing or time runs back to an earlier day
   */
  public static Written write(String venue, Iterator<JournalEntry> entries, Path directory)
      throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> held = Files.list(directory)) {
      if (held.findAny().isPresent()) {
        throw new IOException("the folder of an audit export must be empty: " + directory);
      }
    }
    return new AuditExport(venue, directory).writeAll(entries);
  }

  private Written writeAll(Iterator<JournalEntry> entries) throws IOException {
    try {
      while (entries.hasNext()) {
        add(entries.next());
      }
      finishDay(false);
    } finally {
      if (open != null) {
        open.close();
      }
    }
    final ObjectNode members = Manifest.members(Manifest.EXPORT_SCHEMA).put("venue", venue);
    final ArrayNode list = members.putArray("days");
    days.forEach(day -> list.addObject().put("day", day.date().toString()).put("root", day.root()));
    final Manifest manifest = Manifest.of(members);
    manifest.write(directory.resolve(Manifest.EXPORT_FILE));
    return new Written(days, manifest.root());
  }

  private void add(JournalEntry entry) throws IOException {
    if (lastSequence != 0 && entry.sequence() != lastSequence + 1) {
      throw new IllegalArgumentException(
          "event %d follows event %d: the journal has a gap"
              .formatted(entry.sequence(), lastSequence));
    }
    lastSequence = entry.sequence();
    final LocalDate date = JournalLine.time(entry).atOffset(ZoneOffset.UTC).toLocalDate();
    AuditDay day = open;
    if (day == null || !day.date().equals(date)) {
      if (day != null && date.isBefore(day.date())) {
        throw new IllegalArgumentException(
            "event %d is of %s, after events of %s".formatted(lastSequence, date, day.date()));
      }
      finishDay(true);
      day = new AuditDay(directory, date, chain);
      open = day;
    }
    day.add(entry, orders.rows(entry));
  }

  private void finishDay(boolean complete) throws IOException {
    final AuditDay day = open;
    if (day != null) {
      final String before = days.isEmpty() ? Sha256.NONE : days.getLast().root();
      days.add(new Day(day.date(), day.finish(venue, before, complete)));
      chain = day.chain();
      open = null;
    }
  }
}
